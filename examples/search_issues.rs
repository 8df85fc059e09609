//! Searches issues with a query that is built, not glued together.
//!
//! `cargo run -p sentry-examples --example search_issues -- --demo` runs on the sandbox;
//! without `--demo` the token comes from `SENTRY_AUTH_TOKEN` and the organisation from
//! `SENTRY_ORG`.
