//! Prints the list of operations of the repository, `docs/endpoints.md`.
//!
//! ```sh
//! cargo run -q -p sentry-api --all-features --example endpoints > docs/endpoints.md
//! ```

use std::error::Error;
use std::fmt::{self, Write as _};
use std::io::Write as _;

use sentry_api::endpoints::{ROUTES, Route};

const INTRODUCTION: &str = "\
# Operations

Every operation of Sentry's web API that has a type in `sentry-api`, by resource. Of the scopes any
one suffices; none means that every token will do. What is marked as undocumented may change any
day and stands behind the feature `unstable`, but for the root.

This page is printed by `cargo run -q -p sentry-api --all-features --example endpoints` and not
edited by hand. `cargo run -q -p sentry-api --all-features --example coverage` tells which public
operations have no type yet.
";

fn main() -> Result<(), Box<dyn Error>> {
    let mut page = String::from(INTRODUCTION);
    for routes in ROUTES.iter().filter(|routes| !routes.is_empty()) {
        resource(&mut page, routes)?;
    }
    std::io::stdout().write_all(page.as_bytes())?;
    Ok(())
}

fn resource(page: &mut String, routes: &[Route]) -> fmt::Result {
    let module = routes.first().map_or("", |route| route.module);
    let name = module.rsplit("::").next().unwrap_or_default();
    writeln!(page, "\n## {}\n", name.replace('_', " "))?;
    writeln!(
        page,
        "| operation | what it does | type | pages | scopes | |"
    )?;
    writeln!(page, "|---|---|---|---|---|---|")?;
    for route in routes {
        let scopes: Vec<String> = route
            .scopes
            .iter()
            .map(|scope| format!("`{scope}`"))
            .collect();
        writeln!(
            page,
            "| {} `{}` | {} | `{}` | {} | {} | {} |",
            route.method,
            route.path,
            route.summary,
            route.name,
            if route.pages { "yes" } else { "" },
            scopes.join(" "),
            if route.documented { "" } else { "undocumented" },
        )?;
    }
    Ok(())
}
