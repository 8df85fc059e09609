//! Traces: trees of spans with the errors that happened in them.

mod item;
mod nested;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;

pub use self::item::{TraceEventType, TraceIssue, TraceItem, TraceSpan};

/// The spans and errors of a trace: a tree, or several where a part of it is missing.
///
/// It is kept as a list in the order of the tree, each node with its depth, so that a trace
/// may be of any depth: nothing recurs when it is read, walked, compared or dropped. It is
/// written as such a list too, with a `depth` on all but the roots, and reads that again.
/// It can be read from JSON alone.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Trace {
    nodes: Vec<Node>,
}

#[derive(Debug, Clone, PartialEq)]
struct Node {
    depth: usize,
    item: TraceItem,
}

impl Trace {
    /// How many nodes it has; errors within spans are not counted.
    #[must_use]
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Whether there is nothing in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// All nodes, each before its children, in the order of the answer.
    pub fn nodes(&self) -> impl Iterator<Item = TraceNode<'_>> {
        let nodes = self.nodes.iter().enumerate();
        nodes.map(|(index, node)| TraceNode {
            trace: self,
            index,
            node,
        })
    }

    /// The nodes without a parent.
    pub fn roots(&self) -> impl Iterator<Item = TraceNode<'_>> {
        self.nodes().filter(|node| node.depth() == 0)
    }

    /// All errors and occurrences, those within spans among them.
    pub fn issues(&self) -> impl Iterator<Item = &TraceIssue> {
        self.nodes.iter().flat_map(|node| node.item.issues())
    }

    /// Adds a node below the last one that is less deep.
    fn push(&mut self, depth: usize, item: TraceItem) {
        let deepest = self.nodes.last().map_or(0, |last| last.depth + 1);
        let depth = depth.min(deepest);
        self.nodes.push(Node { depth, item });
    }
}

/// A place in the tree of a trace.
#[derive(Debug, Clone, Copy)]
pub struct TraceNode<'a> {
    trace: &'a Trace,
    index: usize,
    node: &'a Node,
}

impl<'a> TraceNode<'a> {
    /// What is there.
    #[must_use]
    pub fn item(self) -> &'a TraceItem {
        &self.node.item
    }

    /// The span, where it is one.
    #[must_use]
    pub fn span(self) -> Option<&'a TraceSpan> {
        match self.item() {
            TraceItem::Span(span) => Some(span),
            TraceItem::Issue(_) => None,
        }
    }

    /// How many nodes stand above it; 0 for a root.
    #[must_use]
    pub fn depth(self) -> usize {
        self.node.depth
    }

    /// The node that it is a child of.
    #[must_use]
    pub fn parent(self) -> Option<Self> {
        let above = self.trace.nodes.iter().enumerate().take(self.index);
        let mut above = above.rev();
        let (index, node) = above.find(|(_, node)| node.depth < self.node.depth)?;
        Some(Self {
            trace: self.trace,
            index,
            node,
        })
    }

    /// Its children.
    pub fn children(self) -> impl Iterator<Item = Self> {
        let depth = self.depth() + 1;
        self.descendants().filter(move |node| node.depth() == depth)
    }

    /// All that is below it, each before its children.
    pub fn descendants(self) -> impl Iterator<Item = Self> {
        let below = self.trace.nodes().skip(self.index + 1);
        below.take_while(move |node| node.depth() > self.depth())
    }
}

impl Serialize for Trace {
    fn serialize<S: Serializer>(&self, output: S) -> Result<S::Ok, S::Error> {
        output.collect_seq(&self.nodes)
    }
}

impl Serialize for Node {
    fn serialize<S: Serializer>(&self, output: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Written<'a> {
            #[serde(skip_serializing_if = "Option::is_none")]
            depth: Option<usize>,
            #[serde(flatten)]
            item: &'a TraceItem,
        }
        let written = Written {
            depth: Some(self.depth).filter(|depth| *depth > 0),
            item: &self.item,
        };
        written.serialize(output)
    }
}

impl<'de> Deserialize<'de> for Trace {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        let text = Box::<RawValue>::deserialize(input)?;
        let nodes = nested::flatten(text.get()).map_err(D::Error::custom)?;
        let mut trace = Self::default();
        // A child that cannot be known by its id counts as absent, with all that is below it.
        let mut absent = usize::MAX;
        for object in nodes {
            if object.depth > absent {
                continue;
            }
            absent = usize::MAX;
            match item::read(&object.text) {
                Ok((depth, item)) => trace.push(object.depth.max(depth), item),
                Err(_) if object.depth > 0 => absent = object.depth,
                Err(field) => return Err(D::Error::custom(field)),
            }
        }
        Ok(trace)
    }
}
