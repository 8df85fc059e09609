use std::fmt;

use crate::parser::Parser;
use crate::schema::{Dataset, FieldKind, FieldSpec, field, field_kind};
use crate::{Dialect, Parse};

type Kinds<'k> = dyn Fn(&str) -> Option<FieldKind> + 'k;

/// How to parse: the dialect, and what is known about the kinds of fields.
///
/// [`parse`](crate::parse) is the short form. A data set with typed fields of its own names them
/// here; then their values are read as numbers, durations and so on.
///
/// ```
/// use sentry_query::schema::FieldKind;
/// use sentry_query::{Dialect, Operator, ParseOptions, Term};
///
/// let kinds = |name: &str| match name {
///     "span.duration" => Some(FieldKind::Duration),
///     "tags[cart,number]" => Some(FieldKind::Number),
///     _ => None,
/// };
/// let options = ParseOptions::new(Dialect::Events).kinds(&kinds);
/// let parsed = options.parse("span.duration:>3s tags[cart, number]:<=5");
/// assert!(parsed.is_ok());
/// let Term::Filter(filter) = &parsed.query().terms()[1] else { unreachable!() };
/// assert_eq!(filter.operator, Operator::LessOrEqual);
/// ```
#[derive(Clone, Copy)]
#[must_use = "options do nothing until `parse` is called"]
pub struct ParseOptions<'k> {
    dialect: Dialect,
    dataset: Option<Dataset>,
    kinds: Option<&'k Kinds<'k>>,
}

impl<'k> ParseOptions<'k> {
    /// Starts with what the dialect itself knows.
    pub fn new(dialect: Dialect) -> Self {
        Self {
            dialect,
            dataset: None,
            kinds: None,
        }
    }

    /// Starts with what is known about a data set, in its dialect.
    pub fn for_dataset(dataset: Dataset) -> Self {
        Self {
            dataset: Some(dataset),
            ..Self::new(dataset.dialect())
        }
    }

    /// Asks for the kind of a field under its internal name first; `None` leaves it to the dialect.
    pub fn kinds(mut self, kinds: &'k dyn Fn(&str) -> Option<FieldKind>) -> Self {
        self.kinds = Some(kinds);
        self
    }

    /// Parses a search query; never fails.
    pub fn parse(&self, text: &str) -> Parse {
        Parser::run(text, *self)
    }

    pub(crate) fn dialect(&self) -> Dialect {
        self.dialect
    }

    /// Says whether some fields are read otherwise than the dialect reads them.
    pub(crate) fn has_own_kinds(&self) -> bool {
        self.kinds.is_some() || self.dataset.is_some_and(Dataset::has_own_kinds)
    }

    /// Returns what is known about a field.
    pub(crate) fn field(&self, name: &str) -> Option<&'static FieldSpec> {
        match self.dataset {
            Some(dataset) => dataset.field(name),
            None => field(self.dialect, name),
        }
    }

    pub(crate) fn kind_of(&self, name: &str) -> FieldKind {
        let own = self.kinds.and_then(|kinds| kinds(name));
        own.or_else(|| self.dataset?.kind(name))
            .unwrap_or_else(|| field_kind(self.dialect, name))
    }
}

impl From<Dialect> for ParseOptions<'_> {
    fn from(dialect: Dialect) -> Self {
        Self::new(dialect)
    }
}

impl From<Dataset> for ParseOptions<'_> {
    fn from(dataset: Dataset) -> Self {
        Self::for_dataset(dataset)
    }
}

impl fmt::Debug for ParseOptions<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ParseOptions")
            .field("dialect", &self.dialect)
            .field("dataset", &self.dataset)
            .finish_non_exhaustive()
    }
}
