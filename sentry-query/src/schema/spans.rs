//! The fields of spans; any other key is an attribute, `tags[name,number]` a numeric one.

#[doc(no_inline)]
pub use super::{measurements::*, origin::*, user::*};

super::fields! {
    /// How much the calls of a language model cost, in US dollars.
    AI_TOTAL_COST = "ai.total_cost": Number;
    /// How many tokens a language model used.
    AI_TOTAL_TOKENS_USED = "ai.total_tokens.used": Number;
    /// How large the cached item is.
    CACHE_ITEM_SIZE = "cache.item_size": Size;
    /// How large the response's body is when unpacked.
    HTTP_DECODED_RESPONSE_CONTENT_LENGTH = "http.decoded_response_content_length": Size;
    /// How large the response's body is as it was sent.
    HTTP_RESPONSE_CONTENT_LENGTH = "http.response_content_length": Size;
    /// How large the response is with its headers.
    HTTP_RESPONSE_TRANSFER_SIZE = "http.response_transfer_size": Size;
    /// The id of the span, 16 hexadecimal digits.
    ID = "id": Text;
    /// Whether the span is the root of a transaction.
    IS_TRANSACTION = "is_transaction": Boolean;
    /// The queue or topic of the message.
    MESSAGING_DESTINATION_NAME = "messaging.destination.name": Text;
    /// How large the message's body is.
    MESSAGING_MESSAGE_BODY_SIZE = "messaging.message.body.size": Size;
    /// The id of the message.
    MESSAGING_MESSAGE_ID = "messaging.message.id": Text;
    /// How late frames were shown, in all.
    MOBILE_FRAMES_DELAY = "mobile.frames_delay": Duration;
    /// How many frames took longer than 700 milliseconds.
    MOBILE_FRAMES_FROZEN = "mobile.frames_frozen": Number;
    /// How many frames missed their time.
    MOBILE_FRAMES_SLOW = "mobile.frames_slow": Number;
    /// How many frames were shown.
    MOBILE_FRAMES_TOTAL = "mobile.frames_total": Number;
    /// The id of the span that this one is part of.
    PARENT_SPAN = "parent_span": Text;
    /// The platform that the SDK names, such as python.
    PLATFORM = "platform": Text;
    /// When the span ended, in seconds since 1970.
    PRECISE_FINISH_TS = "precise.finish_ts": Number;
    /// When the span began, in seconds since 1970.
    PRECISE_START_TS = "precise.start_ts": Number;
    /// The id of the profile that was recorded meanwhile.
    PROFILE_ID = "profile.id": Text;
    /// The id of the profiler that ran meanwhile.
    PROFILER_ID = "profiler.id": Text;
    /// The id of the replay that was recorded meanwhile.
    REPLAY_ID = "replay.id": Text;
    /// The part of spans that was kept, from 0 to 1.
    SAMPLING_RATE = "sampling_rate": Number;
    /// What the span does: SELECT of a database, POST of HTTP.
    SPAN_ACTION = "span.action": Text.suggested(&["SELECT", "INSERT", "UPDATE", "DELETE", "GET", "POST"]);
    /// What kind of work the span does.
    SPAN_CATEGORY = "span.category": Text.suggested(&["db", "http", "browser", "resource", "cache", "queue", "ui", "ai"]);
    /// What the span does, with its values taken out.
    SPAN_DESCRIPTION = "span.description": Text;
    /// What the span works on: the tables of a database, the host of HTTP.
    SPAN_DOMAIN = "span.domain": Text;
    /// How long the span took.
    SPAN_DURATION = "span.duration": Duration;
    /// The id that spans of the same kind share.
    SPAN_GROUP = "span.group": Text;
    /// The part of the product that the span belongs to.
    SPAN_MODULE = "span.module": Text.suggested(&["db", "http", "cache", "queue", "vital", "mobile"]);
    /// The operation, such as `db.query` or `http.client`.
    SPAN_OP = "span.op": Text.suggested(&["db", "http.client", "http.server", "pageload", "navigation", "cache.get", "queue.process"]);
    /// How long the span took without the spans inside it.
    SPAN_SELF_TIME = "span.self_time": Duration;
    /// How the span ended.
    SPAN_STATUS = "span.status": Text.suggested(super::transactions::STATUSES);
    /// The status of the HTTP response, as text.
    SPAN_STATUS_CODE = "span.status_code": Text.suggested(&["200", "404", "500", "5*"]);
    /// The id of the thread.
    THREAD_ID = "thread.id": Text;
    /// The name of the thread.
    THREAD_NAME = "thread.name": Text;
    /// How the trace ended.
    TRACE_STATUS = "trace.status": Text.suggested(super::transactions::STATUSES);
    /// The transaction that the span is part of.
    TRANSACTION = "transaction": Text;
    /// The method of the HTTP request that the transaction answers.
    TRANSACTION_METHOD = "transaction.method": Text.suggested(&["GET", "POST", "PUT", "PATCH", "DELETE"]);
    /// The operation of the transaction.
    TRANSACTION_OP = "transaction.op": Text;
    /// The id of the transaction's root span.
    TRANSACTION_SPAN_ID = "transaction.span_id": Text;
}
