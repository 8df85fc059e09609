//! The fields of issue search that event search does not have, or reads differently.

#[doc(no_inline)]
pub use super::errors::*;

super::fields! {
    /// Who the issue is assigned to.
    ASSIGNED = "assigned_to": Text.aliases(&["assigned"]);
    /// Who bookmarked the issue.
    BOOKMARKS = "bookmarked_by": Text.aliases(&["bookmarks"]);
    /// When the event happened.
    EVENT_TIMESTAMP = "date": Date.aliases(&["event.timestamp"]);
    /// The release that the issue was first seen in.
    FIRST_RELEASE = "first_release": Text.aliases(&["firstRelease", "first-release"]);
    /// When the issue was first seen.
    FIRST_SEEN = "first_seen": Date.aliases(&["firstSeen", "age"]);
    /// When Seer last looked at the issue.
    ISSUE_SEER_LAST_RUN = "issue.seer_last_run": Date;
    /// When the issue was last seen.
    LAST_SEEN = "last_seen": Date.aliases(&["lastSeen"]);
    /// The distribution of the release.
    DIST = "sentry:dist": Text.aliases(&["dist"]);
    /// Who is subscribed to the issue.
    SUBSCRIBED = "subscribed_by": Text.aliases(&["subscribed"]);
    /// How often the issue has happened.
    TIMES_SEEN = "times_seen": Number.aliases(&["timesSeen"]);
    /// How many users the issue has affected.
    USER_COUNT = "user_count": Number.aliases(&["userCount", "affectedUsers", "affected_users"]);
}
