use serde::{Deserialize, Serialize};
use serde_with::{DefaultOnError, serde_as};

use crate::model::EventId;

/// What an issue's title is made from, and what feedback and reports of browsers say; a part
/// that is no text is left out.
#[serde_as]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct IssueMetadata {
    /// The type of the error.
    #[serde(rename = "type")]
    #[serde_as(as = "DefaultOnError")]
    #[serde(default)]
    pub kind: Option<String>,
    /// The message of the error.
    #[serde_as(as = "DefaultOnError")]
    #[serde(default)]
    pub value: Option<String>,
    /// The title of what is no error.
    #[serde_as(as = "DefaultOnError")]
    #[serde(default)]
    pub title: Option<String>,
    /// The file of the frame it is blamed on.
    #[serde_as(as = "DefaultOnError")]
    #[serde(default)]
    pub filename: Option<String>,
    /// The function of that frame.
    #[serde_as(as = "DefaultOnError")]
    #[serde(default)]
    pub function: Option<String>,
    /// What a user wrote, or what a report of a browser says.
    #[serde_as(as = "DefaultOnError")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    /// The name of the user who wrote.
    #[serde_as(as = "DefaultOnError")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The e-mail address of the user who wrote.
    #[serde_as(as = "DefaultOnError")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact_email: Option<String>,
    /// Where the user wrote, such as `new_feedback_envelope`.
    #[serde_as(as = "DefaultOnError")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// The event that the user wrote about.
    #[serde_as(as = "DefaultOnError")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub associated_event_id: Option<EventId>,
    /// The rule of a page's security policy that was broken, such as `script-src`.
    #[serde_as(as = "DefaultOnError")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub directive: Option<String>,
    /// What that rule kept away.
    #[serde_as(as = "DefaultOnError")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub uri: Option<String>,
}
