use serde::Deserialize;
use serde_with::serde_as;
use time::OffsetDateTime;

use crate::model::IssueId;
use crate::webhook::read::IdText;
use crate::wire::Time;

/// A comment on an issue.
///
/// Source: [Comments](https://docs.sentry.io/integrations/integration-platform/webhooks/comments/).
#[serde_as]
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[non_exhaustive]
pub struct CommentPayload {
    /// The id of the comment.
    #[serde_as(as = "Option<IdText>")]
    pub comment_id: Option<String>,
    /// What it says.
    pub comment: Option<String>,
    /// The issue.
    pub issue_id: Option<IssueId>,
    /// The slug of the issue's project.
    pub project_slug: Option<String>,
    /// When it was written, changed or deleted.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub timestamp: Option<OffsetDateTime>,
}
