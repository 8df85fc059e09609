use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_with::{DefaultOnNull, serde_as};
use time::OffsetDateTime;

use super::{Avatar, Organization, ProjectId, ReleaseReference, Secret, TeamReference};
use crate::wire::Time;

/// A project: what one application sends its events to.
///
/// Lists give less than details: the settings, from `options` on, come with
/// [`ProjectHandle::get`](crate::endpoints::ProjectHandle::get) and its update alone.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Project {
    /// The id.
    pub id: ProjectId,
    /// The slug, as in paths and URLs.
    pub slug: String,
    /// The name to show.
    pub name: Option<String>,
    /// The platform, such as `python` or `javascript-react`.
    pub platform: Option<String>,
    /// `active`, or what is about to happen to it.
    pub status: Option<String>,
    /// When it was made.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub date_created: Option<OffsetDateTime>,
    /// When its first event came; `None` when none came yet.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub first_event: Option<OffsetDateTime>,
    /// Whether a transaction came yet.
    pub first_transaction_event: Option<bool>,
    /// The team that owned it first.
    pub team: Option<TeamReference>,
    /// The teams that own it.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub teams: Vec<TeamReference>,
    /// The environments that its events named.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub environments: Vec<String>,
    /// The names of the features that are on.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub features: Vec<String>,
    /// The platforms of its events.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub platforms: Vec<String>,
    /// The scopes that the caller has in it.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub access: Vec<String>,
    /// Its newest release.
    pub latest_release: Option<ReleaseReference>,
    /// The newest deploy to each environment, by its name.
    pub latest_deploys: Option<BTreeMap<String, BTreeMap<String, String>>>,
    /// Whether the caller is in a team that owns it.
    pub is_member: Option<bool>,
    /// Whether the caller marked it.
    pub is_bookmarked: Option<bool>,
    /// Whether the caller may see it.
    pub has_access: Option<bool>,
    /// Whether it is Sentry's own.
    pub is_internal: Option<bool>,
    /// Whether everybody may see it.
    pub is_public: Option<bool>,
    /// The picture that stands for it.
    pub avatar: Option<Avatar>,
    /// The color that stands for it, such as `#3f70bf`.
    pub color: Option<String>,
    /// Whether feedback came, by the old widget.
    pub has_feedbacks: Option<bool>,
    /// Whether feedback came, by the new widget.
    pub has_new_feedbacks: Option<bool>,
    /// Whether reports of users came.
    pub has_user_reports: Option<bool>,
    /// Whether feature flags came.
    pub has_flags: Option<bool>,
    /// Whether stack traces came that are minified.
    pub has_minified_stack_trace: Option<bool>,
    /// Whether it has cron monitors.
    pub has_monitors: Option<bool>,
    /// Whether profiles came.
    pub has_profiles: Option<bool>,
    /// Whether replays came.
    pub has_replays: Option<bool>,
    /// Whether sessions came, which release health is made from.
    pub has_sessions: Option<bool>,
    /// Whether logs came.
    pub has_logs: Option<bool>,
    /// Whether metrics of traces came.
    pub has_trace_metrics: Option<bool>,
    /// Whether requests over HTTP were traced.
    pub has_insights_http: Option<bool>,
    /// Whether queries of databases were traced.
    pub has_insights_db: Option<bool>,
    /// Whether the loading of assets was traced.
    pub has_insights_assets: Option<bool>,
    /// Whether starts of an app were traced.
    pub has_insights_app_start: Option<bool>,
    /// Whether the loading of screens was traced.
    pub has_insights_screen_load: Option<bool>,
    /// Whether web vitals came.
    pub has_insights_vitals: Option<bool>,
    /// Whether caches were traced.
    pub has_insights_caches: Option<bool>,
    /// Whether queues were traced.
    pub has_insights_queues: Option<bool>,
    /// Whether agents of language models were traced.
    pub has_insights_agent_monitoring: Option<bool>,
    /// Whether MCP servers were traced.
    #[serde(rename = "hasInsightsMCP")]
    pub has_insights_mcp: Option<bool>,
    /// Event counts, where they were asked for.
    pub stats: Option<Value>,
    /// Counts of transactions, where they were asked for.
    pub transaction_stats: Option<Value>,
    /// Counts of sessions, where they were asked for.
    pub session_stats: Option<Value>,

    /// Settings by their internal names, such as `sentry:resolve_age`.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub options: BTreeMap<String, Value>,
    /// The organization that it belongs to.
    pub organization: Option<Organization>,
    /// The shortest wait between two digests of mails, in seconds.
    pub digests_min_delay: Option<u64>,
    /// The longest wait between two digests of mails, in seconds.
    pub digests_max_delay: Option<u64>,
    /// What the subjects of mails begin with.
    pub subject_prefix: Option<String>,
    /// The subject of mails, with variables such as `$shortID`.
    pub subject_template: Option<String>,
    /// The origins from which browsers may send events; `*` stands for all.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub allowed_domains: Vec<String>,
    /// The hours after which an issue without events is resolved; 0 for never.
    pub resolve_age: Option<u64>,
    /// Whether data is scrubbed on the server.
    pub data_scrubber: Option<bool>,
    /// Whether the usual words count as sensitive.
    pub data_scrubber_defaults: Option<bool>,
    /// The names of fields that are never scrubbed.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub safe_fields: Vec<String>,
    /// The names of further fields that are scrubbed.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub sensitive_fields: Vec<String>,
    /// How many native crash reports are kept for each issue; -1 for all.
    pub store_crash_reports: Option<i64>,
    /// What Sentry shows to servers that it fetches sources from.
    pub security_token: Option<Secret>,
    /// The header that the token is sent in.
    pub security_token_header: Option<String>,
    /// Whether certificates are checked where sources are fetched.
    #[serde(rename = "verifySSL")]
    pub verify_ssl: Option<bool>,
    /// Whether IP addresses are not stored.
    #[serde(rename = "scrubIPAddresses")]
    pub scrub_ip_addresses: Option<bool>,
    /// Whether source maps and sources are fetched.
    pub scrape_java_script: Option<bool>,
    /// Whether events make the releases that they name.
    pub enable_auto_release_creation: Option<bool>,
    /// The tags that are shown first.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub highlight_tags: Vec<String>,
    /// The keys of contexts that are shown first, by the context's name.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub highlight_context: BTreeMap<String, Vec<String>>,
    /// What is shown first for its platform.
    pub highlight_preset: Option<HighlightPreset>,
    /// The name of the rules that group events.
    pub grouping_config: Option<String>,
    /// Own rules for the frames that count when events are grouped.
    pub grouping_enhancements: Option<String>,
    /// Such rules that Sentry derived.
    pub derived_grouping_enhancements: Option<String>,
    /// The name of the rules that grouped events before.
    pub secondary_grouping_config: Option<String>,
    /// Until when those are looked at, in epoch seconds.
    pub secondary_grouping_expiry: Option<u64>,
    /// Own rules for fingerprints.
    pub fingerprinting_rules: Option<String>,
    /// How many issues with debug files wait to be solved.
    pub processing_issues: Option<u64>,
    /// The environment that is shown first.
    pub default_environment: Option<String>,
    /// The rules of advanced data scrubbing, as JSON text.
    pub relay_pii_config: Option<String>,
    /// Where system symbols come from, such as `ios`.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub builtin_symbol_sources: Vec<String>,
    /// Where its own symbols come from, as JSON text.
    pub symbol_sources: Option<String>,
    /// What dynamic sampling favors.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub dynamic_sampling_biases: Vec<SamplingBias>,
    /// Whether its transactions are sampled by the server.
    pub is_dynamically_sampled: Option<bool>,
    /// Whether screenshots are taken over from consoles.
    pub tempest_fetch_screenshots: Option<bool>,
    /// How often Seer mends issues by itself, such as `off` or `medium`.
    pub autofix_automation_tuning: Option<String>,
    /// Whether Seer looks at new issues by itself.
    pub seer_scanner_automation: Option<bool>,
    /// Settings of what Seer does overnight.
    pub seer_nightshift_tweaks: Option<Value>,
    /// Whether lines of source are fetched from the repository.
    pub scm_source_context_enabled: Option<bool>,
    /// The role that may download debug files.
    pub debug_files_role: Option<String>,
}

/// What is shown first of the events of a platform.
#[serde_as]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct HighlightPreset {
    /// The tags.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub tags: Vec<String>,
    /// The keys of contexts, by the context's name.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub context: BTreeMap<String, Vec<String>>,
}

/// One thing that dynamic sampling favors.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SamplingBias {
    /// Its name, such as `boostLatestRelease`.
    pub id: String,
    /// Whether it counts.
    pub active: Option<bool>,
}

/// A project as other things name it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ProjectReference {
    /// The id.
    pub id: ProjectId,
    /// The slug.
    pub slug: Option<String>,
    /// The name to show.
    pub name: Option<String>,
    /// The platform.
    pub platform: Option<String>,
}
