//! Text that someone outside could have written.
//!
//! Anyone can send events to a Sentry project, since its DSN is public, and whoever
//! reads them here may be an agent with a shell. So whatever an event, a comment or a
//! name says has the type [`Untrusted`] from the model's edge on. It has no `Display`
//! and no way back to a `str`; it leaves in two ways only: inside a [`Fence`], made
//! inert, or as a JSON string without control and invisible characters.

mod clean;
mod fence;
mod inert;
mod word;

use std::fmt;

use serde::{Serialize, Serializer};

pub use self::clean::clean;
pub use self::fence::{Fence, Line, Tag};
pub use self::word::Word;

/// A text from outside; the only ways out are a [`Fence`] and [`Serialize`].
///
/// ```
/// use sentry_mcp::untrusted::Untrusted;
///
/// let title = Untrusted::new("Reset\u{1b}[31m the\u{202e} build");
/// assert_eq!(serde_json::to_string(&title)?, "\"Reset the build\"");
/// assert_eq!(format!("{title:?}"), "Untrusted(23 bytes)");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Untrusted(String);

impl Untrusted {
    /// Marks a text as coming from outside.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// Whether there is nothing to read in it once it is cleaned.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        clean(&self.0).trim().is_empty()
    }

    /// The text itself, where it has the form of a term that needs no fence.
    #[must_use]
    pub fn as_word(&self, form: fn(&str) -> Option<Word>) -> Option<Word> {
        form(&self.0)
    }

    /// The first `limit` characters of the cleaned text, with a mark where it was cut.
    ///
    /// For parts of a JSON document that are too large to be passed on whole.
    #[must_use]
    pub fn shortened(&self, limit: usize) -> Self {
        let text = clean(&self.0);
        match text.char_indices().nth(limit) {
            None => Self(text.into_owned()),
            Some((end, _)) => Self(format!("{}…", text.get(..end).unwrap_or_default())),
        }
    }
}

impl From<String> for Untrusted {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl From<&str> for Untrusted {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl fmt::Debug for Untrusted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Untrusted({} bytes)", self.0.len())
    }
}

impl Serialize for Untrusted {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&clean(&self.0))
    }
}

/// Cleans every text and key of a JSON document from outside.
///
/// For parts of an event whose shape is free, such as contexts and variables.
///
/// ```
/// let dirty = serde_json::json!({"a\u{200b}b": ["\u{7}x"], "n": 1});
/// let clean = sentry_mcp::untrusted::clean_json(dirty);
/// assert_eq!(clean, serde_json::json!({"ab": ["x"], "n": 1}));
/// ```
#[must_use]
pub fn clean_json(value: serde_json::Value) -> serde_json::Value {
    use serde_json::Value;
    match value {
        Value::String(text) => Value::String(clean(&text).into_owned()),
        Value::Array(items) => items.into_iter().map(clean_json).collect(),
        Value::Object(fields) => fields
            .into_iter()
            .map(|(key, value)| (clean(&key).into_owned(), clean_json(value)))
            .collect(),
        other => other,
    }
}
