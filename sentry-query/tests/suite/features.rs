//! What the optional features add, and the times of the standard library.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use sentry_query::Timestamp;

#[test]
fn times_of_the_system_are_rounded_down() {
    let at = |time: SystemTime| Timestamp::try_from(time).map(Timestamp::as_micros);
    assert_eq!(at(UNIX_EPOCH + Duration::from_nanos(1999)), Ok(1));
    assert_eq!(at(UNIX_EPOCH - Duration::from_nanos(1)), Ok(-1));
    assert_eq!(at(UNIX_EPOCH - Duration::from_micros(2)), Ok(-2));
    for micros in [0, 1, -1, 1_768_478_400_000_000, -62_135_596_800_000_000] {
        let time = SystemTime::try_from(Timestamp::from_micros(micros)).unwrap();
        assert_eq!(at(time), Ok(micros));
    }
    if let Some(far) = UNIX_EPOCH.checked_add(Duration::from_secs(u64::MAX / 4)) {
        assert_eq!(
            at(far).unwrap_err().to_string(),
            "the time lies outside of what the other type can hold"
        );
    }
}

#[test]
fn durations_convert_both_ways() {
    for (millis, text) in [
        (0, "0ms"),
        (1, "1ms"),
        (1500, "1500ms"),
        (60_000, "1m"),
        (1_209_600_000, "2w"),
    ] {
        let std = Duration::from_millis(millis);
        let duration = sentry_query::Duration::try_from(std).unwrap();
        assert_eq!(duration.to_string(), text);
        assert_eq!(Duration::try_from(duration), Ok(std));
    }
    let fine = sentry_query::Duration::try_from(Duration::from_micros(3300)).unwrap();
    assert_eq!(fine.to_string(), "3.3ms");
    let days = |days: u64| sentry_query::Duration::try_from(Duration::from_secs(days * 86_400));
    assert!(days(999_999_999).is_ok());
    assert!(days(1_000_000_000).is_err());
}

#[cfg(feature = "time")]
#[test]
fn times_of_the_time_crate_convert_both_ways() {
    use time::OffsetDateTime;

    for micros in [0, -1, 1_768_478_400_123_456, -62_135_596_800_000_000] {
        let at = Timestamp::from_micros(micros);
        let time = OffsetDateTime::try_from(at).unwrap();
        assert_eq!(Timestamp::try_from(time), Ok(at));
    }
    assert!(OffsetDateTime::try_from(Timestamp::from_micros(i64::MAX)).is_err());
    assert!(OffsetDateTime::try_from(Timestamp::from_micros(i64::MIN)).is_err());
    let before = OffsetDateTime::from_unix_timestamp_nanos(-1).unwrap();
    assert_eq!(Timestamp::try_from(before), Ok(Timestamp::from_micros(-1)));
}

#[cfg(feature = "serde")]
mod as_data {
    use sentry_query::{Dataset, Dialect, Query, Span, parse};
    use serde::de::DeserializeSeed;
    use serde_json::{Value, json};

    /// What the crate exports hides none of the crates that its users name.
    mod glob {
        #[allow(
            clippy::wildcard_imports,
            unused_imports,
            reason = "this is what is tested"
        )]
        use sentry_query::*;

        #[derive(serde::Deserialize, serde::Serialize)]
        pub(super) struct Alert {
            #[serde(deserialize_with = "deserialize::errors")]
            pub(super) query: Query,
        }
    }

    #[test]
    fn a_field_is_read_by_its_data_set() {
        let alert: glob::Alert = serde_json::from_str(r#"{"query":"level:error  a:b"}"#).unwrap();
        assert_eq!(alert.query.terms().len(), 2);
        let text = serde_json::to_string(&alert).unwrap();
        assert_eq!(text, r#"{"query":"level:error a:b"}"#);
    }

    fn read(dataset: Dataset, json: &str) -> Result<Query, serde_json::Error> {
        dataset.deserialize(&mut serde_json::Deserializer::from_str(json))
    }

    #[test]
    fn a_query_is_its_text() {
        let query = read(Dataset::Spans, r#""span.duration:>3s  !op:\"db\"""#).unwrap();
        let text = serde_json::to_string(&query).unwrap();
        assert_eq!(text, r#""span.duration:>3s !op:db""#);
        assert_eq!(read(Dataset::Spans, &text).unwrap(), query);
        // The same text is another query elsewhere.
        assert_ne!(read(Dataset::Errors, &text).unwrap(), query);
    }

    #[test]
    fn a_wrong_query_says_where_and_what_to_write() {
        let error = |json| read(Dataset::Issues, json).unwrap_err().to_string();
        insta::assert_snapshot!(
            [
                error("\"is:resloved level:error\""),
                error("\"age:\""),
                read(Dataset::Errors, "\"is:unresolved\"")
                    .unwrap_err()
                    .to_string(),
                error("5")
            ]
            .join("\n")
        );
    }

    #[test]
    fn diagnostics_and_tokens_are_objects() {
        let parsed = parse("is:resloved (", Dialect::Issues);
        let data = json!({ "diagnostics": parsed.diagnostics(), "tokens": parsed.tokens() });
        insta::assert_snapshot!(serde_json::to_string_pretty(&data).unwrap());
    }

    #[test]
    fn words_and_spans_read_back() {
        for dataset in Dataset::ALL {
            let json = serde_json::to_value(dataset).unwrap();
            assert_eq!(json, Value::from(dataset.as_str()));
            assert_eq!(serde_json::from_value::<Dataset>(json).unwrap(), *dataset);
        }
        for dialect in [Dialect::Events, Dialect::Issues, Dialect::EventsRegex] {
            let json = serde_json::to_value(dialect).unwrap();
            assert_eq!(serde_json::from_value::<Dialect>(json).unwrap(), dialect);
        }
        let span = Span::new(3, 13);
        let json = serde_json::to_value(span).unwrap();
        assert_eq!(serde_json::from_value::<Span>(json).unwrap(), span);
        assert!(serde_json::from_str::<Span>(r#"{"start": 4, "end": 3}"#).is_err());
        let error = serde_json::from_str::<Dialect>("\"discover\"")
            .unwrap_err()
            .to_string();
        assert!(error.contains("events, issues, events-regex"), "{error}");
    }
}

/// The brackets are checked always; the rest with the feature.
#[test]
fn regular_expressions_are_refused_where_every_flavour_refuses_them() {
    use sentry_query::{Code, Dialect, parse};

    let refused = |pattern: &str| {
        let parsed = parse(&format!("log.body://{pattern}//"), Dialect::EventsRegex);
        let mut problems = parsed.diagnostics().iter();
        problems
            .find(|problem| problem.code() == Code::InvalidRegex)
            .map(|problem| problem.found().to_owned())
    };
    let whole = [
        ("[z-a]", "bad character range z-a at position 1"),
        ("é[z-a]", "bad character range z-a at position 2"),
        ("a|*", "nothing to repeat at position 2"),
        ("+a", "nothing to repeat at position 0"),
        (
            "x{3,1}",
            "min repeat greater than max repeat {3,1} at position 1",
        ),
        (
            "(?P<n>a)(?P<n>b)",
            "redefinition of group name n at position 12",
        ),
    ];
    for (pattern, message) in whole {
        let wanted = cfg!(feature = "regex-syntax").then(|| message.to_owned());
        assert_eq!(refused(pattern), wanted, "{pattern}");
    }
    for pattern in ["(", "a)", "[a", "a\\"] {
        assert!(refused(pattern).is_some(), "{pattern}");
    }
    for pattern in [
        "^a.*b$",
        "\\d{1,3}",
        "a{,3}",
        "{a}",
        "x{",
        "(?i)get",
        "(?=a)b",
        "(a)\\1",
        "[[:alpha:]]",
        "[[a]",
        "[a&&b]",
        "[]a]",
        "\\pL",
        "a**?",
        "(?P<n>a)",
        "\\Qa",
        "[\\w-]",
    ] {
        assert_eq!(refused(pattern), None, "{pattern}");
    }
}
