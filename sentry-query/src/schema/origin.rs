//! The fields that every data set has: where something comes from, and when.

super::fields! {
    /// The browser's name, without its version.
    BROWSER_NAME = "browser.name": Text.suggested(&["Chrome", "Firefox", "Safari", "Edge", "Mobile Safari"]);
    /// The deployment, such as production or staging.
    ENVIRONMENT = "environment": Text.suggested(&["production", "staging", "development"]);
    /// The slug of the project.
    PROJECT = "project": Text;
    /// The number of the project.
    PROJECT_DOT_ID = "project.id": Number;
    /// The number of the project.
    PROJECT_ID = "project_id": Number;
    /// The slug of the project.
    PROJECT_NAME = "project.name": Text;
    /// The version of the application; `latest` is the newest one.
    RELEASE = "release": Text.suggested(&["latest"]);
    /// The name of the SDK that sent it.
    SDK_NAME = "sdk.name": Text.suggested(&["sentry.python", "sentry.javascript.browser", "sentry.javascript.react", "sentry.java", "sentry.cocoa"]);
    /// The version of the SDK that sent it.
    SDK_VERSION = "sdk.version": Text;
    /// When it happened.
    TIMESTAMP = "timestamp": Date;
    /// The id of the trace, 32 hexadecimal digits.
    TRACE = "trace": Text;
}
