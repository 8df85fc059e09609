use serde::{Deserialize, Serialize};
use serde_with::{DefaultOnNull, serde_as};

use crate::call::Call;
use crate::endpoints::OrganizationHandle;
use crate::operation::operation;
use crate::wire::open_enum;

operation! {
    /// Lists the attributes that spans, logs or metrics have.
    ///
    /// Source: [List Trace Item Attributes](https://docs.sentry.io/api/discover/list-trace-item-attributes/).
    ListOrganizationTraceItemAttributes(organization)
    GET "/api/0/organizations/{organization_id_or_slug}/trace-items/attributes/"
        -> pages of TraceItemAttribute;
    scopes "org:read", "org:write", "org:admin";
    within period;

    /// Sets whose attributes are listed, without which Sentry refuses the call.
    one dataset: TraceItemDataset;
    /// Sets whose attributes are listed, for servers that do not know `dataset`.
    one item_type: TraceItemDataset = "itemType";
    /// Adds a type to those whose attributes are listed; all of them otherwise.
    many attribute_type: AttributeType = "attributeType";
    /// Keeps the attributes with this text in their name.
    text substring_match = "substringMatch";
    /// Looks at what matches a search alone.
    text query;
}

open_enum! {
    /// What has attributes.
    TraceItemDataset {
        /// Spans.
        Spans = "spans",
        /// Log entries.
        Logs = "logs",
        /// Samples of metrics.
        TraceMetrics = "tracemetrics",
        /// Builds that were uploaded.
        Preprod = "preprod",
        /// Mistakes in what was sent.
        ProcessingErrors = "processing_errors",
    }

    /// The type of an attribute.
    AttributeType {
        /// Text.
        String = "string",
        /// A number.
        Number = "number",
        /// True or false.
        Boolean = "boolean",
        /// Several values.
        Array = "array",
    }

    /// Who an attribute is from.
    AttributeSourceType {
        /// From Sentry's conventions.
        Sentry = "sentry",
        /// From the application.
        User = "user",
    }
}

/// An attribute of spans, logs or metrics.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct TraceItemAttribute {
    /// The key as in a search, which names the type where it is needed: `tags[size,number]`.
    pub key: String,
    /// The name to show.
    pub name: Option<String>,
    /// The type.
    pub attribute_type: Option<AttributeType>,
    /// Where it comes from.
    pub attribute_source: Option<AttributeSource>,
    /// Other names of it.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub secondary_aliases: Vec<String>,
}

/// Where an attribute comes from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AttributeSource {
    /// Who it is from.
    pub source_type: Option<AttributeSourceType>,
    /// Whether the server made another name of it.
    pub is_transformed_alias: Option<bool>,
}

impl OrganizationHandle {
    /// Lists the attributes that the organization's spans, logs or metrics have.
    ///
    /// ```
    /// use sentry_api::endpoints::TraceItemDataset;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let attributes = client
    ///     .organization("acme")
    ///     .trace_item_attributes()
    ///     .dataset(TraceItemDataset::Spans)
    ///     .await?;
    /// assert!(attributes.iter().any(|attribute| attribute.key == "span.duration"));
    /// # Ok(())
    /// # }
    /// ```
    pub fn trace_item_attributes(&self) -> Call<ListOrganizationTraceItemAttributes> {
        self.client
            .call(ListOrganizationTraceItemAttributes::new(&self.organization))
    }
}
