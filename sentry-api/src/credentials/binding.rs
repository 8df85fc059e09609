//! The server that a token belongs to.

use std::sync::Arc;

use url::Url;

use crate::base_url::{BaseUrl, deployment};
use crate::error::{Error, plain};
use crate::region::Regions;
use crate::token::Token;

/// Where the tokens of a client go, to hold against what they say of themselves.
#[derive(Debug, Clone)]
pub(crate) struct Binding {
    base_url: BaseUrl,
    regions: Arc<Regions>,
    trusted: bool,
}

impl Binding {
    /// Binds to `base_url`; `trusted` takes tokens that name another server too.
    pub(crate) fn new(base_url: BaseUrl, regions: Arc<Regions>, trusted: bool) -> Self {
        Self {
            base_url,
            regions,
            trusted,
        }
    }

    /// Takes a token of this server, and learns the region that it names.
    pub(crate) fn admit(&self, token: &Token) -> Result<(), Error> {
        self.check(token)?;
        self.regions.learn_from_token(token);
        Ok(())
    }

    /// Refuses an organization token that another server made, and one of an https server where
    /// it would travel in the clear.
    ///
    /// The claim is not signed, so it proves nothing; but who can set a program's base URL
    /// and not its token cannot change it. What goes to this machine itself is not held
    /// against it: tunnels and sandboxes live there.
    fn check(&self, token: &Token) -> Result<(), Error> {
        let url = token.url().and_then(|url| Url::parse(url).ok());
        let Some((url, claimed)) = url.as_ref().and_then(|url| Some((url, url.host_str()?))) else {
            return Ok(());
        };
        if self.trusted || self.base_url.is_loopback() {
            return Ok(());
        }
        let host = self.base_url.host();
        if deployment(claimed) == deployment(host) {
            if url.scheme() != "https" || !self.base_url.is_insecure() {
                return Ok(());
            }
            return Err(Error::invalid(format!(
                "the token belongs to https://{}, but the base URL begins with http: write https, \
                 or confirm the base URL with `trust_base_url`",
                plain(claimed)
            )));
        }
        Err(Error::invalid(format!(
            "the token belongs to {}, but the base URL leads to {}: use a token of that \
             server, or confirm the base URL with `trust_base_url`",
            plain(claimed),
            plain(host)
        )))
    }
}
