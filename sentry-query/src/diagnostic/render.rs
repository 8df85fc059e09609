use std::fmt;

use super::{Diagnostic, Severity};

/// More of a source line than this is not shown.
const WIDTH: usize = 100;

/// More diagnostics than this are counted only.
const MAX_SHOWN: usize = 20;

/// Returns the diagnostics as text, each under the line of `source` it is about, with carets.
///
/// More than twenty are counted only. [`Parse::render`](crate::Parse::render) is the short form for
/// those of the parser.
///
/// ```
/// use sentry_query::{Dataset, render};
///
/// let parsed = Dataset::Issues.parse("level:eror");
/// let shown = render(parsed.source(), &parsed.validate(Dataset::Issues)).to_string();
/// assert_eq!(shown, "\
/// warning[unknown-value]: level does not have the value `eror`
///   level:eror
///         ^^^^
///   expected one of fatal, error, warning, info, debug
///   try: level:error");
/// ```
pub fn render<'a>(source: &'a str, diagnostics: &'a [Diagnostic]) -> impl fmt::Display + 'a {
    Rendered {
        source,
        diagnostics,
    }
}

struct Rendered<'a> {
    source: &'a str,
    diagnostics: &'a [Diagnostic],
}

impl fmt::Display for Rendered<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        all(f, self.source, self.diagnostics)
    }
}

fn all(f: &mut fmt::Formatter<'_>, source: &str, diagnostics: &[Diagnostic]) -> fmt::Result {
    for (index, diagnostic) in diagnostics.iter().take(MAX_SHOWN).enumerate() {
        if index > 0 {
            f.write_str("\n\n")?;
        }
        one(f, source, diagnostic)?;
    }
    match diagnostics.len().saturating_sub(MAX_SHOWN) {
        0 => Ok(()),
        1 => f.write_str("\n\nand 1 more"),
        more => write!(f, "\n\nand {more} more"),
    }
}

fn one(f: &mut fmt::Formatter<'_>, source: &str, diagnostic: &Diagnostic) -> fmt::Result {
    let severity = match diagnostic.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    };
    writeln!(
        f,
        "{severity}[{}]: {}",
        diagnostic.code().as_str(),
        diagnostic.message()
    )?;
    let span = diagnostic.span();
    let line = Line::around(source, span.start());
    let width = line
        .columns(source, span.start(), span.end().min(line.end))
        .max(1);
    let indent = line.columns(source, line.start, span.start());
    if line.number > 1 {
        writeln!(f, "  line {}", line.number)?;
    }
    writeln!(
        f,
        "  {}{}{}",
        line.cut_before(),
        visible(line.text(source)),
        line.cut_after()
    )?;
    let indent = indent + line.cut_before().chars().count();
    writeln!(f, "  {}{}", " ".repeat(indent), "^".repeat(width))?;
    write!(f, "  expected {}", diagnostic.expected())?;
    if let Some(fixed) = diagnostic
        .fixed(source)
        .filter(|fixed| fixed.chars().count() <= WIDTH)
    {
        let shown = match fixed.as_str() {
            "" => "an empty query".to_owned(),
            fixed => visible(fixed),
        };
        write!(f, "\n  try: {shown}")?;
    }
    Ok(())
}

/// The part of a source line that is shown.
struct Line {
    number: usize,
    start: usize,
    end: usize,
    cut_before: bool,
    cut_after: bool,
}

impl Line {
    fn around(source: &str, at: usize) -> Self {
        let before = source.get(..at).unwrap_or(source);
        let number = before.matches('\n').count() + 1;
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let rest = source.get(before.len()..).unwrap_or_default();
        let line_end = before.len() + rest.find('\n').unwrap_or(rest.len());
        let start = step(source, before.len(), WIDTH / 2, line_start, true);
        let end = step(source, before.len(), WIDTH / 2, line_end, false);
        Self {
            number,
            start,
            end,
            cut_before: start > line_start,
            cut_after: end < line_end,
        }
    }

    fn text<'a>(&self, source: &'a str) -> &'a str {
        source.get(self.start..self.end).unwrap_or_default()
    }

    fn columns(&self, source: &str, from: usize, to: usize) -> usize {
        let from = from.max(self.start);
        source
            .get(from..to.max(from))
            .map_or(0, |text| text.chars().map(width).sum())
    }

    fn cut_before(&self) -> &'static str {
        if self.cut_before { "…" } else { "" }
    }

    fn cut_after(&self) -> &'static str {
        if self.cut_after { "…" } else { "" }
    }
}

/// The offset that lies `count` characters before or after `at`, but not beyond `limit`.
fn step(source: &str, at: usize, count: usize, limit: usize, back: bool) -> usize {
    if back {
        let text = source.get(limit..at).unwrap_or_default();
        let first = text.char_indices().rev().take(count).last();
        first.map_or(at, |(offset, _)| limit + offset)
    } else {
        let text = source.get(at..limit).unwrap_or_default();
        text.char_indices()
            .nth(count)
            .map_or(limit, |(offset, _)| at + offset)
    }
}

/// Shows what has no picture or would move the caret: one visible character for each.
pub(super) fn visible(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\u{F00D}' => '¤',
            '\n' => '⏎',
            c if c.is_control() => '␣',
            '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => '␣',
            c => c,
        })
        .collect()
}

/// How many columns of a terminal a character takes: two in the blocks of wide ones.
fn width(c: char) -> usize {
    let wide = matches!(c,
        '\u{1100}'..='\u{115F}' | '\u{2E80}'..='\u{A4CF}' | '\u{AC00}'..='\u{D7A3}'
        | '\u{F900}'..='\u{FAFF}' | '\u{FE30}'..='\u{FE6F}' | '\u{FF00}'..='\u{FF60}'
        | '\u{FFE0}'..='\u{FFE6}' | '\u{1F300}'..='\u{1FAFF}' | '\u{20000}'..='\u{3FFFD}');
    1 + usize::from(wide)
}
