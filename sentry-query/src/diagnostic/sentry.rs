use super::{Code, Diagnostic, Severity};
use crate::Timestamp;
use crate::lexer::Cursor;
use crate::schema::IS_VALUES;

/// The answer of Sentry's back end to a query with this one problem.
pub(super) fn message(problem: &Diagnostic, source: &str, now: Timestamp) -> Option<String> {
    if problem.severity() != Severity::Error {
        return None;
    }
    let (subject, found) = (problem.subject.as_str(), problem.found());
    Some(match problem.code {
        Code::UnmatchedParenthesis
        | Code::UnclosedParenthesis
        | Code::EmptyGroup
        | Code::NewlineOutsideQuotes
        | Code::NestingTooDeep => parse_error(source, problem.span.start()),
        Code::InvalidDate => {
            let now = now.to_string();
            let now = now.trim_end_matches('Z');
            let now = now.split('.').next().unwrap_or(now);
            format!(
                "{subject}: Invalid date: {}. Expected +/-duration (e.g. +1h) or ISO 8601-like \
                 (e.g. {now}.00).",
                value(problem, source)
            )
        }
        Code::InvalidBoolean => {
            format!(
                "{subject}: Invalid boolean: {}. Expected true, 1, false, or 0.",
                value(problem, source)
            )
        }
        Code::InvalidNumber => format!(
            "{subject}: Invalid number: {}. Expected number then optional k, m, or b suffix \
             (e.g. 500k).",
            value(problem, source)
        ),
        Code::EmptyValue => format!("Empty string after '{subject}:'"),
        Code::EmptyArrayValue => format!("Empty value for {subject}[*]"),
        Code::AggregateUnsupported => {
            format!("Aggregate filters ({subject}) are not supported in issue searches.")
        }
        Code::UnknownFunction => format!("{subject} is not a valid function"),
        Code::UnknownColumn => {
            format!("{subject}: column argument invalid: {found} is not a valid column")
        }
        Code::NotNumericColumn => {
            format!("{subject}: column argument invalid: {found} is not a numeric column")
        }
        Code::InvalidRegex => format!("{subject}: Invalid regex: {found}"),
        Code::RegexOnTypedKey => {
            format!("{subject}: Regular expressions can only be used with string attributes")
        }
        Code::RegexTooLong => format!(
            "{subject}: Regex patterns are limited to 64 characters. To search for a literal \
             value that starts with //, quote it: \"//...\""
        ),
        Code::DanglingOperator => subject.to_owned(),
        _ => of_found(problem.code, found),
    })
}

fn of_found(code: Code, found: &str) -> String {
    match code {
        Code::ImpossibleDate => format!("{found} is not a valid ISO8601 date query"),
        Code::ImpossibleDateWindow | Code::RelativeDateTooFar => {
            format!("{found} is not a valid datetime query")
        }
        Code::BooleanOnNumber => "Invalid number".to_owned(),
        Code::InvalidNumberSuffix => {
            format!("{found} is not a valid number suffix, must be k, m or b")
        }
        Code::DurationTooLong => {
            format!("{found} is too large of a value, the maximum value is 999999999 days")
        }
        Code::UnclosedQuote | Code::BareQuote => {
            format!("Invalid quote at '{found}': quotes must enclose text or be escaped.")
        }
        Code::EmptyListItem => "Lists should not have empty values".to_owned(),
        Code::InvalidHas => {
            "Invalid format for \"has\" search: was expecting a field or tag instead".to_owned()
        }
        Code::IsUnsupported => "\"is:\" queries are not supported in this search.".to_owned(),
        Code::IsList => "\"in\" syntax invalid for \"is\" search".to_owned(),
        Code::UnknownIsValue => {
            let names: Vec<String> = IS_VALUES
                .iter()
                .map(|row| format!("'{}'", row.name))
                .collect();
            format!(
                "Invalid value for \"is\" search, valid values are [{}]",
                names.join(", ")
            )
        }
        _ => "Boolean statements containing \"OR\" or \"AND\" are not supported in this search"
            .to_owned(),
    }
}

/// The message of the grammar: it counts characters, and quotes around the column as if that were
/// an index into the whole text.
pub(crate) fn parse_error(source: &str, at: usize) -> String {
    let before = source.get(..at).unwrap_or(source);
    let line = before.rsplit('\n').next().unwrap_or(before);
    let column = line.chars().count() + 1;
    let around: String = source
        .chars()
        .take(column + 5)
        .skip(column.saturating_sub(5))
        .collect();
    format!(
        "Parse error at '{around}' (column {column}). This is commonly caused by unmatched \
         parentheses. Enclose any text in double quotes."
    )
}

/// A refused value; a list is written as Python writes it.
///
/// After an operator there is no list, only text that looks like one.
fn value(problem: &Diagnostic, source: &str) -> String {
    let found = problem.found();
    let before = source.get(..problem.span.start()).unwrap_or_default();
    if before.ends_with(['=', '>', '<']) {
        return found.to_owned();
    }
    let mut cursor = Cursor::at(found, 0);
    let mut items = Vec::new();
    if !cursor.eat(b'[') {
        return found.to_owned();
    }
    loop {
        let Some((_, inner)) = crate::parser::text_item(&mut cursor) else {
            return found.to_owned();
        };
        items.push(python_text(&inner.slice(found).replace("\\\"", "\"")));
        if !cursor.comma() {
            break;
        }
    }
    if cursor.eat(b']') && cursor.peek().is_none() {
        format!("[{}]", items.join(", "))
    } else {
        found.to_owned()
    }
}

fn python_text(text: &str) -> String {
    let quote = if text.contains('\'') && !text.contains('"') {
        '"'
    } else {
        '\''
    };
    let mut out = String::from(quote);
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            c if c == quote => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
    }
    out.push(quote);
    out
}
