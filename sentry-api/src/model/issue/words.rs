//! The words for an issue's state.

use crate::wire::open_enum;

open_enum! {
    /// How bad an event is.
    Level {
        /// An example that Sentry made.
        Sample = "sample",
        /// For developers.
        Debug = "debug",
        /// Worth knowing.
        Info = "info",
        /// Not right, but not broken.
        Warning = "warning",
        /// Something failed.
        Error = "error",
        /// The program ended.
        Fatal = "fatal",
    }

    /// Whether an issue is resolved.
    IssueStatus {
        /// Open.
        Unresolved = "unresolved",
        /// Done with.
        Resolved = "resolved",
        /// Archived.
        Ignored = "ignored",
        /// Being grouped anew.
        Reprocessing = "reprocessing",
        /// Being merged into another.
        PendingMerge = "pending_merge",
        /// Being deleted.
        PendingDeletion = "pending_deletion",
    }

    /// What is behind an issue's status.
    Substatus {
        /// Unresolved and seen for the first time lately.
        New = "new",
        /// Unresolved for a while.
        Ongoing = "ongoing",
        /// Unresolved and much more frequent than before.
        Escalating = "escalating",
        /// Unresolved again after it was resolved.
        Regressed = "regressed",
        /// Archived until it is much more frequent.
        ArchivedUntilEscalating = "archived_until_escalating",
        /// Archived until a condition holds.
        ArchivedUntilConditionMet = "archived_until_condition_met",
        /// Archived for good.
        ArchivedForever = "archived_forever",
    }

    /// How urgent an issue is.
    Priority {
        /// Look at it now.
        High = "high",
        /// Look at it soon.
        Medium = "medium",
        /// It can wait.
        Low = "low",
    }

    /// The family of an issue's sort.
    IssueCategory {
        /// An error of a program.
        Error = "error",
        /// Something is slow.
        Performance = "performance",
        /// Something is down.
        Outage = "outage",
        /// A metric crossed its threshold.
        Metric = "metric",
        /// A cron job missed or failed.
        Cron = "cron",
        /// A user wrote.
        Feedback = "feedback",
        /// A check from outside failed.
        Uptime = "uptime",
    }

    /// A user or a team.
    ActorKind {
        /// A user.
        User = "user",
        /// A team.
        Team = "team",
    }
}
