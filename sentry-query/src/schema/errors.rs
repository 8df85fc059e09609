//! The fields of error events.

#[doc(no_inline)]
pub use super::event::*;

super::fields! {
    /// Whether the program caught the error.
    ERROR_HANDLED = "error.handled": Boolean;
    /// Whether the error happened on the main thread.
    ERROR_MAIN_THREAD = "error.main_thread": Boolean;
    /// How the SDK came by the error.
    ERROR_MECHANISM = "error.mechanism": Text.suggested(&["generic", "onerror", "onunhandledrejection", "instrument", "ANR", "AppExitInfo"]).several();
    /// When Sentry received the error.
    ERROR_RECEIVED = "error.received": Date;
    /// The type of the error, such as `TypeError`.
    ERROR_TYPE = "error.type": Text.several();
    /// Whether nothing caught the error.
    ERROR_UNHANDLED = "error.unhandled": Boolean;
    /// The message of the error.
    ERROR_VALUE = "error.value": Text.several();
    /// A tag: whether the program caught the error.
    HANDLED = "handled": Text.suggested(&["yes", "no"]);
    /// Whether the error is the application's own.
    IS_APPLICATION = "is_application": Boolean;
    /// A tag: how the SDK came by the error.
    MECHANISM = "mechanism": Text;
    /// The whole path of a frame's file.
    STACK_ABS_PATH = "stack.abs_path": Text.several();
    /// The column of a frame of the stack trace.
    STACK_COLNO = "stack.colno": Number.several();
    /// The file of a frame of the stack trace.
    STACK_FILENAME = "stack.filename": Text.several();
    /// The function of a frame of the stack trace.
    STACK_FUNCTION = "stack.function": Text.several();
    /// Whether a frame of the stack trace is in the application.
    STACK_IN_APP = "stack.in_app": Boolean.several();
    /// The line of a frame of the stack trace.
    STACK_LINENO = "stack.lineno": Number.several();
    /// The module of a frame of the stack trace.
    STACK_MODULE = "stack.module": Text.several();
    /// The package of a frame of the stack trace.
    STACK_PACKAGE = "stack.package": Text.several();
    /// The depth of the stack trace.
    STACK_LEVEL = "stack.stack_level": Number.several();
    /// Whether the frames of the application are symbolicated.
    SYMBOLICATED_IN_APP = "symbolicated_in_app": Boolean;
}
