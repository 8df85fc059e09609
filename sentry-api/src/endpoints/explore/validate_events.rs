use serde::{Deserialize, Serialize};
use serde_with::{DefaultOnNull, serde_as};

use crate::call::Call;
use crate::endpoints::OrganizationHandle;
use crate::model::Dataset;
use crate::operation::operation;

operation! {
    /// Checks the fields, the search and the order of a query of events without running it.
    ValidateOrganizationEvents(organization; dataset: Dataset)
    GET "/api/0/organizations/{organization_id_or_slug}/events/validate/" -> EventsValidation;
    scopes "org:read", "org:write", "org:admin";
    within period;

    /// Adds a field to check.
    texts field;
    /// Sets the search to check.
    text query;
    /// Adds an order to check.
    texts orderby;
    /// Adds a project, by its slug or id, to those that would be searched; `-1` stands for all.
    texts project;
    /// Adds an environment to those that would be searched.
    texts environment;
}

/// What Sentry thinks of a query of events.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct EventsValidation {
    /// Whether the query would run.
    pub valid: Option<bool>,
    /// The data set.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub dataset: Vec<EventsValidationPart>,
    /// The projects.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub projects: Vec<EventsValidationPart>,
    /// The environments.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub environment: Vec<EventsValidationPart>,
    /// Each of the fields.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub field: Vec<EventsValidationPart>,
    /// The search.
    pub query: Option<EventsValidationQuery>,
    /// Each of the orders.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub orderby: Vec<EventsValidationPart>,
}

/// What Sentry thinks of a part of a query.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct EventsValidationPart {
    /// The part, as it was written.
    pub name: Option<String>,
    /// Whether it is right.
    pub valid: Option<bool>,
    /// What is wrong with it.
    pub error: Option<String>,
    /// The type of a field.
    #[serde(rename = "type")]
    pub kind: Option<String>,
}

/// What Sentry thinks of a search.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct EventsValidationQuery {
    /// Whether it is right.
    pub valid: Option<bool>,
    /// What is wrong with it.
    pub error: Option<String>,
    /// The fields that it names.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub fields: Vec<EventsValidationPart>,
}

impl OrganizationHandle {
    /// Checks a query of events. Servers also answer 400 for a query that is wrong, which is
    /// an error of [`BadRequest`](crate::ErrorKind::BadRequest).
    ///
    /// ```
    /// use sentry_api::model::Dataset;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let checked = client
    ///     .organization("acme")
    ///     .validate_events(Dataset::Spans)
    ///     .field("p95(span.duration)")
    ///     .query("span.op:db")
    ///     .await?;
    /// assert_eq!(checked.valid, Some(true));
    /// # Ok(())
    /// # }
    /// ```
    pub fn validate_events(&self, dataset: Dataset) -> Call<ValidateOrganizationEvents> {
        self.client
            .call(ValidateOrganizationEvents::new(&self.organization, dataset))
    }
}
