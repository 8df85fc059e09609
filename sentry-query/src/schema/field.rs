/// How the values of a field are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FieldKind {
    /// Text, with wildcards; every unknown field is text.
    Text,
    /// Text that takes the comparison operators, such as a version.
    OrderedText,
    /// An instant, absolute or relative.
    Date,
    /// A truth value.
    Boolean,
    /// A number.
    Number,
    /// A number that also takes units of time.
    Duration,
    /// A number that also takes units of data.
    Size,
}

impl FieldKind {
    pub(crate) fn is_numeric(self) -> bool {
        matches!(self, Self::Number | Self::Duration | Self::Size)
    }
}

/// Which values a field has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Values {
    /// Any that fit its kind.
    Any,
    /// Any, and these are common.
    Suggested(&'static [&'static str]),
    /// These alone, in any case.
    Only(&'static [&'static str]),
    /// Whole numbers, although they are read as text.
    Integers,
}

/// What is known about a field: one row of a data set's table.
///
/// A row is a key wherever one is asked for.
///
/// ```
/// use sentry_query::{Query, schema::issues};
///
/// let query = Query::issues().field(issues::TIMES_SEEN).greater_than(100).build()?;
/// assert_eq!(query.to_string(), "timesSeen:>100");
/// assert_eq!(issues::TIMES_SEEN.doc(), "How often the issue has happened.");
/// # Ok::<(), sentry_query::BuildError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct FieldSpec {
    /// The internal name.
    pub name: &'static str,
    /// How its values are read.
    pub kind: FieldKind,
    /// Documented names that mean the same; the first one is printed.
    pub aliases: &'static [&'static str],
    /// Names that it had in older versions and that mean nothing now.
    pub former: &'static [&'static str],
    /// Which values it has.
    pub values: Values,
    /// Words of older versions or of other parts of Sentry, each with the value that is meant.
    pub former_values: &'static [(&'static str, &'static str)],
    /// Whether its values can be searched with `*`.
    pub wildcards: bool,
    /// Whether one record can have several values of it, so that two filters can both hold.
    pub several: bool,
    /// Whether its values are listed from the highest to the lowest.
    pub ranked: bool,
    doc: &'static str,
}

impl FieldSpec {
    pub(super) const fn new(name: &'static str, kind: FieldKind, doc: &'static str) -> Self {
        Self {
            name,
            kind,
            aliases: &[],
            former: &[],
            values: Values::Any,
            former_values: &[],
            wildcards: true,
            several: false,
            ranked: false,
            doc,
        }
    }

    pub(super) const fn aliases(self, aliases: &'static [&'static str]) -> Self {
        Self { aliases, ..self }
    }

    pub(super) const fn former(self, former: &'static [&'static str]) -> Self {
        Self { former, ..self }
    }

    pub(super) const fn suggested(self, values: &'static [&'static str]) -> Self {
        let values = Values::Suggested(values);
        Self { values, ..self }
    }

    pub(super) const fn only(self, values: &'static [&'static str]) -> Self {
        let values = Values::Only(values);
        Self { values, ..self }
    }

    pub(super) const fn integers(self) -> Self {
        let values = Values::Integers;
        Self { values, ..self }
    }

    pub(super) const fn former_values(
        self,
        former_values: &'static [(&'static str, &'static str)],
    ) -> Self {
        Self {
            former_values,
            ..self
        }
    }

    pub(super) const fn no_wildcards(self) -> Self {
        Self {
            wildcards: false,
            ..self
        }
    }

    pub(super) const fn several(self) -> Self {
        Self {
            several: true,
            ..self
        }
    }

    pub(super) const fn ranked(self) -> Self {
        Self {
            ranked: true,
            ..self
        }
    }

    /// Returns the name that is documented and printed.
    pub const fn documented(&self) -> &'static str {
        match self.aliases {
            [first, ..] => first,
            [] => self.name,
        }
    }

    /// Returns what the field holds, in a sentence.
    pub const fn doc(&self) -> &'static str {
        self.doc.trim_ascii()
    }
}

impl AsRef<str> for FieldSpec {
    fn as_ref(&self) -> &str {
        self.documented()
    }
}

/// Makes the table of a data set: a constant for each row, and all of them as `FIELDS`.
///
/// A row is a sentence, a constant, the internal name and a kind, then what else is known:
///
/// ```text
/// /// How often the issue has happened.
/// TIMES_SEEN = "times_seen": Number.aliases(&["timesSeen"]);
/// ```
macro_rules! fields {
    ($($(#[doc = $doc:literal])+ $row:ident = $name:literal: $kind:ident $(.$known:ident($($with:expr)?))*;)*) => {
        $(
            $(#[doc = $doc])+
            pub const $row: &crate::schema::FieldSpec = &crate::schema::FieldSpec::new(
                $name,
                crate::schema::FieldKind::$kind,
                concat!($($doc),+),
            )$(.$known($($with)?))*;
        )*
        pub(super) const FIELDS: &[&crate::schema::FieldSpec] = &[$($row),*];
    };
}

pub(super) use fields;
