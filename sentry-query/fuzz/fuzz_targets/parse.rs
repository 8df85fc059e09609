//! Tokens join to the source, spans stand on characters, suggestions can be applied.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sentry_query::{Severity, Timestamp, TokenKind};
use sentry_query_fuzz::Search;

fuzz_target!(|search: Search<'_>| {
    let source = search.text;
    let parsed = search.parse(source);
    let tokens = parsed.tokens();
    let joined: String = tokens
        .iter()
        .map(|token| &source[token.span.range()])
        .collect();
    assert_eq!(joined, source);
    if parsed.is_ok() {
        assert!(tokens.iter().all(|token| token.kind != TokenKind::Unknown));
    }
    for problem in parsed.diagnostics() {
        assert!(source.get(problem.span().range()).is_some());
        if problem.suggestion().is_some() {
            assert!(problem.fixed(source).is_some());
        }
        let refused = problem.severity() == Severity::Error;
        let answer = problem.sentry_message(source, Timestamp::from_micros(0));
        assert_eq!(answer.is_some(), refused);
    }
    assert_eq!(
        parsed.render().to_string().is_empty(),
        parsed.diagnostics().is_empty()
    );
    // Linear: a byte is looked at a few dozen times at most.
    assert!(
        parsed.steps() <= 64 * (source.len() + 16),
        "{} steps",
        parsed.steps()
    );
});
