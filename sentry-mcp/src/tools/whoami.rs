//! `whoami`: who the token is, and what it may do.

use rmcp::{tool, tool_router};
use schemars::JsonSchema;
use sentry_api::endpoints::GetRoot;
use sentry_api::model::Organization;
use sentry_api::{Client, Endpoint as _, Error, ErrorKind, RateLimit, TokenKind};
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use crate::ToolError;
use crate::answer::{Answer, Section};
use crate::args::Parameters;
use crate::error::Subject;
use crate::server::Server;
use crate::untrusted::{Line, Untrusted, Word};

/// Every token may ask who it is.
pub(super) const SCOPES: &[&str] = GetRoot::SCOPES;

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Whoami {}

#[skip_serializing_none]
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Identity {
    user: Option<UserView>,
    token_kind: &'static str,
    scopes: Vec<Untrusted>,
    host: String,
    organizations: Vec<Untrusted>,
    default_organization: Option<Untrusted>,
    default_project: Option<Untrusted>,
    rate_limit: Option<RateLimitView>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    notes: Vec<String>,
}

#[skip_serializing_none]
#[derive(Debug, Serialize)]
struct UserView {
    id: Untrusted,
    name: Option<Untrusted>,
    username: Option<Untrusted>,
    email: Option<Untrusted>,
}

#[skip_serializing_none]
#[derive(Debug, Serialize)]
struct RateLimitView {
    limit: Option<u64>,
    remaining: Option<u64>,
}

#[tool_router(router = whoami_router, vis = "pub(super)")]
impl Server {
    /// Who the Sentry token is: user, scopes, organizations, server, default organization and project, rate limit.
    #[tool(
        title = "Who am I",
        annotations(
            read_only_hint = true,
            destructive_hint = false,
            idempotent_hint = true,
            open_world_hint = true
        )
    )]
    async fn whoami(&self, Parameters(arguments): Parameters<Whoami>) -> Result<Answer, ToolError> {
        let Whoami {} = arguments?;
        let client = self.upstream().client()?;
        let (root, organizations) =
            futures::join!(client.root().into_future(), client.organizations().page());
        let mut notes = Vec::new();
        let root = match root {
            Ok(root) => Some(root),
            // Servers of other makers may not have this page, and yet take the token.
            Err(error) if is_missing(&error) && organizations.is_ok() => {
                notes.push("The server does not say who the token is.".to_owned());
                None
            }
            Err(error) => return Err(self.failure(&error, Subject::Token)),
        };
        // A token may be of use without the right to list organizations.
        let organizations = match organizations {
            Ok(page) => {
                if let ([only], None) = (page.items.as_slice(), &page.next) {
                    self.upstream().saw_only(&only.slug);
                }
                page.items
            }
            Err(error) => {
                let failure = self.failure(&error, Subject::Organizations);
                let next = failure.next_step().unwrap_or_default();
                notes.push(format!(
                    "The organizations are not known. {} {next}",
                    failure.summary()
                ));
                Vec::new()
            }
        };
        let (user, auth) = root.map(|root| (root.user, root.auth)).unwrap_or_default();
        let identity = Identity {
            user: user.map(|user| UserView {
                id: user.id.as_str().into(),
                name: user.name.map(Untrusted::new),
                username: user.username.map(Untrusted::new),
                email: user.email.map(Untrusted::new),
            }),
            token_kind: kind(client),
            scopes: auth
                .map(|auth| auth.scopes)
                .unwrap_or_default()
                .into_iter()
                .map(Untrusted::new)
                .collect(),
            host: client.base_url().origin(),
            organizations: slugs(&organizations),
            default_organization: self.upstream().default_organization().map(Untrusted::new),
            default_project: self.config().project().map(Untrusted::new),
            rate_limit: limits(client.rate_limit()),
            notes,
        };
        self.show(&identity)
    }

    fn show(&self, identity: &Identity) -> Result<Answer, ToolError> {
        let scopes: Vec<_> = identity
            .scopes
            .iter()
            .filter_map(|scope| scope.as_word(Word::scope))
            .map(|word| word.to_string())
            .collect();
        let mut section = Section::new("who", "whoami has no arguments");
        if let Some(user) = &identity.user {
            let mut line = Line::new().words("user ").text(&user.id, 40);
            for part in [&user.name, &user.username, &user.email]
                .into_iter()
                .flatten()
            {
                line = line.words(", ").text(part, 80);
            }
            section.push(line);
        }
        section.push(list("organizations", &identity.organizations));
        for (name, value) in [
            ("organization", &identity.default_organization),
            ("project", &identity.default_project),
        ] {
            if let Some(value) = value {
                section.push(
                    Line::new()
                        .words(format_args!("default {name} "))
                        .text(value, 60),
                );
            }
        }
        let mut answer = Answer::new(identity)?
            .head(format!("{} of {}", identity.token_kind, identity.host))
            .section(section)
            .within(self.config().budget());
        if scopes.is_empty() {
            answer = answer.tail("scopes unknown: the server does not say them");
        } else {
            answer = answer.tail(format!("scopes {}", scopes.join(" ")));
        }
        if let Some(RateLimitView {
            limit: Some(limit),
            remaining: Some(remaining),
        }) = &identity.rate_limit
        {
            answer = answer.tail(format!(
                "rate limit: {remaining} of {limit} requests left in this window"
            ));
        }
        for note in &identity.notes {
            answer = answer.tail(format!("Note: {note}"));
        }
        Ok(answer)
    }
}

fn is_missing(error: &Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::Unsupported)
}

fn kind(client: &Client) -> &'static str {
    match client.token().map(sentry_api::Token::kind) {
        Some(TokenKind::User) => "user token",
        Some(TokenKind::Organization) => "organization token",
        Some(TokenKind::InternalIntegration) => "internal integration token",
        Some(TokenKind::UserApplication) => "application token",
        _ => "token",
    }
}

fn slugs(organizations: &[Organization]) -> Vec<Untrusted> {
    organizations
        .iter()
        .map(|organization| organization.slug.as_str().into())
        .collect()
}

fn list(name: &str, values: &[Untrusted]) -> Line {
    let mut line = Line::new();
    for (index, value) in values.iter().enumerate() {
        let before = if index == 0 {
            format!("{name} ")
        } else {
            ", ".to_owned()
        };
        line = line.words(before).text(value, 60);
    }
    line
}

fn limits(limit: RateLimit) -> Option<RateLimitView> {
    limit.is_known().then_some(RateLimitView {
        limit: limit.limit,
        remaining: limit.remaining,
    })
}
