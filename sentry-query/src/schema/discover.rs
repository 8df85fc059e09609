//! The fields that only event search has, whether it searches errors or transactions.

super::fields! {
    /// How full the battery is, in percent.
    DEVICE_BATTERY_LEVEL = "device.battery_level": Text;
    /// Whether the device was being charged.
    DEVICE_CHARGING = "device.charging": Text.suggested(&["true", "false"]);
    /// Whether the device was connected.
    DEVICE_ONLINE = "device.online": Text.suggested(&["true", "false"]);
    /// The pixels of the screen to each point.
    DEVICE_SCREEN_DENSITY = "device.screen_density": Text;
    /// The dots of the screen to the inch.
    DEVICE_SCREEN_DPI = "device.screen_dpi": Text;
    /// The height of the screen in pixels.
    DEVICE_SCREEN_HEIGHT_PIXELS = "device.screen_height_pixels": Text;
    /// The width of the screen in pixels.
    DEVICE_SCREEN_WIDTH_PIXELS = "device.screen_width_pixels": Text;
    /// Whether the device is a simulator.
    DEVICE_SIMULATOR = "device.simulator": Text.suggested(&["true", "false"]);
    /// The end of the searched period.
    END = "end": Date;
    /// The numbers of the performance issues that the event belongs to.
    PERFORMANCE_ISSUE_IDS = "performance.issue_ids": Text.several();
    /// The id of the profile that was recorded meanwhile.
    PROFILE_ID = "profile.id": Text;
    /// The start of the searched period.
    START = "start": Date;
    /// When the event happened.
    TIME = "time": Date;
    /// The day on which the event happened.
    TIMESTAMP_TO_DAY = "timestamp.to_day": Date;
    /// The hour in which the event happened.
    TIMESTAMP_TO_HOUR = "timestamp.to_hour": Date;
    /// How many events there are in all.
    TOTAL_COUNT = "total.count": Text;
    /// The part of traces that the client keeps, from 0 to 1.
    TRACE_CLIENT_SAMPLE_RATE = "trace.client_sample_rate": Text;
    /// The id of the span that this one is part of.
    TRACE_PARENT_SPAN = "trace.parent_span": Text;
    /// The id of the span.
    TRACE_SPAN = "trace.span": Text;
    /// The user by the first of e-mail, name, id and address that is known.
    USER_DISPLAY = "user.display": Text;
}
