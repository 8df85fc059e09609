//! What a webhook is about and what happened.

use crate::wire::open_enum;

open_enum! {
    /// What a webhook is about, as its header `Sentry-Hook-Resource` says.
    Resource {
        /// The integration was installed or removed.
        Installation = "installation",
        /// An issue changed.
        Issue = "issue",
        /// An error came in.
        Error = "error",
        /// A comment on an issue.
        Comment = "comment",
        /// An issue alert, for the event that set it off.
        EventAlert = "event_alert",
        /// An alert for something that happened to an issue.
        ActivityAlert = "activity_alert",
        /// A metric crossed the threshold of an alert.
        MetricAlert = "metric_alert",
        /// Seer's work on an issue.
        Seer = "seer",
        /// A mobile build was looked at.
        PreprodArtifact = "preprod_artifact",
    }

    /// What happened to the [`Resource`].
    Action {
        /// An installation, issue, error or comment is there.
        Created = "created",
        /// An installation or a comment is gone.
        Deleted = "deleted",
        /// A comment was changed.
        Updated = "updated",
        /// An issue was resolved, or a metric is well again.
        Resolved = "resolved",
        /// An issue was given to somebody.
        Assigned = "assigned",
        /// An issue was archived.
        Archived = "archived",
        /// An issue is open again.
        Unresolved = "unresolved",
        /// An issue was archived, as older servers say it.
        Ignored = "ignored",
        /// An issue alert or an activity alert was set off.
        Triggered = "triggered",
        /// A metric crossed its critical threshold.
        Critical = "critical",
        /// A metric crossed its warning threshold.
        Warning = "warning",
        /// A metric alert is open.
        Open = "open",
        /// Seer looks for the root cause.
        RootCauseStarted = "root_cause_started",
        /// Seer found the root cause.
        RootCauseCompleted = "root_cause_completed",
        /// Seer looks for a solution.
        SolutionStarted = "solution_started",
        /// Seer found a solution.
        SolutionCompleted = "solution_completed",
        /// Seer writes code.
        CodingStarted = "coding_started",
        /// Seer wrote code.
        CodingCompleted = "coding_completed",
        /// Seer opened pull requests.
        PrCreated = "pr_created",
        /// Seer works on what was said to a pull request.
        IterationStarted = "iteration_started",
        /// Seer changed a pull request.
        IterationCompleted = "iteration_completed",
        /// The size of a build is known, or cannot be.
        SizeAnalysisCompleted = "size_analysis_completed",
        /// A build can be installed, or cannot be.
        BuildDistributionCompleted = "build_distribution_completed",
    }

    /// Who acts.
    ActorKind {
        /// A person.
        User = "user",
        /// An integration, or Sentry itself.
        Application = "application",
    }
}
