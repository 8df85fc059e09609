//! What is printed reads back as the same query, and prints the same again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sentry_query_fuzz::Search;

fuzz_target!(|search: Search<'_>| {
    let parsed = search.parse(search.text);
    if parsed
        .diagnostics()
        .iter()
        .any(|problem| problem.code().is_syntax())
    {
        return;
    }
    let printed = parsed.query().to_string();
    let again = search.parse(&printed);
    assert_eq!(again.query(), parsed.query(), "{printed}");
    assert!(again.is_ok() || !parsed.is_ok(), "{printed}");
    assert_eq!(again.query().to_string(), printed);
});
