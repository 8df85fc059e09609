use std::fmt::Write;

use regex_syntax::ast::ErrorKind;
use regex_syntax::ast::parse::ParserBuilder;

/// Finds what every flavour of regular expressions refuses, beyond brackets.
///
/// Where flavours differ (look-around, escapes, classes within classes) the pattern passes:
/// Sentry's own check is of another flavour, and it decides.
pub(super) fn problem(pattern: &str) -> Option<String> {
    if differs(pattern) {
        return None;
    }
    let mut parser = ParserBuilder::new()
        .empty_min_range(true)
        .octal(true)
        .build();
    let error = parser.parse(pattern).err()?;
    let span = error.span();
    let at = span.start.offset;
    let reason = match error.kind() {
        ErrorKind::ClassRangeInvalid | ErrorKind::ClassRangeLiteral => "bad character range",
        ErrorKind::RepetitionCountInvalid => "min repeat greater than max repeat",
        // Elsewhere a brace that is no repetition is a brace.
        ErrorKind::RepetitionMissing if !pattern.get(at..)?.starts_with('{') => "nothing to repeat",
        ErrorKind::GroupNameDuplicate { .. } => "redefinition of group name",
        ErrorKind::GroupNameEmpty => "missing group name",
        _ => return None,
    };
    let place = pattern.get(..at)?.chars().count();
    let mut text = String::from(reason);
    if let Some(found) = pattern
        .get(at..span.end.offset)
        .filter(|found| !found.is_empty())
    {
        write!(text, " {found}").ok()?;
    }
    write!(text, " at position {place}").ok()?;
    Some(text)
}

/// Says whether the pattern may have a class in a class, or a set operation, which this parser has
/// and others do not.
fn differs(pattern: &str) -> bool {
    let operations = ["&&", "--", "~~"];
    let open = pattern.split(']').any(|part| part.matches('[').count() > 1);
    open || operations
        .iter()
        .any(|operation| pattern.contains(operation))
}
