//! Typed building of queries: values stay values.

mod age;
mod error;
mod field;
mod key;
mod words;

pub use age::{Age, newer_than, older_than};
pub use error::BuildError;
pub use field::FieldBuilder;
pub use words::{Assignee, Level, Priority, Status};

use crate::ast::{FreeText, Has, HasKeys, Is, Operator, Pattern, Query, Term};
use crate::schema::is_value;
use crate::{Dialect, Span, parse};

impl Query {
    /// Starts an issue search.
    ///
    /// ```
    /// use std::time::Duration;
    /// use sentry_query::{Level, Query, Status, newer_than};
    ///
    /// let query = Query::issues()
    ///     .is(Status::Unresolved)
    ///     .level(Level::Error)
    ///     .age(newer_than(Duration::from_secs(24 * 3600)))
    ///     .release("shop@2.1")
    ///     .field("url").contains("/cart (new)")
    ///     .text("payment OR refund")
    ///     .build()?;
    /// assert_eq!(
    ///     query.to_string(),
    ///     "is:unresolved level:error firstSeen:-1d release:shop@2.1 \
    ///      url:\"*/cart (new)*\" \"payment OR refund\"",
    /// );
    /// # Ok::<(), sentry_query::BuildError>(())
    /// ```
    pub fn issues() -> IssueQuery {
        IssueQuery::default()
    }
}

/// Builds an issue search, whose terms must all hold.
///
/// There is no `or` and no group, since issue search has none; a list ([`FieldBuilder::one_of`])
/// says "one of these". What a caller passes is quoted and escaped: it can be hostile and stays a
/// value. The few values that the language cannot spell are an error of [`build`](Self::build).
#[derive(Clone, Debug, Default)]
#[must_use = "a builder does nothing until `build` is called"]
pub struct IssueQuery {
    terms: Vec<Term>,
    error: Option<BuildError>,
}

impl IssueQuery {
    /// Asks for a status, substatus or flag.
    pub fn is(self, status: Status) -> Self {
        self.push_is(status, false)
    }

    /// Asks that a status, substatus or flag does not hold.
    pub fn is_not(self, status: Status) -> Self {
        self.push_is(status, true)
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
        self.push_has(key.as_ref(), false)
    }

    /// Asks that a field or tag is not set.
    pub fn has_not(self, key: impl AsRef<str>) -> Self {
        self.push_has(key.as_ref(), true)
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
    pub fn field(self, key: impl AsRef<str>) -> FieldBuilder {
        FieldBuilder::new(self, key.as_ref())
    }

    /// Starts a filter on a tag, even where a field has the same name.
    pub fn tag(self, name: impl AsRef<str>) -> FieldBuilder {
        self.field(format!("tags[{}]", name.as_ref()))
    }

    /// Searches the message and title for a text, literally.
    pub fn text(mut self, text: impl AsRef<str>) -> Self {
        let text = text.as_ref();
        match field::literal(text) {
            Some(pattern) if !text.is_empty() => {
                let term = FreeText {
                    span: Span::default(),
                    pattern,
                    quoted: true,
                };
                self.terms.push(Term::FreeText(term));
                self
            }
            _ => self.fail(BuildError::text()),
        }
    }

    /// Returns the query.
    ///
    /// # Errors
    ///
    /// The first key or value that the language cannot spell, or that its field does not take.
    pub fn build(self) -> Result<Query, BuildError> {
        if let Some(error) = self.error {
            return Err(error);
        }
        let query = Query {
            dialect: Dialect::Issues,
            terms: self.terms,
        };
        // What is printed must read back as what was meant; whatever does not cannot be spelled.
        let read = parse(&query.to_string(), Dialect::Issues);
        if read.is_ok() && *read.query() == query {
            return Ok(query);
        }
        let Query { dialect, terms } = query;
        for term in terms {
            let alone = Query {
                dialect,
                terms: vec![term],
            };
            let read = parse(&alone.to_string(), dialect);
            if !read.is_ok() || *read.query() != alone {
                return Err(BuildError::unspellable(&alone));
            }
        }
        Err(BuildError::text())
    }

    fn push_is(mut self, status: Status, negated: bool) -> Self {
        match is_value(status.as_str()) {
            Some(value) => {
                let span = Span::default();
                self.terms.push(Term::Is(Is {
                    span,
                    negated,
                    value,
                    value_span: span,
                }));
                self
            }
            None => self.fail(BuildError::text()),
        }
    }

    fn push_has(mut self, key: &str, negated: bool) -> Self {
        match key::read(key) {
            Some(key) => {
                let keys = HasKeys::One(key);
                self.terms.push(Term::Has(Has {
                    span: Span::default(),
                    negated,
                    keys,
                }));
                self
            }
            None => self.fail(BuildError::bad_key(key)),
        }
    }

    fn push(mut self, result: Result<Term, BuildError>) -> Self {
        match result {
            Ok(term) => {
                self.terms.push(term);
                self
            }
            Err(error) => self.fail(error),
        }
    }

    fn fail(mut self, error: BuildError) -> Self {
        self.error.get_or_insert(error);
        self
    }
}

fn equality(negated: bool) -> Operator {
    Operator::Equal.negated_if(negated)
}

/// The pattern of one value, as its raw spelling.
fn pattern(raw: String) -> Pattern {
    Pattern::new(raw)
}
