//! The fields of error events.

#[doc(no_inline)]
pub use super::event::*;

super::fields! {
    /// Whether the program caught the error.
    ERROR_HANDLED = "error.handled": Boolean;
    /// Whether the error happened on the main thread.
    ERROR_MAIN_THREAD = "error.main_thread": Boolean;
    /// When Sentry received the error.
    ERROR_RECEIVED = "error.received": Date;
    /// Whether nothing caught the error.
    ERROR_UNHANDLED = "error.unhandled": Boolean;
    /// Whether the error is the application's own.
    IS_APPLICATION = "is_application": Boolean;
    /// The column of a frame of the stack trace.
    STACK_COLNO = "stack.colno": Number;
    /// Whether a frame of the stack trace is in the application.
    STACK_IN_APP = "stack.in_app": Boolean;
    /// The line of a frame of the stack trace.
    STACK_LINENO = "stack.lineno": Number;
    /// The depth of the stack trace.
    STACK_LEVEL = "stack.stack_level": Number;
    /// Whether the frames of the application are symbolicated.
    SYMBOLICATED_IN_APP = "symbolicated_in_app": Boolean;
}
