//! The client: what all calls share.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::HeaderMap;

use crate::base_url::BaseUrl;
use crate::builder::ClientBuilder;
use crate::call::Call;
use crate::clock::Clock;
use crate::credentials::Credentials;
use crate::endpoint::Endpoint;
use crate::exchange::routes::MissingRoutes;
use crate::rate_limit::{Limiter, RateLimit};
use crate::region::Regions;
use crate::retry::RetryPolicy;
use crate::token::Token;
use crate::transport::Transport;

/// A client of one Sentry server, cheap to clone.
///
/// ```
/// use sentry_api::{Client, Token};
///
/// # fn main() -> Result<(), sentry_api::Error> {
/// let client = Client::builder()
///     .base_url("https://sentry.example.com")?
///     .token(Token::new("sntryu_0123456789abcdef"))
///     .build()?;
/// assert_eq!(client.base_url().host(), "sentry.example.com");
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Client(pub(crate) Arc<Shared>);

pub(crate) struct Shared {
    pub(crate) base_url: BaseUrl,
    pub(crate) credentials: Arc<Credentials>,
    pub(crate) regions: Arc<Regions>,
    pub(crate) headers: HeaderMap,
    pub(crate) timeout: Duration,
    pub(crate) max_body: usize,
    pub(crate) retry: RetryPolicy,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) transport: Arc<dyn Transport>,
    pub(crate) missing: MissingRoutes,
    pub(crate) limiter: Arc<Limiter>,
}

impl Client {
    /// Begins a client of `https://sentry.io` without a token.
    pub fn builder() -> ClientBuilder {
        ClientBuilder::new()
    }

    /// The address of the server.
    #[must_use]
    pub fn base_url(&self) -> &BaseUrl {
        &self.0.base_url
    }

    /// The token that every request carries, if it is always the same one.
    #[must_use]
    pub fn token(&self) -> Option<&Token> {
        self.0.credentials.token()
    }

    /// Makes a call of any operation, such as one that this crate has no type for.
    ///
    /// ```
    /// use http::Method;
    /// use sentry_api::{Endpoint, Paginated, Cursor};
    ///
    /// /// The slugs of an organization's projects.
    /// #[derive(Debug, Clone, serde::Serialize)]
    /// struct Slugs {
    ///     #[serde(skip)]
    ///     organization: String,
    ///     #[serde(skip_serializing_if = "Option::is_none")]
    ///     cursor: Option<Cursor>,
    /// }
    ///
    /// #[derive(serde::Deserialize)]
    /// struct Slug {
    ///     slug: String,
    /// }
    ///
    /// impl Endpoint for Slugs {
    ///     const METHOD: Method = Method::GET;
    ///     const PATH: &'static str = "/api/0/organizations/{organization}/projects/";
    ///     const SCOPES: &'static [&'static str] = &["org:read"];
    ///     type Output = Vec<Slug>;
    ///
    ///     fn path_values(&self) -> Vec<&str> {
    ///         vec![&self.organization]
    ///     }
    /// }
    ///
    /// impl Paginated for Slugs {
    ///     type Item = Slug;
    ///
    ///     fn items(output: Vec<Slug>) -> Vec<Slug> {
    ///         output
    ///     }
    ///
    ///     fn set_cursor(&mut self, cursor: Cursor) {
    ///         self.cursor = Some(cursor);
    ///     }
    /// }
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let slugs = Slugs { organization: "acme".to_owned(), cursor: None };
    /// let page = client.call(slugs).page().await?;
    /// assert!(page.items.iter().any(|project| project.slug == "shop-api"));
    /// # Ok(())
    /// # }
    /// ```
    pub fn call<E: Endpoint>(&self, endpoint: E) -> Call<E> {
        Call::new(self, endpoint)
    }

    /// The same client, asking one of its regions.
    pub(crate) fn of_region(&self, region: BaseUrl) -> Self {
        let shared = &self.0;
        Self(Arc::new(Shared {
            base_url: region,
            credentials: Arc::clone(&shared.credentials),
            regions: Arc::clone(&shared.regions),
            headers: shared.headers.clone(),
            timeout: shared.timeout,
            max_body: shared.max_body,
            retry: shared.retry.clone(),
            clock: Arc::clone(&shared.clock),
            transport: Arc::clone(&shared.transport),
            missing: MissingRoutes::default(),
            limiter: Arc::clone(&shared.limiter),
        }))
    }

    /// The limits that the newest answer of any operation told;
    /// [`Call::known_rate_limit`] tells those of one.
    #[must_use]
    pub fn rate_limit(&self) -> RateLimit {
        self.0.limiter.newest()
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("base_url", &self.0.base_url)
            .field("credentials", &self.0.credentials)
            .finish_non_exhaustive()
    }
}
