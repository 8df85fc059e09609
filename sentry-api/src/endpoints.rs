//! The operations, one file each, in a folder by resource.
//!
//! A resource's file is the only list of its operations: the line of an operation there
//! declares its module, makes its type public and enters it into [`ROUTES`].

#[cfg(feature = "unstable")]
pub mod alert_rules;
pub mod dashboards;
pub mod detectors;
pub mod events;
pub mod explore;
pub mod feedback;
pub mod issues;
pub mod keys;
pub mod members;
pub mod monitors;
pub mod organizations;
pub mod profiling;
pub mod projects;
pub mod releases;
pub mod replays;
mod root;
pub mod seer;
pub mod snapshots;
pub mod stats;
pub mod tags;
pub mod teams;
#[cfg(feature = "unstable")]
pub mod uptime;
pub mod users;
pub mod workflows;

use http::Method;

#[cfg(feature = "unstable")]
pub use self::alert_rules::*;
pub use self::dashboards::*;
pub use self::detectors::*;
pub use self::events::*;
pub use self::explore::*;
pub use self::feedback::*;
pub use self::issues::*;
pub use self::keys::*;
pub use self::members::*;
pub use self::monitors::*;
pub use self::organizations::*;
pub use self::profiling::*;
pub use self::projects::*;
pub use self::releases::*;
pub use self::replays::*;
pub use self::root::{Auth, GetRoot, Root};
pub use self::seer::*;
pub use self::snapshots::*;
pub use self::stats::*;
pub use self::tags::*;
pub use self::teams::*;
#[cfg(feature = "unstable")]
pub use self::uptime::*;
#[cfg(feature = "unstable")]
pub use self::users::*;
pub use self::workflows::*;
use crate::endpoint::Endpoint;

/// What is known of an operation without its arguments.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Route {
    /// The name of the operation's type.
    pub name: &'static str,
    /// The HTTP method.
    pub method: Method,
    /// The path with `{placeholders}`.
    pub path: &'static str,
    /// The scopes of which any one suffices.
    pub scopes: &'static [&'static str],
    /// What it does, in one sentence.
    pub summary: &'static str,
    /// Whether it answers in pages.
    pub pages: bool,
    /// Whether Sentry documents it; what is undocumented may change any day.
    pub documented: bool,
}

/// What an operation says about itself.
pub(crate) trait Declared: Endpoint {
    const SUMMARY: &'static str;
    const PAGES: bool;
}

impl Route {
    const fn of<E: Declared>(name: &'static str) -> Self {
        Self {
            name,
            method: E::METHOD,
            path: E::PATH,
            scopes: E::SCOPES,
            summary: E::SUMMARY.trim_ascii(),
            pages: E::PAGES,
            documented: true,
        }
    }

    const fn undocumented(mut self) -> Self {
        self.documented = false;
        self
    }
}

/// Every operation that has a type, by resource.
pub const ROUTES: &[&[Route]] = &[
    root::ROUTES,
    organizations::ROUTES,
    issues::ROUTES,
    events::ROUTES,
    tags::ROUTES,
    feedback::ROUTES,
    seer::ROUTES,
    explore::ROUTES,
    stats::ROUTES,
    profiling::ROUTES,
    replays::ROUTES,
    projects::ROUTES,
    keys::ROUTES,
    members::ROUTES,
    releases::ROUTES,
    teams::ROUTES,
    users::ROUTES,
    monitors::ROUTES,
    dashboards::ROUTES,
    detectors::ROUTES,
    workflows::ROUTES,
    snapshots::ROUTES,
    #[cfg(feature = "unstable")]
    uptime::ROUTES,
    #[cfg(feature = "unstable")]
    alert_rules::ROUTES,
];

/// Declares the operations of a resource: their modules, their types and their routes. Those
/// that Sentry does not document stand apart at the end, behind the feature `unstable`.
macro_rules! operations {
    (@part [$($known:tt)*] unstable { $($hidden:tt)+ }) => {
        $crate::endpoints::operations! { @whole [$($known)*] [$($hidden)+] }
    };
    (@part [$($known:tt)*] $module:ident::$operation:ident, $($rest:tt)*) => {
        $crate::endpoints::operations! { @part [$($known)* $module::$operation,] $($rest)* }
    };
    (@part [$($known:tt)*]) => {
        $crate::endpoints::operations! { @whole [$($known)*] [] }
    };
    (@whole
        [$($module:ident::$operation:ident,)*]
        [$($private:ident::$hidden:ident,)*]
    ) => {
        $(
            mod $module;
            pub use self::$module::$operation;
        )*
        $(
            #[cfg(feature = "unstable")]
            mod $private;
            #[cfg(feature = "unstable")]
            pub use self::$private::$hidden;
        )*

        pub(super) const ROUTES: &[$crate::endpoints::Route] = &[
            $($crate::endpoints::Route::of::<$operation>(stringify!($operation)),)*
            $(
                #[cfg(feature = "unstable")]
                $crate::endpoints::Route::of::<$hidden>(stringify!($hidden)).undocumented(),
            )*
        ];
    };
    ($($all:tt)*) => {
        $crate::endpoints::operations! { @part [] $($all)* }
    };
}
use operations;
