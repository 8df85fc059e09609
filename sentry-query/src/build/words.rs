/// What `is:` asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Status {
    /// Open.
    Unresolved,
    /// Resolved.
    Resolved,
    /// Archived, in older words ignored or muted.
    Archived,
    /// Archived for good.
    ArchivedForever,
    /// Archived until it happens more often.
    ArchivedUntilEscalating,
    /// Archived until a condition is met.
    ArchivedUntilConditionMet,
    /// Happens more often than expected.
    Escalating,
    /// Seen for the first time within the last week.
    New,
    /// Open for longer than a week.
    Ongoing,
    /// Happened again after it was resolved.
    Regressed,
    /// Assigned to someone.
    Assigned,
    /// Assigned to nobody.
    Unassigned,
    /// In the review inbox.
    ForReview,
    /// Linked to a ticket elsewhere.
    Linked,
    /// Not linked to a ticket.
    Unlinked,
}

impl Status {
    /// Returns the word of the search language.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Unresolved => "unresolved",
            Self::Resolved => "resolved",
            Self::Archived => "archived",
            Self::ArchivedForever => "archived_forever",
            Self::ArchivedUntilEscalating => "archived_until_escalating",
            Self::ArchivedUntilConditionMet => "archived_until_condition_met",
            Self::Escalating => "escalating",
            Self::New => "new",
            Self::Ongoing => "ongoing",
            Self::Regressed => "regressed",
            Self::Assigned => "assigned",
            Self::Unassigned => "unassigned",
            Self::ForReview => "for_review",
            Self::Linked => "linked",
            Self::Unlinked => "unlinked",
        }
    }
}

/// The level of events.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Level {
    /// The process ended.
    Fatal,
    /// Something failed.
    Error,
    /// Something may be wrong.
    Warning,
    /// Something happened.
    Info,
    /// For development.
    Debug,
}

impl Level {
    /// Returns the word of the search language.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Fatal => "fatal",
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
            Self::Debug => "debug",
        }
    }
}

/// The priority of an issue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Priority {
    /// First.
    High,
    /// Then these.
    Medium,
    /// Last.
    Low,
}

impl Priority {
    /// Returns the word of the search language.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::High => "high",
            Self::Medium => "medium",
            Self::Low => "low",
        }
    }
}

/// Who an issue is assigned to.
///
/// ```
/// use sentry_query::{Assignee, Query};
///
/// let query = Query::issues().assigned(Assignee::Team("payments".into())).build()?;
/// assert_eq!(query.to_string(), "assigned:#payments");
/// # Ok::<(), sentry_query::BuildError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Assignee {
    /// Whoever searches.
    Me,
    /// A team of whoever searches.
    MyTeams,
    /// Nobody.
    Nobody,
    /// A team, by its slug.
    Team(String),
    /// A user, by name or e-mail.
    User(String),
}

impl Assignee {
    pub(super) fn as_str(&self) -> String {
        match self {
            Self::Me => "me".to_owned(),
            Self::MyTeams => "my_teams".to_owned(),
            Self::Nobody => "none".to_owned(),
            Self::Team(slug) => format!("#{}", slug.trim_start_matches('#')),
            Self::User(name) => name.clone(),
        }
    }
}

impl From<&str> for Assignee {
    /// Reads `me`, `my_teams`, `none` and `#team`; anything else is a user.
    fn from(text: &str) -> Self {
        match text {
            "me" => Self::Me,
            "my_teams" => Self::MyTeams,
            "none" => Self::Nobody,
            _ => match text.strip_prefix('#') {
                Some(slug) => Self::Team(slug.to_owned()),
                None => Self::User(text.to_owned()),
            },
        }
    }
}

impl AsRef<str> for Status {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl AsRef<str> for Level {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl AsRef<str> for Priority {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}
