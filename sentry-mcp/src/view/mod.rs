//! What of Sentry's answers is shown, and how.

pub(crate) mod event;
pub(crate) mod issue;
pub(crate) mod stacktrace;
mod words;

pub(crate) use self::words::{ago, count, iso, plural};
