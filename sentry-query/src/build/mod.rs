//! Typed building of queries: values stay values.
//!
//! [`Query::issues`] and [`Query::feedback`] start an [`IssueQuery`], whose filters must all hold.
//! The other data sets start an [`EventQuery`], which also takes conditions: made with [`field`],
//! [`tag`], [`flag`], [`function`], [`has`] and [`text`], and combined with [`any`], [`all`] and
//! `!`.

mod age;
mod amount;
mod assemble;
mod condition;
mod error;
mod event;
mod field;
mod function;
mod issue;
mod key;
mod leaf;
mod search;
mod words;

pub use age::{Age, newer_than, older_than};
pub use amount::Amount;
pub use condition::{Condition, all, any};
pub use error::BuildError;
pub use event::{EventQuery, has, text};
pub use field::{FieldBuilder, field, flag, tag, typed_tag};
pub use function::{FunctionBuilder, function};
pub use issue::IssueQuery;
pub use search::{Negated, Ranges, Search};
pub use words::{Assignee, Level, Priority, Status};

use crate::Dataset;
use crate::ast::Query;

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
        IssueQuery::new(Dataset::Issues)
    }

    /// Starts a search of user feedback, which is searched as issues are.
    ///
    /// ```
    /// use sentry_query::Query;
    ///
    /// let query = Query::feedback().field("url").contains("/checkout").build()?;
    /// assert_eq!(query.to_string(), "url:*/checkout*");
    /// # Ok::<(), sentry_query::BuildError>(())
    /// ```
    pub fn feedback() -> IssueQuery {
        IssueQuery::new(Dataset::Feedback)
    }

    /// Starts a search of error events.
    ///
    /// ```
    /// use sentry_query::{Level, Query};
    ///
    /// let query = Query::errors()
    ///     .field("level").equals(Level::Fatal)
    ///     .field("error.handled").is_false()
    ///     .build()?;
    /// assert_eq!(query.to_string(), "level:fatal error.handled:false");
    /// # Ok::<(), sentry_query::BuildError>(())
    /// ```
    pub fn errors() -> EventQuery {
        EventQuery::new(Dataset::Errors)
    }

    /// Starts a search of transactions.
    ///
    /// ```
    /// use sentry_query::Query;
    ///
    /// let query = Query::transactions().field("measurements.lcp").greater_than(2500).build()?;
    /// assert_eq!(query.to_string(), "measurements.lcp:>2500");
    /// # Ok::<(), sentry_query::BuildError>(())
    /// ```
    pub fn transactions() -> EventQuery {
        EventQuery::new(Dataset::Transactions)
    }

    /// Starts a search of spans.
    ///
    /// ```
    /// use sentry_query::Query;
    ///
    /// let query = Query::spans().field("span.op").starts_with("db").build()?;
    /// assert_eq!(query.to_string(), "span.op:db*");
    /// # Ok::<(), sentry_query::BuildError>(())
    /// ```
    pub fn spans() -> EventQuery {
        EventQuery::new(Dataset::Spans)
    }

    /// Starts a search of log entries.
    ///
    /// ```
    /// use sentry_query::Query;
    ///
    /// let query = Query::logs().text("time out").has("trace").build()?;
    /// assert_eq!(query.to_string(), "\"time out\" has:trace");
    /// # Ok::<(), sentry_query::BuildError>(())
    /// ```
    pub fn logs() -> EventQuery {
        EventQuery::new(Dataset::Logs)
    }

    /// Starts a search of the metrics that applications record.
    ///
    /// ```
    /// use sentry_query::Query;
    ///
    /// let query = Query::metrics().field("metric.name").equals("queue.depth").build()?;
    /// assert_eq!(query.to_string(), "metric.name:queue.depth");
    /// # Ok::<(), sentry_query::BuildError>(())
    /// ```
    pub fn metrics() -> EventQuery {
        EventQuery::new(Dataset::Metrics)
    }

    /// Starts a search of recorded sessions.
    ///
    /// ```
    /// use sentry_query::Query;
    ///
    /// let query = Query::replays().field("count_rage_clicks").at_least(1).build()?;
    /// assert_eq!(query.to_string(), "count_rage_clicks:>=1");
    /// # Ok::<(), sentry_query::BuildError>(())
    /// ```
    pub fn replays() -> EventQuery {
        EventQuery::new(Dataset::Replays)
    }
}
