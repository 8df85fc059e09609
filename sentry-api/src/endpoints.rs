//! The operations, one file each, in a folder by resource.
//!
//! A resource's file is the only list of its operations: the line of an operation there
//! declares its module, makes its type public and enters it into [`ROUTES`].

pub mod events;
pub mod issues;
pub mod organizations;
mod root;

use http::Method;

pub use self::events::*;
pub use self::issues::*;
pub use self::organizations::*;
pub use self::root::{Auth, GetRoot, Root};
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
}

impl Route {
    const fn of<E: Endpoint>(name: &'static str) -> Self {
        Self {
            name,
            method: E::METHOD,
            path: E::PATH,
            scopes: E::SCOPES,
        }
    }
}

/// Every operation that has a type, by resource.
pub const ROUTES: &[&[Route]] = &[
    root::ROUTES,
    organizations::ROUTES,
    issues::ROUTES,
    events::ROUTES,
];

/// Declares the operations of a resource: their modules, their types and their routes.
macro_rules! operations {
    ($($module:ident::$operation:ident,)+) => {
        $(
            mod $module;
            pub use self::$module::$operation;
        )+

        pub(super) const ROUTES: &[$crate::endpoints::Route] =
            &[$($crate::endpoints::Route::of::<$operation>(stringify!($operation)),)+];
    };
}
use operations;
