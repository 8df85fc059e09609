//! The address of a Sentry server.

use std::fmt;

use url::Url;

use crate::error::Error;

/// The address of a server: scheme, host, port and, behind a proxy, a path prefix.
#[derive(Clone, PartialEq, Eq)]
pub struct BaseUrl(Url);

impl BaseUrl {
    /// Reads an address such as `https://sentry.io`, `sentry.example.com:9000` or
    /// `http://localhost:8000/sentry`; a trailing `/api/0/` is dropped.
    ///
    /// # Errors
    ///
    /// Refuses what is not an http or https address, and addresses with a user name, a
    /// password, a query or a fragment.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let text = text.trim();
        // Not `://`: in `https:/sentry.io`, which means the same, `https` would be the host.
        let with_scheme = if text.contains(":/") {
            text.to_owned()
        } else {
            format!("https://{text}")
        };
        let refuse = |why| Err(Error::invalid_base_url(why));
        let Ok(mut url) = Url::parse(&with_scheme) else {
            return refuse("is not an address such as https://sentry.io");
        };
        if !matches!(url.scheme(), "https" | "http") || !url.has_host() {
            return refuse("is not an http or https URL");
        }
        if !url.username().is_empty() || url.password().is_some() {
            return refuse("holds a user name or password; only a token can sign in");
        }
        if url.query().is_some() || url.fragment().is_some() {
            return refuse("goes on after its path; write only the server's address");
        }
        let path = url.path().trim_end_matches('/');
        let path = path.strip_suffix("/api/0").unwrap_or(path).to_owned();
        url.set_path(&path);
        Ok(Self(url))
    }

    /// Scheme, host and port, to which a token is bound.
    #[must_use]
    pub fn origin(&self) -> String {
        self.0.origin().ascii_serialization()
    }

    /// The host name.
    #[must_use]
    pub fn host(&self) -> &str {
        self.0.host_str().unwrap_or_default()
    }

    /// Whether what is sent there travels in the clear over a network.
    #[must_use]
    pub fn is_insecure(&self) -> bool {
        self.0.scheme() == "http" && !self.is_loopback()
    }

    /// Whether the server runs on this machine.
    #[must_use]
    pub fn is_loopback(&self) -> bool {
        match self.0.host() {
            Some(url::Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
            Some(url::Host::Ipv4(address)) => address.is_loopback(),
            Some(url::Host::Ipv6(address)) => address.is_loopback(),
            None => false,
        }
    }

    /// The address of a path that begins with a slash, below the prefix.
    pub(crate) fn join(&self, path_and_query: &str) -> String {
        let base = self.0.as_str().trim_end_matches('/');
        format!("{base}{path_and_query}")
    }

    /// The path and query of `location` when it is on this server, seen from `current`.
    pub(crate) fn local(&self, current: &str, location: &str) -> Result<Url, Option<String>> {
        let url = Url::parse(current)
            .and_then(|current| current.join(location))
            .map_err(|_| None)?;
        if url.origin() == self.0.origin() {
            Ok(url)
        } else {
            Err(url.host_str().map(str::to_owned))
        }
    }
}

impl fmt::Display for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.as_str().trim_end_matches('/'))
    }
}

impl fmt::Debug for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "BaseUrl({self})")
    }
}
