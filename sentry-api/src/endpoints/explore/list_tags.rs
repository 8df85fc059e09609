use serde::{Deserialize, Serialize};
use serde_with::{DefaultOnNull, serde_as};
use time::OffsetDateTime;

use crate::call::Call;
use crate::endpoints::OrganizationHandle;
use crate::operation::operation;
use crate::wire::{Number, Time, open_enum};

operation! {
    /// Lists the keys of the tags that the events of an organization have.
    ///
    /// Source: [List an Organization's Tags](https://docs.sentry.io/api/discover/list-an-organizations-tags/).
    ListOrganizationTags(organization)
    GET "/api/0/organizations/{organization_id_or_slug}/tags/" -> Vec<OrganizationTag>;
    scopes "org:read", "org:write", "org:admin";
    within period;

    /// Sets what is looked at, which is `discover` otherwise.
    one dataset: TagsDataset;
    /// Adds a project, by its slug or id, to those that are looked at; `-1` stands for all.
    texts project;
    /// Adds an environment to those that are looked at.
    texts environment;
    /// Tells whether an answer that is some minutes old will do.
    bit use_cache = "use_cache";
    /// Asks for feature flags instead of tags.
    bit use_flags_backend = "useFlagsBackend";
}

open_enum! {
    /// Where tags are looked for.
    TagsDataset {
        /// Errors and transactions.
        Discover = "discover",
        /// Errors.
        Events = "events",
        /// Replays.
        Replays = "replays",
        /// Events of issues that are no errors.
        SearchIssues = "search_issues",
    }
}

/// The key of a tag.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct OrganizationTag {
    /// The key, as in a search.
    pub key: String,
    /// The name to show.
    pub name: Option<String>,
    /// How many events have it.
    #[serde_as(as = "Option<Number>")]
    pub total_values: Option<u64>,
    /// How many values there are.
    #[serde_as(as = "Option<Number>")]
    pub unique_values: Option<u64>,
    /// The most frequent values, where the server tells them.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub top_values: Vec<OrganizationTagValue>,
}

/// A value of a tag.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct OrganizationTagValue {
    /// The key of the tag.
    pub key: Option<String>,
    /// The value to show.
    pub name: Option<String>,
    /// The value.
    pub value: Option<String>,
    /// How many events have it.
    #[serde_as(as = "Option<Number>")]
    pub count: Option<u64>,
    /// When the first of them came.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub first_seen: Option<OffsetDateTime>,
    /// When the last of them came.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub last_seen: Option<OffsetDateTime>,
    /// The search that finds them.
    pub query: Option<String>,
}

impl OrganizationHandle {
    /// Lists the keys of the tags that the organization's events have.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let tags = client.organization("acme").tags().project("shop-api").await?;
    /// assert!(tags.iter().any(|tag| tag.key == "payment.provider"));
    /// # Ok(())
    /// # }
    /// ```
    pub fn tags(&self) -> Call<ListOrganizationTags> {
        self.client
            .call(ListOrganizationTags::new(&self.organization))
    }
}
