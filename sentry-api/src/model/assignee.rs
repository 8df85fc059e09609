use serde::ser::Error;
use serde::{Serialize, Serializer};

use super::{TeamId, TeamReference, User, UserId};

/// Whom an issue is to be assigned to.
///
/// ```
/// use sentry_api::model::{Assignee, TeamId};
///
/// let team = Assignee::from(TeamId::new("7"));
/// assert_eq!(team, Assignee::Team(TeamId::new("7")));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Assignee {
    /// The user with this id.
    User(UserId),
    /// The team with this id.
    Team(TeamId),
    /// The user with this primary e-mail address.
    Email(String),
    /// The user with this name to log in with.
    Username(String),
    /// Nobody: the issue is taken from whom it is assigned to.
    Nobody,
}

impl From<UserId> for Assignee {
    fn from(id: UserId) -> Self {
        Self::User(id)
    }
}

impl From<&User> for Assignee {
    fn from(user: &User) -> Self {
        Self::User(user.id.clone())
    }
}

impl From<TeamId> for Assignee {
    fn from(id: TeamId) -> Self {
        Self::Team(id)
    }
}

impl From<&TeamReference> for Assignee {
    fn from(team: &TeamReference) -> Self {
        Self::Team(team.id.clone())
    }
}

// Sentry takes an empty text for nobody, so that a name that is missing by mistake would take
// the issue from whoever has it.
impl Serialize for Assignee {
    fn serialize<S: Serializer>(&self, output: S) -> Result<S::Ok, S::Error> {
        let (prefix, name) = match self {
            Self::User(id) => ("user:", id.as_str()),
            Self::Team(id) => ("team:", id.as_str()),
            Self::Email(name) | Self::Username(name) => ("", name.as_str()),
            Self::Nobody => return output.serialize_str(""),
        };
        if name.trim().is_empty() {
            return Err(S::Error::custom(
                "the assignee has no name; `Assignee::Nobody` takes the assignee away",
            ));
        }
        output.collect_str(&format_args!("{prefix}{name}"))
    }
}
