use serde::{Deserialize, Serialize};

use super::EnvironmentId;

/// An environment: a name such as `production` that events tell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Environment {
    /// The id.
    pub id: EnvironmentId,
    /// The name, as arguments take it.
    pub name: Option<String>,
    /// Whether it is hidden in a project; an organization does not tell.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_hidden: Option<bool>,
}
