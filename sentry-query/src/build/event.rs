use super::leaf::Leaf;
use super::search::{Ranges, Search, Take};
use super::{BuildError, Condition, FieldBuilder, FunctionBuilder, Negated, assemble};
use crate::Dataset;
use crate::ast::{AttributeKind, Query};

/// Builds a search of events, spans, logs, metrics or replays.
///
/// Its filters must all hold; [`or`](Self::or), and conditions made with
/// [`any`](super::any), [`all`](super::all) and `!`, say what else there is to say. What a caller
/// passes is quoted and escaped: it can be hostile and stays a value.
///
/// ```
/// use std::time::Duration;
/// use sentry_query::Query;
/// use sentry_query::build::{any, field};
///
/// let slow = field("span.duration").greater_than(Duration::from_secs(3));
/// let query = Query::spans()
///     .field("span.op").one_of(["db", "http.client"])
///     .tag("plan").equals("x\" OR (")
///     .and(any([slow, field("span.status").equals("internal_error")]))
///     .function("count", &[]).at_least(10)
///     .build()?;
/// assert_eq!(
///     query.to_string(),
///     r#"span.op:[db, http.client] tags[plan]:"x\" OR (" (span.duration:>3s OR span.status:internal_error) count():>=10"#,
/// );
/// # Ok::<(), sentry_query::BuildError>(())
/// ```
#[derive(Clone, Debug)]
#[must_use = "a builder does nothing until `build` is called"]
pub struct EventQuery {
    dataset: Dataset,
    condition: Option<Condition>,
}

impl EventQuery {
    pub(crate) fn new(dataset: Dataset) -> Self {
        let condition = None;
        Self { dataset, condition }
    }

    /// Starts a filter on any field; `tags[name]` and `flags[name]` are fields too, and `name[*]`
    /// asks for a member of an array.
    pub fn field(self, key: impl AsRef<str>) -> FieldBuilder<Self> {
        FieldBuilder::new(self, key.as_ref())
    }

    /// Starts a filter on a tag, even where a field has the same name.
    pub fn tag(self, name: impl AsRef<str>) -> FieldBuilder<Self> {
        FieldBuilder::tag(self, name.as_ref())
    }

    /// Starts a filter on a tag or attribute that is read as this type.
    pub fn typed_tag(self, name: impl AsRef<str>, kind: AttributeKind) -> FieldBuilder<Self> {
        FieldBuilder::typed_tag(self, name.as_ref(), kind)
    }

    /// Starts a filter on a feature flag, as it was when the event happened.
    pub fn flag(self, name: impl AsRef<str>) -> FieldBuilder<Self> {
        FieldBuilder::flag(self, name.as_ref())
    }

    /// Starts a filter on what a function returns.
    pub fn function(self, name: impl AsRef<str>, arguments: &[&str]) -> FunctionBuilder<Self> {
        FunctionBuilder::new(self, name.as_ref(), arguments)
    }

    /// Asks that a field or tag is set.
    pub fn has(self, key: impl AsRef<str>) -> Self {
        self.and(has(key))
    }

    /// Asks that a field or tag is not set.
    pub fn has_not(self, key: impl AsRef<str>) -> Self {
        self.and(!has(key))
    }

    /// Searches the message for a text, literally.
    pub fn text(self, text: impl AsRef<str>) -> Self {
        self.and(self::text(text))
    }

    /// Asks that a condition holds as well.
    pub fn and(mut self, condition: Condition) -> Self {
        self.condition = Some(match self.condition {
            Some(before) => before.and(condition),
            None => condition,
        });
        self
    }

    /// Asks that either everything before or the condition holds.
    ///
    /// Where nothing is before, the condition has to hold.
    ///
    /// ```
    /// use sentry_query::{Query, build::field};
    ///
    /// let query = Query::errors()
    ///     .field("level").equals("fatal")
    ///     .or(field("level").equals("error").and(field("error.handled").is_false()))
    ///     .field("environment").equals("production")
    ///     .build()?;
    /// assert_eq!(
    ///     query.to_string(),
    ///     "(level:fatal OR level:error error.handled:false) environment:production",
    /// );
    /// # Ok::<(), sentry_query::BuildError>(())
    /// ```
    pub fn or(mut self, condition: Condition) -> Self {
        self.condition = Some(match self.condition {
            Some(before) => before.or(condition),
            None => condition,
        });
        self
    }

    /// Returns the query.
    ///
    /// # Errors
    ///
    /// The first key or value that the language cannot spell, or that its field does not take;
    /// groups nested deeper than [`MAX_DEPTH`](crate::MAX_DEPTH); conditions that can never hold.
    pub fn build(self) -> Result<Query, BuildError> {
        assemble::query(
            self.dataset,
            self.condition.unwrap_or_else(|| super::all([])),
        )
    }
}

impl Take for EventQuery {
    type Whole = Self;

    fn take(self, condition: Condition) -> Self {
        self.and(condition)
    }
}

impl Search for EventQuery {}
impl Ranges for EventQuery {}
impl Ranges for Negated<EventQuery> {}

/// Holds when a field or tag is set.
pub fn has(key: impl AsRef<str>) -> Condition {
    Condition::leaf(Leaf::Has(key.as_ref().to_owned()))
}

/// Holds when the message holds this text, literally.
///
/// ```
/// use sentry_query::{Query, build::{any, has, text}};
///
/// let query = Query::logs().and(any([text("time out"), !has("trace")])).build()?;
/// assert_eq!(query.to_string(), "\"time out\" OR !has:trace");
/// let query = Query::logs().and(!text("time out")).build()?;
/// assert_eq!(query.to_string(), "!message:\"time out\"");
/// # Ok::<(), sentry_query::BuildError>(())
/// ```
pub fn text(text: impl AsRef<str>) -> Condition {
    Condition::leaf(Leaf::Text(text.as_ref().to_owned()))
}
