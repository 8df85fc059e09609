use super::FieldKind::{Date, Number, Text};
use super::{FieldSpec, aliased, field};

/// The fields of issue search that event search does not have, or reads differently.
pub(super) const FIELDS: &[FieldSpec] = &[
    aliased("assigned_to", Text, &["assigned"]),
    aliased("bookmarked_by", Text, &["bookmarks"]),
    aliased("date", Date, &["event.timestamp"]),
    aliased("first_release", Text, &["firstRelease", "first-release"]),
    aliased("first_seen", Date, &["firstSeen", "age"]),
    field("issue.seer_last_run", Date),
    aliased("last_seen", Date, &["lastSeen"]),
    aliased("sentry:dist", Text, &["dist"]),
    aliased("subscribed_by", Text, &["subscribed"]),
    aliased("times_seen", Number, &["timesSeen"]),
    aliased(
        "user_count",
        Number,
        &["userCount", "affectedUsers", "affected_users"],
    ),
];
