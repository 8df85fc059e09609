//! The address of the Sentry server.

use sentry_api::BaseUrl;

/// The server that is used when none is named.
pub(super) const DEFAULT_URL: &str = "https://sentry.io/";

/// Reads a base URL as the client does; the error goes on from the URL's name.
pub(super) fn base_url(text: &str, insecure_http: bool) -> Result<String, String> {
    let url = BaseUrl::parse(text).map_err(|error| {
        // The problem begins with its subject, which is said already.
        let problem = error.problem().unwrap_or("cannot be used");
        let reason = problem.strip_prefix("the base URL ").unwrap_or(problem);
        reason.to_owned()
    })?;
    if url.is_insecure() && !insecure_http {
        return Err(
            "would send the token over plain http; use https, or add --insecure-http if the \
             network is trusted"
                .to_owned(),
        );
    }
    Ok(format!("{url}/"))
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
            ("https:/sentry.example.com", "https://sentry.example.com/"),
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
