use super::leaf::Leaf;
use super::search::{Ranges, Search, Take};
use super::{
    Age, Assignee, BuildError, Condition, FieldBuilder, Level, Priority, Status, assemble,
};
use crate::Dataset;
use crate::ast::Query;

/// Builds an issue search, whose terms must all hold.
///
/// There is no `or` and no group, since issue search has none; a list ([`FieldBuilder::one_of`])
/// says "one of these". What a caller passes is quoted and escaped: it can be hostile and stays a
/// value. The few values that the language cannot spell are an error of [`build`](Self::build).
#[derive(Clone, Debug)]
#[must_use = "a builder does nothing until `build` is called"]
pub struct IssueQuery {
    dataset: Dataset,
    filters: Vec<Condition>,
}

impl IssueQuery {
    pub(crate) fn new(dataset: Dataset) -> Self {
        let filters = Vec::new();
        Self { dataset, filters }
    }

    /// Asks for a status, substatus or flag.
    pub fn is(self, status: Status) -> Self {
        self.take(Condition::leaf(Leaf::Is(status)))
    }

    /// Asks that a status, substatus or flag does not hold.
    pub fn is_not(self, status: Status) -> Self {
        self.take(!Condition::leaf(Leaf::Is(status)))
    }

    /// Asks for the level of the issue's events.
    pub fn level(self, level: Level) -> Self {
        self.field("level").equals(level.as_str())
    }

    /// Asks for a priority.
    pub fn priority(self, priority: Priority) -> Self {
        self.field("issue.priority").equals(priority.as_str())
    }

    /// Asks when the issue was first seen.
    pub fn age(self, age: Age) -> Self {
        self.field("firstSeen").at(age)
    }

    /// Asks when the issue was last seen.
    pub fn last_seen(self, age: Age) -> Self {
        self.field("lastSeen").at(age)
    }

    /// Asks for events of a release; `latest` is the newest one.
    pub fn release(self, version: impl AsRef<str>) -> Self {
        self.field("release").equals(version)
    }

    /// Asks for events of an environment.
    pub fn environment(self, name: impl AsRef<str>) -> Self {
        self.field("environment").equals(name)
    }

    /// Asks who the issue is assigned to.
    pub fn assigned(self, assignee: impl Into<Assignee>) -> Self {
        self.field("assigned").equals(assignee.into().as_str())
    }

    /// Asks that a field or tag is set.
    pub fn has(self, key: impl AsRef<str>) -> Self {
        self.take(super::has(key))
    }

    /// Asks that a field or tag is not set.
    pub fn has_not(self, key: impl AsRef<str>) -> Self {
        self.take(!super::has(key))
    }

    /// Starts a filter on any field; `tags[name]` and `flags[name]` are fields too.
    ///
    /// ```
    /// use sentry_query::Query;
    ///
    /// let query = Query::issues()
    ///     .field("os.name").one_of(["iOS", "Android 14"])
    ///     .field("tags[plan]").not().starts_with("free")
    ///     .field("timesSeen").greater_than(100)
    ///     .build()?;
    /// assert_eq!(
    ///     query.to_string(),
    ///     "os.name:[iOS, \"Android 14\"] !tags[plan]:free* timesSeen:>100",
    /// );
    /// # Ok::<(), sentry_query::BuildError>(())
    /// ```
    pub fn field(self, key: impl AsRef<str>) -> FieldBuilder<Self> {
        FieldBuilder::new(self, key.as_ref())
    }

    /// Starts a filter on a tag, even where a field has the same name.
    pub fn tag(self, name: impl AsRef<str>) -> FieldBuilder<Self> {
        FieldBuilder::tag(self, name.as_ref())
    }

    /// Starts a filter on a feature flag, as it was when the event happened.
    pub fn flag(self, name: impl AsRef<str>) -> FieldBuilder<Self> {
        FieldBuilder::flag(self, name.as_ref())
    }

    /// Searches the message and title for a text, literally.
    pub fn text(self, text: impl AsRef<str>) -> Self {
        self.take(super::text(text))
    }

    /// Returns the query.
    ///
    /// # Errors
    ///
    /// The first key or value that the language cannot spell, or that its field does not take.
    pub fn build(self) -> Result<Query, BuildError> {
        assemble::query(self.dataset, super::all(self.filters))
    }
}

impl Default for IssueQuery {
    fn default() -> Self {
        Query::issues()
    }
}

impl Take for IssueQuery {
    type Whole = Self;

    fn take(mut self, filter: Condition) -> Self {
        self.filters.push(filter);
        self
    }
}

impl Search for IssueQuery {}
impl Ranges for IssueQuery {}
