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

    /// The origin with the path prefix, which tells servers behind one proxy apart.
    #[cfg(feature = "oauth")]
    pub(crate) fn origin_and_prefix(&self) -> String {
        let prefix = self.0.path().trim_end_matches('/');
        format!("{}{prefix}", self.origin())
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

    /// Whether organizations of this server live in regions with hosts of their own.
    pub(crate) fn has_regions(&self) -> bool {
        self.origin() == "https://sentry.io" && self.0.path() == "/"
    }

    /// The region that a server named, where that is one of this deployment: `us.sentry.io`
    /// and its like, over https. Whatever else it names never gets a request.
    pub(crate) fn region(&self, url: &str) -> Option<Self> {
        let region = Self::parse(url).ok()?;
        let name = region.host().strip_suffix(".sentry.io")?;
        let letters = name.trim_end_matches(|c: char| c.is_ascii_digit());
        let is_name = letters.len() == 2 && letters.bytes().all(|byte| byte.is_ascii_lowercase());
        let is_plain =
            region.0.scheme() == "https" && region.0.port().is_none() && region.0.path() == "/";
        (self.has_regions() && is_name && is_plain).then_some(region)
    }

    /// The URL of `location` when it is on this server, seen from `current`. One that HTTP
    /// cannot carry, as when it is too long, leads nowhere.
    pub(crate) fn local(&self, current: &str, location: &str) -> Result<Url, Option<String>> {
        let url = Url::parse(current)
            .and_then(|current| current.join(location))
            .map_err(|_| None)?;
        if url.as_str().parse::<http::Uri>().is_err() {
            return Err(None);
        }
        if url.origin() == self.0.origin() {
            Ok(url)
        } else {
            Err(url.host_str().map(str::to_owned))
        }
    }
}

/// The deployment that a host belongs to: sentry.io with its regions and organizations, or the
/// host itself.
pub(crate) fn deployment(host: &str) -> &str {
    if host.ends_with(".sentry.io") {
        "sentry.io"
    } else {
        host
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

#[cfg(test)]
mod tests {
    use super::*;

    fn region(base: &str, url: &str) -> Option<String> {
        let base = BaseUrl::parse(base).unwrap();
        base.region(url).map(|region| region.origin())
    }

    #[test]
    fn regions_of_sentry_io_have_short_names() {
        for name in ["us", "de", "us2"] {
            let url = format!("https://{name}.sentry.io");
            assert_eq!(region("https://sentry.io", &url), Some(url.clone()));
            assert_eq!(region("sentry.io", &format!("{url}/")), Some(url));
        }
    }

    #[test]
    fn nothing_else_is_a_region() {
        for url in [
            "",
            "https://sentry.io",
            "https://evil.example",
            "https://us.sentry.io.evil.example",
            "https://evilsentry.io",
            "https://us.evilsentry.io",
            "https://us.sentry.io:8443",
            "https://us.sentry.io/prefix",
            "https://us.sentry.io/?a=1",
            "https://us.sentry.io#a",
            "https://name@us.sentry.io",
            "https://:password@us.sentry.io",
            "https://us.sentry.io@evil.example",
            "https://evil.example#.us.sentry.io",
            "https://evil.example\\.us.sentry.io",
            "http://us.sentry.io",
            "ftp://us.sentry.io",
            "https://o1.ingest.us.sentry.io",
            "https://docs.sentry.io",
            "https://status.sentry.io",
            "https://2.sentry.io",
            "https://us.sentry.io.",
            "us\u{2024}sentry.io",
        ] {
            assert_eq!(region("https://sentry.io", url), None, "{url}");
        }
        for base in [
            "https://sentry.example.com",
            "https://us.sentry.io",
            "http://sentry.io",
            "https://sentry.io:8443",
            "https://sentry.io/prefix",
        ] {
            assert_eq!(region(base, "https://us.sentry.io"), None, "{base}");
        }
    }
}
