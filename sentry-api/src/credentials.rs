//! Whose token a request carries, and to whom it may go.

mod binding;
mod provider;

use std::fmt;
use std::sync::Arc;

use http::HeaderValue;

use crate::clock::Clock;
use crate::error::Error;
use crate::token::Token;

pub(crate) use self::binding::Binding;
use self::provider::Provided;
pub use self::provider::TokenProvider;

/// The token of a client: none, always the same, or the newest of a provider.
pub(crate) enum Credentials {
    None,
    Fixed(Bearer),
    Provided(Arc<Provided>),
}

/// A token that HTTP can carry and that may go to the client's server.
#[derive(Clone)]
pub(crate) struct Bearer {
    /// Shared, since every call holds it.
    token: Arc<Token>,
    header: HeaderValue,
}

impl Credentials {
    pub(crate) fn fixed(token: Token, binding: &Binding) -> Result<Self, Error> {
        Bearer::new(token, binding).map(Self::Fixed)
    }

    pub(crate) fn provided(
        provider: Arc<dyn TokenProvider>,
        binding: Binding,
        clock: Arc<dyn Clock>,
    ) -> Self {
        Self::Provided(Arc::new(Provided::new(provider, binding, clock)))
    }

    /// The token that is always the same.
    pub(crate) fn token(&self) -> Option<&Token> {
        match self {
            Self::Fixed(bearer) => Some(&bearer.token),
            Self::None | Self::Provided(_) => None,
        }
    }

    /// The token for the next request.
    pub(crate) async fn bearer(&self) -> Result<Option<Bearer>, Error> {
        match self {
            Self::None => Ok(None),
            Self::Fixed(bearer) => Ok(Some(bearer.clone())),
            Self::Provided(provided) => provided.current().await.map(Some),
        }
    }

    /// Another token than `refused`, which the server did not take, if there is one.
    pub(crate) async fn instead_of(&self, refused: &Bearer) -> Result<Option<Bearer>, Error> {
        let Self::Provided(provided) = self else {
            return Ok(None);
        };
        let other = provided.instead_of(refused).await?;
        Ok((!other.is(refused)).then_some(other))
    }

    /// `text` without the tokens that are or were in use.
    pub(crate) fn scrub(&self, text: &str) -> String {
        match self {
            Self::None => text.to_owned(),
            Self::Fixed(bearer) => bearer.token.scrub(text),
            Self::Provided(provided) => provided.scrub(text),
        }
    }
}

impl Bearer {
    fn new(token: Token, binding: &Binding) -> Result<Self, Error> {
        let header = token.authorization().ok_or_else(|| {
            Error::invalid("the token is empty or has characters that no token has")
        })?;
        binding.admit(&token)?;
        Ok(Self {
            token: Arc::new(token),
            header,
        })
    }

    /// The value of the `Authorization` header.
    pub(crate) fn header(&self) -> &HeaderValue {
        &self.header
    }

    fn is(&self, other: &Self) -> bool {
        self.header == other.header
    }
}

// The kind of a token is all that may be seen of it.
impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::None => f.write_str("None"),
            Self::Fixed(bearer) => bearer.token.fmt(f),
            Self::Provided(_) => f.write_str("TokenProvider"),
        }
    }
}
