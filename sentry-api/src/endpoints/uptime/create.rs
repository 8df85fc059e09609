use serde_json::Value;

use super::arguments::arguments;
use super::{UptimeMonitor, UptimeMonitorStatus};
use crate::call::Call;
use crate::endpoints::ProjectHandle;
use crate::operation::operation;

operation! {
    /// Makes an uptime monitor for a project.
    CreateProjectUptimeMonitor(
        organization, project;
        name: String, url: String, interval_seconds: u32 = "intervalSeconds"
    )
    POST "/api/0/projects/{organization_id_or_slug}/{project_id_or_slug}/uptime/" -> UptimeMonitor;
    scopes "alerts:write", "project:admin", "project:read", "project:write";

    /// Sets the HTTP method; GET where nothing is said.
    text method;
    /// The headers of the request.
    own headers: Vec<(String, String)>;
    /// Sets the body of the request.
    text body;
    /// Sets after how many milliseconds a check has failed.
    one timeout_ms: u32 = "timeoutMs";
    /// Sets what an answer must be like, in Sentry's own form.
    one assertion: Value;
    /// Turns it on or off.
    one status: UptimeMonitorStatus;
    /// Gives it to somebody: `user:ID` or `team:ID`.
    text owner;
    /// Sets the environment of its issues.
    text environment;
    /// Tells whether the checks are traced.
    one trace_sampling: bool = "traceSampling";
    /// Tells whether the answers of failed checks are kept.
    one response_capture_enabled: bool = "responseCaptureEnabled";
    /// Sets how many successes in a row resolve its issue.
    one recovery_threshold: u32 = "recoveryThreshold";
    /// Sets how many failures in a row open one.
    one downtime_threshold: u32 = "downtimeThreshold";
}

arguments!(CreateProjectUptimeMonitor);

impl ProjectHandle {
    /// Makes a monitor with this name that asks this address every so many seconds: 60, 300, 600,
    /// 1200, 1800 or 3600.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// let monitor = client
    ///     .organization("acme")
    ///     .project("shop-web")
    ///     .create_uptime_monitor("Shop", "https://shop.example.com/", 300)
    ///     .environment("production")
    ///     .timeout_ms(5_000)
    ///     .await?;
    /// assert_eq!(monitor.interval_seconds, Some(300));
    /// # Ok(())
    /// # }
    /// ```
    pub fn create_uptime_monitor(
        &self,
        name: impl Into<String>,
        url: impl Into<String>,
        interval_seconds: u32,
    ) -> Call<CreateProjectUptimeMonitor> {
        self.client.call(CreateProjectUptimeMonitor::new(
            &self.organization,
            &self.project,
            name.into(),
            url.into(),
            interval_seconds,
        ))
    }
}
