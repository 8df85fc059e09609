//! Requests of an integration's UI components.

use http::HeaderMap;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use serde_with::{DefaultOnNull, serde_as};
use url::form_urlencoded;

use super::read::{IdText, object, part};
use super::{Actor, Setting, WebhookError, WebhookVerifier};
use crate::model::{IssueId, ProjectReference};

const SIGNATURE: &str = "Sentry-App-Signature";

/// Somebody fills in the form that creates an issue elsewhere for one of Sentry's, or links
/// one: `external_issue.created` and `external_issue.linked`.
///
/// Which of the two it is says the path that the integration's schema gives for it.
/// The answer is an [`IssueLink`].
///
/// Source: [Issue link](https://docs.sentry.io/integrations/integration-platform/ui-components/issue-link/).
#[serde_as]
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct IssueLinkRequest {
    /// What stands in the fields of the form, by their names.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub fields: Map<String, Value>,
    /// The UUID of the installation of the integration.
    #[serde(rename = "installationId")]
    pub installation: Option<String>,
    /// The issue in Sentry.
    pub issue_id: Option<IssueId>,
    /// The address of its page in Sentry.
    pub web_url: Option<String>,
    /// The project of the issue.
    pub project: Option<ProjectReference>,
    /// Who filled in the form.
    pub actor: Option<Actor>,
}

/// The answer to an [`IssueLinkRequest`], to be sent as JSON: what the issue is elsewhere.
///
/// Sentry shows it as `project#identifier`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct IssueLink {
    /// The address of its page there.
    pub web_url: String,
    /// The project there.
    pub project: String,
    /// What it is known by in its project.
    pub identifier: String,
}

/// Somebody saves an alert whose action is the integration: `alert_rule_action.requested`.
///
/// A status of 400 or above keeps the alert from being saved; Sentry shows the `message` of a
/// JSON object in the body.
///
/// Source: [Alert rule action](https://docs.sentry.io/integrations/integration-platform/ui-components/alert-rule-action/).
#[serde_as]
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct AlertRuleActionRequest {
    /// What stands in the fields of the form.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub fields: Vec<Setting>,
    /// The UUID of the installation of the integration.
    #[serde(rename = "installationId")]
    #[serde_as(as = "Option<IdText>")]
    pub installation: Option<String>,
}

/// Somebody opens or types into a field whose choices the integration knows:
/// `select_options.requested`. The answer is a list of [`SelectOption`].
///
/// Source: [Form fields](https://docs.sentry.io/integrations/integration-platform/ui-components/formfield/).
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct SelectOptionsRequest {
    /// The UUID of the installation of the integration.
    pub installation: Option<String>,
    /// The slug of the project.
    pub project_slug: Option<String>,
    /// What was typed.
    pub query: Option<String>,
    /// What stands in the fields that this one depends on.
    pub dependent_data: Option<Value>,
}

/// One choice of a field, to be sent as JSON in a list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct SelectOption {
    /// The text to show.
    pub label: String,
    /// What the field holds when this is chosen.
    pub value: String,
    /// Whether it is chosen from the start.
    pub default: bool,
}

impl WebhookVerifier {
    /// Reads the request to create or link an issue elsewhere when it is Sentry's.
    ///
    /// It carries no time, so an old one cannot be told from a new one.
    ///
    /// # Errors
    ///
    /// The [`WebhookError`] names the check that failed.
    ///
    /// ```
    /// use http::HeaderMap;
    /// use sentry_api::webhook::{IssueLink, WebhookVerifier};
    ///
    /// let verifier = WebhookVerifier::new("client secret");
    /// let body = br#"{"fields": {"title": "Boom"}, "issueId": 7, "installationId": "a8e5"}"#;
    /// let mut headers = HeaderMap::new();
    /// headers.insert("Sentry-App-Signature", verifier.sign(body).parse().unwrap());
    ///
    /// let request = verifier.verify_issue_link(&headers, body).unwrap();
    /// assert_eq!(request.fields["title"], "Boom");
    /// let answer = IssueLink {
    ///     web_url: "https://tracker.example.com/SHOP/12".to_owned(),
    ///     project: "SHOP".to_owned(),
    ///     identifier: "12".to_owned(),
    /// };
    /// assert!(serde_json::to_string(&answer).unwrap().contains("webUrl"));
    /// ```
    pub fn verify_issue_link(
        &self,
        headers: &HeaderMap,
        body: &[u8],
    ) -> Result<IssueLinkRequest, WebhookError> {
        self.authenticate(headers, SIGNATURE, body)?;
        part(&object(body)?).ok_or(WebhookError::NotAnObject)
    }

    /// Reads the request to check the settings of an alert's action when it is Sentry's.
    ///
    /// It carries no time, so an old one cannot be told from a new one.
    ///
    /// # Errors
    ///
    /// As [`verify_issue_link`](Self::verify_issue_link).
    pub fn verify_alert_rule_action(
        &self,
        headers: &HeaderMap,
        body: &[u8],
    ) -> Result<AlertRuleActionRequest, WebhookError> {
        self.authenticate(headers, SIGNATURE, body)?;
        part(&object(body)?).ok_or(WebhookError::NotAnObject)
    }

    /// Reads the request for the choices of a field, a GET, when it is Sentry's. `query` is the
    /// query of its address, without the `?`.
    ///
    /// Sentry signs an empty body here, so each such request has the same signature, and whoever
    /// saw one can ask anything: answer nothing that is not for everybody.
    ///
    /// # Errors
    ///
    /// The [`WebhookError`] names the check that failed.
    ///
    /// ```
    /// use http::HeaderMap;
    /// use sentry_api::webhook::WebhookVerifier;
    ///
    /// let verifier = WebhookVerifier::new("client secret");
    /// let mut headers = HeaderMap::new();
    /// headers.insert("Sentry-App-Signature", verifier.sign(b"").parse().unwrap());
    ///
    /// let request = verifier.verify_select_options(&headers, "projectSlug=shop&query=an+a").unwrap();
    /// assert_eq!(request.query.as_deref(), Some("an a"));
    /// ```
    pub fn verify_select_options(
        &self,
        headers: &HeaderMap,
        query: &str,
    ) -> Result<SelectOptionsRequest, WebhookError> {
        self.authenticate(headers, SIGNATURE, b"")?;
        let mut request = SelectOptionsRequest::default();
        for (key, value) in form_urlencoded::parse(query.as_bytes()) {
            match &*key {
                "installationId" => request.installation = Some(value.into_owned()),
                "projectSlug" => request.project_slug = Some(value.into_owned()),
                "query" => request.query = Some(value.into_owned()),
                "dependentData" => request.dependent_data = serde_json::from_str(&value).ok(),
                _ => {}
            }
        }
        Ok(request)
    }
}
