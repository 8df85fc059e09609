//! The fields that errors and transactions share.

super::fields! {
    /// The end of the searched period.
    END = "end": Date;
    /// The number of the issue that the event belongs to.
    ISSUE_ID = "issue.id": Number;
    /// When the event was last seen.
    LAST_SEEN_FUNCTION = "last_seen()": Date;
    /// The number of the project.
    PROJECT_DOT_ID = "project.id": Number;
    /// The number of the project.
    PROJECT_ID = "project_id": Number;
    /// The build of the release.
    RELEASE_BUILD = "release.build": OrderedText;
    /// The semantic version of the release.
    RELEASE_VERSION = "release.version": OrderedText;
    /// The start of the searched period.
    START = "start": Date;
    /// When the event happened.
    TIME = "time": Date;
    /// When the event happened.
    TIMESTAMP = "timestamp": Date;
    /// The day on which the event happened.
    TIMESTAMP_TO_DAY = "timestamp.to_day": Date;
    /// The hour in which the event happened.
    TIMESTAMP_TO_HOUR = "timestamp.to_hour": Date;
}
