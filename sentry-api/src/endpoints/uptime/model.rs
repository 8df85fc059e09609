use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_with::{DefaultOnNull, serde_as};
use time::OffsetDateTime;

use crate::model::Actor;
use crate::wire::{Number, Time, id, open_enum};

id! {
    /// The id of an uptime monitor: a number.
    UptimeMonitorId;
    /// The id of a check of an uptime monitor.
    UptimeCheckId;
}

/// What asks an address whether it answers.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct UptimeMonitor {
    /// The id.
    pub id: UptimeMonitorId,
    /// The name.
    pub name: Option<String>,
    /// The project that its issues belong to.
    pub project_slug: Option<String>,
    /// The environment of its issues.
    pub environment: Option<String>,
    /// Whether it is on.
    pub status: Option<UptimeMonitorStatus>,
    /// Whether the address answers.
    #[serde(default, deserialize_with = "uptime_status")]
    pub uptime_status: Option<UptimeStatus>,
    /// Who made it, a person (1) or Sentry (2, 3).
    pub mode: Option<i64>,
    /// The address.
    pub url: Option<String>,
    /// The HTTP method.
    pub method: Option<String>,
    /// The headers of the request, as names and values.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub headers: Vec<(String, String)>,
    /// The body of the request.
    pub body: Option<String>,
    /// How many seconds there are between two checks.
    #[serde_as(as = "Option<Number>")]
    #[serde(default)]
    pub interval_seconds: Option<u64>,
    /// After how many milliseconds a check has failed.
    #[serde_as(as = "Option<Number>")]
    #[serde(default)]
    pub timeout_ms: Option<u64>,
    /// Who owns it.
    pub owner: Option<Actor>,
    /// Whether the checks are traced.
    pub trace_sampling: Option<bool>,
    /// Whether the answers of failed checks are kept.
    pub response_capture_enabled: Option<bool>,
    /// How many failures in a row open an issue.
    #[serde_as(as = "Option<Number>")]
    #[serde(default)]
    pub downtime_threshold: Option<u64>,
    /// How many successes in a row resolve it.
    #[serde_as(as = "Option<Number>")]
    #[serde(default)]
    pub recovery_threshold: Option<u64>,
    /// What an answer must be like, in Sentry's own form.
    pub assertion: Option<Value>,
}

/// One question to an address and its answer.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct UptimeCheck {
    /// The id.
    pub uptime_check_id: UptimeCheckId,
    /// The monitor that asked.
    pub uptime_subscription_id: Option<UptimeMonitorId>,
    /// When it was asked.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub timestamp: Option<OffsetDateTime>,
    /// When it should have been.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub scheduled_check_time: Option<OffsetDateTime>,
    /// How it went.
    pub check_status: Option<UptimeCheckStatus>,
    /// Why it failed, such as `timeout` or `dns_error`.
    pub check_status_reason: Option<String>,
    /// The HTTP status of the answer.
    #[serde_as(as = "Option<Number>")]
    #[serde(default)]
    pub http_status_code: Option<u64>,
    /// How many milliseconds it took.
    #[serde_as(as = "Option<Number>")]
    #[serde(default)]
    pub duration_ms: Option<u64>,
    /// The trace that it began.
    pub trace_id: Option<String>,
    /// How many spans that trace has.
    #[serde_as(as = "Option<Number>")]
    #[serde(default)]
    pub trace_spans_count: Option<u64>,
    /// Whether an issue was open: 1 if so.
    pub incident_status: Option<i64>,
    /// The environment of the monitor.
    pub environment: Option<String>,
    /// Where it was asked from, such as `us-east-1`.
    pub region: Option<String>,
    /// The name of that place.
    pub region_name: Option<String>,
}

open_enum! {
    /// Whether an uptime monitor is on.
    UptimeMonitorStatus {
        /// On.
        Active = "active",
        /// Off.
        Disabled = "disabled",
    }

    /// Whether an address answers.
    UptimeStatus {
        /// It does.
        Ok = "ok",
        /// It does not.
        Failed = "failed",
    }

    /// How a check went.
    UptimeCheckStatus {
        /// Well.
        Success = "success",
        /// Badly.
        Failure = "failure",
        /// Badly, while an issue was open.
        FailureIncident = "failure_incident",
        /// It was not made.
        MissedWindow = "missed_window",
    }
}

/// Reads a status, which servers write as the number 1 or 2.
fn uptime_status<'de, D>(input: D) -> Result<Option<UptimeStatus>, D::Error>
where
    D: serde::Deserializer<'de>,
{
    let status = Option::<UptimeStatus>::deserialize(input)?;
    Ok(status.map(|status| match status.as_str() {
        "1" => UptimeStatus::Ok,
        "2" => UptimeStatus::Failed,
        _ => status,
    }))
}
