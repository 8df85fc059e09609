//! The fields of replays, each of which is a whole session.

#[doc(no_inline)]
pub use super::{origin::*, user::*};

super::fields! {
    /// How much happened in the session, from 0 to 10.
    ACTIVITY = "activity": Number;
    /// The browser's version.
    BROWSER_VERSION = "browser.version": Text;
    /// The `alt` text of an element that was clicked.
    CLICK_ALT = "click.alt": Text;
    /// A class of an element that was clicked.
    CLICK_CLASS = "click.class": Text;
    /// The component whose element was clicked.
    CLICK_COMPONENT_NAME = "click.component_name": Text;
    /// The id of an element that was clicked.
    CLICK_ID = "click.id": Text;
    /// The `aria-label` of an element that was clicked.
    CLICK_LABEL = "click.label": Text;
    /// The role of an element that was clicked.
    CLICK_ROLE = "click.role": Text;
    /// A CSS selector of an element that was clicked.
    CLICK_SELECTOR = "click.selector": Text.no_wildcards();
    /// The tag of an element that was clicked.
    CLICK_TAG = "click.tag": Text;
    /// The test id of an element that was clicked.
    CLICK_TESTID = "click.testid": Text;
    /// The text of an element that was clicked.
    CLICK_TEXT_CONTENT = "click.textContent": Text;
    /// The title of an element that was clicked.
    CLICK_TITLE = "click.title": Text;
    /// How many clicks had no effect.
    COUNT_DEAD_CLICKS = "count_dead_clicks": Number;
    /// How many errors happened.
    COUNT_ERRORS = "count_errors": Number;
    /// How many events of level info or debug happened.
    COUNT_INFOS = "count_infos": Number;
    /// How many clicks were repeated in anger.
    COUNT_RAGE_CLICKS = "count_rage_clicks": Number;
    /// How many screens were visited.
    COUNT_SCREENS = "count_screens": Number;
    /// How many parts the recording has.
    COUNT_SEGMENTS = "count_segments": Number;
    /// How many traces belong to the session.
    COUNT_TRACES = "count_traces": Number;
    /// How many addresses were visited.
    COUNT_URLS = "count_urls": Number;
    /// How many events of level warning happened.
    COUNT_WARNINGS = "count_warnings": Number;
    /// A CSS selector of an element whose click had no effect.
    DEAD_SELECTOR = "dead.selector": Text.no_wildcards();
    /// The maker of the device.
    DEVICE_BRAND = "device.brand": Text;
    /// The family of the device, such as iPhone.
    DEVICE_FAMILY = "device.family": Text;
    /// The internal id of the device's model.
    DEVICE_MODEL_ID = "device.model_id": Text;
    /// The name of the device.
    DEVICE_NAME = "device.name": Text;
    /// The distribution of the release.
    DIST = "dist": Text;
    /// How long the session took; a number without a unit is seconds.
    DURATION = "duration": Duration;
    /// The ids of the errors that happened.
    ERROR_IDS = "error_ids": Text.no_wildcards();
    /// The id of the replay, 32 hexadecimal digits.
    ID = "id": Text;
    /// Whether the replay is archived.
    IS_ARCHIVED = "is_archived": Boolean;
    /// The operating system.
    OS_NAME = "os.name": Text.suggested(&["Android", "iOS", "Linux", "macOS", "Windows"]);
    /// The version of the operating system.
    OS_VERSION = "os.version": Text;
    /// The channel that an over-the-air update came by.
    OTA_UPDATES_CHANNEL = "ota_updates.channel": Text;
    /// The runtime that an over-the-air update fits.
    OTA_UPDATES_RUNTIME_VERSION = "ota_updates.runtime_version": Text;
    /// The id of an over-the-air update.
    OTA_UPDATES_UPDATE_ID = "ota_updates.update_id": Text;
    /// The platform that the SDK names, such as javascript.
    PLATFORM = "platform": Text;
    /// A CSS selector of an element that was clicked repeatedly in anger.
    RAGE_SELECTOR = "rage.selector": Text.no_wildcards();
    /// Whether the whole session was recorded, or what a buffer held when an error happened.
    REPLAY_TYPE = "replay_type": Text.only(&["session", "buffer"]);
    /// A screen that was visited.
    SCREEN = "screen": Text;
    /// The screens that were visited.
    SCREENS = "screens": Text;
    /// Whether whoever searches has watched the replay.
    SEEN_BY_ME = "seen_by_me": Boolean;
    /// The text of an element that was tapped.
    TAP_MESSAGE = "tap.message": Text;
    /// The class of a view that was tapped.
    TAP_VIEW_CLASS = "tap.view_class": Text;
    /// The id of a view that was tapped.
    TAP_VIEW_ID = "tap.view_id": Text;
    /// An address that was visited.
    URL = "url": Text;
    /// The addresses that were visited.
    URLS = "urls": Text;
    /// Whether whoever searches has watched the replay.
    VIEWED_BY_ME = "viewed_by_me": Boolean;
}
