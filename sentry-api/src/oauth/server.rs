//! Where the OAuth endpoints of a server are.

use http::Method;
use serde::Deserialize;

use crate::base_url::BaseUrl;
use crate::client::Client;
use crate::endpoint::Prepared;
use crate::error::{Error, ErrorKind, plain};

const DISCOVERY: &str = "/.well-known/oauth-authorization-server";

/// The endpoints of a server, as paths below its base URL.
#[derive(Debug, Clone)]
pub(super) struct Server {
    authorization: String,
    token: String,
    device: String,
    revocation: String,
    base_url: BaseUrl,
}

/// What a server tells of itself, after RFC 8414.
#[derive(Deserialize)]
struct Metadata {
    #[serde(rename = "authorization_endpoint")]
    authorization: Option<String>,
    #[serde(rename = "token_endpoint")]
    token: Option<String>,
    #[serde(rename = "device_authorization_endpoint")]
    device: Option<String>,
    #[serde(rename = "revocation_endpoint")]
    revocation: Option<String>,
}

impl Server {
    /// The endpoints where Sentry has them.
    pub(super) fn of(base_url: &BaseUrl) -> Self {
        Self {
            authorization: "/oauth/authorize/".to_owned(),
            token: "/oauth/token/".to_owned(),
            device: "/oauth/device/code/".to_owned(),
            revocation: "/oauth/revoke/".to_owned(),
            base_url: base_url.clone(),
        }
    }

    /// The endpoints that the server tells, and Sentry's own for the others.
    pub(super) async fn discover(client: &Client) -> Result<Self, Error> {
        let mut server = Self::of(client.base_url());
        let prepared = Prepared::new(Method::GET, DISCOVERY, DISCOVERY.to_owned());
        let told = client.execute_without_token::<Metadata>(prepared, str::to_owned);
        let told = match told.await {
            Ok(told) => told.value,
            Err(error) if error.is_not_found() || error.kind() == ErrorKind::Unsupported => {
                return Ok(server);
            }
            Err(error) => return Err(error),
        };
        let base_url = client.base_url();
        for (endpoint, told) in [
            (&mut server.authorization, told.authorization),
            (&mut server.token, told.token),
            (&mut server.device, told.device),
            (&mut server.revocation, told.revocation),
        ] {
            if let Some(told) = told {
                *endpoint = path_of(base_url, &told)?;
            }
        }
        Ok(server)
    }

    /// The address that a person opens, with `query`.
    pub(super) fn authorization(&self, query: &str) -> String {
        self.base_url
            .join(&format!("{}?{query}", self.authorization))
    }

    pub(super) fn token(&self) -> &str {
        &self.token
    }

    pub(super) fn device(&self) -> &str {
        &self.device
    }

    pub(super) fn revocation(&self) -> &str {
        &self.revocation
    }
}

/// The path of an endpoint below the base URL; an endpoint elsewhere would get the secrets.
fn path_of(base_url: &BaseUrl, endpoint: &str) -> Result<String, Error> {
    let root = base_url.join("");
    let refuse = |host: Option<String>| {
        let host = host.map_or_else(|| "no address".to_owned(), |host| plain(&host));
        Error::new(ErrorKind::Redirected).with_problem(format!(
            "the server's OAuth endpoints lie elsewhere, at {host}"
        ))
    };
    let url = base_url
        .local(&base_url.join("/"), endpoint)
        .map_err(refuse)?;
    let path = url.as_str().strip_prefix(&root);
    let path = path.filter(|path| path.starts_with('/') && !path.contains(['?', '#']));
    path.map(str::to_owned)
        .ok_or_else(|| refuse(url.host_str().map(str::to_owned)))
}
