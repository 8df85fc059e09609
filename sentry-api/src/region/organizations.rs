//! The organizations of all regions in one list.

use std::collections::HashSet;

use futures::stream::{self, Stream, StreamExt, TryStreamExt};
use http::Method;
use serde::Deserialize;
use serde_json::Value;

use crate::client::Client;
use crate::error::{Error, ErrorKind};
use crate::model::Organization;

const USER_REGIONS: &str = "/api/0/users/me/regions/";

/// The regions in which a user has organizations.
#[derive(Deserialize)]
struct UserRegions {
    #[serde(default)]
    regions: Option<Vec<UserRegion>>,
}

#[derive(Deserialize)]
struct UserRegion {
    #[serde(default)]
    url: Value,
}

impl Client {
    /// Lists the organizations that the token can see, over all regions, each once.
    ///
    /// [`organizations`](Self::organizations) asks one server, which on sentry.io can mean one
    /// region. Where there are no regions, as on a self-hosted server, and for a token that
    /// stands for no user, that is all there is. When a region fails, the organizations of the
    /// others come first and the error last: what was listed can be used, and nobody takes
    /// it for everything.
    ///
    /// ```
    /// use futures::TryStreamExt;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let organizations: Vec<_> = client.organizations_in_all_regions().try_collect().await?;
    /// assert_eq!(organizations[0].slug, "acme");
    /// # Ok(())
    /// # }
    /// ```
    pub fn organizations_in_all_regions(
        &self,
    ) -> impl Stream<Item = Result<Organization, Error>> + Send + use<> {
        let client = self.clone();
        stream::once(async move { client.hosts().await })
            .map_ok(|hosts| {
                let organizations = stream::iter(hosts).flat_map(|host| {
                    let name = host.base_url().host().to_owned();
                    let list = host.organizations().per_page(100).stream();
                    list.map_err(move |error| of_host(error, &name))
                });
                failures_last(organizations)
            })
            .try_flatten()
            .try_filter({
                let mut seen = HashSet::new();
                move |organization| std::future::ready(seen.insert(organization.id.clone()))
            })
    }

    /// A client of each region, or this one alone.
    async fn hosts(&self) -> Result<Vec<Self>, Error> {
        let home = || Ok(vec![self.clone()]);
        if !self.base_url().has_regions() {
            return home();
        }
        let told = self.raw(Method::GET, USER_REGIONS).send::<UserRegions>();
        let regions = match told.await {
            Ok(told) => told.into_value().regions.unwrap_or_default(),
            Err(error) if has_no_regions(&error) => return home(),
            Err(error) => return Err(error),
        };
        let known = |region: &UserRegion| self.base_url().region(region.url.as_str()?);
        let found: Vec<_> = regions.iter().filter_map(known).collect();
        // What is not known to be a region gets no token; sentry.io itself answers for it.
        let is_whole = !found.is_empty() && found.len() == regions.len();
        let mut asked = HashSet::new();
        let mut hosts: Vec<_> = found
            .into_iter()
            .filter(|region| asked.insert(region.host().to_owned()))
            .map(|region| self.of_region(region))
            .collect();
        if !is_whole {
            hosts.push(self.clone());
        }
        Ok(hosts)
    }
}

/// Names the host whose organizations are missing.
fn of_host(error: Error, host: &str) -> Error {
    let missing = format!("the organizations of {host} are missing");
    let problem = match error.problem() {
        Some(problem) => format!("{missing}: {problem}"),
        None => missing,
    };
    error.with_problem(problem)
}

/// Whether the server has no regions, or none for this token.
fn has_no_regions(error: &Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::NotFound
            | ErrorKind::Unsupported
            | ErrorKind::Unauthorized
            | ErrorKind::Forbidden
    )
}

/// The things of `items` before the errors in it, of which the first one is given.
fn failures_last<T: Send>(
    items: impl Stream<Item = Result<T, Error>> + Send,
) -> impl Stream<Item = Result<T, Error>> + Send {
    stream::unfold((Box::pin(items), None), |(mut items, mut failure)| async {
        loop {
            match items.next().await {
                Some(Ok(item)) => return Some((Ok(item), (items, failure))),
                Some(Err(error)) => failure = failure.or(Some(error)),
                None => return failure.take().map(|error| (Err(error), (items, None))),
            }
        }
    })
}
