//! Older routes, for servers that lack the ones below an organization.

use std::collections::HashMap;
use std::sync::{PoisonError, RwLock};
use std::time::Duration;

use http::Method;
use serde::de::DeserializeOwned;

use super::decode;
use crate::client::Client;
use crate::endpoint::{Endpoint, OlderRoute, Prepared};
use crate::endpoints::ResolveOrganizationShortId;
use crate::error::{Error, ErrorKind};
use crate::response::Response;

/// How long a route counts as missing: a server may be upgraded, or have answered so by
/// mistake.
const MISSING: Duration = Duration::from_secs(60 * 60);

/// The routes that a server was found to lack, by host, method and template, each until it is
/// looked for again.
#[derive(Debug, Default)]
pub(crate) struct MissingRoutes(RwLock<HashMap<MissingRoute, Duration>>);

type MissingRoute = (String, Method, &'static str);

impl MissingRoutes {
    fn contains(&self, route: &MissingRoute, now: Duration) -> bool {
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner);
        known.get(route).is_some_and(|until| now < *until)
    }

    /// Counts a route as missing; one that does so already is not kept for longer.
    fn insert(&self, route: MissingRoute, now: Duration) {
        let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
        let until = known.entry(route).or_default();
        if *until <= now {
            *until = now.saturating_add(MISSING);
        }
    }

    fn forget(&self, route: &MissingRoute) {
        let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
        known.remove(route);
    }
}

/// Whether the failure shows that the server lacks the route. A page with the status of a
/// success can hide that the call was done, so one that must not be done twice ends with it.
fn is_missing(method: &Method, error: &Error) -> bool {
    let is_success = error.status().is_some_and(|status| status.is_success());
    error.kind() == ErrorKind::Unsupported && (method.is_idempotent() || !is_success)
}

impl Client {
    /// Calls `endpoint` on its own route and, where the server lacks that, on the older one.
    pub(super) async fn on_any_route<E: Endpoint<Output: DeserializeOwned>>(
        &self,
        endpoint: &E,
        prepared: &Prepared,
        deadline: Duration,
    ) -> Result<Response<E::Output>, Error> {
        let Some(older) = endpoint.older_route() else {
            return self.on(prepared, deadline).await;
        };
        let route = (self.origin_for(prepared), E::METHOD, E::PATH);
        if !self.0.missing.contains(&route, self.0.clock.elapsed()) {
            match self.on(prepared, deadline).await {
                Err(error) if is_missing(&E::METHOD, &error) => {}
                outcome => return outcome,
            }
        }
        self.on_older(endpoint, &older, route, deadline).await
    }

    /// The origin that a request goes to first.
    fn origin_for(&self, prepared: &Prepared) -> String {
        let region = self.region_for(prepared);
        let host = region.as_ref().map(|region| &*region.host);
        host.unwrap_or_else(|| self.base_url()).origin()
    }

    /// Remembers what an answer on the older route tells about the newer one.
    ///
    /// A server in maintenance answers every route with a web page or a login: only what an
    /// older route says of an issue shows that it is the newer one that is missing. Where
    /// the older one is gone too, the server may have been upgraded.
    fn learn<T>(&self, route: MissingRoute, outcome: &Result<T, Error>) {
        let now = self.0.clock.elapsed();
        match outcome {
            Ok(_) => self.0.missing.insert(route, now),
            Err(error) if error.is_not_found() => self.0.missing.insert(route, now),
            Err(error) if error.kind() == ErrorKind::Unsupported => self.0.missing.forget(&route),
            Err(_) => {}
        }
    }

    async fn on<T: DeserializeOwned>(
        &self,
        prepared: &Prepared,
        deadline: Duration,
    ) -> Result<Response<T>, Error> {
        decode::model(self.exchange(prepared, deadline).await?)
    }

    async fn on_older<E: Endpoint<Output: DeserializeOwned>>(
        &self,
        endpoint: &E,
        older: &OlderRoute<'_>,
        newer: MissingRoute,
        deadline: Duration,
    ) -> Result<Response<E::Output>, Error> {
        let is_number = older.issue.bytes().all(|byte| byte.is_ascii_digit());
        let issue = if is_number {
            older.issue.to_owned()
        } else {
            self.number_of(older, deadline).await?
        };
        let values: Vec<&str> = std::iter::once(issue.as_str())
            .chain(older.rest.iter().copied())
            .collect();
        let prepared = Prepared::on(endpoint, older.path, &values)?;
        let outcome = self.on(&prepared, deadline).await;
        self.learn(newer, &outcome);
        outcome.map_err(|error| error.in_call(&E::METHOD, prepared.template.clone(), E::SCOPES))
    }

    /// The number of the issue that a short id names.
    async fn number_of(&self, route: &OlderRoute<'_>, deadline: Duration) -> Result<String, Error> {
        let lookup = ResolveOrganizationShortId::new(route.organization, route.issue);
        let prepared = Prepared::of(&lookup)?;
        let found = self
            .on::<<ResolveOrganizationShortId as Endpoint>::Output>(&prepared, deadline)
            .await;
        match found {
            Ok(found) => Ok(found.value.group_id.to_string()),
            Err(error) if error.kind() == ErrorKind::Unsupported => Err(error.with_problem(
                "this server knows issues by their number alone; take it from a list of issues",
            )),
            Err(error) => Err(error.in_call(
                &ResolveOrganizationShortId::METHOD,
                prepared.template.clone(),
                ResolveOrganizationShortId::SCOPES,
            )),
        }
    }
}
