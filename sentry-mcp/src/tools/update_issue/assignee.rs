//! Who an issue is to be assigned to.

use sentry_api::Client;
use sentry_api::model::{Actor, ActorKind, Assignee, Issue, TeamId, UserId};

use super::invalid;
use crate::ErrorCode;
use crate::ToolError;
use crate::args::quoted;
use crate::error::Subject;

/// An assignee as the caller names it, or as the API takes it.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Target {
    Nobody,
    /// The owner of the token; only known once it is asked.
    Me,
    /// A team by its slug; only known once it is asked.
    TeamSlug(String),
    User(String),
    Team(String),
    /// A user by e-mail or user name, which the server looks up.
    Name(String),
}

impl Target {
    pub(super) fn of(text: &str) -> Result<Self, ToolError> {
        let text = text.trim();
        let id = |id: &str| {
            (!id.is_empty() && id.bytes().all(|byte| byte.is_ascii_digit())).then(|| id.to_owned())
        };
        let target = match text {
            // Models that fill in every argument leave this one empty.
            "" => None,
            "none" => Some(Self::Nobody),
            "me" => Some(Self::Me),
            _ => match (
                text.strip_prefix("user:"),
                text.strip_prefix("team:"),
                text.strip_prefix('#'),
            ) {
                (Some(user), _, _) => id(user).map(Self::User),
                (_, Some(team), _) => id(team).map(Self::Team),
                (_, _, Some(slug)) => {
                    (!slug.is_empty()).then(|| Self::TeamSlug(slug.to_ascii_lowercase()))
                }
                _ => Some(Self::Name(text.trim_start_matches('@').to_owned())),
            },
        };
        target.ok_or_else(|| {
            let problem = if text.is_empty() {
                "The argument `assigned_to` is empty.".to_owned()
            } else {
                format!(
                    "The argument `assigned_to` is {}, which names nobody.",
                    quoted(text)
                )
            };
            invalid(&problem)
            .hint("Give an e-mail, a user name, user:ID, #team, team:ID or me; none takes the assignee away. Leave the argument out to keep the assignee.")
        })
    }

    /// Asks for what only the server knows.
    pub(super) async fn resolve(
        self,
        client: &Client,
        organization: &str,
    ) -> Result<Self, ToolError> {
        match self {
            Self::Me => me(client).await,
            Self::TeamSlug(slug) => team(client, organization, &slug).await,
            known => Ok(known),
        }
    }

    /// Whether an issue is assigned so already, as far as that can be told.
    pub(super) fn is_of(&self, issue: &Issue) -> bool {
        let actor = issue.assigned_to.as_ref();
        let is = |kind: ActorKind, id: &str| {
            actor.is_some_and(|actor| actor.kind == kind && actor.id == id)
        };
        match self {
            Self::Nobody => actor.is_none(),
            Self::User(id) => is(ActorKind::User, id),
            Self::Team(id) => is(ActorKind::Team, id),
            Self::Name(name) => actor.is_some_and(|actor| is_named(actor, name)),
            Self::Me | Self::TeamSlug(_) => false,
        }
    }

    /// Whether an answer shows that it was taken over: names are looked up by the server.
    pub(super) fn is_certain(&self) -> bool {
        matches!(self, Self::Nobody | Self::User(_) | Self::Team(_))
    }

    /// The assignee as the API takes it.
    pub(super) fn value(&self) -> Assignee {
        match self {
            Self::Nobody => Assignee::Nobody,
            Self::User(id) => Assignee::User(UserId::new(id)),
            Self::Team(id) => Assignee::Team(TeamId::new(id)),
            Self::Name(name) => Assignee::Username(name.clone()),
            Self::Me => Assignee::Username("me".to_owned()),
            Self::TeamSlug(slug) => Assignee::Username(format!("#{slug}")),
        }
    }
}

fn is_named(actor: &Actor, name: &str) -> bool {
    actor.kind == ActorKind::User
        && actor
            .email
            .as_deref()
            .is_some_and(|email| email.eq_ignore_ascii_case(name))
}

async fn me(client: &Client) -> Result<Target, ToolError> {
    let root = client
        .root()
        .await
        .map_err(|error| ToolError::from_api(&error, Subject::Token))?;
    match root.user {
        Some(user) => Ok(Target::User(user.id.to_string())),
        None => Err(ToolError::new(
            ErrorCode::Unsupported,
            "The server does not say who the token belongs to.",
        )
        .hint("Name the assignee by e-mail or user:ID instead of me.")),
    }
}

/// Looks a team up among the teams of the projects.
async fn team(client: &Client, organization: &str, slug: &str) -> Result<Target, ToolError> {
    use futures::TryStreamExt as _;
    let pages = client
        .organization(organization)
        .projects()
        .per_page(100)
        .pages();
    let mut pages = std::pin::pin!(pages);
    loop {
        let page = pages
            .try_next()
            .await
            .map_err(|error| ToolError::from_api(&error, Subject::Organization(organization)))?;
        let Some(page) = page else { break };
        let mut teams = page.items.iter().flat_map(|project| &project.teams);
        if let Some(team) = teams.find(|team| team.slug.as_deref() == Some(slug)) {
            return Ok(Target::Team(team.id.to_string()));
        }
    }
    Err(ToolError::new(
        ErrorCode::NotFound,
        format!(
            "No project of {} has a team {}.",
            quoted(organization),
            quoted(slug)
        ),
    )
    .hint("list_projects names the teams."))
}
