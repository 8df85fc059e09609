//! What holds for every text.

use proptest::prelude::*;
use sentry_query::{Parse, Severity, Timestamp, TokenKind, parse};

use crate::soup;

pub(crate) fn config() -> ProptestConfig {
    let cases = option_env!("SENTRY_QUERY_CASES").and_then(|cases| cases.parse().ok());
    let cases = cases.unwrap_or(4096);
    ProptestConfig {
        cases,
        // What a strategy leaves out grows with the cases.
        max_local_rejects: cases.max(65_536),
        failure_persistence: None,
        ..Default::default()
    }
}

fn check_tokens(source: &str, parsed: &Parse) -> Result<(), TestCaseError> {
    let tokens = parsed.tokens();
    let joined: String = tokens
        .iter()
        .map(|token| token.span.slice(source))
        .collect();
    prop_assert_eq!(joined.as_str(), source);
    prop_assert!(tokens.iter().all(|token| !token.span.is_empty()));
    if parsed.is_ok() {
        prop_assert!(tokens.iter().all(|token| token.kind != TokenKind::Unknown));
    }
    Ok(())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn tokens_cover_the_source(source in soup::text(), dialect in soup::dialect()) {
        check_tokens(&source, &parse(&source, dialect))?;
    }

    #[test]
    fn printing_reads_back_and_is_idempotent(source in soup::text(), dialect in soup::dialect()) {
        let parsed = parse(&source, dialect);
        if parsed.diagnostics().iter().any(|problem| problem.code().is_syntax()) {
            return Ok(());
        }
        let printed = parsed.query().to_string();
        let again = parse(&printed, dialect);
        prop_assert_eq!(again.query(), parsed.query(), "{}", printed);
        prop_assert_eq!(again.query().to_string(), printed);
    }

    #[test]
    fn diagnostics_are_whole(source in soup::text(), dialect in soup::dialect()) {
        let parsed = parse(&source, dialect);
        let now = Timestamp::from_micros(0);
        prop_assert_eq!(!parsed.is_ok(), parsed.sentry_message(now).is_some());
        for problem in parsed.diagnostics() {
            prop_assert!(problem.span().end() <= source.len());
            prop_assert!(source.get(problem.span().range()).is_some());
            prop_assert!(!problem.message().is_empty());
            let answered = problem.sentry_message(&source, now).is_some();
            prop_assert_eq!(answered, problem.severity() == Severity::Error);
        }
        if let Err(error) = parsed.into_result() {
            prop_assert!(error.to_string().contains('^'));
        }
    }

    /// A query with a single error that has a suggestion is mended by it.
    #[test]
    fn suggestions_mend(source in soup::text(), dialect in soup::dialect()) {
        let parsed = parse(&source, dialect);
        let errors = parsed.diagnostics().iter().filter(|p| p.severity() == Severity::Error);
        let errors: Vec<_> = errors.collect();
        if let [error] = errors[..]
            && let Some(fixed) = error.fixed(&source)
        {
            let mended = parse(&fixed, dialect);
            let left = mended.diagnostics().iter().find(|p| p.severity() == Severity::Error);
            prop_assert!(left.is_none(), "{} -> {}: {:?}", source, fixed, left);
        }
    }
}
