//! What SDKs measure, as Sentry names it; any other `measurements.*` is a number.

super::fields! {
    /// How long a cold start of the app took.
    MEASUREMENTS_APP_START_COLD = "measurements.app_start_cold": Duration;
    /// How long a warm start of the app took.
    MEASUREMENTS_APP_START_WARM = "measurements.app_start_warm": Duration;
    /// Cumulative layout shift, a score.
    MEASUREMENTS_CLS = "measurements.cls": Number;
    /// First contentful paint.
    MEASUREMENTS_FCP = "measurements.fcp": Duration;
    /// First input delay.
    MEASUREMENTS_FID = "measurements.fid": Duration;
    /// First paint.
    MEASUREMENTS_FP = "measurements.fp": Duration;
    /// How many frames took longer than 700 milliseconds.
    MEASUREMENTS_FRAMES_FROZEN = "measurements.frames_frozen": Number;
    /// The part of frames that took longer than 700 milliseconds, from 0 to 1.
    MEASUREMENTS_FRAMES_FROZEN_RATE = "measurements.frames_frozen_rate": Number;
    /// How many frames missed their time.
    MEASUREMENTS_FRAMES_SLOW = "measurements.frames_slow": Number;
    /// The part of frames that missed their time, from 0 to 1.
    MEASUREMENTS_FRAMES_SLOW_RATE = "measurements.frames_slow_rate": Number;
    /// How many frames were shown.
    MEASUREMENTS_FRAMES_TOTAL = "measurements.frames_total": Number;
    /// Interaction to next paint.
    MEASUREMENTS_INP = "measurements.inp": Duration;
    /// Largest contentful paint.
    MEASUREMENTS_LCP = "measurements.lcp": Duration;
    /// How long a message waited in the queue.
    MEASUREMENTS_MESSAGING_MESSAGE_RECEIVE_LATENCY = "measurements.messaging.message.receive.latency": Duration;
    /// How often the main thread stalled.
    MEASUREMENTS_STALL_COUNT = "measurements.stall_count": Number;
    /// The longest stall of the main thread.
    MEASUREMENTS_STALL_LONGEST_TIME = "measurements.stall_longest_time": Duration;
    /// The part of time that the main thread stalled, from 0 to 1.
    MEASUREMENTS_STALL_PERCENTAGE = "measurements.stall_percentage": Number;
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
