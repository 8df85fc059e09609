//! Issues of other systems that an issue is linked with.

use serde::{Deserialize, Serialize};

use crate::model::{ExternalIssueId, IssueId};

/// An issue of another system, linked by an application.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ExternalIssue {
    /// The id of the link.
    pub id: ExternalIssueId,
    /// The id of the issue in Sentry.
    pub issue_id: Option<IssueId>,
    /// The slug of the application that made the link.
    pub service_type: Option<String>,
    /// What people call it there, such as `TEAM-12`.
    pub display_name: Option<String>,
    /// Its address there.
    pub web_url: Option<String>,
}

/// An issue of another system, linked by an integration of Sentry's own, such as Jira's.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct IntegrationIssue {
    /// The id of the link; absent where the integration is gone.
    pub id: Option<ExternalIssueId>,
    /// What it is found by there, such as `TEAM-12` or `acme/shop#12`.
    pub key: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// What it says.
    pub description: Option<String>,
    /// What people call it there.
    pub display_name: Option<String>,
    /// The kind of integration, such as `jira` or `github`.
    pub integration_key: Option<String>,
    /// The name of the integration.
    pub integration_name: Option<String>,
}
