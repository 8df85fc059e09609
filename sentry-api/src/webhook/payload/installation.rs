use std::fmt;

use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use serde::de::Deserializer;

use crate::model::OrganizationId;
use crate::wire::open_enum;

/// The integration was installed or removed.
///
/// Source: [Installation](https://docs.sentry.io/integrations/integration-platform/webhooks/installation/).
#[derive(Debug, Clone, Deserialize)]
#[non_exhaustive]
pub struct InstallationPayload {
    /// The UUID of the installation.
    pub uuid: Option<String>,
    /// Whether the installation is complete.
    pub status: Option<InstallationStatus>,
    /// The organization that installed it.
    pub organization: Option<InstallingOrganization>,
    /// The integration.
    pub app: Option<InstalledApp>,
    /// What to get the first token with; a deleted installation has none.
    pub code: Option<GrantCode>,
}

/// The organization that installed an integration.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[non_exhaustive]
pub struct InstallingOrganization {
    /// The id, where it is sent.
    pub id: Option<OrganizationId>,
    /// The slug.
    pub slug: Option<String>,
}

/// The integration that was installed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[non_exhaustive]
pub struct InstalledApp {
    /// The UUID of the integration.
    pub uuid: Option<String>,
    /// The slug of the integration.
    pub slug: Option<String>,
}

/// A code that is exchanged once for the token of an installation; with the feature `oauth`,
/// `Client::installation(…).authorize(code.expose())` does that.
///
/// Its `Debug` shows nothing of it.
#[derive(Clone)]
pub struct GrantCode(SecretString);

impl GrantCode {
    /// The code itself, to be sent to Sentry and nobody else.
    #[must_use]
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }
}

impl fmt::Debug for GrantCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("GrantCode")
    }
}

impl<'de> Deserialize<'de> for GrantCode {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        String::deserialize(input).map(|code| Self(code.into()))
    }
}

open_enum! {
    /// Whether an installation is complete.
    InstallationStatus {
        /// The integration has still to confirm it.
        Pending = "pending",
        /// It is.
        Installed = "installed",
    }
}
