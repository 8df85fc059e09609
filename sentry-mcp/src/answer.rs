//! What a tool gives back: text for a model, JSON for a program.

use std::fmt::Write as _;

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
/// tail of our own words. Where the text costs more than the budget, lines go from the
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
}

/// Lines of one kind inside the fence, which are cut together.
#[derive(Debug)]
pub struct Section {
    name: &'static str,
    more: &'static str,
    lines: Vec<Line>,
    /// Lines that are never cut, from the start.
    kept: usize,
}

impl Section {
    /// An empty section: what its lines are called, and how to get those that were cut.
    #[must_use]
    pub fn new(name: &'static str, more: &'static str) -> Self {
        Self {
            name,
            more,
            lines: Vec::new(),
            kept: 0,
        }
    }

    /// Adds a line; an empty one is left out.
    pub fn push(&mut self, line: Line) {
        if !line.is_empty() {
            self.lines.push(line);
        }
    }

    /// Keeps the lines so far, whatever the budget.
    #[must_use]
    pub fn keep(mut self) -> Self {
        self.kept = self.lines.len();
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

    /// The text, cut to `budget`.
    #[must_use]
    pub fn text(&self, budget: Budget) -> String {
        let (shown, marks) = self.cut(budget);
        let mut fence = Fence::new(Tag::random());
        for (section, shown) in self.sections.iter().zip(shown) {
            for line in section.lines.iter().take(shown) {
                fence.push(line.clone());
            }
        }
        let mut text = self.head.join("\n");
        for part in [fence.to_string(), marks.join("\n"), self.tail.join("\n")] {
            if !part.is_empty() {
                let separator = if text.is_empty() { "" } else { "\n" };
                // Writing to a String cannot fail.
                let _ = write!(text, "{separator}{part}");
            }
        }
        text
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

    /// How many lines of each section are shown, and what is said of the others.
    fn cut(&self, budget: Budget) -> (Vec<usize>, Vec<String>) {
        let cost = |line: &Line| tokens(line.as_str()) + 1;
        let mut total = 40 // the fence's tags
            + tokens(&self.head.join("\n"))
            + tokens(&self.tail.join("\n"))
            + self.sections.iter().flat_map(|section| &section.lines).map(cost).sum::<usize>();
        let mut shown: Vec<usize> = self
            .sections
            .iter()
            .map(|section| section.lines.len())
            .collect();
        let mut marks = Vec::new();
        for (section, shown) in self.sections.iter().zip(&mut shown).rev() {
            if total <= budget.tokens() {
                break;
            }
            // Room for the mark.
            total += 40;
            while total > budget.tokens() && *shown > section.kept {
                *shown -= 1;
                total -= section.lines.get(*shown).map_or(0, cost);
            }
            let cut = section.lines.len() - *shown;
            if cut > 0 {
                marks.push(format!(
                    "[{cut} more of {} cut at {} tokens: {}]",
                    section.name,
                    budget.tokens(),
                    section.more
                ));
            }
        }
        marks.reverse();
        (shown, marks)
    }
}

impl IntoCallToolResult for Answer {
    fn into_call_tool_result(self) -> Result<CallToolResponse, ErrorData> {
        let budget = self.budget;
        let mut result = CallToolResult::success(vec![ContentBlock::text(self.text(budget))]);
        result.structured_content = Some(self.into_json(budget));
        Ok(result.into())
    }
}
