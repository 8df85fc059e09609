//! The Sentry server that the tools ask, and what is known of it.

use secrecy::ExposeSecret as _;
use sentry_api::transport::ReqwestTransport;
use sentry_api::{Client, ClientBuilder, Token};
use sentry_fixtures::Sandbox;
use tokio::sync::OnceCell;

use crate::args::{SentryHost, is_slug};
use crate::config::Config;
use crate::error::Subject;
use crate::untrusted::Word;
use crate::{ErrorCode, ToolError};

/// The client, or why there is none.
#[derive(Debug)]
pub(crate) struct Upstream {
    client: Result<Client, ToolError>,
    host: SentryHost,
    /// The organization of the configuration or of the token.
    default: Option<String>,
    /// The only organization that the token sees, once that is known.
    only: OnceCell<String>,
}

impl Upstream {
    pub(crate) fn new(config: &Config, client: Option<Client>) -> Self {
        let client = client.map_or_else(|| connect(config), Ok);
        let base_url = client.as_ref().map_or_else(
            |_| config.url.value.clone(),
            |client| client.base_url().to_string(),
        );
        let claimed = client
            .as_ref()
            .ok()
            .and_then(|client| client.token()?.organization())
            .filter(|slug| is_slug(slug))
            .map(str::to_owned);
        Self {
            host: SentryHost::new(&base_url),
            default: config.organization().map(str::to_owned).or(claimed),
            only: OnceCell::new(),
            client,
        }
    }

    /// The client.
    pub(crate) fn client(&self) -> Result<&Client, ToolError> {
        self.client.as_ref().map_err(Clone::clone)
    }

    /// Whose URLs are understood.
    pub(crate) fn host(&self) -> &SentryHost {
        &self.host
    }

    /// The organization that is used where a call names none, as far as it is known.
    pub(crate) fn default_organization(&self) -> Option<&str> {
        self.default
            .as_deref()
            .or_else(|| self.only.get().map(String::as_str))
    }

    /// Remembers that the token sees this organization alone.
    pub(crate) fn saw_only(&self, slug: &str) {
        // The server chose it, and every head repeats it.
        if is_slug(slug) {
            // Fails when it is known already.
            let _ = self.only.set(slug.to_owned());
        }
    }

    /// The organization of a call: the one it names, the default, or the only visible one.
    ///
    /// Asks Sentry at most once for all calls that wait for it.
    pub(crate) async fn organization(&self, named: Option<&str>) -> Result<String, ToolError> {
        if let Some(known) = named.or_else(|| self.default_organization()) {
            return Ok(known.to_owned());
        }
        let client = self.client()?;
        let only = self
            .only
            .get_or_try_init(|| only_organization(client))
            .await;
        only.cloned()
    }
}

async fn only_organization(client: &Client) -> Result<String, ToolError> {
    let page = client
        .organizations()
        .page()
        .await
        .map_err(|error| ToolError::from_api(&error, Subject::Organizations))?;
    match page.items.as_slice() {
        [only] if page.next.is_none() && is_slug(&only.slug) => Ok(only.slug.clone()),
        [_] if page.next.is_none() => Err(ToolError::new(
            ErrorCode::ApiError,
            "The only organization that the token sees has no usable slug.",
        )
        .hint("Check that the URL is that of a Sentry server, or name the organization by its number in `organization`.")),
        [] => Err(ToolError::new(ErrorCode::NotConfigured, "The token sees no organization.")
            .hint("Use a token with the scope org:read, of a member of the organization, or name the organization in `organization`.")),
        several => {
            let slugs: Vec<_> = several
                .iter()
                .filter_map(|organization| Word::slug(&organization.slug))
                .map(|slug| slug.to_string())
                .take(20)
                .collect();
            Err(ToolError::new(
                ErrorCode::NotConfigured,
                format!("The token sees several organizations: {}.", slugs.join(", ")),
            )
            .hint("Name one of them in `organization`, or set SENTRY_ORG for all calls."))
        }
    }
}

/// A client as the configuration describes it; sends nothing.
fn connect(config: &Config) -> Result<Client, ToolError> {
    let builder = Client::builder()
        .user_agent(concat!("sentry-mcp/", env!("CARGO_PKG_VERSION")))
        .timeout(config.timeout);
    let built = if config.demo {
        let sandbox = Sandbox::new();
        let token = Token::new(sandbox.token());
        builder
            .base_url(sandbox.base_url())
            .map(|builder| builder.token(token).transport(sandbox))
    } else {
        let Some(token) = config.token.as_ref().filter(|_| config.problems.is_empty()) else {
            return Err(not_configured(config));
        };
        let builder = config
            .headers
            .iter()
            .try_fold(builder, |builder, (name, value)| {
                builder.header(name, value.expose_secret())
            });
        let token = Token::new(token.value.expose_secret());
        let builder = builder.map(|builder| match &config.certificates {
            None => builder,
            Some(pem) => {
                builder.transport(ReqwestTransport::new().with_certificates(pem.as_bytes()))
            }
        });
        builder
            .and_then(|builder| builder.base_url(&config.url.value))
            .map(|builder| builder.token(token))
    };
    built.and_then(ClientBuilder::build).map_err(|error| {
        ToolError::new(
            ErrorCode::NotConfigured,
            "The configuration cannot be used.",
        )
        .hint("`sentry-mcp doctor` says what to change.")
        .detail(error.problem().unwrap_or_default())
    })
}

fn not_configured(config: &Config) -> ToolError {
    let (message, hint) = if config.problems.is_empty() {
        (
            "No Sentry token is configured.".to_owned(),
            "The user has to set SENTRY_AUTH_TOKEN (scopes org:read, project:read, event:read, and event:write to \
             update issues), for a self-hosted server also SENTRY_URL, in the environment of this server and \
             restart it. `sentry-mcp doctor` checks it.",
        )
    } else {
        let problems: Vec<_> = config.problems.iter().map(ToString::to_string).collect();
        (
            format!("The configuration cannot be used: {}.", problems.join("; ")),
            "The user has to correct this in the flags, the environment or the files of this server and restart it. \
             `sentry-mcp doctor` checks it.",
        )
    };
    ToolError::new(ErrorCode::NotConfigured, message).hint(hint)
}
