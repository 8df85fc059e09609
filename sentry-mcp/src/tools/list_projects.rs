//! `list_projects`.

use rmcp::{tool, tool_router};
use schemars::JsonSchema;
use sentry_api::model::Project;
use sentry_api::{Cursor, Endpoint as _, endpoints};
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;
use time::OffsetDateTime;

use super::list_page;
use crate::ToolError;
use crate::answer::{Answer, Section};
use crate::args::{Limit, Name, Parameters, cursor, quoted};
use crate::error::Subject;
use crate::server::Server;
use crate::untrusted::{Line, Untrusted};
use crate::view::{ago, iso, plural};

/// The scopes of which any one suffices.
pub(super) const SCOPES: &[&str] = endpoints::ListOrganizationProjects::SCOPES;

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct ListProjects {
    /// Slug or id.
    #[serde(alias = "organization_slug", alias = "organizationSlug", alias = "org")]
    organization: Option<Name>,
    /// Part of a name or slug.
    query: Option<String>,
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
    organization: String,
    projects: Vec<ProjectView>,
    next_cursor: Option<Cursor>,
}

#[skip_serializing_none]
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct ProjectView {
    id: Untrusted,
    slug: Untrusted,
    name: Option<Untrusted>,
    platform: Option<Untrusted>,
    status: Option<Untrusted>,
    teams: Vec<Untrusted>,
    first_event: Option<String>,
    #[serde(skip)]
    first: Option<OffsetDateTime>,
}

impl ProjectView {
    fn of(project: &Project) -> Self {
        let team = |team: &sentry_api::model::TeamReference| {
            team.slug
                .as_deref()
                .or(team.name.as_deref())
                .map(Untrusted::new)
        };
        Self {
            id: project.id.as_str().into(),
            slug: project.slug.as_str().into(),
            name: project.name.as_deref().map(Untrusted::new),
            platform: project.platform.as_deref().map(Untrusted::new),
            status: project.status.as_deref().map(Untrusted::new),
            teams: project.teams.iter().filter_map(team).collect(),
            first_event: project.first_event.map(iso),
            first: project.first_event,
        }
    }

    fn line(&self, now: OffsetDateTime) -> Line {
        let mut line = Line::new()
            .text(&self.slug, 60)
            .words(" (id ")
            .text(&self.id, 40)
            .words(')');
        for part in [&self.name, &self.platform].into_iter().flatten() {
            line = line.words(", ").text(part, 60);
        }
        for (index, team) in self.teams.iter().enumerate() {
            line = line
                .words(if index == 0 { ", #" } else { " #" })
                .text(team, 40);
        }
        match self.first {
            Some(first) => line.words(", first event ").words(ago(now, first)),
            None => line.words(", no event yet"),
        }
    }
}

#[tool_router(router = list_projects_router, vis = "pub(super)")]
impl Server {
    /// Projects of an organization: id, slug, name, platform, teams, first event.
    #[tool(
        title = "List projects",
        annotations(
            read_only_hint = true,
            destructive_hint = false,
            idempotent_hint = true,
            open_world_hint = true
        )
    )]
    async fn list_projects(
        &self,
        Parameters(arguments): Parameters<ListProjects>,
    ) -> Result<Answer, ToolError> {
        let arguments = arguments?;
        let named = arguments.organization.as_ref().map(Name::as_str);
        let organization = self.upstream().organization(named).await?;
        let client = self.upstream().client()?;
        let mut call = client
            .organization(&organization)
            .projects()
            .per_page(arguments.limit.get());
        if let Some(query) = arguments.query.filter(|query| !query.trim().is_empty()) {
            call = call.query(query);
        }
        if let Some(cursor) = arguments.cursor {
            call = call.cursor(Cursor::new(cursor));
        }
        let page = call
            .page()
            .await
            .map_err(|error| self.failure(&error, Subject::Organization(&organization)))?;
        let head = match page.items.len() {
            0 => format!("No project found in {}.", quoted(&organization)),
            shown => format!(
                "{} of {}",
                plural(shown as u64, "project"),
                quoted(&organization)
            ),
        };
        let found = Found {
            organization,
            projects: page.items.iter().map(ProjectView::of).collect(),
            next_cursor: page.next,
        };
        let now = self.now();
        let mut section = Section::new("projects", "ask with a smaller limit");
        for project in &found.projects {
            section.push(project.line(now));
        }
        list_page(&found, head, section, found.next_cursor.as_ref())
            .map(|answer| answer.within(self.config().budget()))
    }
}
