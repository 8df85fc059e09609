//! The fields of transactions.

#[doc(no_inline)]
pub use super::{discover::*, event::*, measurements::*};

super::fields! {
    /// How long all spans in the browser took.
    SPANS_BROWSER = "spans.browser": Duration;
    /// How long all spans of databases took.
    SPANS_DB = "spans.db": Duration;
    /// How long all spans of HTTP requests took.
    SPANS_HTTP = "spans.http": Duration;
    /// How long all spans that load resources took.
    SPANS_RESOURCE = "spans.resource": Duration;
    /// How long all spans of the interface took.
    SPANS_UI = "spans.ui": Duration;
    /// Whether a team of whoever searches starred the transaction.
    TEAM_KEY_TRANSACTION = "team_key_transaction": Boolean;
    /// How long the transaction took.
    TRANSACTION_DURATION = "transaction.duration": Duration;
    /// The method of the HTTP request that the transaction answers.
    TRANSACTION_METHOD = "transaction.method": Text.suggested(&["GET", "POST", "PUT", "PATCH", "DELETE"]);
    /// The operation, such as pageload or http.server.
    TRANSACTION_OP = "transaction.op": Text.suggested(&["pageload", "navigation", "http.server", "queue.task"]);
    /// How the transaction ended.
    TRANSACTION_STATUS = "transaction.status": Text.suggested(STATUSES);
}

/// The statuses of spans, which are those of gRPC.
pub(super) const STATUSES: &[&str] = &[
    "ok",
    "cancelled",
    "unknown",
    "invalid_argument",
    "deadline_exceeded",
    "not_found",
    "already_exists",
    "permission_denied",
    "resource_exhausted",
    "failed_precondition",
    "aborted",
    "out_of_range",
    "unimplemented",
    "internal_error",
    "unavailable",
    "data_loss",
    "unauthenticated",
];
