//! Where a call goes and whose token it carries, and what is left when that was wrong.

use std::time::Duration;

use http::{Method, StatusCode};

use super::{Answer, Broken};
use crate::base_url::BaseUrl;
use crate::client::Client;
use crate::credentials::Bearer;
use crate::endpoint::Prepared;
use crate::error::{Error, is_html};
use crate::region::Region;
use crate::transport::TransportErrorKind;

/// Codes of 401 answers that another token of the same user would get too.
const NOT_THE_TOKEN: [&str; 6] = [
    "sso-required",
    "member-disabled-over-limit",
    "sudo-required",
    "email-verification-required",
    "2fa-required",
    "data-secrecy",
];

/// The host of a call and its token.
pub(super) struct Way {
    region: Option<Region>,
    /// The region that did not know what was asked, until the base URL answered.
    left: Option<Region>,
    bearer: Option<Bearer>,
    renewed: bool,
}

impl Way {
    /// The shortest way for `prepared`, with the newest token.
    pub(super) async fn find(client: &Client, prepared: &Prepared) -> Result<Self, Error> {
        let bearer = client.0.credentials.bearer().await.map_err(Error::unsent)?;
        Ok(Self {
            region: client.region_for(prepared),
            left: None,
            bearer,
            renewed: false,
        })
    }

    /// The way to the base URL without a token.
    #[cfg(feature = "oauth")]
    pub(super) fn bare() -> Self {
        Self {
            region: None,
            left: None,
            bearer: None,
            renewed: false,
        }
    }

    pub(super) fn host<'a>(&'a self, client: &'a Client) -> &'a BaseUrl {
        match &self.region {
            Some(region) => &region.host,
            None => client.base_url(),
        }
    }

    pub(super) fn bearer(&self) -> Option<&Bearer> {
        self.bearer.as_ref()
    }

    /// Whether the call is to be sent again with another token, after one was refused.
    pub(super) async fn renews_token(&mut self, client: &Client) -> Result<bool, Error> {
        let Some(refused) = self.bearer.as_ref().filter(|_| !self.renewed) else {
            return Ok(false);
        };
        let other = client.0.credentials.instead_of(refused).await;
        // The refused request did nothing.
        let Some(other) = other.map_err(Error::unsent)? else {
            return Ok(false);
        };
        self.renewed = true;
        self.bearer = Some(other);
        Ok(true)
    }

    /// Whether the call goes on to the base URL, since its region cannot answer it: a write
    /// only where nothing was sent.
    pub(super) fn leaves_region(
        &mut self,
        client: &Client,
        method: &Method,
        outcome: &Result<Answer, Broken>,
    ) -> bool {
        if self.region.is_none() {
            self.judge(client, outcome);
            return false;
        }
        let Some(region) = self.region.take_if(|_| may_go_on(method, outcome)) else {
            return false;
        };
        match outcome {
            Ok(_) => self.left = Some(region),
            // An idle connection that broke says nothing about the region.
            Err(Broken::Transport(error)) if error.kind() == TransportErrorKind::Interrupted => {}
            Err(_) => client
                .0
                .regions
                .leave_out(&region, client.0.clock.elapsed()),
        }
        true
    }

    /// Forgets the region that was left when the base URL knows what that one did not. Where
    /// neither does, the thing does not exist, and the region may well be right.
    fn judge(&mut self, client: &Client, outcome: &Result<Answer, Broken>) {
        let known = matches!(outcome, Ok(answer) if answer.status.is_success());
        if let Some(region) = self.left.take_if(|_| known) {
            client.0.regions.forget(&region);
        }
    }
}

/// Whether the base URL is asked for what a region did not answer.
fn may_go_on(method: &Method, outcome: &Result<Answer, Broken>) -> bool {
    match outcome {
        Ok(answer) => {
            method.is_safe()
                && (answer.status == StatusCode::NOT_FOUND
                    || answer.status.is_redirection()
                    || is_of_somebody_else(answer))
        }
        Err(Broken::Transport(error)) => match error.kind() {
            TransportErrorKind::Connect | TransportErrorKind::Tls => true,
            TransportErrorKind::Timeout | TransportErrorKind::Interrupted => method.is_safe(),
            TransportErrorKind::Invalid => false,
        },
        Err(Broken::TooLarge | Broken::Limited(_) | Broken::Storage(_)) => false,
    }
}

/// Whether a proxy answered in the place of the region, with a page of its own.
fn is_of_somebody_else(answer: &Answer) -> bool {
    let says_no_route = matches!(answer.status.as_u16(), 405 | 501);
    answer.unread.is_none() && !says_no_route && is_html(&answer.headers, &answer.body)
}

/// The time in which a region has not answered yet; when the call ends in it for want of time,
/// the next ones do not wait for that region.
pub(super) struct Silence<'a> {
    client: &'a Client,
    region: Option<Region>,
    deadline: Duration,
}

impl<'a> Silence<'a> {
    pub(super) fn of(way: &Way, client: &'a Client, deadline: Duration) -> Self {
        Self {
            client,
            region: way.region.clone(),
            deadline,
        }
    }

    pub(super) fn ends(mut self) {
        self.region = None;
    }
}

impl Drop for Silence<'_> {
    fn drop(&mut self) {
        let elapsed = self.client.0.clock.elapsed();
        if let Some(region) = self.region.take().filter(|_| elapsed >= self.deadline) {
            self.client.0.regions.leave_out(&region, elapsed);
        }
    }
}

impl Client {
    pub(super) fn region_for(&self, prepared: &Prepared) -> Option<Region> {
        let elapsed = || self.0.clock.elapsed();
        self.0.regions.for_path(&prepared.path_and_query, elapsed)
    }

    /// Whether another token could get another answer.
    pub(super) fn refuses_token(&self, answer: &Answer) -> bool {
        answer.status == StatusCode::UNAUTHORIZED
            && self
                .refused(answer)
                .code()
                .is_none_or(|code| !NOT_THE_TOKEN.contains(&code))
    }
}
