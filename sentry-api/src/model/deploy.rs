use serde::{Deserialize, Serialize};
use serde_with::serde_as;
use time::OffsetDateTime;

use super::DeployId;
use crate::wire::Time;

/// A deploy: a release that was put into an environment.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Deploy {
    /// The id.
    pub id: DeployId,
    /// The environment.
    pub environment: Option<String>,
    /// The name, where it has one.
    pub name: Option<String>,
    /// The address of its page elsewhere.
    pub url: Option<String>,
    /// When it began.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub date_started: Option<OffsetDateTime>,
    /// When it was done.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub date_finished: Option<OffsetDateTime>,
}
