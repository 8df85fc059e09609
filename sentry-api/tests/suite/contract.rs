//! Every operation, called once with what it needs and once with all that it takes.
//!
//! One table of calls stands for the whole surface. It is held against Sentry's own API
//! description, against the official examples, and against whatever server
//! `SENTRY_TEST_BASE_URL` names.

mod alerting;
mod dashboards;
mod description;
mod detectors;
mod events;
mod examples;
mod explore;
mod feedback;
mod issues;
mod keys;
mod live;
mod members;
mod monitors;
mod organizations;
mod profiling;
mod projects;
mod public;
mod releases;
mod replays;
mod seer;
mod snapshots;
mod stats;
mod tags;
mod teams;
mod users;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use futures::future::BoxFuture;
use sentry_api::endpoints::{ROUTES, Route};
use sentry_api::{Call, Client, Cursor, Download, Endpoint, Error};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use time::OffsetDateTime;
use time::macros::datetime;

/// The calls of every resource.
const ALL: &[&[Case]] = &[
    organizations::CASES,
    issues::CASES,
    events::CASES,
    monitors::CASES,
    projects::CASES,
    keys::CASES,
    members::CASES,
    releases::CASES,
    teams::CASES,
    users::CASES,
    dashboards::CASES,
    detectors::CASES,
    tags::CASES,
    feedback::CASES,
    seer::CASES,
    explore::CASES,
    stats::CASES,
    profiling::CASES,
    replays::CASES,
    snapshots::CASES,
    alerting::CASES,
];

/// Two calls of one operation.
pub(crate) struct Case {
    /// The name of the operation's type.
    pub(crate) name: &'static str,
    /// With what it cannot do without.
    pub(crate) least: Run,
    /// With everything that it takes.
    pub(crate) most: Run,
}

pub(crate) type Run = fn(Client) -> BoxFuture<'static, Result<Reading, Error>>;

/// An answer as the model has it.
pub(crate) struct Reading {
    pub(crate) model: Value,
    /// Whether the model reads what it writes as the same.
    pub(crate) is_stable: bool,
}

/// Declares the two calls of each operation of a resource; `=> downloading` after one
/// whose answer is a file.
macro_rules! cases {
    (@read) => { crate::contract::reading };
    (@read $read:ident) => { crate::contract::$read };
    ($(
        $name:ident: |$client:ident|
            $least:expr $(=> $read_least:ident)?, $most:expr $(=> $read_most:ident)?;
    )+) => {
        pub(crate) const CASES: &[crate::contract::Case] = &[$(
            crate::contract::Case {
                name: stringify!($name),
                least: |$client| Box::pin(crate::contract::cases!(@read $($read_least)?)($least)),
                most: |$client| Box::pin(crate::contract::cases!(@read $($read_most)?)($most)),
            },
        )+];
    };
}
use cases;

/// Awaits a call and takes its answer apart.
async fn reading<E>(call: Call<E>) -> Result<Reading, Error>
where
    E: Endpoint<Output: DeserializeOwned + Serialize + PartialEq>,
{
    let response = call.send().await?;
    let model = serde_json::to_value(response.value()).unwrap();
    let again: Option<E::Output> = serde_json::from_value(model.clone()).ok();
    let is_stable = again.is_some_and(|again| again == *response.value());
    Ok(Reading { model, is_stable })
}

/// Awaits a file, of which there is nothing to take apart.
async fn downloading<E>(call: Call<E>) -> Result<Reading, Error>
where
    E: Endpoint<Output = Download>,
{
    let file = call.download().await?;
    file.collect(1024 * 1024).await?;
    Ok(Reading {
        model: Value::Null,
        is_stable: true,
    })
}

fn all_cases() -> impl Iterator<Item = &'static Case> {
    ALL.iter().copied().flatten()
}

fn routes() -> impl Iterator<Item = &'static Route> {
    ROUTES.iter().copied().flatten()
}

/// The call of an operation.
pub(crate) fn case(name: &str) -> &'static Case {
    all_cases().find(|case| case.name == name).unwrap()
}

/// Whether `path` is one of the paths that `template` stands for.
pub(crate) fn fits(template: &str, path: &str) -> bool {
    let (template, path) = (template.split('/'), path.split('/'));
    template.clone().count() == path.clone().count()
        && template
            .zip(path)
            .all(|(part, own)| part == own || part.starts_with('{') && !own.is_empty())
}

/// A cursor for calls that take one.
fn cursor() -> Cursor {
    Cursor::new("0:0:0")
}

const START: OffsetDateTime = datetime!(2026-01-01 0:00 UTC);
const END: OffsetDateTime = datetime!(2026-01-02 12:30 UTC);

/// A folder beside the project, or the one that a variable names.
#[allow(clippy::disallowed_methods, reason = "a folder outside the project")]
pub(crate) fn beside(variable: &str, folder: &str) -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../shared")
        .join(folder);
    let folder = std::env::var_os(variable).map_or(beside, PathBuf::from);
    if folder.is_dir() {
        return Some(folder);
    }
    eprintln!("skipped: set {variable} to the folder");
    None
}

#[test]
fn every_operation_has_its_calls() {
    let known: BTreeSet<_> = all_cases().map(|case| case.name).collect();
    let declared: BTreeSet<_> = routes().map(|route| route.name).collect();
    assert_eq!(known, declared);
    assert_eq!(all_cases().count(), declared.len(), "a call stands twice");
}
