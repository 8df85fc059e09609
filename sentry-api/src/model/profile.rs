//! Profiles: what a program did, looked at many times a second.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_with::{DefaultOnNull, serde_as};
use time::OffsetDateTime;

use crate::wire::{Number, Time, id_text};

/// The samples of a profile: stacks of frames, each frame and stack written once.
#[serde_as]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SampledProfile {
    /// What was seen, oldest first.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub samples: Vec<ProfileSample>,
    /// The stacks that samples name: places in `frames`, the innermost first.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub stacks: Vec<Vec<usize>>,
    /// The frames that stacks name.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub frames: Vec<ProfileFrame>,
    /// The threads by their id.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub thread_metadata: BTreeMap<String, ProfileThread>,
}

impl SampledProfile {
    /// The frames of a sample, the innermost first; places that lead nowhere are left out.
    pub fn frames_of(&self, sample: &ProfileSample) -> impl Iterator<Item = &ProfileFrame> {
        let stack = sample.stack_id.and_then(|at| self.stacks.get(at));
        let frames = stack.into_iter().flatten();
        frames.filter_map(|at| self.frames.get(*at))
    }
}

/// One look at a thread.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ProfileSample {
    /// The place of its stack in `stacks`.
    pub stack_id: Option<usize>,
    /// The thread.
    #[serde(default, deserialize_with = "thread_id")]
    pub thread_id: Option<String>,
    /// How long after the start it was seen, in nanoseconds; of the profile of a transaction.
    #[serde_as(as = "Option<Number>")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub elapsed_since_start_ns: Option<u64>,
    /// When it was seen; of a continuous profile.
    #[serde_as(as = "Time")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timestamp: Option<OffsetDateTime>,
}

fn thread_id<'de, D: serde::Deserializer<'de>>(input: D) -> Result<Option<String>, D::Error> {
    id_text(input).map(Some)
}

/// A frame of a stack.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ProfileFrame {
    /// The function.
    pub function: Option<String>,
    /// The module.
    pub module: Option<String>,
    /// The package or library.
    pub package: Option<String>,
    /// The file.
    pub filename: Option<String>,
    /// The whole path of the file.
    pub abs_path: Option<String>,
    /// The line, from 1.
    #[serde_as(as = "Option<Number>")]
    pub lineno: Option<u64>,
    /// The column, from 1.
    #[serde_as(as = "Option<Number>")]
    pub colno: Option<u64>,
    /// Whether it is the application's own.
    pub in_app: Option<bool>,
}

/// A thread of a profile.
#[serde_as]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ProfileThread {
    /// The name.
    pub name: Option<String>,
    /// How urgent it was to the system.
    pub priority: Option<i64>,
}
