use bytes::Bytes;
use http::Method;
use serde::Serialize;

use super::IssueUpdate;
use crate::endpoint::{Endpoint, OlderRoute};
use crate::error::Error;
use crate::no_content::NoContent;

/// An update that deletes its issues instead, which is answered with nothing.
#[derive(Debug, Clone, Serialize)]
#[serde(transparent)]
pub struct Discard<E>(E);

impl<E: IssueUpdate> Discard<E> {
    pub(super) fn new(mut update: E) -> Self {
        update.change().discard = Some(true);
        Self(update)
    }
}

impl<E: IssueUpdate> Endpoint for Discard<E> {
    const METHOD: Method = E::METHOD;
    const PATH: &'static str = E::PATH;
    const SCOPES: &'static [&'static str] = &["event:admin"];
    type Output = NoContent;

    fn path_values(&self) -> Vec<&str> {
        self.0.path_values()
    }

    fn older_route(&self) -> Option<OlderRoute<'_>> {
        self.0.older_route()
    }

    fn query(&self) -> Result<String, Error> {
        self.0.query()
    }

    fn body(&self) -> Result<Option<Bytes>, Error> {
        self.0.body()
    }
}
