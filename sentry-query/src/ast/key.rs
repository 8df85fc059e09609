use crate::{Span, Text};

/// The left side of a filter.
///
/// ```
/// use sentry_query::{Dialect, Term, parse};
///
/// let parsed = parse("age:-24h tags[ feature , string ]:x tags[feature, string]:x", Dialect::Issues);
/// let Term::Filter(filter) = &parsed.query().terms()[0] else { unreachable!() };
/// assert_eq!(filter.key.name(), "first_seen");
/// let Term::Filter(filter) = &parsed.query().terms()[2] else { unreachable!() };
/// assert_eq!(filter.key.name(), "tags[feature,string]");
/// ```
#[derive(Clone, Debug)]
pub struct Key {
    /// Where the key stands, with its quotes or brackets.
    pub span: Span,
    /// Which form the key has.
    pub form: KeyForm,
    /// Whether `[*]` follows: the filter looks at the members of an array.
    pub array: bool,
    pub(crate) name: Text,
}

impl Key {
    /// Returns the canonical internal name: aliases resolved, brackets without inner spaces.
    pub fn name(&self) -> &str {
        &self.name
    }
}

impl PartialEq for Key {
    fn eq(&self, other: &Self) -> bool {
        self.form == other.form && self.array == other.array && self.name == other.name
    }
}

/// The forms of keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum KeyForm {
    /// `level`, or quoted for a colon inside: `"a:b"`.
    Field,
    /// `tags[name]`, or typed: `tags[name,number]`.
    Tag(Option<AttributeKind>),
    /// `flags[name]`, or typed: `flags[name,string]`.
    Flag(Option<AttributeKind>),
}

/// The type that a tag or flag is read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AttributeKind {
    /// `string`
    String,
    /// `number`
    Number,
    /// `boolean`, of tags only
    Boolean,
    /// `array`, of tags only and only with `[*]`
    Array,
}

impl AttributeKind {
    /// Returns how the type is written.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::String => "string",
            Self::Number => "number",
            Self::Boolean => "boolean",
            Self::Array => "array",
        }
    }
}
