use std::borrow::Cow;
use std::fmt;

use crate::Text;

/// Text to look for, in which an unescaped `*` stands for any run of characters.
///
/// ```
/// use sentry_query::{Pattern, PatternClass};
///
/// let pattern = Pattern::new(r"api\*/*");
/// assert!(pattern.is_wildcard());
/// assert_eq!(pattern.class(), Some(PatternClass::Prefix));
/// assert_eq!(pattern.segments(), ["api*/", ""]);
/// assert!(pattern.matches("API*/users"));
/// assert!(!pattern.matches("api/users"));
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Pattern {
    raw: Text,
}

/// Where the active stars of a wildcard stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PatternClass {
    /// `abc*`
    Prefix,
    /// `*abc`
    Suffix,
    /// `*abc*`
    Infix,
    /// Anything else with a star.
    Other,
}

impl Pattern {
    /// Makes a pattern of text in which `*` is active and `\*` is a star.
    pub fn new(raw: impl Into<Text>) -> Self {
        Self { raw: raw.into() }
    }

    /// Returns the text without its quotes, backslashes kept.
    pub fn raw(&self) -> &str {
        &self.raw
    }

    /// Returns where the text stands in `source`, without its quotes, when it is a piece of it.
    pub(crate) fn place(&self, source: &str) -> Option<crate::Span> {
        self.raw.place(source)
    }

    /// Says whether a star is active, that is, preceded by an even number of backslashes.
    pub fn is_wildcard(&self) -> bool {
        stars(&self.raw).next().is_some()
    }

    /// Returns the text that is compared when no star is active: `\*` reads as `*`.
    pub fn text(&self) -> Cow<'_, str> {
        unescape_stars(&self.raw)
    }

    /// Returns where the active stars stand, or `None` without any.
    pub fn class(&self) -> Option<PatternClass> {
        let (mut leading, mut trailing, mut other) = (false, false, false);
        for star in stars(&self.raw) {
            // The run of backslashes before a star belongs to it: it leads only as the very first
            // character.
            if star == 0 {
                leading = true;
            } else if star + 1 == self.raw.len() {
                trailing = true;
            } else {
                other = true;
            }
        }
        match (leading, trailing, other) {
            (_, _, true) => Some(PatternClass::Other),
            (true, true, false) => Some(PatternClass::Infix),
            (true, false, false) => Some(PatternClass::Suffix),
            (false, true, false) => Some(PatternClass::Prefix),
            (false, false, false) => None,
        }
    }

    /// Returns the text without the stars of a prefix, suffix or infix pattern.
    pub fn trimmed(&self) -> Cow<'_, str> {
        let raw = self.raw.as_str();
        let raw = match self.class() {
            Some(PatternClass::Prefix) => raw.get(..raw.len() - 1),
            Some(PatternClass::Suffix) => raw.get(1..),
            Some(PatternClass::Infix) => raw.get(1..raw.len() - 1),
            Some(PatternClass::Other) | None => None,
        };
        unescape_stars(raw.unwrap_or(&self.raw))
    }

    /// Splits a wildcard at its active stars, with every backslash escape resolved.
    pub fn segments(&self) -> Vec<String> {
        let mut segments = vec![String::new()];
        let mut chars = self.raw.chars();
        while let Some(c) = chars.next() {
            let literal = match c {
                '*' => {
                    segments.push(String::new());
                    continue;
                }
                '\\' => chars.next().unwrap_or('\\'),
                _ => c,
            };
            if let Some(segment) = segments.last_mut() {
                segment.push(literal);
            }
        }
        segments
    }

    /// Says whether the pattern matches the whole of `candidate`, in any case.
    pub fn matches(&self, candidate: &str) -> bool {
        if self.is_wildcard() {
            crate::evaluate::matches_wildcard(&self.raw, candidate)
        } else {
            crate::evaluate::same_text(&self.text(), candidate)
        }
    }

    /// Says whether the pattern matches as a message is searched: text without an active star may
    /// stand anywhere in it.
    pub fn is_within(&self, candidate: &str) -> bool {
        if self.is_wildcard() {
            self.matches(candidate)
        } else {
            crate::evaluate::contains_text(candidate, &self.text())
        }
    }
}

impl fmt::Debug for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.raw, f)
    }
}

/// The byte offsets of the active stars.
fn stars(raw: &str) -> impl Iterator<Item = usize> + '_ {
    let mut escaped = false;
    raw.bytes().enumerate().filter_map(move |(at, byte)| {
        let active = byte == b'*' && !escaped;
        escaped = byte == b'\\' && !escaped;
        active.then_some(at)
    })
}

fn unescape_stars(raw: &str) -> Cow<'_, str> {
    if raw.contains("\\*") {
        Cow::Owned(raw.replace("\\*", "*"))
    } else {
        Cow::Borrowed(raw)
    }
}
