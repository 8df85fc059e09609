//! Everyday phrases as queries, without a network, a model or a clock.
//!
//! [`interpret`] knows a small English grammar: statuses, levels, ages, environments, assignees,
//! releases, counts, platforms and a few more, each in a file of its own. What it does not know it
//! leaves as text, and says so: a wrong understanding is worse than none. An adjective such as
//! `new` or `closed` therefore counts only before a noun such as `issues`, or where the words
//! around it are understood too.
//!
//! | about | phrases | filters |
//! |---|---|---|
//! | status | unresolved, open, resolved, fixed, archived, muted, new, regressed, escalating, for review, linked | `is:` |
//! | level | errors, fatal issues, warnings, info level | `level`, `severity` |
//! | priority | high priority, low-priority; critical and urgent are high | `issue.priority` |
//! | crashes | unhandled, handled, crashes | `error.unhandled`, `error.handled` |
//! | time | today, in the last 3 hours, since yesterday, since 2026-01-15 | `lastSeen`, `timestamp`; of what is new `firstSeen` |
//! | age | older than 30 days, first seen this week, not seen for 7 days | `firstSeen`, `lastSeen` |
//! | environment | in production, staging issues, the qa environment | `environment` |
//! | project | in project shop, in the shop project | `project` |
//! | assignee | assigned to me, my issues, #payments, the payments team, unassigned | `assigned` |
//! | release | in release shop@2.1, since v2.1, introduced in the latest release | `release`, `release.version`, `firstRelease` |
//! | counts | more than 100 times, affecting over 1k users | `timesSeen`, `userCount` |
//! | durations | slower than 2 seconds, over 500ms | `span.duration`, `transaction.duration`, `duration` |
//! | systems | on iOS, Firefox errors, in python | `os.name`, `browser.name`, `platform` |
//! | errors | `TypeError`, 500 errors, N+1 queries, performance issues | `error.type`, `http.status_code`, `issue.type`, `issue.category` |
//! | users and pages | for user 42, for jane@example.com, on /checkout | `user.id`, `user.email`, `url` |
//! | negation | not in staging, except dev, without warnings | `!` |
//! | lists | errors and warnings, in production or staging | `[…, …]` |
//!
//! A word whose field a data set lacks is not understood there. An `or` joins only what fits into
//! one list; with any other one, nothing of the phrase is understood. Nor are phrases that seem to
//! say what Sentry cannot answer: when something was resolved, or how often it happened within a
//! time.
//!
//! A word that turns around what follows takes its meaning away where the two are not understood
//! together: "errors before yesterday", "issues that should be resolved", "!fatal". The same goes
//! for filters that nothing matches together.

mod agreement;
mod assignee;
mod category;
mod comparison;
mod compose;
mod condition;
mod conflict;
mod context;
mod count;
mod crash;
mod duration;
mod environment;
mod error_type;
mod filler;
mod filter;
mod grammar;
mod interpretation;
mod language;
mod level;
mod name;
mod negation;
mod number;
mod piece;
mod platform;
mod priority;
mod project;
mod release;
mod status;
mod time;
mod turn;
mod url;
mod user;
mod whole;
mod words;

pub use interpretation::{Interpretation, Part, Reading};

use crate::Dataset;
use words::Words;

/// Interprets an English phrase as a query of a data set, or returns `None` for text that is
/// written in the search language already.
///
/// Text is in the search language when it has a filter (`key:value`), a quote, a parenthesis, or
/// `AND`, `OR` or `NOT` in capitals: send it as written. Anything else is a phrase, and the
/// result holds a query that parses. Words of the phrase only ever become values and text.
///
/// There is no clock, so days and weeks are lengths of time: `today` is the last 24 hours,
/// `yesterday` the last 48, since they hold it; a month has 30 days. `is:unresolved` is never
/// added.
///
/// ```
/// use sentry_query::{Dataset, phrase::interpret};
///
/// let phrase = "checkout errors on iOS in the last 3 hours";
/// let found = interpret(phrase, Dataset::Issues).unwrap();
/// assert_eq!(found.query().to_string(), "level:error os.name:iOS lastSeen:-3h checkout");
/// assert!(!found.is_whole());
/// let unknown: Vec<&str> = found.unknown().map(|span| span.slice(phrase)).collect();
/// assert_eq!(unknown, ["checkout"]);
///
/// assert!(interpret("level:error checkout", Dataset::Issues).is_none());
/// ```
pub fn interpret(text: &str, dataset: Dataset) -> Option<Interpretation> {
    if language::is_query(text) {
        return None;
    }
    let words = Words::new(text);
    let mut pieces = piece::scan(&words, dataset);
    agreement::settle(&mut pieces);
    Some(compose::interpretation(&words, pieces, dataset))
}
