use serde::{Deserialize, Serialize};

use super::TeamId;

/// A team as other things name it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct TeamReference {
    /// The id.
    pub id: TeamId,
    /// The slug.
    pub slug: Option<String>,
    /// The name to show.
    pub name: Option<String>,
}
