//! Tokens that change: one renewal for all who wait for it.

use std::fmt::Debug;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use async_trait::async_trait;
use futures::future::{BoxFuture, FutureExt, Shared, WeakShared};
use tokio::runtime::Handle;

use super::{Bearer, Binding};
use crate::clock::Clock;
use crate::error::Error;
use crate::token::Token;

/// How long before its end a token is renewed.
const MARGIN: Duration = Duration::from_secs(60);
/// How long a failed renewal stands before the provider is asked again.
const PAUSE: Duration = Duration::from_secs(5);

/// Gives the tokens of a client that does not keep the same one.
///
/// The client keeps what it was given. It asks again when the server refused the token, or a
/// minute before [`Token::expires_at`], once for all calls that wait, and sends each of them
/// once more with the new one. Dropping a call does not end what the provider has begun. After
/// a failure it is not asked again for five seconds, nor when the token that it gave in the place
/// of a refused one is refused as well.
///
/// Calls that wait for a token end with their own timeout, but the provider is not asked again
/// before it has answered: it may be waiting for a person to sign in. So it gives whatever may
/// hang, such as a request, a timeout of its own.
///
/// ```
/// use sentry_api::{Client, Error, Token, TokenProvider};
///
/// /// Reads the token from a file that something else keeps up to date.
/// #[derive(Debug)]
/// struct Mounted(std::path::PathBuf);
///
/// #[async_trait::async_trait]
/// impl TokenProvider for Mounted {
///     async fn token(&self, _refused: Option<&Token>) -> Result<Token, Error> {
///         let text = std::fs::read_to_string(&self.0)
///             .map_err(|error| Error::no_token("the token's file cannot be read", error))?;
///         Ok(Token::new(text))
///     }
/// }
///
/// # fn main() -> Result<(), Error> {
/// let client = Client::builder()
///     .token_provider(Mounted("/run/secrets/sentry".into()))
///     .build()?;
/// # let _ = client;
/// # Ok(())
/// # }
/// ```
#[async_trait]
pub trait TokenProvider: Debug + Send + Sync {
    /// Gives a token: another than `refused`, where the server no longer takes that one or
    /// soon will not. Who has no other gives the same again, and the call then ends with the
    /// server's refusal.
    ///
    /// # Errors
    ///
    /// Fails when there is no token to give, see [`Error::no_token`].
    async fn token(&self, refused: Option<&Token>) -> Result<Token, Error>;
}

#[async_trait]
impl<P: TokenProvider + ?Sized> TokenProvider for Arc<P> {
    async fn token(&self, refused: Option<&Token>) -> Result<Token, Error> {
        (**self).token(refused).await
    }
}

/// What a provider gave, and the renewal under way.
pub(crate) struct Provided {
    provider: Arc<dyn TokenProvider>,
    binding: Binding,
    clock: Arc<dyn Clock>,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    bearer: Option<Bearer>,
    /// The token before, which was refused or ended.
    previous: Option<Arc<Token>>,
    renewal: Option<WeakShared<Renewal>>,
    /// The last failure, and until when it stands.
    failure: Option<(Error, Duration)>,
    /// Until when a token that was given in the place of a refused one is not replaced.
    kept: Duration,
}

type Renewal = BoxFuture<'static, Result<Bearer, Error>>;

impl Provided {
    pub(super) fn new(
        provider: Arc<dyn TokenProvider>,
        binding: Binding,
        clock: Arc<dyn Clock>,
    ) -> Self {
        Self {
            provider,
            binding,
            clock,
            state: Mutex::default(),
        }
    }

    /// The newest token; one that ends soon is renewed first.
    pub(super) async fn current(self: &Arc<Self>) -> Result<Bearer, Error> {
        let renewal = {
            let mut state = self.state();
            match &state.bearer {
                Some(bearer) if !self.ends_within(bearer, MARGIN) => return Ok(bearer.clone()),
                _ => self.renewal(&mut state),
            }
        };
        renewal.await.or_else(|error| {
            // Renewing ahead of time may fail as long as nothing depends on it.
            let bearer = self.state().bearer.clone();
            bearer
                .filter(|bearer| !self.ends_within(bearer, Duration::ZERO))
                .ok_or(error)
        })
    }

    /// The token after `refused`, which is the newest where another call had it renewed.
    pub(super) async fn instead_of(self: &Arc<Self>, refused: &Bearer) -> Result<Bearer, Error> {
        let renewal = {
            let mut state = self.state();
            match &state.bearer {
                Some(bearer) if !bearer.is(refused) => return Ok(bearer.clone()),
                // A server that refuses what it was just asked for refuses the next one too.
                Some(bearer) if self.clock.elapsed() < state.kept => return Ok(bearer.clone()),
                Some(_) => {
                    state.bearer = None;
                    state.previous = Some(Arc::clone(&refused.token));
                }
                None => {}
            }
            self.renewal(&mut state)
        };
        renewal.await
    }

    pub(super) fn scrub(&self, text: &str) -> String {
        let state = self.state();
        let bearer = state.bearer.as_ref().map(|bearer| &bearer.token);
        let tokens = [bearer, state.previous.as_ref()].into_iter().flatten();
        tokens.fold(text.to_owned(), |text, token| token.scrub(&text))
    }

    /// The renewal that is under way, or the failure that just was, or a new renewal.
    fn renewal(self: &Arc<Self>, state: &mut State) -> Shared<Renewal> {
        if let Some(renewal) = state.renewal.as_ref().and_then(WeakShared::upgrade) {
            return renewal;
        }
        if let Some((error, until)) = &state.failure
            && self.clock.elapsed() < *until
        {
            return std::future::ready(Err(error.clone())).boxed().shared();
        }
        let refused = state.bearer.as_ref().map(|bearer| &bearer.token);
        let refused = refused.or(state.previous.as_ref()).cloned();
        let renewal = Arc::clone(self).renew(refused).boxed().shared();
        state.renewal = renewal.downgrade();
        // A renewal whose calls are all gone goes on: it may have spent a refresh token
        // whose successor must not be lost.
        if let Ok(runtime) = Handle::try_current() {
            runtime.spawn(renewal.clone());
        }
        renewal
    }

    async fn renew(self: Arc<Self>, refused: Option<Arc<Token>>) -> Result<Bearer, Error> {
        tracing::debug!(renewed = refused.is_some(), "asking for a token");
        let given = self.provider.token(refused.as_deref()).await;
        let outcome = given.and_then(|token| Bearer::new(token, &self.binding));
        let mut state = self.state();
        state.renewal = None;
        let until = self.clock.elapsed().saturating_add(PAUSE);
        match &outcome {
            Ok(bearer) => {
                if refused.is_some() && state.bearer.is_none() {
                    state.kept = until;
                }
                state.previous = refused;
                state.bearer = Some(bearer.clone());
                state.failure = None;
            }
            Err(error) => {
                state.failure = Some((error.clone(), until));
            }
        }
        outcome
    }

    fn ends_within(&self, bearer: &Bearer, margin: Duration) -> bool {
        let left = |end: std::time::SystemTime| end.duration_since(self.clock.now());
        bearer
            .token
            .expires_at()
            .is_some_and(|end| left(end).unwrap_or_default() <= margin)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
