//! Stack traces: the frame that failed first, our own code before the libraries'.

use sentry_api::model::{Frame, Stacktrace};
use serde::Serialize;
use serde_json::Value;
use serde_with::skip_serializing_none;

use crate::answer::Section;
use crate::untrusted::{Line, Untrusted, clean_json};
use crate::view::plural;

/// How many frames of one stack trace the text shows.
const FRAMES: usize = 20;
/// How many lines of source stand on either side of the one that failed.
const CONTEXT: u64 = 2;
/// How many variables of the frame that failed the text shows.
const VARIABLES: usize = 6;

/// The frames, the innermost last, as Sentry sends them.
#[derive(Debug, Serialize)]
pub(crate) struct StacktraceView {
    frames: Vec<FrameView>,
}

/// One call on a stack.
#[skip_serializing_none]
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct FrameView {
    filename: Option<Untrusted>,
    function: Option<Untrusted>,
    module: Option<Untrusted>,
    line_no: Option<u64>,
    col_no: Option<u64>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    context: Vec<(u64, Untrusted)>,
    in_app: bool,
    vars: Option<Value>,
}

impl StacktraceView {
    pub(crate) fn of(stacktrace: &Stacktrace) -> Self {
        Self {
            frames: stacktrace.frames.iter().map(FrameView::of).collect(),
        }
    }

    /// Adds the frames to a section, the innermost first.
    ///
    /// Of long traces our own frames and the innermost ones stay; the source and the
    /// variables stand under the innermost frame of our own, where the fix most often is.
    pub(crate) fn add_to(&self, section: &mut Section) {
        let shown = self.shown();
        let at_fault = self
            .frames
            .iter()
            .rposition(|frame| frame.in_app)
            .or(self.frames.len().checked_sub(1));
        let mut skipped = 0;
        for (index, frame) in self.frames.iter().enumerate().rev() {
            if !shown.contains(&index) {
                skipped += 1;
                continue;
            }
            push_skipped(section, std::mem::take(&mut skipped));
            section.push(frame.line());
            if at_fault == Some(index) {
                let mut source = Vec::new();
                frame.add_source_to(&mut source);
                section.push_entry(source);
            }
        }
        push_skipped(section, skipped);
    }

    /// The frames that the text has room for.
    fn shown(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.frames.len()).rev().collect();
        // The three innermost frames, then our own, then the others, from the inside out.
        let innermost = order.len().saturating_sub(3);
        order.sort_by_key(|index| {
            let ours = self.frames.get(*index).is_some_and(|frame| frame.in_app);
            (*index < innermost && !ours, std::cmp::Reverse(*index))
        });
        order.truncate(FRAMES);
        order
    }
}

fn push_skipped(section: &mut Section, skipped: usize) {
    if skipped > 0 {
        let frames = plural(skipped as u64, "more frame");
        section.push(Line::new().words(format_args!("  … {frames}")));
    }
}

impl FrameView {
    fn of(frame: &Frame) -> Self {
        let text = |text: &Option<String>| text.as_deref().map(Untrusted::new);
        let filename = frame.filename.as_ref().or(frame.abs_path.as_ref()).cloned();
        Self {
            filename: text(&filename),
            function: text(&frame.function),
            module: text(&frame.module),
            line_no: frame.line_no,
            col_no: frame.col_no,
            context: frame
                .context
                .iter()
                .map(|line| {
                    (
                        line.0,
                        Untrusted::new(line.1.as_deref().unwrap_or_default()),
                    )
                })
                .collect(),
            in_app: frame.in_app.unwrap_or(false),
            vars: frame
                .vars
                .clone()
                .filter(|vars| !vars.is_null())
                .map(clean_json),
        }
    }

    /// `* file:line function`, the star for our own code.
    fn line(&self) -> Line {
        let mut line = Line::new().words(if self.in_app { "* " } else { "  " });
        if let Some(place) = self.filename.as_ref().or(self.module.as_ref()) {
            line = line.text(place, 80);
        }
        if let Some(number) = self.line_no {
            line = line.words(':').words(number);
        }
        match &self.function {
            Some(function) => line.words(' ').text(function, 60),
            None => line,
        }
    }

    fn add_source_to(&self, lines: &mut Vec<Line>) {
        if let Some(at) = self.line_no {
            for (number, source) in &self.context {
                if number.abs_diff(at) <= CONTEXT {
                    let mark = if *number == at { '>' } else { ' ' };
                    lines.push(
                        Line::new()
                            .words(format_args!("    {mark} {number} "))
                            .code(source, 120),
                    );
                }
            }
        }
        if let Some(Value::Object(vars)) = &self.vars {
            for (name, value) in vars.iter().take(VARIABLES) {
                let name = Untrusted::new(name);
                let value = Untrusted::new(match value {
                    Value::String(text) => text.clone(),
                    other => other.to_string(),
                });
                lines.push(
                    Line::new()
                        .words("      ")
                        .text(&name, 40)
                        .words(" = ")
                        .text(&value, 80),
                );
            }
        }
    }
}
