//! The fields that errors and transactions share and that issues are searched by.
//!
//! The last of them are tags that Sentry itself sets.

#[doc(no_inline)]
pub use super::{origin::*, user::*};

super::fields! {
    /// Whether the app was in the foreground.
    APP_IN_FOREGROUND = "app.in_foreground": Text.suggested(&["true", "false"]);
    /// What the event is attributed to: a function, module or route.
    CULPRIT = "culprit": Text;
    /// The processor architecture.
    DEVICE_ARCH = "device.arch": Text.suggested(&["arm64", "arm64-v8a", "x86_64"]);
    /// The maker of the device.
    DEVICE_BRAND = "device.brand": Text;
    /// How powerful the device is, as Sentry estimates it.
    DEVICE_CLASS = "device.class": Text.only(&["high", "medium", "low"]).former_values(&[("mid", "medium")]).ranked();
    /// The family of the device, such as iPhone.
    DEVICE_FAMILY = "device.family": Text;
    /// The locale that the device is set to.
    DEVICE_LOCALE = "device.locale": Text;
    /// The internal id of the device's model.
    DEVICE_MODEL_ID = "device.model_id": Text;
    /// The name of the device.
    DEVICE_NAME = "device.name": Text;
    /// How the device was held.
    DEVICE_ORIENTATION = "device.orientation": Text.suggested(&["portrait", "landscape"]);
    /// The id of the device.
    DEVICE_UUID = "device.uuid": Text;
    /// The distribution of the release, such as a build for one store.
    DIST = "dist": Text;
    /// The type of the event.
    EVENT_TYPE = "event.type": Text.suggested(&["error", "default", "transaction", "csp"]);
    /// The city.
    GEO_CITY = "geo.city": Text;
    /// The two letters of the country.
    GEO_COUNTRY_CODE = "geo.country_code": Text.suggested(&["US", "DE", "GB", "FR", "IN", "JP"]);
    /// The name of the country.
    GEO_REGION = "geo.region": Text;
    /// The state or province.
    GEO_SUBDIVISION = "geo.subdivision": Text;
    /// The method of the HTTP request.
    HTTP_METHOD = "http.method": Text.suggested(&["GET", "POST", "PUT", "PATCH", "DELETE"]);
    /// The page that led to the HTTP request.
    HTTP_REFERER = "http.referer": Text;
    /// The status of the HTTP response, as text: `5*` finds them all, comparisons find none.
    HTTP_STATUS_CODE = "http.status_code": Text.suggested(&["200", "404", "500", "5*"]);
    /// The address of the HTTP request.
    HTTP_URL = "http.url": Text;
    /// The id of the event, 32 hexadecimal digits.
    ID = "id": Text;
    /// The short id of the issue, such as SHOP-12.
    ISSUE = "issue": Text;
    /// The number of the issue that the event belongs to.
    ISSUE_ID = "issue.id": Number;
    /// How severe the event is.
    LEVEL = "level": Text.only(&["fatal", "error", "warning", "info", "debug"]).former_values(&[("critical", "fatal")]).ranked();
    /// The file or place that the event is attributed to.
    LOCATION = "location": Text;
    /// The message of the event; words without a key search it.
    MESSAGE = "message": Text.several();
    /// The build of the operating system.
    OS_BUILD = "os.build": Text;
    /// The name of the Linux distribution.
    OS_DISTRIBUTION_NAME = "os.distribution_name": Text;
    /// The version of the Linux distribution.
    OS_DISTRIBUTION_VERSION = "os.distribution_version": Text;
    /// The version of the kernel.
    OS_KERNEL_VERSION = "os.kernel_version": Text;
    /// The channel that an over-the-air update came by.
    OTA_UPDATES_CHANNEL = "ota_updates.channel": Text;
    /// The runtime that an over-the-air update fits.
    OTA_UPDATES_RUNTIME_VERSION = "ota_updates.runtime_version": Text;
    /// The id of an over-the-air update.
    OTA_UPDATES_UPDATE_ID = "ota_updates.update_id": Text;
    /// The platform that the SDK names, such as python.
    PLATFORM = "platform": Text.suggested(&["javascript", "python", "java", "cocoa", "node", "php", "ruby", "go", "csharp", "native"]);
    /// The platform, under its longer name.
    PLATFORM_NAME = "platform.name": Text;
    /// The build of the release: what stands after the `+`.
    RELEASE_BUILD = "release.build": OrderedText;
    /// The package of the release: what stands before the `@`.
    RELEASE_PACKAGE = "release.package": Text;
    /// How far the release is adopted.
    RELEASE_STAGE = "release.stage": Text.only(&["adopted", "low_adoption", "replaced"]).former_values(&[("low", "low_adoption")]).no_wildcards();
    /// The semantic version of the release, compared as one.
    RELEASE_VERSION = "release.version": OrderedText;
    /// The title that Sentry gives the event.
    TITLE = "title": Text;
    /// The route or task that the event happened in.
    TRANSACTION = "transaction": Text;
    /// The kind of crash in the Unreal engine.
    UNREAL_CRASH_TYPE = "unreal.crash_type": Text;

    /// A tag: the browser with its version.
    BROWSER = "browser": Text;
    /// A tag: the operating system of the client with its version.
    CLIENT_OS = "client_os": Text;
    /// A tag: the operating system of the client.
    CLIENT_OS_NAME = "client_os.name": Text;
    /// A tag: the model of the device.
    DEVICE = "device": Text;
    /// A tag: the logger that sent the event.
    LOGGER = "logger": Text;
    /// A tag: the operating system with its version.
    OS = "os": Text;
    /// A tag: the operating system.
    OS_NAME = "os.name": Text.suggested(&["Android", "iOS", "Linux", "macOS", "Windows"]);
    /// A tag: whether the device is jailbroken or rooted.
    OS_ROOTED = "os.rooted": Text.suggested(&["yes", "no"]);
    /// A tag: the id of the replay that was recorded meanwhile.
    REPLAY_ID = "replayId": Text;
    /// A tag: the language runtime with its version.
    RUNTIME = "runtime": Text;
    /// A tag: the language runtime.
    RUNTIME_NAME = "runtime.name": Text;
    /// A tag: the host that sent the event.
    SERVER_NAME = "server_name": Text;
    /// A tag: the page or address.
    URL = "url": Text;
}
