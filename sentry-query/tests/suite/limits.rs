//! Long and deep queries end in linear time; steps are counted, not seconds.

use sentry_query::{Code, Dialect, MAX_DEPTH, parse};

/// What could be tried again and again, each as a unit that is repeated.
const UNITS: &[&str] = &[
    "(",
    "((a ",
    ")",
    "() ",
    "a (",
    "a (b ",
    "(a:b ",
    "(\"",
    "\"",
    "\" ",
    "\\\" ",
    "a:\" ",
    "a:\"\\\" ",
    "a:[b, ",
    "a:[b, c:[\"d e\", ",
    "a:[1, ",
    "has:[a, ",
    "has:[* , ",
    "f(a, ",
    "f(\"a\", ",
    "f(`a\" ",
    "f(a,b):",
    "a b ",
    "a:b ",
    "!",
    "\n",
    "tags[a , ",
    "is:x ",
    "is:[x ",
    "level: ",
    "a:x OR ",
    "NOT a:b ",
    "(a:b) ",
    "a://b ",
    "a://b// ",
    "\u{f00d}Contains\u{f00d}",
];

#[test]
fn time_is_linear() {
    for dialect in [Dialect::Events, Dialect::Issues, Dialect::EventsRegex] {
        for unit in UNITS {
            let (short, long) = (
                parse(&unit.repeat(1_000), dialect),
                parse(&unit.repeat(10_000), dialect),
            );
            let (short, long) = (short.steps(), long.steps());
            assert!(
                long <= 12 * short + 100,
                "{unit:?} in {dialect:?}: {short} and {long} steps"
            );
        }
    }
}

#[test]
fn deep_nesting_is_a_diagnostic() {
    let nested = |depth: usize| format!("{}a:b{}", "(".repeat(depth), ")".repeat(depth));
    assert!(parse(&nested(MAX_DEPTH), Dialect::Events).is_ok());
    for depth in [MAX_DEPTH + 1, 200_000] {
        let parsed = parse(&nested(depth), Dialect::Events);
        assert_eq!(parsed.diagnostics().len(), 1);
        assert_eq!(parsed.diagnostics()[0].code(), Code::NestingTooDeep);
        assert_eq!(parsed.diagnostics()[0].span().start(), MAX_DEPTH);
    }
    let words = format!("x{}{}", "(".repeat(200_000), ")".repeat(200_000));
    assert_eq!(
        parse(&words, Dialect::Events).diagnostics()[0].code(),
        Code::NestingTooDeep
    );
}

#[test]
fn unclosed_text_ends_in_diagnostics() {
    for unit in ["(", "\"", "a:\"", "a:[", "has:[", "f("] {
        let source = unit.repeat(200_000);
        let parsed = parse(&source, Dialect::Events);
        let covered: usize = parsed.tokens().iter().map(|token| token.span.len()).sum();
        assert_eq!(covered, source.len(), "{unit:?}");
    }
}

#[test]
fn long_numbers_are_read() {
    let digits = "9".repeat(5_000);
    assert!(parse(&format!("timesSeen:>{digits}"), Dialect::Issues).is_ok());
    assert!(parse(&format!("timesSeen:>{digits}k"), Dialect::Issues).is_ok());
    let code = |query: &str| parse(query, Dialect::Issues).diagnostics()[0].code();
    assert_eq!(code(&format!("age:-{digits}d")), Code::RelativeDateTooFar);
    let events = parse(&format!("transaction.duration:>{digits}d"), Dialect::Events);
    assert_eq!(events.diagnostics()[0].code(), Code::DurationTooLong);
}

#[test]
fn dates_beyond_the_calendar_are_refused() {
    for date in [
        "9999-12-31",
        "9999-12-31T23:59:59",
        "0000-01-01",
        "2026-02-29",
        "2026-01-01T24:00:00",
    ] {
        let parsed = parse(&format!("lastSeen:{date}"), Dialect::Issues);
        assert_eq!(
            parsed.diagnostics()[0].code(),
            Code::ImpossibleDateWindow,
            "{date}"
        );
    }
    assert!(parse("lastSeen:>9999-12-31T23:59:59", Dialect::Issues).is_ok());
    assert!(parse("lastSeen:2024-02-29", Dialect::Issues).is_ok());
}

#[test]
fn many_problems_are_counted() {
    let error = parse(&"level: ".repeat(50_000), Dialect::Issues)
        .into_result()
        .unwrap_err();
    assert_eq!(error.diagnostics().len(), 50_000);
    let text = error.to_string();
    assert!(text.ends_with("\n\nand 49980 more"));
    assert_eq!(text.matches("error[empty-value]").count(), 20);
}

#[test]
fn queries_cross_threads() {
    fn crosses<T: Send + Sync + 'static>() {}
    crosses::<sentry_query::Parse>();
    crosses::<sentry_query::Query>();
    crosses::<sentry_query::ParseError>();
    crosses::<sentry_query::BuildError>();
    crosses::<sentry_query::EvaluateError>();
}

#[test]
fn a_flood_of_stray_parentheses_is_cut_short() {
    for unit in [")", "(", "\n", "a:b) "] {
        let parsed = parse(&unit.repeat(50_000), Dialect::Events);
        assert!(
            parsed.diagnostics().len() <= 20,
            "{unit:?}: {}",
            parsed.diagnostics().len()
        );
    }
}

/// The source is copied once, and the rest is the growing of a few vectors.
#[test]
fn no_term_allocates_of_its_own() {
    let unit = "level:error !os:[iOS, Android] a:[500, 502] stack.lineno:>5 p95(transaction.duration):>3s f(a, b):1 \"a b\" words ";
    let lists = 2_000;
    let text = unit.repeat(1_000);
    let counted = allocation_counter::measure(|| {
        let parsed = parse(&text, Dialect::Events);
        assert!(parsed.diagnostics().is_empty());
        assert!(parsed.tokens().len() > 10_000);
    });
    let others = counted.count_total - lists;
    assert!(others < 50, "{others} allocations beside the lists");
}
