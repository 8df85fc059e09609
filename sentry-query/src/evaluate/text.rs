use std::borrow::Cow;

/// Compares two texts in any case.
pub(crate) fn same_text(left: &str, right: &str) -> bool {
    if left.is_ascii() && right.is_ascii() {
        return left.eq_ignore_ascii_case(right);
    }
    left.chars().map(fold).eq(right.chars().map(fold))
}

/// The character in lower case; the one whose lower case is two characters stays.
fn fold(c: char) -> char {
    let mut lower = c.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(only), None) => only,
        _ => c,
    }
}

/// The text in lower case, as far as it is not already.
pub(crate) fn folded(text: &str) -> Cow<'_, str> {
    if text
        .bytes()
        .all(|b| b.is_ascii() && !b.is_ascii_uppercase())
    {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.chars().map(fold).collect())
    }
}

/// Says whether `needle` stands anywhere in `text`, in any case.
///
/// The search of the standard library is linear, hence the copies in lower case.
pub(crate) fn contains_text(text: &str, needle: &str) -> bool {
    folded(text).contains(folded(needle).as_ref())
}

/// Says whether a pattern with stars matches the whole of `text`, in any case.
///
/// What stands between two stars is looked for once, as far to the left as it goes: an earlier
/// place leaves more for the rest.
pub(crate) fn matches_wildcard(pattern: &str, text: &str) -> bool {
    let text = folded(text);
    let mut rest = text.as_ref();
    let mut segment = String::new();
    let mut anchored = true;
    let mut chars = pattern.chars();
    while let Some(c) = chars.next() {
        if c != '*' {
            let literal = match c {
                '\\' => chars.next().unwrap_or(c),
                c => c,
            };
            segment.push(fold(literal));
            continue;
        }
        let after = if anchored {
            rest.strip_prefix(segment.as_str())
        } else {
            rest.find(segment.as_str())
                .and_then(|at| rest.get(at + segment.len()..))
        };
        let Some(after) = after else { return false };
        rest = after;
        segment.clear();
        anchored = false;
    }
    if anchored {
        rest == segment
    } else {
        rest.ends_with(segment.as_str())
    }
}
