use std::fmt;

use http::Uri;
use serde::{Deserialize, Serialize};

/// A DSN as an application gets it: `https://{public key}@{host}/{project id}`.
///
/// Whatever a server sends is kept; the parts are there where it is a DSN.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Dsn(String);

impl Dsn {
    /// The DSN as text, to be put into an application.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The public key.
    #[must_use]
    pub fn public_key(&self) -> Option<String> {
        let uri = self.uri()?;
        let (user, _) = uri.authority()?.as_str().rsplit_once('@')?;
        let key = user.split(':').next()?;
        (!key.is_empty()).then(|| key.to_owned())
    }

    /// The host that takes the events, with its port where that is told.
    #[must_use]
    pub fn host(&self) -> Option<String> {
        let uri = self.uri()?;
        let authority = uri.authority()?.as_str();
        let host = authority.rsplit('@').next()?;
        (!host.is_empty()).then(|| host.to_owned())
    }

    /// The id of the organization, which hosts of sentry.io tell.
    #[must_use]
    pub fn organization_id(&self) -> Option<super::OrganizationId> {
        let host = self.host()?;
        let (first, rest) = host.split_once('.')?;
        let id = first.strip_prefix('o')?;
        let is_id = !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_digit());
        (is_id && rest.starts_with("ingest.")).then(|| super::OrganizationId::new(id))
    }

    /// The id of the project.
    #[must_use]
    pub fn project_id(&self) -> Option<super::ProjectId> {
        let uri = self.uri()?;
        let id = uri.path().rsplit('/').find(|part| !part.is_empty())?;
        Some(super::ProjectId::new(id))
    }

    fn uri(&self) -> Option<Uri> {
        self.0.parse().ok()
    }
}

impl fmt::Display for Dsn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

// A server could send one with a secret key.
impl fmt::Debug for Dsn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "Dsn({}/{})",
            self.host().unwrap_or_default(),
            self.project_id().map(String::from).unwrap_or_default()
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dsn(text: &str) -> Dsn {
        Dsn(text.to_owned())
    }

    #[test]
    fn a_dsn_has_parts() {
        let own = dsn("https://abc0@o4507.ingest.us.sentry.io/4509101");
        assert_eq!(own.public_key().as_deref(), Some("abc0"));
        assert_eq!(own.host().as_deref(), Some("o4507.ingest.us.sentry.io"));
        assert_eq!(own.organization_id().unwrap().as_str(), "4507");
        assert_eq!(own.project_id().unwrap().as_str(), "4509101");

        let hosted = dsn("http://abc0:5ec4e7@sentry.example.com:9000/prefix/7");
        assert_eq!(hosted.public_key().as_deref(), Some("abc0"));
        assert_eq!(hosted.host().as_deref(), Some("sentry.example.com:9000"));
        assert_eq!(hosted.organization_id(), None);
        assert_eq!(hosted.project_id().unwrap().as_str(), "7");
        assert!(!format!("{hosted:?}").contains("5ec4e7"));
    }

    #[test]
    fn what_is_no_dsn_has_none() {
        for text in [
            "",
            "shrug",
            "https://",
            "https://host/",
            "a b",
            "https://@/",
        ] {
            let odd = dsn(text);
            assert_eq!(odd.public_key(), None, "{text}");
            assert_eq!(odd.organization_id(), None, "{text}");
            assert_eq!(odd.as_str(), text);
        }
    }
}
