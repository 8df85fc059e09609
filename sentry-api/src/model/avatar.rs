use serde::{Deserialize, Serialize};

/// The picture that stands for a user, a team, a project or an organization.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Avatar {
    /// Where it comes from: `letter_avatar`, `upload`, `gravatar` or `default`.
    pub avatar_type: Option<String>,
    /// The id of an uploaded picture.
    pub avatar_uuid: Option<String>,
    /// The address of an uploaded picture.
    pub avatar_url: Option<String>,
}
