use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_with::{DefaultOnError, DefaultOnNull, serde_as};
use time::OffsetDateTime;

use crate::call::Call;
use crate::endpoints::OrganizationHandle;
use crate::model::ProjectId;
use crate::operation::operation;
use crate::wire::{Time, open_enum};

operation! {
    /// Gets release health: sessions, users and how many of them were free of crashes.
    ///
    /// Source: [Retrieve Release Health Session Statistics](https://docs.sentry.io/api/releases/retrieve-release-health-session-statistics/).
    GetOrganizationSessions(organization; field: Vec<String>)
    GET "/api/0/organizations/{organization_id_or_slug}/sessions/" -> Sessions;
    scopes "org:read", "org:write", "org:admin";
    within period;

    /// Adds a property that groups are made by: `project`, `release`, `environment` or
    /// `session.status`.
    texts group_by = "groupBy";
    /// Sets the length of a step, such as `1h` or `1d`; an hour at least.
    text interval;
    /// Keeps the sessions that match a search, such as `release:shop@2.1.0`.
    text query;
    /// Adds a project, by its slug or id, to those that are looked at; `-1` stands for all.
    texts project;
    /// Adds an environment to those that are looked at.
    texts environment;
    /// Sorts the groups by one of the fields; with `-` before it the greatest comes first.
    text order_by = "orderBy";
    /// Sets how many groups there are at most.
    one per_page: u32;
    /// Tells whether each group has its totals, which it has otherwise.
    bit include_totals = "includeTotals";
    /// Tells whether each group has its values over time, which it has otherwise.
    bit include_series = "includeSeries";
}

open_enum! {
    /// How a session ended.
    SessionStatus {
        /// Without an error.
        Healthy = "healthy",
        /// With an error that was handled.
        Errored = "errored",
        /// With an error that nobody handled, and that ended nothing.
        Unhandled = "unhandled",
        /// With a crash.
        Crashed = "crashed",
        /// Without a word, such as by a loss of power.
        Abnormal = "abnormal",
    }
}

/// Release health over a period.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Sessions {
    /// Where the period begins.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub start: Option<OffsetDateTime>,
    /// Where the period ends.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub end: Option<OffsetDateTime>,
    /// Where each step begins; `None` stands for a time that cannot be read.
    #[serde_as(as = "DefaultOnNull<Vec<DefaultOnError<Time>>>")]
    #[serde(default)]
    pub intervals: Vec<Option<OffsetDateTime>>,
    /// The groups: one, unless the call asks for more.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub groups: Vec<SessionsGroup>,
    /// The search.
    pub query: Option<String>,
}

/// What the sessions of a group have in common.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SessionsBy {
    /// The project.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub project: Option<ProjectId>,
    /// The version of the release.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub release: Option<String>,
    /// The environment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub environment: Option<String>,
    /// How they ended.
    #[serde(rename = "session.status", skip_serializing_if = "Option::is_none")]
    pub session_status: Option<SessionStatus>,
}

/// The numbers of a group of sessions, by field.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SessionsGroup {
    /// What they have in common.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub by: SessionsBy,
    /// The value over the whole period; `None` where there is nothing to tell it from.
    #[serde_as(as = "DefaultOnNull<BTreeMap<_, DefaultOnError>>")]
    #[serde(default)]
    pub totals: BTreeMap<String, Option<f64>>,
    /// The value of each step, in the order of [`Sessions::intervals`].
    #[serde_as(as = "DefaultOnNull<BTreeMap<_, DefaultOnError<Vec<DefaultOnError>>>>")]
    #[serde(default)]
    pub series: BTreeMap<String, Vec<Option<f64>>>,
}

impl SessionsGroup {
    /// The value of a field over the whole period.
    #[must_use]
    pub fn total(&self, field: &str) -> Option<f64> {
        self.totals.get(field).copied().flatten()
    }

    /// The part of the sessions that did not crash, 0 to 1, where the call asked for
    /// `crash_free_rate(session)`.
    #[must_use]
    pub fn crash_free_sessions(&self) -> Option<f64> {
        self.total("crash_free_rate(session)")
    }

    /// The part of the users who met no crash, 0 to 1, where the call asked for
    /// `crash_free_rate(user)`.
    #[must_use]
    pub fn crash_free_users(&self) -> Option<f64> {
        self.total("crash_free_rate(user)")
    }
}

impl OrganizationHandle {
    /// Gets release health by fields such as `sum(session)`, `count_unique(user)`,
    /// `crash_free_rate(session)` and `crash_free_rate(user)`.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let health = client
    ///     .organization("acme")
    ///     .sessions(["sum(session)", "crash_free_rate(session)"])
    ///     .group_by("release")
    ///     .project("shop-android")
    ///     .stats_period("24h")
    ///     .interval("1h")
    ///     .await?;
    /// for group in &health.groups {
    ///     println!("{:?} {:?}", group.by.release, group.crash_free_sessions());
    /// }
    /// assert!(health.groups.iter().all(|group| group.crash_free_sessions() > Some(0.9)));
    /// # Ok(())
    /// # }
    /// ```
    pub fn sessions(
        &self,
        fields: impl IntoIterator<Item = impl Into<String>>,
    ) -> Call<GetOrganizationSessions> {
        let fields = fields.into_iter().map(Into::into).collect();
        self.client
            .call(GetOrganizationSessions::new(&self.organization, fields))
    }
}
