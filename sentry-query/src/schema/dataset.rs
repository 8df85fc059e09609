use super::function_table::FUNCTIONS;
use super::index::Index;
use super::{FieldKind, FieldSpec, FunctionSpec};
use super::{
    discover, errors, event, feedback, issues, logs, measurements, metrics, origin, replays, spans,
    transactions, user,
};
use crate::{Dialect, Parse, ParseOptions};

/// What a query searches.
///
/// A data set knows more than a [`Dialect`]: which fields there are, what they hold, and how some
/// of their values are read.
///
/// ```
/// use sentry_query::{Dataset, Operator, Term};
///
/// let parsed = Dataset::Spans.parse("span.duration:>3s");
/// let Term::Filter(filter) = &parsed.query().terms()[0] else { unreachable!() };
/// assert_eq!(filter.operator, Operator::Greater);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Dataset {
    /// Issues: groups of events that have the same cause.
    Issues,
    /// Error events.
    Errors,
    /// Transactions, the older form of traces.
    Transactions,
    /// Spans, the parts of traces.
    Spans,
    /// Log entries.
    Logs,
    /// Metrics that applications record beside their traces.
    Metrics,
    /// Recorded sessions.
    Replays,
    /// What users wrote; they are issues.
    Feedback,
}

impl Dataset {
    /// Every data set.
    pub const ALL: &'static [Self] = &[
        Self::Issues,
        Self::Errors,
        Self::Transactions,
        Self::Spans,
        Self::Logs,
        Self::Metrics,
        Self::Replays,
        Self::Feedback,
    ];

    /// Returns Sentry's name of the data set.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Issues => "issues",
            Self::Errors => "errors",
            Self::Transactions => "transactions",
            Self::Spans => "spans",
            Self::Logs => "logs",
            Self::Metrics => "metrics",
            Self::Replays => "replays",
            Self::Feedback => "feedback",
        }
    }

    /// Returns the dialect that it is searched in.
    pub fn dialect(self) -> Dialect {
        match self {
            Self::Issues | Self::Feedback => Dialect::Issues,
            _ => Dialect::Events,
        }
    }

    /// Parses a search query with what is known about the data set; never fails.
    pub fn parse(self, text: &str) -> Parse {
        ParseOptions::for_dataset(self).parse(text)
    }

    /// Returns the fields: those of the data set itself first.
    pub fn fields(self) -> impl Iterator<Item = &'static FieldSpec> {
        self.index().rows()
    }

    /// The same without looking whether an earlier row has the name, which costs less.
    pub(crate) fn rows(self) -> impl Iterator<Item = &'static FieldSpec> {
        self.index().all()
    }

    /// Returns the field of this name, internal or documented.
    pub fn field(self, name: &str) -> Option<&'static FieldSpec> {
        self.index().get(name)
    }

    /// Returns the field of this name if it is one of the data set alone, rather than of all events.
    pub(crate) fn own_field(self, name: &str) -> Option<&'static FieldSpec> {
        let spec = self.field(name)?;
        self.index().is_own(spec).then_some(spec)
    }

    /// Returns the functions in alphabetical order; issue search and replays have none.
    pub fn functions(self) -> impl Iterator<Item = &'static FunctionSpec> {
        let has = move |row: &&FunctionSpec| row.datasets.contains(&self);
        FUNCTIONS.iter().filter(has)
    }

    /// Returns how the values of a key are read where the data set has types of its own.
    pub(crate) fn kind(self, name: &str) -> Option<FieldKind> {
        if !self.has_own_kinds() {
            return None;
        }
        if let Some(spec) = self.field(name) {
            return Some(spec.kind);
        }
        let inner = name.strip_suffix(']')?;
        let (key, kind) = inner.rsplit_once(',')?;
        match kind {
            "number" if key.starts_with("tags[") || key.starts_with("flags[") => {
                Some(FieldKind::Number)
            }
            "boolean" if key.starts_with("tags[") => Some(FieldKind::Boolean),
            _ => None,
        }
    }

    /// Says whether a key that is no field is an attribute, rather than a tag.
    pub(crate) fn has_attributes(self) -> bool {
        matches!(self, Self::Spans | Self::Logs | Self::Metrics)
    }

    /// Says whether the data set reads fields otherwise than its dialect.
    pub(crate) fn has_own_kinds(self) -> bool {
        matches!(
            self,
            Self::Spans | Self::Logs | Self::Metrics | Self::Replays
        )
    }

    fn index(self) -> &'static Index {
        match self {
            Self::Issues => &ISSUES,
            Self::Errors => &ERRORS,
            Self::Transactions => &TRANSACTIONS,
            Self::Spans => &SPANS,
            Self::Logs => &LOGS,
            Self::Metrics => &METRICS,
            Self::Replays => &REPLAYS,
            Self::Feedback => &FEEDBACK,
        }
    }
}

static ISSUES: Index = Index::new(&[
    issues::FIELDS,
    event::FIELDS,
    errors::FIELDS,
    origin::FIELDS,
    user::FIELDS,
]);
static ERRORS: Index = Index::new(&[
    errors::FIELDS,
    event::FIELDS,
    discover::FIELDS,
    origin::FIELDS,
    user::FIELDS,
    transactions::FIELDS,
]);
static TRANSACTIONS: Index = Index::new(&[
    transactions::FIELDS,
    measurements::FIELDS,
    event::FIELDS,
    discover::FIELDS,
    origin::FIELDS,
    user::FIELDS,
]);
static SPANS: Index = Index::new(&[
    spans::FIELDS,
    measurements::FIELDS,
    origin::FIELDS,
    user::FIELDS,
]);
static LOGS: Index = Index::new(&[logs::FIELDS, origin::FIELDS]);
static METRICS: Index = Index::new(&[metrics::FIELDS, origin::FIELDS]);
static REPLAYS: Index = Index::new(&[replays::FIELDS, origin::FIELDS, user::FIELDS]);
static FEEDBACK: Index = Index::new(&[
    feedback::FIELDS,
    issues::FIELDS,
    event::FIELDS,
    errors::FIELDS,
    origin::FIELDS,
    user::FIELDS,
]);

/// Every field that event search types, whatever it searches.
pub(super) static EVENT_SEARCH: Index = Index::new(&[
    event::FIELDS,
    errors::FIELDS,
    transactions::FIELDS,
    measurements::FIELDS,
    discover::FIELDS,
    origin::FIELDS,
    user::FIELDS,
]);

/// The same of issue search, whose own fields come first.
pub(super) static ISSUE_SEARCH: Index = Index::new(&[
    issues::FIELDS,
    event::FIELDS,
    errors::FIELDS,
    transactions::FIELDS,
    measurements::FIELDS,
    discover::FIELDS,
    origin::FIELDS,
    user::FIELDS,
]);
