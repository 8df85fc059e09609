//! The regions of sentry.io: shorter ways to organizations, learned in passing.
//!
//! The base URL is always right, since sentry.io forwards what belongs to an organization. A
//! region saves that step. None is looked up: an organization's token and the answers that
//! hold organizations tell where they live.

mod organizations;
mod place;

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};
use std::time::Duration;

use serde::Deserialize;

use self::place::{lists_organizations, organization_of};
use crate::base_url::BaseUrl;
use crate::token::Token;

/// How long a region that could not be reached is not tried again. Where only sentry.io
/// itself passes a firewall, each try would cost the time of a connection.
const UNREACHABLE: Duration = Duration::from_secs(15 * 60);

/// Where the organizations of a client live, as far as it is known.
#[derive(Debug)]
pub(crate) struct Regions {
    base_url: BaseUrl,
    known: RwLock<Known>,
}

#[derive(Debug, Default)]
struct Known {
    /// By slug and by id.
    organizations: HashMap<String, Arc<BaseUrl>>,
    /// By origin, until when they are left out.
    unreachable: HashMap<String, Duration>,
}

/// An organization's region.
#[derive(Debug, Clone)]
pub(crate) struct Region {
    organization: String,
    pub(crate) host: Arc<BaseUrl>,
}

/// What tells the region in an answer that holds an organization.
#[derive(Deserialize)]
struct Told {
    id: Option<String>,
    slug: Option<String>,
    links: Option<Links>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Links {
    region_url: Option<String>,
}

impl Regions {
    /// The regions of the deployment behind `base_url`; other servers than sentry.io have none.
    pub(crate) fn of(base_url: &BaseUrl) -> Self {
        Self {
            base_url: base_url.clone(),
            known: RwLock::default(),
        }
    }

    /// The region for a call of `path`, when the path belongs to an organization whose region
    /// is known. `elapsed` tells the time of the client's clock.
    pub(crate) fn for_path(&self, path: &str, elapsed: impl Fn() -> Duration) -> Option<Region> {
        let known = self.read();
        if known.organizations.is_empty() {
            return None;
        }
        let organization = organization_of(path)?;
        let host = known.organizations.get(organization)?;
        let is_left_out = !known.unreachable.is_empty()
            && (known.unreachable.get(&host.origin())).is_some_and(|until| elapsed() < *until);
        (!is_left_out).then(|| Region {
            organization: organization.to_owned(),
            host: Arc::clone(host),
        })
    }

    /// Forgets where an organization lives.
    pub(crate) fn forget(&self, region: &Region) {
        let mut known = self.write();
        // By its slug and by its id, of which the caller used one.
        if let Some(host) = known.organizations.remove(&region.organization) {
            known
                .organizations
                .retain(|_, other| !Arc::ptr_eq(other, &host));
        }
    }

    /// Leaves a region out that could not be reached, for a quarter of an hour.
    pub(crate) fn leave_out(&self, region: &Region, elapsed: Duration) {
        let until = elapsed.saturating_add(UNREACHABLE);
        let mut known = self.write();
        known.unreachable.insert(region.host.origin(), until);
    }

    /// Remembers what an organization token says of its organization.
    pub(crate) fn learn_from_token(&self, token: &Token) {
        if let (Some(organization), Some(url)) = (token.organization(), token.region_url()) {
            self.remember([Some(organization.to_owned()), None], url);
        }
    }

    /// Remembers what an answer to `path` says of the organizations in it. Any other answer,
    /// and one that cannot be read, teaches nothing.
    pub(crate) fn learn_from_answer(&self, path: &str, body: &[u8]) {
        if !self.base_url.has_regions() {
            return;
        }
        let told: Vec<Told> = if lists_organizations(path) {
            serde_json::from_slice(body).unwrap_or_default()
        } else if place::is_organization(path) {
            serde_json::from_slice(body).into_iter().collect()
        } else {
            return;
        };
        for organization in told {
            if let Some(url) = organization.links.and_then(|links| links.region_url) {
                self.remember([organization.slug, organization.id], &url);
            }
        }
    }

    fn remember(&self, names: [Option<String>; 2], url: &str) {
        let Some(host) = self.base_url.region(url).map(Arc::new) else {
            return;
        };
        let mut known = self.write();
        for name in names.into_iter().flatten() {
            known.organizations.insert(name, Arc::clone(&host));
        }
    }

    fn read(&self) -> RwLockReadGuard<'_, Known> {
        self.known.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> RwLockWriteGuard<'_, Known> {
        self.known.write().unwrap_or_else(PoisonError::into_inner)
    }
}
