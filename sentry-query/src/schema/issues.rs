//! The fields of issue search that event search does not have, or reads differently.

#[doc(no_inline)]
pub use super::errors::*;

super::fields! {
    /// Who the issue is assigned to: `me`, `none`, `my_teams`, `#team`, a name or an e-mail address.
    ASSIGNED = "assigned_to": Text.aliases(&["assigned"]).suggested(WHO).several();
    /// Who the issue is assigned to or suggested for, with the same values as `assigned`.
    ASSIGNED_OR_SUGGESTED = "assigned_or_suggested": Text.suggested(WHO).several();
    /// Who bookmarked the issue: `me` or a user.
    BOOKMARKS = "bookmarked_by": Text.aliases(&["bookmarks"]).suggested(&["me"]).several();
    /// The distribution of the release, such as a build for one store.
    DIST = "sentry:dist": Text.aliases(&["dist"]);
    /// When an event of the issue happened.
    EVENT_TIMESTAMP = "date": Date.aliases(&["event.timestamp"]);
    /// The release that the issue was first seen in; `latest` is the newest one.
    FIRST_RELEASE = "first_release": Text.aliases(&["firstRelease", "first-release"]).suggested(&["latest"]);
    /// When the issue was first seen.
    FIRST_SEEN = "first_seen": Date.aliases(&["firstSeen", "age"]);
    /// How far Seer has come with a fix.
    ISSUE_AUTOFIX_STATE = "issue.autofix_state": Text.suggested(&["needs_investigation", "solution_ready", "code_changes_ready", "review_pr", "merged"]);
    /// What the issue is about.
    ISSUE_CATEGORY = "issue.category": Text.only(&[
        "error", "outage", "metric", "db_query", "http_client", "frontend", "mobile", "performance",
        "profile", "cron", "replay", "feedback", "uptime", "metric_alert", "test_notification",
        "ai_detected",
    ]).no_wildcards();
    /// How urgent the issue is.
    ISSUE_PRIORITY = "issue.priority": Text.only(&["high", "medium", "low"]).former_values(&[("critical", "high"), ("urgent", "high")]).ranked().no_wildcards();
    /// How far the work on the issue has come.
    ISSUE_PROGRESS = "issue.progress": Text.suggested(&["identified", "triaged", "diagnosed", "fix_proposed", "fix_applied"]);
    /// How likely Seer can fix the issue.
    ISSUE_SEER_ACTIONABILITY = "issue.seer_actionability": Text.only(&["super_high", "high", "medium", "low", "super_low"]).ranked().no_wildcards();
    /// When Seer last looked at the issue.
    ISSUE_SEER_LAST_RUN = "issue.seer_last_run": Date;
    /// The type of the issue, a closer word than its category.
    ISSUE_TYPE = "issue.type": Text.suggested(&[
        "error", "performance_n_plus_one_db_queries", "performance_slow_db_query",
        "performance_consecutive_http", "profile_file_io_main_thread", "monitor_check_in_failure",
        "uptime_domain_failure", "feedback",
    ]).no_wildcards();
    /// When the issue was last seen.
    LAST_SEEN = "last_seen": Date.aliases(&["lastSeen"]);
    /// The number of the monitor that found the issue.
    MONITOR = "monitor": Text.integers().former(&["detector"]);
    /// The release in which the issue came back after it was resolved.
    REGRESSED_IN_RELEASE = "regressed_in_release": Text.suggested(&["latest"]);
    /// The state of the issue; `is:` reads better.
    STATUS = "status": Text.only(&["unresolved", "resolved", "archived", "reprocessing"]).former_values(&[
        ("ignored", "archived"), ("muted", "archived"), ("open", "unresolved"), ("closed", "resolved"),
        ("resolvedInNextRelease", "resolved"), ("inNextRelease", "resolved"),
    ]).no_wildcards();
    /// Who is subscribed to the issue: `me` or a user.
    SUBSCRIBED = "subscribed_by": Text.aliases(&["subscribed"]).suggested(&["me"]).several();
    /// Why the issue is in its state; `is:` reads better.
    SUBSTATUS = "substatus": Text.only(&[
        "new", "ongoing", "escalating", "regressed", "archived_until_escalating",
        "archived_until_condition_met", "archived_forever",
    ]).former_values(&[
        ("until_escalating", "archived_until_escalating"),
        ("until_condition_met", "archived_until_condition_met"), ("forever", "archived_forever"),
    ]).no_wildcards();
    /// The team that owns the project of the issue: a slug, with or without `#`.
    TEAM = "team": Text.several();
    /// How often the issue has happened.
    TIMES_SEEN = "times_seen": Number.aliases(&["timesSeen"]);
    /// How many users the issue has affected.
    USER_COUNT = "user_count": Number.aliases(&["userCount", "affectedUsers", "affected_users"]);
}

const WHO: &[&str] = &["me", "none", "my_teams"];
