//! Terms that need no fence.

use std::fmt;

use serde::{Serialize, Serializer};

/// The longest term, in characters.
const LONGEST: usize = 100;

/// An id, slug or term from an answer that can stand outside a fence.
///
/// It is made of ASCII letters, digits and `_ - . :` alone, and is short: too little to
/// say anything to a model.
///
/// ```
/// use sentry_mcp::untrusted::Word;
///
/// assert_eq!(Word::new("SHOP-API-12").map(|word| word.to_string()).as_deref(), Some("SHOP-API-12"));
/// assert_eq!(Word::new("run this"), None);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word(String);

impl Word {
    /// The text, when it is such a term.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"_-.:".contains(&byte);
        let is_word = (1..=LONGEST).contains(&text.len()) && text.bytes().all(plain);
        is_word.then(|| Self(text.to_owned()))
    }
}

impl fmt::Display for Word {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Serialize for Word {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}
