use std::mem;

use super::BuildError;
use super::condition::{Condition, Node, NodeKind};
use crate::ast::{BooleanOperator, BooleanWord, Group, Query, Term};
use crate::{Dataset, MAX_DEPTH, Span};

/// Writes a condition out as terms, and reads back what they print as.
pub(super) fn query(dataset: Dataset, condition: Condition) -> Result<Query, BuildError> {
    let terms = Assembly::new(dataset).terms(condition)?;
    let query = Query::unwritten(dataset.dialect(), terms);
    let read = dataset.parse(&query.to_string());
    if read.is_ok() && read.query() == &query {
        return Ok(query);
    }
    Err(BuildError::unread(&query, &dataset.into()))
}

/// A group whose members are being read, the last one first.
struct Open {
    word: BooleanWord,
    /// How many members an OR has.
    members: usize,
    /// In reverse.
    terms: Vec<Term>,
    /// How deep groups are nested in it.
    depth: usize,
    /// One member decides it: an AND that never holds, an OR that always does.
    decided: bool,
}

/// What a group has become.
enum Part {
    /// It always holds, or never.
    Constant(bool),
    Group(Open),
}

impl Open {
    fn new(word: BooleanWord) -> Self {
        Self {
            word,
            members: 0,
            terms: Vec::new(),
            depth: 0,
            decided: false,
        }
    }

    fn push(&mut self, term: Term) {
        self.separate();
        self.terms.push(term);
    }

    fn separate(&mut self) {
        if self.word == BooleanWord::Or && self.members > 0 {
            let (word, span) = (BooleanWord::Or, Span::default());
            self.terms
                .push(Term::Boolean(BooleanOperator { span, word }));
        }
        self.members += 1;
    }

    /// Adds a group as a member: an AND binds tighter than OR, an OR needs parentheses.
    fn add(&mut self, part: Part) -> Result<(), BuildError> {
        let mut group = match part {
            Part::Constant(holds) => {
                self.decided |= holds == (self.word == BooleanWord::Or);
                return Ok(());
            }
            Part::Group(group) => group,
        };
        if self.word == BooleanWord::And && group.word == BooleanWord::Or {
            self.depth = self.depth.max(group.depth + 1);
            // One more, since parentheses around everything go away in the end.
            if self.depth > MAX_DEPTH + 1 {
                return Err(BuildError::too_deep());
            }
            let (span, terms) = (Span::default(), group.in_order());
            self.push(Term::Group(Group { span, terms }));
        } else {
            self.depth = self.depth.max(group.depth);
            self.separate();
            self.terms.append(&mut group.terms);
        }
        Ok(())
    }

    fn close(mut self) -> Part {
        let or = self.word == BooleanWord::Or;
        if self.decided || self.terms.is_empty() {
            return Part::Constant(or == self.decided);
        }
        if or && self.members == 1 {
            self.word = BooleanWord::And;
        }
        // Parentheses around everything say nothing.
        if matches!(self.terms.as_slice(), [Term::Group(_)])
            && let Some(Term::Group(group)) = self.terms.pop()
        {
            self.word = BooleanWord::Or;
            self.depth = self.depth.saturating_sub(1);
            self.terms = group.terms;
            self.terms.reverse();
            self.members = 2;
        }
        Part::Group(self)
    }

    fn in_order(mut self) -> Vec<Term> {
        self.terms.reverse();
        self.terms
    }
}

/// How the members of a node are read that are still to come.
struct Frame {
    missing: usize,
    negated: bool,
    /// Whether they form a group of their own, rather than being members of the one around.
    grouped: bool,
}

/// Goes through a condition from its root, with stacks of its own: negations move down to the
/// leaves, and groups within groups of the same word become one.
struct Assembly {
    dataset: Dataset,
    frame: Frame,
    frames: Vec<Frame>,
    group: Open,
    groups: Vec<Open>,
    /// The problem that stands first in the condition, which is read from its end.
    error: Option<BuildError>,
}

impl Assembly {
    fn new(dataset: Dataset) -> Self {
        Self {
            dataset,
            frame: Frame {
                missing: 1,
                negated: false,
                grouped: false,
            },
            frames: Vec::new(),
            group: Open::new(BooleanWord::And),
            groups: Vec::new(),
            error: None,
        }
    }

    fn terms(mut self, condition: Condition) -> Result<Vec<Term>, BuildError> {
        for node in condition.nodes.into_iter().rev() {
            self.node(node);
            self.close_groups();
        }
        match (self.error, self.group.close()) {
            (Some(error), _) => Err(error),
            (None, Part::Constant(true)) => Ok(Vec::new()),
            (None, Part::Constant(false)) => Err(BuildError::never()),
            (None, Part::Group(group)) if group.depth > MAX_DEPTH => Err(BuildError::too_deep()),
            (None, Part::Group(group)) => Ok(group.in_order()),
        }
    }

    fn node(&mut self, node: Node) {
        self.frame.missing = self.frame.missing.saturating_sub(1);
        let negated = self.frame.negated != node.negated;
        match node.kind {
            NodeKind::Leaf(leaf) => match leaf.term(negated, self.dataset) {
                Ok(term) => self.group.push(term),
                Err(error) => self.error = Some(error),
            },
            NodeKind::Group { word, members } => {
                let word = if negated { opposite(word) } else { word };
                let grouped = members != 1 && word != self.group.word;
                if grouped {
                    self.groups
                        .push(mem::replace(&mut self.group, Open::new(word)));
                }
                let frame = Frame {
                    missing: members,
                    negated,
                    grouped,
                };
                self.frames.push(mem::replace(&mut self.frame, frame));
            }
        }
    }

    /// Closes every group whose members have all come.
    fn close_groups(&mut self) {
        while self.frame.missing == 0
            && let Some(outer) = self.frames.pop()
        {
            let frame = mem::replace(&mut self.frame, outer);
            if frame.grouped
                && let Some(outer) = self.groups.pop()
            {
                let part = mem::replace(&mut self.group, outer).close();
                if let Err(error) = self.group.add(part) {
                    self.error = Some(error);
                }
            }
        }
    }
}

fn opposite(word: BooleanWord) -> BooleanWord {
    match word {
        BooleanWord::And => BooleanWord::Or,
        BooleanWord::Or => BooleanWord::And,
    }
}
