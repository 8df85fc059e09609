//! The fields of log entries; any other key is an attribute, `tags[name,number]` a numeric one.

#[doc(no_inline)]
pub use super::origin::*;

super::fields! {
    /// The message of the log entry.
    LOG_BODY = "log.body": Text.several();
    /// How severe the entry is, from 1 (trace) to 24 (fatal).
    LOG_SEVERITY_NUMBER = "log.severity_number": Number;
    /// How severe the entry is.
    LOG_SEVERITY_TEXT = "log.severity_text": Text.suggested(&["trace", "debug", "info", "warn", "error", "fatal"]);
    /// The message of the log entry; words without a key search it.
    MESSAGE = "message": Text.several();
    /// How severe the entry is, under its shorter name.
    SEVERITY = "severity": Text.suggested(&["trace", "debug", "info", "warn", "error", "fatal"]);
    /// The id of the span that wrote the entry.
    SPAN_ID = "span_id": Text;
    /// The message before its values were put in.
    TEMPLATE = "template": Text;
}
