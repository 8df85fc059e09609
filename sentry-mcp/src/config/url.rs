//! The address of the Sentry server.

use url::{Host, Url};

/// The server that is used when none is named.
pub(super) const DEFAULT_URL: &str = "https://sentry.io/";

/// Reads a base URL, or a bare host, which means https.
///
/// A path stays, since Sentry may be served below one; `/api/0` at its end goes. The
/// error says what is wrong and how to write it.
pub(super) fn base_url(text: &str, insecure_http: bool) -> Result<String, String> {
    let text = text.trim();
    let with_scheme = if text.contains("://") {
        text.to_owned()
    } else {
        format!("https://{text}")
    };
    let mut url = Url::parse(&with_scheme).map_err(|error| {
        format!("is not a URL ({error}); write it like https://sentry.example.com")
    })?;
    if !matches!(url.scheme(), "http" | "https") || !url.has_host() {
        return Err("is not an http or https URL".to_owned());
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err("holds a user name or password; only a token can sign in".to_owned());
    }
    if url.query().is_some() || url.fragment().is_some() {
        return Err("goes on after its path; write only the server's address".to_owned());
    }
    if url.scheme() == "http" && !is_loopback(&url) && !insecure_http {
        return Err(
            "would send the token over plain http; use https, or add --insecure-http if the \
             network is trusted"
                .to_owned(),
        );
    }
    let path = url.path().trim_end_matches('/');
    let path = path.strip_suffix("/api/0").unwrap_or(path).to_owned();
    url.set_path(&format!("{path}/"));
    Ok(url.into())
}

/// Whether the host is this machine.
fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::base_url;

    #[test]
    fn addresses_are_read_as_people_write_them() {
        for (text, expected) in [
            ("sentry.example.com", "https://sentry.example.com/"),
            (
                " https://sentry.example.com ",
                "https://sentry.example.com/",
            ),
            (
                "https://example.com/sentry/api/0/",
                "https://example.com/sentry/",
            ),
            ("http://localhost:9000", "http://localhost:9000/"),
            ("http://127.0.0.2/", "http://127.0.0.2/"),
            ("http://[::1]:9", "http://[::1]:9/"),
        ] {
            assert_eq!(base_url(text, false).unwrap(), expected);
        }
        assert!(base_url("http://sentry.example.com", true).is_ok());
    }

    #[test]
    fn addresses_that_would_lose_the_token_are_refused() {
        for text in [
            "http://sentry.example.com",
            "http://localhost.example.com",
            "ftp://sentry.example.com",
            "https://me:secret@sentry.example.com",
            "https://sentry.example.com/?a=b",
            "https://",
            "",
        ] {
            assert!(base_url(text, false).is_err(), "{text}");
        }
    }
}
