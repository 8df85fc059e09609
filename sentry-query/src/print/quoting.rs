//! What needs quotes and escapes.

use std::fmt::{self, Formatter, Write};

use crate::ast::{FreeText, Term};
use crate::lexer::Cursor;

/// Writes text with its quotes escaped.
pub(super) fn bare(f: &mut Formatter<'_>, raw: &str) -> fmt::Result {
    for c in raw.chars() {
        if c == '"' {
            f.write_char('\\')?;
        }
        f.write_char(c)?;
    }
    Ok(())
}

/// Writes text in quotes.
pub(super) fn quoted(f: &mut Formatter<'_>, raw: &str) -> fmt::Result {
    f.write_char('"')?;
    bare(f, raw)?;
    f.write_char('"')
}

/// Writes a pattern between slashes; those inside that would end it are escaped.
pub(super) fn regex(f: &mut Formatter<'_>, pattern: &str) -> fmt::Result {
    let ends_early = pattern
        .match_indices("//")
        .any(|(at, _)| at > 0 && (Cursor::at(pattern, at + 2).is_end() || pattern.ends_with("//")));
    let escaped = ends_early || pattern.ends_with('/');
    if escaped && pattern.contains("//") {
        write!(f, "//{}//", pattern.replace("//", "\\/\\/"))
    } else {
        write!(f, "//{pattern}//")
    }
}

/// Says whether a number, a date or an amount may start with the character.
pub(super) fn starts_a_number(first: char) -> bool {
    matches!(first, '0'..='9' | '-')
}

/// Says whether the text may stand after a colon or operator without quotes.
pub(super) fn is_bare_value(raw: &str) -> bool {
    if raw.ends_with('\\') && !raw.contains(['(', ')', '\t', '\n', ' ']) {
        // A closing quote after a backslash would not close.
        return true;
    }
    let Some(first) = raw.chars().next() else {
        return false;
    };
    let reads_otherwise = matches!(first, '>' | '<' | '=' | '!' | '[' | '\u{F00D}')
        || raw.starts_with("//")
        || (starts_a_number(first) && raw.contains([',', ']']));
    !reads_otherwise && !raw.contains(['(', ')', '\t', '\n', ' ', '"'])
}

/// Says whether the text, behind an operator, is read as a date or an amount before it is text.
pub(super) fn reads_as_amount(raw: &str) -> bool {
    let start = Cursor::at(raw, 0);
    let (mut date, mut duration, mut size) = (start, start, start);
    let whole = |end: Cursor<'_>| end.peek().is_none();
    (date.iso_date().is_some() && whole(date))
        || (duration.duration().is_some() && whole(duration))
        || (size.size().is_some() && whole(size))
}

/// Says whether the text is a comparison of a key that takes none, which reads back as text.
pub(super) fn is_bare_comparison(raw: &str) -> bool {
    let Some(rest) = raw.strip_prefix(['>', '<']) else {
        return false;
    };
    let rest = rest.strip_prefix('=').unwrap_or(rest);
    rest.starts_with(|c: char| c.is_alphanumeric()) && is_bare_value(rest)
}

/// Says whether the text starts like an operator and yet cannot be quoted: an explicit `=` before
/// it keeps it whole.
pub(super) fn looks_compared(raw: &str) -> bool {
    raw.ends_with('\\') && raw.starts_with(['>', '<', '=', '!', '\u{F00D}'])
}

/// Says whether the text may stand in a list without quotes.
pub(super) fn is_bare_item(raw: &str) -> bool {
    let plain = !raw.is_empty() && !raw.contains(['(', ')', ',', ' ', '[', ']', '"']);
    plain || raw.ends_with('\\')
}

/// Writes text so that it is read back as itself, as a value or as an item of a list; nothing where
/// the language cannot.
pub(crate) fn written_value(text: &str, listed: bool) -> Option<String> {
    let raw = text.replace('*', "\\*");
    // A star after a backslash would be active, and a quote after one would not close.
    if text.contains("\\*") || raw.ends_with('\\') {
        return None;
    }
    let fits = if listed {
        is_bare_item(&raw)
    } else {
        is_bare_value(&raw)
    };
    Some(if fits {
        raw
    } else {
        ["\"", &raw.replace('"', "\\\""), "\""].concat()
    })
}

/// Decides which free texts of a list are written as phrases; nothing where there is none.
///
/// Texts beside each other are phrases, since words would run together. One that is alone needs
/// quotes unless it was written without, or is a plain word. Some words are a phrase even so: a
/// boolean word at their end, which only a parenthesis right after it makes text, and a quote at
/// their start or in a group that is only text, which could close another one.
///
/// Text that ends in a backslash cannot be a phrase, and what follows it is not either.
pub(super) fn phrases(terms: &[Term]) -> Vec<bool> {
    let is_text = |term: Option<&Term>| matches!(term, Some(Term::FreeText(_)));
    if !terms.iter().any(|term| is_text(Some(term))) {
        return Vec::new();
    }
    let mut phrases = Vec::with_capacity(terms.len());
    let mut after_words = false;
    for (index, term) in terms.iter().enumerate() {
        let Term::FreeText(text) = term else {
            after_words = false;
            phrases.push(false);
            continue;
        };
        let before = index.checked_sub(1).and_then(|before| terms.get(before));
        let alone = !is_text(before) && !is_text(terms.get(index + 1));
        let raw = text.pattern.raw();
        // After a list, a comma would go on with it.
        let goes_on =
            raw.starts_with(',') && matches!(before, Some(Term::Filter(_) | Term::Has(_)));
        let wanted = !alone || goes_on || is_odd(text) || (text.quoted && !is_plain_word(raw));
        let phrase = wanted && !after_words && !raw.ends_with('\\');
        after_words = !phrase;
        phrases.push(phrase);
    }
    phrases
}

fn is_odd(text: &FreeText) -> bool {
    let raw = text.pattern.raw();
    // Words start after a space, and after a parenthesis that the text holds.
    let last = raw.rsplit([' ', ')']).next().unwrap_or_default();
    let boolean = ["or", "and"]
        .iter()
        .any(|word| last.eq_ignore_ascii_case(word));
    // A call with a value is a filter once a space follows it, where a parenthesis did before.
    let call = raw
        .rsplit(' ')
        .next()
        .is_some_and(|word| word.contains("):"));
    !text.quoted
        && (boolean || call || opens_quote(raw) || (raw.starts_with('(') && raw.contains('"')))
}

/// Says whether a quote stands in words where a quoted text is looked for first.
pub(super) fn opens_quote(raw: &str) -> bool {
    raw.starts_with('"') || raw.contains("(\"")
}

/// Says whether the text is a word that means nothing else, whatever is beside it.
fn is_plain_word(text: &str) -> bool {
    let boolean = ["and", "or", "not"]
        .iter()
        .any(|word| text.eq_ignore_ascii_case(word));
    !boolean && text.chars().all(|c| c.is_alphanumeric() || c == '_')
}
