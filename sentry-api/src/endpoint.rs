//! What an operation of the API is, apart from sending it.

use std::borrow::Cow;
use std::fmt::{self, Debug};
use std::time::Duration;

use bytes::Bytes;
use http::Method;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::error::Error;
use crate::page::Cursor;
use crate::path;

/// One operation of the API with its arguments.
///
/// The struct is plain data. Its `Serialize` yields the query of a GET and a DELETE and the
/// JSON body of anything else; what goes into the path is skipped there and given by
/// [`path_values`](Self::path_values). An argument that was not set is not sent.
///
/// The operations of this crate begin at handles, as in `client.organization("acme").get()`;
/// [`Client::call`](crate::Client::call) sends one of your own.
pub trait Endpoint: Serialize + Debug + Send + Sync + 'static {
    /// The HTTP method.
    const METHOD: Method;
    /// The path with `{placeholders}`, from `/api/0/` to the slash at the end.
    const PATH: &'static str;
    /// The scopes of which any one suffices.
    const SCOPES: &'static [&'static str];
    /// How long it may take where the client's own timeout is shorter.
    const TIMEOUT: Option<Duration> = None;
    /// What a success answers: a type that can be read from JSON, or
    /// [`NoContent`](crate::NoContent).
    type Output: Send + 'static;

    /// The values of the placeholders, in order.
    fn path_values(&self) -> Vec<&str>;

    /// The route of servers that lack [`PATH`](Self::PATH), if there is one.
    fn older_route(&self) -> Option<OlderRoute<'_>> {
        None
    }

    /// The query without its question mark.
    ///
    /// # Errors
    ///
    /// Fails when the arguments cannot be written as a query.
    fn query(&self) -> Result<String, Error> {
        if is_asked_by_query(&Self::METHOD) {
            encode_query(self)
        } else {
            Ok(String::new())
        }
    }

    /// The JSON body, if the operation has one.
    ///
    /// # Errors
    ///
    /// Fails when the arguments cannot be written as JSON.
    fn body(&self) -> Result<Option<Bytes>, Error> {
        body_of(self, true)
    }
}

/// An operation that answers in pages.
pub trait Paginated: Endpoint<Output: DeserializeOwned> {
    /// One of the things on a page.
    type Item: Send + 'static;

    /// The things on a page.
    fn items(output: Self::Output) -> Vec<Self::Item>;

    /// Asks for the page at `cursor`.
    fn set_cursor(&mut self, cursor: Cursor);
}

/// The un-scoped route `/api/0/issues/{issue_id}/…` of servers that lack the one below an
/// organization.
#[derive(Debug, Clone)]
pub struct OlderRoute<'a> {
    /// The path with `{placeholders}`, the first of which takes the issue.
    pub path: &'static str,
    /// The organization in which a short id is looked up.
    pub organization: &'a str,
    /// The issue, which these routes know by its number alone.
    pub issue: &'a str,
    /// The values of the placeholders after the issue.
    pub rest: Vec<&'a str>,
}

/// A request as data, before there is a server to send it to.
#[derive(Clone)]
pub(crate) struct Prepared {
    pub(crate) method: Method,
    /// What errors and logs call the request.
    pub(crate) template: Cow<'static, str>,
    pub(crate) path_and_query: String,
    pub(crate) body: Option<Bytes>,
    /// The type of the body.
    pub(crate) content_type: &'static str,
    /// Whether the body of a success is left to be read by the caller.
    pub(crate) is_download: bool,
}

impl Prepared {
    /// A request without a body; one that it is given is JSON.
    pub(crate) fn new(
        method: Method,
        template: impl Into<Cow<'static, str>>,
        path_and_query: String,
    ) -> Self {
        Self {
            method,
            template: template.into(),
            path_and_query,
            body: None,
            content_type: "application/json",
            is_download: false,
        }
    }

    /// The same request for a success whose body is read by the caller.
    pub(crate) fn downloaded(mut self) -> Self {
        self.is_download = true;
        self
    }

    /// The request for `endpoint` on its own path.
    pub(crate) fn of<E: Endpoint>(endpoint: &E) -> Result<Self, Error> {
        Self::on(endpoint, E::PATH, &endpoint.path_values())
    }

    /// The request for `endpoint` on the path that `template` and `values` make.
    pub(crate) fn on<E: Endpoint>(
        endpoint: &E,
        template: &'static str,
        values: &[&str],
    ) -> Result<Self, Error> {
        let path = path::fill(template, values).map_err(Error::path)?;
        let path_and_query = with_query(path, &endpoint.query()?);
        Ok(Self {
            body: endpoint.body()?,
            ..Self::new(E::METHOD, template, path_and_query)
        })
    }
}

// Shows what errors and logs show: the query and the body are the caller's own.
impl Debug for Prepared {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.method, self.template)
    }
}

/// Adds `query` to a path that may have one.
pub(crate) fn with_query(mut path: String, query: &str) -> String {
    if !query.is_empty() {
        path.push(if path.contains('?') { '&' } else { '?' });
        path.push_str(query);
    }
    path
}

fn is_asked_by_query(method: &Method) -> bool {
    *method == Method::GET || *method == Method::DELETE
}

/// The body of an operation, which one without arguments does not have.
pub(crate) fn body_of<E: Endpoint + ?Sized>(
    endpoint: &E,
    has_arguments: bool,
) -> Result<Option<Bytes>, Error> {
    if has_arguments && !is_asked_by_query(&E::METHOD) {
        encode_body(endpoint).map(Some)
    } else {
        Ok(None)
    }
}

/// Lists become repeated keys, as Sentry reads them; it rejects comma lists.
pub(crate) fn encode_query<T: Serialize + ?Sized>(value: &T) -> Result<String, Error> {
    serde_html_form::to_string(value)
        .map_err(|error| Error::invalid("the arguments make no query").with_source(error))
}

pub(crate) fn encode_body<T: Serialize + ?Sized>(value: &T) -> Result<Bytes, Error> {
    serde_json::to_vec(value)
        .map(Bytes::from)
        .map_err(|error| Error::invalid("the arguments make no JSON").with_source(error))
}
