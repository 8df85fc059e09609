use super::FieldKind::{Boolean, Date, Duration, Number, OrderedText};
use super::{FieldSpec, field};

/// The typed fields of event search; a field that is not listed is text.
pub(super) const FIELDS: &[FieldSpec] = &[
    field("end", Date),
    field("error.handled", Boolean),
    field("error.main_thread", Boolean),
    field("error.received", Date),
    field("error.unhandled", Boolean),
    field("is_application", Boolean),
    field("issue.id", Number),
    field("last_seen()", Date),
    field("project.id", Number),
    field("project_id", Number),
    field("release.build", OrderedText),
    field("release.version", OrderedText),
    field("stack.colno", Number),
    field("stack.in_app", Boolean),
    field("stack.lineno", Number),
    field("stack.stack_level", Number),
    field("start", Date),
    field("symbolicated_in_app", Boolean),
    field("team_key_transaction", Boolean),
    field("time", Date),
    field("timestamp", Date),
    field("timestamp.to_day", Date),
    field("timestamp.to_hour", Date),
    field("transaction.duration", Duration),
];

/// The measurements that are amounts of time; the others are plain numbers.
pub(super) const DURATION_MEASUREMENTS: &[&str] = &[
    "app_start_cold",
    "app_start_warm",
    "fcp",
    "fid",
    "fp",
    "inp",
    "lcp",
    "messaging.message.receive.latency",
    "stall_longest_time",
    "stall_total_time",
    "time_to_full_display",
    "time_to_initial_display",
    "ttfb",
    "ttfb.requesttime",
];
