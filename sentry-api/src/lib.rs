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
//!
//! # Features
//!
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
pub use self::page::{Cursor, Page};
pub use self::rate_limit::RateLimit;
pub use self::raw::RawRequest;
pub use self::response::Response;
pub use self::retry::RetryPolicy;
pub use self::token::{Token, TokenKind};

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
