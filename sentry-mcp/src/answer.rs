//! What a tool gives back: text for a model, JSON for a program.

use rmcp::ErrorData;
use rmcp::handler::server::tool::IntoCallToolResult;
use rmcp::model::{CallToolResponse, CallToolResult, ContentBlock};
use serde::Serialize;
use serde_json::Value;

use crate::budget::{Budget, fit, tokens};
use crate::untrusted::{Fence, Line, Tag};

/// The answer of a tool.
///
/// Its text is a head of our own words, one fence with everything from outside, and a
/// tail of our own words. Where the text costs more than the budget, entries go from the
/// end of the least useful sections, and a mark says how many and how to get them.
///
/// ```
/// use sentry_mcp::answer::{Answer, Section};
/// use sentry_mcp::budget::Budget;
/// use sentry_mcp::untrusted::{Line, Untrusted};
///
/// let title = Untrusted::new("Payment failed");
/// let mut list = Section::new("issues", "ask with a smaller limit");
/// list.push(Line::new().words("SHOP-1 ").text(&title, 80));
/// let answer = Answer::new(&serde_json::json!({"issues": [{"title": title}]}))?
///     .head("1 issue")
///     .section(list);
///
/// let text = answer.text(Budget::default());
/// assert!(text.starts_with("1 issue\n<untrusted-"));
/// assert!(text.contains(">\nSHOP-1 Payment failed\n</untrusted-"));
/// # Ok::<(), sentry_mcp::ToolError>(())
/// ```
#[derive(Debug)]
pub struct Answer {
    head: Vec<String>,
    sections: Vec<Section>,
    tail: Vec<String>,
    structured: Value,
    budget: Budget,
    failed: bool,
}

/// Entries of one kind inside the fence, each of one line or a few, cut together.
#[derive(Debug)]
pub struct Section {
    name: &'static str,
    more: &'static str,
    entries: Vec<Vec<Line>>,
    /// Entries that are never cut, from the start.
    kept: usize,
}

impl Section {
    /// An empty section: what its entries are called, and how to get those that were cut.
    #[must_use]
    pub fn new(name: &'static str, more: &'static str) -> Self {
        Self {
            name,
            more,
            entries: Vec::new(),
            kept: 0,
        }
    }

    /// Adds an entry of one line; an empty one is left out.
    pub fn push(&mut self, line: Line) {
        self.push_entry([line]);
    }

    /// Adds an entry whose lines are shown together or not at all.
    pub fn push_entry(&mut self, lines: impl IntoIterator<Item = Line>) {
        let lines: Vec<_> = lines.into_iter().filter(|line| !line.is_empty()).collect();
        if !lines.is_empty() {
            self.entries.push(lines);
        }
    }

    /// Keeps the entries so far, whatever the budget.
    #[must_use]
    pub fn keep(mut self) -> Self {
        self.kept = self.entries.len();
        self
    }
}

impl Answer {
    /// An answer with this structured content.
    ///
    /// # Errors
    ///
    /// Fails when `structured` has no JSON form, which no type of this crate does.
    pub fn new(structured: &impl Serialize) -> Result<Self, crate::ToolError> {
        let structured = serde_json::to_value(structured).map_err(|_| {
            crate::ToolError::new(crate::ErrorCode::ApiError, "The answer has no JSON form.")
        })?;
        Ok(Self {
            head: Vec::new(),
            sections: Vec::new(),
            tail: Vec::new(),
            structured,
            budget: Budget::default(),
            failed: false,
        })
    }

    /// Adds a line of our own words before the fence.
    #[must_use]
    pub fn head(mut self, line: impl Into<String>) -> Self {
        self.head.push(line.into());
        self
    }

    /// Adds lines to the fence; the most useful sections come first.
    #[must_use]
    pub fn section(mut self, section: Section) -> Self {
        self.sections.push(section);
        self
    }

    /// Adds a line of our own words after the fence.
    #[must_use]
    pub fn tail(mut self, line: impl Into<String>) -> Self {
        self.tail.push(line.into());
        self
    }

    /// Sets what the answer may cost.
    #[must_use]
    pub fn within(mut self, budget: Budget) -> Self {
        self.budget = budget;
        self
    }

    /// Marks the result as an error, for a call that was carried out in part only.
    #[must_use]
    pub fn failed(mut self) -> Self {
        self.failed = true;
        self
    }

    /// The text, cut to `budget`; where it was cut, its first line says so.
    #[must_use]
    pub fn text(&self, budget: Budget) -> String {
        let (shown, marks) = self.cut(budget);
        let mut fence = Fence::new(Tag::random());
        for (section, shown) in self.sections.iter().zip(shown) {
            for line in section.entries.iter().take(shown).flatten() {
                fence.push(line.clone());
            }
        }
        let mut head = self.head.clone();
        if let Some(first) = head.first_mut().filter(|_| !marks.is_empty()) {
            first.push_str(" [cut, see the end]");
        }
        let parts = [
            head.join("\n"),
            fence.to_string(),
            marks.join("\n"),
            self.tail.join("\n"),
        ];
        let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join("\n")
    }

    /// The JSON, cut to `budget`.
    #[must_use]
    pub fn into_json(self, budget: Budget) -> Value {
        let hint = self
            .sections
            .first()
            .map_or("Ask for less.", |section| section.more);
        fit(self.structured, budget, hint)
    }

    /// How many entries of each section are shown, and what is said of the others.
    fn cut(&self, budget: Budget) -> (Vec<usize>, Vec<String>) {
        let mut total = FENCE + tokens(&self.head.join("\n")) + tokens(&self.tail.join("\n"));
        total += self
            .sections
            .iter()
            .flat_map(|section| &section.entries)
            .map(|entry| cost(entry))
            .sum::<usize>();
        let mut shown: Vec<usize> = self
            .sections
            .iter()
            .map(|section| section.entries.len())
            .collect();
        let mut marks = Vec::new();
        for (section, shown) in self.sections.iter().zip(&mut shown).rev() {
            if total <= budget.tokens() {
                break;
            }
            total += MARK;
            while total > budget.tokens() && *shown > section.kept {
                *shown -= 1;
                total -= section.entries.get(*shown).map_or(0, |entry| cost(entry));
            }
            let cut = section.entries.len() - *shown;
            if cut > 0 {
                marks.push(format!(
                    "[cut at {} tokens: {cut} more {} of {}; {}]",
                    budget.tokens(),
                    if cut == 1 { "entry" } else { "entries" },
                    section.name,
                    section.more
                ));
            }
        }
        marks.reverse();
        (shown, marks)
    }
}

/// Tokens of a fence's tags and of the word in the first line, and of a mark.
const FENCE: usize = 50;
const MARK: usize = 32;

/// Tokens of an entry with its line ends.
fn cost(entry: &[Line]) -> usize {
    entry.iter().map(|line| tokens(line.as_str()) + 1).sum()
}

impl IntoCallToolResult for Answer {
    fn into_call_tool_result(self) -> Result<CallToolResponse, ErrorData> {
        let budget = self.budget;
        let text = vec![ContentBlock::text(self.text(budget))];
        let mut result = if self.failed {
            CallToolResult::error(text)
        } else {
            CallToolResult::success(text)
        };
        result.structured_content = Some(self.into_json(budget));
        Ok(result.into())
    }
}
