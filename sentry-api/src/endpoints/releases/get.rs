use super::ReleaseHandle;
use crate::call::Call;
use crate::model::{Release, ReleaseStatus};
use crate::operation::operation;
use crate::wire::open_enum;

operation! {
    /// Gets one release.
    ///
    /// Source: [Retrieve an Organization's Release](https://docs.sentry.io/api/releases/retrieve-an-organizations-release/).
    GetOrganizationRelease(organization, version)
    GET "/api/0/organizations/{organization_id_or_slug}/releases/{version}/" -> Release;
    scopes "org:ci", "project:read", "project:write", "project:admin", "project:releases";

    /// Sets the project, by its slug or id, among whose releases the neighbors are looked for.
    text project;
    /// The older word for `project`, which takes an id alone.
    text project_id;
    /// Tells whether what sessions tell comes along.
    one health: bool;
    /// Tells whether it comes along how far the release spread.
    one adoption_stages: bool = "adoptionStages";
    /// Sets the period of the counts, such as `14d`.
    text summary_stats_period = "summaryStatsPeriod";
    /// Sets the period of what sessions tell, such as `24h`.
    text health_stats_period = "healthStatsPeriod";
    /// Sets the order in which the neighbors are looked for.
    one sort: ReleaseSort;
    /// Looks for neighbors of this status alone.
    one status: ReleaseStatus;
    /// Looks for neighbors that match a search alone.
    text query;
}

open_enum! {
    /// The order of releases.
    ReleaseSort {
        /// The newest first.
        Date = "date",
        /// The one with the most sessions first.
        Sessions = "sessions",
        /// The one with the most users first.
        Users = "users",
        /// The one with the highest percent of sessions without a crash first.
        CrashFreeSessions = "crash_free_sessions",
        /// The one with the highest percent of users without a crash first.
        CrashFreeUsers = "crash_free_users",
    }
}

impl ReleaseHandle {
    /// Gets the release.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let release = client.organization("acme").release("shop-api@4.12.0").get().await?;
    /// assert_eq!(release.commit_count, Some(3));
    /// assert_eq!(release.last_deploy.unwrap().environment.as_deref(), Some("production"));
    /// # Ok(())
    /// # }
    /// ```
    pub fn get(&self) -> Call<GetOrganizationRelease> {
        self.client.call(GetOrganizationRelease::new(
            &self.organization,
            &self.release,
        ))
    }
}
