//! What SDKs measure, as Sentry names it; any other `measurements.*` is a number.

super::fields! {
    /// How long a cold start of the app took.
    MEASUREMENTS_APP_START_COLD = "measurements.app_start_cold": Duration;
    /// How long a warm start of the app took.
    MEASUREMENTS_APP_START_WARM = "measurements.app_start_warm": Duration;
    /// First contentful paint.
    MEASUREMENTS_FCP = "measurements.fcp": Duration;
    /// First input delay.
    MEASUREMENTS_FID = "measurements.fid": Duration;
    /// First paint.
    MEASUREMENTS_FP = "measurements.fp": Duration;
    /// Interaction to next paint.
    MEASUREMENTS_INP = "measurements.inp": Duration;
    /// Largest contentful paint.
    MEASUREMENTS_LCP = "measurements.lcp": Duration;
    /// How long a message waited in the queue.
    MEASUREMENTS_MESSAGING_MESSAGE_RECEIVE_LATENCY = "measurements.messaging.message.receive.latency": Duration;
    /// The longest stall of the main thread.
    MEASUREMENTS_STALL_LONGEST_TIME = "measurements.stall_longest_time": Duration;
    /// How long the main thread stalled in all.
    MEASUREMENTS_STALL_TOTAL_TIME = "measurements.stall_total_time": Duration;
    /// How long the screen took to be complete.
    MEASUREMENTS_TIME_TO_FULL_DISPLAY = "measurements.time_to_full_display": Duration;
    /// How long the screen took to its first frame.
    MEASUREMENTS_TIME_TO_INITIAL_DISPLAY = "measurements.time_to_initial_display": Duration;
    /// Time to first byte.
    MEASUREMENTS_TTFB = "measurements.ttfb": Duration;
    /// Time from the request to the first byte.
    MEASUREMENTS_TTFB_REQUESTTIME = "measurements.ttfb.requesttime": Duration;
}
