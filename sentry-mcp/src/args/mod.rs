//! What tools take: the arguments they have in common, and how they are read.
//!
//! A bound or a form that the schema only advertises is enforced by the type itself.

mod amount;
mod cursor;
mod event;
mod issue;
mod issues;
mod limit;
mod names;
mod parameters;
mod period;
mod projects;
mod several;
mod slug;

pub use self::amount::Amount;
pub(crate) use self::cursor::cursor;
pub use self::event::EventRef;
pub use self::issue::{IssueKey, IssuePlace, IssueRef, SentryHost};
pub use self::issues::IssueRefs;
pub use self::limit::Limit;
pub use self::names::{Name, Names};
pub use self::parameters::Parameters;
pub use self::period::{Moment, Period};
pub use self::projects::Projects;
pub(crate) use self::several::one_or_several;
pub(crate) use self::slug::{NO_SLUG, is_slug};

/// The longest piece of an argument that an error repeats, in characters.
const LONGEST_ECHO: usize = 60;

/// An argument as an error repeats it: on one line, clean, short, between backticks.
pub(crate) fn quoted(text: &str) -> String {
    format!("`{}`", one_line(&text.replace('`', " "), LONGEST_ECHO))
}

/// The first `limit` characters of an argument, clean and on one line.
pub(crate) fn one_line(text: &str, limit: usize) -> String {
    let clean = crate::untrusted::clean(text).replace('\n', " ");
    match clean.char_indices().nth(limit) {
        None => clean,
        Some((end, _)) => format!("{}…", clean.get(..end).unwrap_or_default()),
    }
}
