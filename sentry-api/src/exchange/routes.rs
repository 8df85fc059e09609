//! Older routes, for servers that lack the ones below an organization.

use std::collections::HashSet;
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

/// The routes that a server was found to lack, by host, method and template.
#[derive(Debug, Default)]
pub(crate) struct MissingRoutes(RwLock<HashSet<MissingRoute>>);

type MissingRoute = (String, Method, &'static str);

impl MissingRoutes {
    fn contains(&self, origin: &str, method: &Method, path: &'static str) -> bool {
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner);
        !known.is_empty() && known.contains(&(origin.to_owned(), method.clone(), path))
    }

    fn insert(&self, route: MissingRoute) {
        let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
        known.insert(route);
    }

    fn forget(&self, route: &MissingRoute) {
        let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
        known.remove(route);
    }
}

impl Client {
    /// Calls `endpoint` on its own route and, where the server lacks that, on the older one.
    pub(super) async fn on_any_route<E: Endpoint<Output: DeserializeOwned>>(
        &self,
        endpoint: &E,
        prepared: Prepared,
        deadline: Duration,
    ) -> Result<Response<E::Output>, Error> {
        let Some(older) = endpoint.older_route() else {
            return self.on(&prepared, deadline).await;
        };
        let origin = self.origin_for(&prepared);
        if !self.0.missing.contains(&origin, &E::METHOD, E::PATH) {
            match self.on(&prepared, deadline).await {
                Err(error) if error.kind() == ErrorKind::Unsupported => {}
                outcome => return outcome,
            }
        }
        self.on_older(endpoint, &older, origin, deadline).await
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
    fn learn<E: Endpoint, T>(&self, origin: String, outcome: &Result<T, Error>) {
        let route = (origin, E::METHOD, E::PATH);
        match outcome {
            Ok(_) => self.0.missing.insert(route),
            Err(error) if error.is_not_found() => self.0.missing.insert(route),
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
        route: &OlderRoute<'_>,
        origin: String,
        deadline: Duration,
    ) -> Result<Response<E::Output>, Error> {
        let is_number = route.issue.bytes().all(|byte| byte.is_ascii_digit());
        let issue = if is_number {
            route.issue.to_owned()
        } else {
            self.number_of(route, deadline).await?
        };
        let values: Vec<&str> = std::iter::once(issue.as_str())
            .chain(route.rest.iter().copied())
            .collect();
        let prepared = Prepared::on(endpoint, route.path, &values)?;
        let outcome = self.on(&prepared, deadline).await;
        self.learn::<E, _>(origin, &outcome);
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
