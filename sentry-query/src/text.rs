use std::borrow::Cow;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Deref;
use std::sync::Arc;

use crate::Span;

/// A piece of text in a query.
///
/// All pieces of one parsed query share one copy of its source, so that cloning costs no
/// allocation. Two pieces are equal when they read the same.
///
/// ```
/// use sentry_query::Text;
///
/// let text = Text::from("checkout");
/// assert_eq!(text.as_str(), "checkout");
/// assert_eq!(text, Text::from(String::from("checkout")));
/// ```
#[derive(Clone)]
pub struct Text(Repr);

#[derive(Clone)]
enum Repr {
    Static(&'static str),
    Shared { source: Arc<str>, span: Span },
}

impl Text {
    pub(crate) const fn fixed(text: &'static str) -> Self {
        Self(Repr::Static(text))
    }

    pub(crate) fn shared(source: &Arc<str>, span: Span) -> Self {
        Self(Repr::Shared {
            source: Arc::clone(source),
            span,
        })
    }

    /// Returns where the text stands in `source`, when it is a piece of that very copy.
    pub(crate) fn place(&self, source: &str) -> Option<Span> {
        match &self.0 {
            Repr::Shared { source: own, span } => {
                std::ptr::eq::<str>(own.as_ref(), source).then_some(*span)
            }
            Repr::Static(_) => None,
        }
    }

    /// Returns the text.
    pub fn as_str(&self) -> &str {
        match &self.0 {
            Repr::Static(text) => text,
            Repr::Shared { source, span } => span.slice(source),
        }
    }
}

impl Default for Text {
    fn default() -> Self {
        Self::fixed("")
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl AsRef<str> for Text {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        let span = Span::new(0, text.len());
        Self(Repr::Shared {
            source: Arc::from(text),
            span,
        })
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        let span = Span::new(0, text.len());
        Self(Repr::Shared {
            source: Arc::from(text),
            span,
        })
    }
}

impl From<Cow<'_, str>> for Text {
    fn from(text: Cow<'_, str>) -> Self {
        Self::from(text.as_ref())
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for Text {}

impl PartialEq<str> for Text {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for Text {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl Hash for Text {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
