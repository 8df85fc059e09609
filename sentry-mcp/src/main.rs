//! sentry-mcp.
fn main() {}
