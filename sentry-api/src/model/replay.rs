//! Replays: recordings of what people did.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use serde_with::{DefaultOnError, DefaultOnNull, serde_as};
use time::OffsetDateTime;

use super::{EventId, ProjectId, ReplayId, TraceId};
use crate::wire::{Number, Time, open_enum};

open_enum! {
    /// Why a replay was recorded.
    ReplayType {
        /// By chance, from its start.
        Session = "session",
        /// Since an error happened, with the time before it.
        Buffer = "buffer",
    }
}

/// A replay: what somebody did in an application, recorded.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Replay {
    /// The id.
    pub id: ReplayId,
    /// The project.
    pub project_id: Option<ProjectId>,
    /// When it began.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub started_at: Option<OffsetDateTime>,
    /// When it ended.
    #[serde_as(as = "Time")]
    #[serde(default)]
    pub finished_at: Option<OffsetDateTime>,
    /// How long it is, in seconds.
    #[serde_as(as = "Option<Number>")]
    pub duration: Option<u64>,
    /// Why it was recorded.
    pub replay_type: Option<ReplayType>,
    /// The environment.
    pub environment: Option<String>,
    /// The platform.
    pub platform: Option<String>,
    /// The versions of the releases that were in use.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub releases: Vec<String>,
    /// The build of the release.
    pub dist: Option<String>,
    /// Whose replay it is.
    pub user: Option<ReplayUser>,
    /// The browser.
    pub browser: Option<ReplaySoftware>,
    /// The operating system.
    pub os: Option<ReplaySoftware>,
    /// The SDK that recorded it.
    pub sdk: Option<ReplaySoftware>,
    /// The device.
    pub device: Option<ReplayDevice>,
    /// What the application had been updated with.
    pub ota_updates: Option<ReplayOtaUpdates>,
    /// The addresses of the pages, in the order they were looked at.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub urls: Vec<String>,
    /// The names of the segments, such as screens of an app.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub segment_names: Vec<String>,
    /// The errors that happened in it.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub error_ids: Vec<EventId>,
    /// The warnings that happened in it.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub warning_ids: Vec<EventId>,
    /// The messages that were written in it.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub info_ids: Vec<EventId>,
    /// The traces that were begun in it.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub trace_ids: Vec<TraceId>,
    /// The tags with their values.
    #[serde_as(as = "DefaultOnError")]
    #[serde(default)]
    pub tags: BTreeMap<String, Vec<String>>,
    /// The elements that were clicked, where the search was about clicks.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub clicks: Vec<Map<String, Value>>,
    /// How much happened, 0 to 10.
    #[serde_as(as = "Option<Number>")]
    pub activity: Option<u64>,
    /// How many errors happened.
    #[serde_as(as = "Option<Number>")]
    pub count_errors: Option<u64>,
    /// How many warnings happened.
    #[serde_as(as = "Option<Number>")]
    pub count_warnings: Option<u64>,
    /// How many messages were written.
    #[serde_as(as = "Option<Number>")]
    pub count_infos: Option<u64>,
    /// How many clicks did nothing.
    #[serde_as(as = "Option<Number>")]
    pub count_dead_clicks: Option<u64>,
    /// How often somebody clicked again and again.
    #[serde_as(as = "Option<Number>")]
    pub count_rage_clicks: Option<u64>,
    /// How many pieces the recording has.
    #[serde_as(as = "Option<Number>")]
    pub count_segments: Option<u64>,
    /// How many pages were looked at.
    #[serde_as(as = "Option<Number>")]
    pub count_urls: Option<u64>,
    /// Whether the caller looked at it.
    pub has_viewed: Option<bool>,
    /// Whether it was deleted, and nothing but its id is left.
    pub is_archived: Option<bool>,
}

/// Somebody in a replay.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ReplayUser {
    /// The id that the application gave.
    pub id: Option<String>,
    /// The user name.
    pub username: Option<String>,
    /// The e-mail address.
    pub email: Option<String>,
    /// The address of the network.
    pub ip: Option<String>,
    /// What to show for the person.
    pub display_name: Option<String>,
    /// Where the address of the network is.
    pub geo: Option<ReplayGeo>,
}

/// A place on the map.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ReplayGeo {
    /// The city.
    pub city: Option<String>,
    /// The two letters of the country.
    pub country_code: Option<String>,
    /// The country.
    pub region: Option<String>,
    /// The part of the country.
    pub subdivision: Option<String>,
}

/// A program with its version: a browser, an operating system, an SDK.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ReplaySoftware {
    /// The name.
    pub name: Option<String>,
    /// The version.
    pub version: Option<String>,
}

/// A device.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ReplayDevice {
    /// The name to show.
    pub name: Option<String>,
    /// Who makes it.
    pub brand: Option<String>,
    /// The family it is of.
    pub family: Option<String>,
    /// The model.
    pub model: Option<String>,
}

/// What an application had been updated with, past its shop.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ReplayOtaUpdates {
    /// The channel.
    pub channel: Option<String>,
    /// The version that the update needs.
    pub runtime_version: Option<String>,
    /// The id of the update.
    pub update_id: Option<String>,
}
