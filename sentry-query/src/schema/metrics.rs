//! The fields of metrics; any other key is an attribute, `tags[name,number]` a numeric one.

#[doc(no_inline)]
pub use super::origin::*;

super::fields! {
    /// The browser's version.
    BROWSER_VERSION = "browser.version": Text;
    /// The id of the measurement.
    ID = "id": Text;
    /// The name of the metric.
    METRIC_NAME = "metric.name": Text;
    /// How the metric counts.
    METRIC_TYPE = "metric.type": Text.only(&["counter", "gauge", "distribution"]);
    /// The unit of the metric, such as millisecond.
    METRIC_UNIT = "metric.unit": Text;
    /// When the measurement arrived, in nanoseconds since 1970.
    OBSERVED_TIMESTAMP = "observed_timestamp": Number;
    /// What made the measurement: the code, or an integration of the SDK.
    ORIGIN = "origin": Text;
    /// The id of the replay that was recorded meanwhile.
    REPLAY_ID = "replay_id": Text;
    /// When the measurement was made, in nanoseconds since 1970.
    TIMESTAMP_PRECISE = "timestamp_precise": Number;
    /// The id of the span that made the measurement.
    TRACE_PARENT_SPAN_ID = "trace.parent_span_id": Text;
    /// What was measured.
    VALUE = "value": Number;
}
