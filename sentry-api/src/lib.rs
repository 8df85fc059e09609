//! A typed async client of [Sentry's web API](https://docs.sentry.io/api/).
//!
//! ```
//! use sentry_api::{Client, Token};
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), sentry_api::Error> {
//! # let sandbox = sentry_fixtures::Sandbox::new();
//! let client = Client::builder()
//!     .token(Token::new("sntryu_…"))
//! #   .token(Token::new(sandbox.token()))
//! #   .transport(sandbox)
//!     .build()?;
//!
//! let page = client
//!     .organization("acme")
//!     .issues()
//!     .query("is:unresolved level:error")
//!     .limit(3)
//!     .page()
//!     .await?;
//! for issue in page.items {
//!     println!("{}: {}", issue.short_id.unwrap_or_default(), issue.title.unwrap_or_default());
//! }
//! # Ok(())
//! # }
//! ```
//!
//! # How it is used
//!
//! - A [`Client`] knows the server and the token. Handles mirror the nouns of a path:
//!   `client.organization("acme").issue("SHOP-12").latest_event()`.
//! - A [`Call`] is data until it is awaited. Lists also have [`Call::page`],
//!   [`Call::pages`] and [`Call::stream`], and a [`Cursor`] that can be stored.
//! - [`Client::raw`] reaches what has no type yet, [`Client::call`] an operation of yours.
//! - There is one [`Error`]; its [`ErrorKind`] tells what to do.
//! - Reads are tried again after passing failures, and everything once after a 429, all
//!   within the timeout: see [`RetryPolicy`].
//! - Requests wait before a limit that the server has told instead of being refused: see
//!   [`ClientBuilder::rate_limiter`].
//! - Files come as a [`Download`], a stream of bytes.
//!
//! # Credentials
//!
//! A client has one [`Token`] for good, or a [`TokenProvider`] that gives it another one when
//! Sentry refused the last or it is about to end. However many calls wait, the provider is
//! asked once, and each of them is sent once more. With the feature `oauth` the module `oauth`
//! signs people in and has a provider that renews and stores what that leaves.
//!
//! A token goes to the server of the base URL and, of sentry.io, to an organization's region;
//! no redirect takes it elsewhere. [`ClientBuilder::build`] refuses an organization token of
//! another server.
//!
//! ```
//! use sentry_api::{Client, Error, Token, TokenProvider};
//!
//! #[derive(Debug)]
//! struct Vault;
//!
//! #[async_trait::async_trait]
//! impl TokenProvider for Vault {
//!     async fn token(&self, refused: Option<&Token>) -> Result<Token, Error> {
//!         // Where a token comes from: another one than that which was refused.
//!         Ok(Token::new(if refused.is_none() { "sntryu_first" } else { "sntryu_second" }))
//!     }
//! }
//!
//! # fn main() -> Result<(), Error> {
//! let client = Client::builder().token_provider(Vault).build()?;
//! # let _ = client;
//! # Ok(())
//! # }
//! ```
//!
//! # Regions
//!
//! sentry.io answers for all its regions, so nothing has to be set. What a client learns in
//! passing from an organization's token or answer it uses to ask the region itself, which
//! saves a step; where a region cannot answer a read, sentry.io is asked. Other servers are
//! never left. [`Client::organizations_in_all_regions`] lists across regions.
//!
//! ```
//! use futures::TryStreamExt;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), sentry_api::Error> {
//! # let client = sentry_fixtures::Sandbox::new().client()?;
//! let mut organizations = std::pin::pin!(client.organizations_in_all_regions());
//! while let Some(organization) = organizations.try_next().await? {
//!     println!("{}", organization.slug);
//! }
//! # Ok(())
//! # }
//! ```
//!
//! # Features
//!
//! - `oauth`: the module `oauth`, for signing in, and a file that keeps what that leaves.
//! - `reqwest` (default): the network. Without it a [`transport`] is given.
//! - `unstable`: the operations that Sentry's own clients use and its documentation does not
//!   name; they may change any day.
//! - `testing`: [`Replay`](transport), recorded exchanges in the place of a server.
//! - `webhooks`: the module `webhook`, for what Sentry sends to a program of yours.

mod base_url;
mod builder;
mod call;
mod client;
mod clock;
mod credentials;
mod download;
mod endpoint;
pub mod endpoints;
mod error;
mod exchange;
pub mod model;
mod no_content;
mod nullable;
#[cfg(feature = "oauth")]
pub mod oauth;
mod operation;
mod page;
mod path;
mod rate_limit;
mod raw;
mod region;
mod response;
mod retry;
mod token;
pub mod transport;
#[cfg(feature = "webhooks")]
pub mod webhook;
mod wire;

pub use self::base_url::BaseUrl;
pub use self::builder::ClientBuilder;
pub use self::call::Call;
pub use self::client::Client;
pub use self::clock::Clock;
pub use self::credentials::TokenProvider;
pub use self::download::Download;
pub use self::endpoint::{Endpoint, OlderRoute, Paginated};
pub use self::error::{Error, ErrorKind};
pub use self::no_content::NoContent;
pub use self::nullable::{Null, Nullable};
pub use self::page::{Cursor, Page};
pub use self::rate_limit::RateLimit;
pub use self::raw::RawRequest;
pub use self::response::Response;
pub use self::retry::RetryPolicy;
pub use self::token::{Token, TokenKind};

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
