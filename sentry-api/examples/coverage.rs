//! Tells which of Sentry's public operations have a type, by the list in `operations.tsv`.
//!
//! ```sh
//! cargo run -q -p sentry-api --all-features --example coverage
//! ```

use std::error::Error;
use std::io::Write as _;

use sentry_api::endpoints::ROUTES;

/// Method, path and `operationId` of every public operation; `-` where that is a sentence.
const PUBLIC: &str = include_str!("../operations.tsv");

fn main() -> Result<(), Box<dyn Error>> {
    let mut out = std::io::stdout().lock();
    let (mut typed, mut missing) = (0, Vec::new());
    for line in PUBLIC.lines() {
        let mut columns = line.split('\t');
        let (Some(method), Some(path)) = (columns.next(), columns.next()) else {
            return Err(format!("operations.tsv: {line:?} has no method and path").into());
        };
        let mut routes = ROUTES.iter().copied().flatten();
        match routes.find(|route| route.method.as_str() == method && route.path == path) {
            Some(route) => {
                typed += 1;
                writeln!(out, "yes  {method:6} {path}  {}", route.name)?;
            }
            None => missing.push(format!("no   {method:6} {path}")),
        }
    }
    for line in &missing {
        writeln!(out, "{line}")?;
    }
    let undocumented = ROUTES.iter().copied().flatten();
    let undocumented = undocumented.filter(|route| !route.documented).count();
    writeln!(
        out,
        "\n{typed} of {} public operations have a type, and {undocumented} that Sentry does not document",
        typed + missing.len(),
    )?;
    Ok(())
}
