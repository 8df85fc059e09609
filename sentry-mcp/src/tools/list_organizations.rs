//! `list_organizations`.

use rmcp::{tool, tool_router};
use schemars::JsonSchema;
use sentry_api::model::Organization;
use sentry_api::{Cursor, Endpoint as _, endpoints};
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::list_page;
use crate::ToolError;
use crate::answer::{Answer, Section};
use crate::args::{Limit, Parameters, cursor};
use crate::error::Subject;
use crate::server::Server;
use crate::untrusted::{Line, Untrusted};
use crate::view::{iso, plural};

/// The scopes of which any one suffices.
pub(super) const SCOPES: &[&str] = endpoints::ListOrganizations::SCOPES;

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct ListOrganizations {
    #[serde(default)]
    limit: Limit,
    /// From the page before.
    #[serde(default, deserialize_with = "cursor")]
    cursor: Option<String>,
}

#[skip_serializing_none]
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Found {
    organizations: Vec<OrganizationView>,
    next_cursor: Option<Cursor>,
}

#[skip_serializing_none]
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct OrganizationView {
    id: Untrusted,
    slug: Untrusted,
    name: Option<Untrusted>,
    date_created: Option<String>,
    region: Option<Untrusted>,
    features: Vec<Untrusted>,
}

impl OrganizationView {
    fn of(organization: &Organization) -> Self {
        let region = organization
            .links
            .as_ref()
            .and_then(|links| links.region_url.as_deref());
        Self {
            id: organization.id.as_str().into(),
            slug: organization.slug.as_str().into(),
            name: organization.name.as_deref().map(Untrusted::new),
            date_created: organization.date_created.map(iso),
            region: region.map(Untrusted::new),
            features: organization
                .features
                .iter()
                .map(|feature| feature.as_str().into())
                .collect(),
        }
    }

    fn line(&self) -> Line {
        let line = Line::new()
            .text(&self.slug, 60)
            .words(" (id ")
            .text(&self.id, 40)
            .words(')');
        match &self.name {
            Some(name) => line.words(' ').text(name, 80),
            None => line,
        }
    }
}

#[tool_router(router = list_organizations_router, vis = "pub(super)")]
impl Server {
    /// Organizations that the token sees: id, slug, name, region, features.
    #[tool(
        title = "List organizations",
        annotations(
            read_only_hint = true,
            destructive_hint = false,
            idempotent_hint = true,
            open_world_hint = true
        )
    )]
    async fn list_organizations(
        &self,
        Parameters(arguments): Parameters<ListOrganizations>,
    ) -> Result<Answer, ToolError> {
        let arguments = arguments?;
        let mut call = self
            .upstream()
            .client()?
            .organizations()
            .per_page(arguments.limit.get());
        let first_page = arguments.cursor.is_none();
        if let Some(cursor) = arguments.cursor {
            call = call.cursor(Cursor::new(cursor));
        }
        let page = call
            .page()
            .await
            .map_err(|error| self.failure(&error, Subject::Organizations))?;
        if let ([only], true, None) = (page.items.as_slice(), first_page, &page.next) {
            self.upstream().saw_only(&only.slug);
        }
        let found = Found {
            organizations: page.items.iter().map(OrganizationView::of).collect(),
            next_cursor: page.next,
        };
        let mut section = Section::new("organizations", "ask with a smaller limit");
        for organization in &found.organizations {
            section.push(organization.line());
        }
        let head = match found.organizations.len() {
            0 => "The token sees no organization; it may lack the scope org:read.".to_owned(),
            shown => plural(shown as u64, "organization"),
        };
        list_page(&found, head, section, found.next_cursor.as_ref())
            .map(|answer| answer.within(self.config().budget()))
    }
}
