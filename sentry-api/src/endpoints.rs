//! The operations, one file each, in a folder by resource.
//!
//! A resource's file is the only list of its operations: the line of an operation there
//! declares its module, makes its type public and enters it into [`ROUTES`]. The resources
//! themselves are listed at the end of this file.

mod root;

use http::Method;

pub use self::root::{Auth, GetRoot, Root};
use crate::endpoint::Endpoint;

/// What is known of an operation without its arguments.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Route {
    /// The name of the operation's type.
    pub name: &'static str,
    /// The path of the module that has the type, such as `sentry_api::endpoints::issues`.
    pub module: &'static str,
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
    const fn of<E: Declared>(name: &'static str, module: &'static str) -> Self {
        Self {
            name,
            module,
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
            $($crate::endpoints::Route::of::<$operation>(stringify!($operation), module_path!()),)*
            $(
                #[cfg(feature = "unstable")]
                $crate::endpoints::Route::of::<$hidden>(stringify!($hidden), module_path!()).undocumented(),
            )*
        ];
    };
    ($($all:tt)*) => {
        $crate::endpoints::operations! { @part [] $($all)* }
    };
}
use operations;

/// Declares the resources: their modules, their types and their operations.
macro_rules! resources {
    ($($(#[$condition:meta])? $resource:ident,)+) => {
        $(
            $(#[$condition])?
            pub mod $resource;
            $(#[$condition])?
            pub use self::$resource::*;
        )+

        /// Every operation that has a type, by resource.
        pub const ROUTES: &[&[Route]] = &[
            root::ROUTES,
            $($(#[$condition])? $resource::ROUTES,)+
        ];
    };
}

resources! {
    organizations,
    issues,
    events,
    tags,
    feedback,
    seer,
    explore,
    stats,
    profiling,
    replays,
    projects,
    keys,
    members,
    releases,
    teams,
    #[cfg(feature = "unstable")] users,
    monitors,
    dashboards,
    detectors,
    workflows,
    snapshots,
    #[cfg(feature = "unstable")] uptime,
    #[cfg(feature = "unstable")] alert_rules,
}
