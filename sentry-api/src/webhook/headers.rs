//! The headers that Sentry sends with a webhook.

use std::time::{Duration, SystemTime};

use http::{HeaderMap, HeaderValue};
use time::OffsetDateTime;

use super::WebhookError;

/// The one header `name`.
pub(super) fn one<'a>(
    headers: &'a HeaderMap,
    name: &'static str,
) -> Result<&'a HeaderValue, WebhookError> {
    let mut values = headers.get_all(name).iter();
    match (values.next(), values.next()) {
        (Some(value), None) => Ok(value),
        (None, _) => Err(WebhookError::MissingHeader(name)),
        (Some(_), Some(_)) => Err(WebhookError::RepeatedHeader(name)),
    }
}

/// The one header `name` as text.
pub(super) fn text<'a>(
    headers: &'a HeaderMap,
    name: &'static str,
) -> Result<&'a str, WebhookError> {
    let value = one(headers, name)?.to_str();
    value.map_err(|_| WebhookError::InvalidHeader(name))
}

/// The moment in the header `name`, in whole epoch seconds, when it is no further from `now`
/// than `window`.
pub(super) fn moment(
    headers: &HeaderMap,
    name: &'static str,
    now: SystemTime,
    window: Option<Duration>,
) -> Result<OffsetDateTime, WebhookError> {
    let invalid = WebhookError::InvalidHeader(name);
    let digits = text(headers, name)?;
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(invalid);
    }
    let seconds: i64 = digits.parse().map_err(|_| invalid)?;
    let moment = OffsetDateTime::from_unix_timestamp(seconds).map_err(|_| invalid)?;
    let since_epoch = Duration::from_secs(seconds.unsigned_abs());
    let sent = SystemTime::UNIX_EPOCH.checked_add(since_epoch);
    let sent = sent.ok_or(invalid)?;
    let (apart, error) = match now.duration_since(sent) {
        Ok(age) => (age, WebhookError::TooOld),
        Err(ahead) => (ahead.duration(), WebhookError::TooNew),
    };
    match window {
        Some(window) if apart > window => Err(error),
        _ => Ok(moment),
    }
}
