//! The fields of spans.

#[doc(no_inline)]
pub use super::measurements::*;

super::fields! {
    /// How long the span took.
    SPAN_DURATION = "span.duration": Duration;
}
