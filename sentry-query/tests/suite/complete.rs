//! What is offered at a place of a query.

use std::fmt::Write;

use sentry_query::{CompletionKind, Dataset, Wanted, complete, complete_with};

/// The offset of the `|` in a text, and the text without it.
fn place(marked: &str) -> (String, usize) {
    let offset = marked.find('|').unwrap();
    (marked.replacen('|', "", 1), offset)
}

/// The first items at each `|`, with what they replace.
fn table(dataset: Dataset, places: &[&str]) -> String {
    let mut out = String::new();
    for marked in places {
        let (text, offset) = place(marked);
        let found = complete(&text, offset, dataset);
        let replaced = found.span.slice(&text);
        write!(out, "{marked}\n    {:?} for `{replaced}`", found.kind).unwrap();
        let shown = found.items.iter().take(9);
        let inserts: Vec<String> = shown.map(|item| format!("`{}`", item.insert)).collect();
        let more = match found.items.len().saturating_sub(9) {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        let items = if inserts.is_empty() {
            "nothing".into()
        } else {
            inserts.join(" ")
        };
        writeln!(out, ": {items}{more}").unwrap();
    }
    out
}

#[test]
fn keys_of_issue_searches() {
    insta::assert_snapshot!(table(
        Dataset::Issues,
        &[
            "|",
            "is:unresolved |",
            "is:unresolved lev|",
            "lev|el:error",
            "|level:error",
            "see|",
            "age|",
            "first_se|",
            "na|",
            "enviroment|",
            "detec|",
            "tag|",
            "!|",
            "!las|",
            "is:|",
            "is:un|",
            "is:unre|solved level:error",
            "!is:\"li|",
            "is:resloved|",
            "is:[|",
            "has:|",
            "has:user.|",
            "has:[|",
            "has:[user.email, |",
            "tags[|",
            "tags[plan, |",
            "flags[new, s|",
            "checkout @|",
            "\"checkout |",
            "say \"x\" |",
            "level:error O|",
            "level:error|",
            "level:[error]|",
            "level:error |level:info",
            "unresolved|",
            "!assi|",
            "regresed|",
        ],
    ));
}

#[test]
fn values_of_issue_searches() {
    insta::assert_snapshot!(table(
        Dataset::Issues,
        &[
            "level:|",
            "level:f|",
            "level:eror|",
            "level:\"wa|",
            "level:\"wa|rning\" is:new",
            "level:[|",
            "level:[error, |",
            "level:[error, f|, info]",
            "level:!=|",
            "assigned:|",
            "!assigned:[me, n|",
            "age:|",
            "lastSeen:-|",
            "lastSeen:+|",
            "lastSeen:>|",
            "timesSeen:|",
            "timesSeen:>|",
            "timesSeen:>1|",
            "release.version:|",
            "error.handled:|",
            "stack.in_app:t|",
            "issue.priority:[high|",
            "issue.category:fr|",
            "url:|",
            "custom:|",
        ],
    ));
}

#[test]
fn in_event_searches() {
    insta::assert_snapshot!(table(
        Dataset::Errors,
        &[
            "|",
            "level:error |",
            "level:error A|",
            "level:error OR |",
            "(|",
            "(level:error) o|",
            "has:[user.email, |",
            "is:|",
            "count|",
            "count():|",
            "count_unique(|",
            "count_unique(user.|):>5",
            "last_seen():|",
            "error.type[*]:|",
        ],
    ));
    insta::assert_snapshot!(table(
        Dataset::Transactions,
        &[
            "p9|",
            "p9|(transaction.duration):>3s",
            "p95(|",
            "p95(tr|",
            "p95(transaction.duration):|",
            "p95(transaction.duration):>3|",
            "avg(measurements.cls):>3|",
            "max(custom):>3|",
            "p75():|",
            "failure_rate():|",
            "failure_rate():>|",
            "count_if(transaction.status, |",
            "transaction.duration:|",
            "transaction.duration:>1.5|",
            "measurements.l|",
            "team_key_transaction:|",
        ],
    ));
}

#[test]
fn in_the_other_searches() {
    insta::assert_snapshot!(table(
        Dataset::Spans,
        &[
            "|",
            "span.|",
            "span.op:|",
            "span.duration:<2|",
            "http.response_content_length:>5|"
        ],
    ));
    insta::assert_snapshot!(table(
        Dataset::Logs,
        &["|", "log.severity_text:[error, |", "sev|"]
    ));
    insta::assert_snapshot!(table(
        Dataset::Metrics,
        &["|", "metric.type:|", "avg(value):>3|"]
    ));
    insta::assert_snapshot!(table(Dataset::Replays, &["|", "count_|", "is_archived:|"]));
    insta::assert_snapshot!(table(Dataset::Feedback, &["|", "is:re|"]));
}

pub(crate) fn known(wanted: Wanted<'_>) -> Vec<String> {
    let names: &[&str] = match wanted {
        Wanted::Values("environment") => &["production", "qa 2", "say \"hi\"", "a*b", "x\\"],
        Wanted::Values("tags[plan]") => &["pro", "[odd]", "free"],
        Wanted::Values("level") => &["fatal", "custom"],
        Wanted::Tags => &["plan", "level", "a:b", "not a tag"],
        Wanted::Flags => &["new-cart"],
        _ => &[],
    };
    names.iter().map(|name| (*name).to_owned()).collect()
}

fn inserted(dataset: Dataset, marked: &str) -> Vec<String> {
    let (text, offset) = place(marked);
    let found = complete_with(&text, offset, dataset, &known);
    found.items.into_iter().map(|item| item.insert).collect()
}

#[test]
fn what_the_caller_knows_comes_first() {
    let errors = |marked| inserted(Dataset::Errors, marked);
    assert_eq!(
        errors("environment:|"),
        [
            "production",
            "\"qa 2\"",
            "\"say \\\"hi\\\"\"",
            "a\\*b",
            "staging",
            "development"
        ],
    );
    assert_eq!(errors("environment:[dev, \"qa|"), ["\"qa 2\"]"]);
    assert_eq!(errors("!tags[plan]:|"), ["pro", "\"[odd]\"", "free"]);
    assert_eq!(errors("tags[plan , string]:p|"), ["pro"]);
    assert_eq!(errors("!has:[user.id, pl|")[0], "plan]");
    assert_eq!(errors("\"is\":un|"), [""; 0]);
    assert_eq!(errors("level:f|"), ["fatal", "info"]);
    assert_eq!(errors("level:|")[..3], ["fatal", "custom", "error"]);
    assert_eq!(
        errors("pla|"),
        [
            "plan:",
            "platform:",
            "platform.name:",
            "replayId:",
            "user.display:"
        ]
    );
    assert_eq!(errors("tags[|"), ["plan]:", "level]:", "a:b]:"]);
    assert_eq!(errors("tags[p|lan]:pro"), ["plan"]);
    assert_eq!(errors("flags[|"), ["new-cart]:"]);
    assert!(errors("lev|").contains(&String::from("tags[level]:")));
}

#[test]
fn a_quoted_value_is_replaced_to_its_end() {
    for (marked, replaced) in [
        ("environment:\"qa| 2\" level:error", "\"qa 2\""),
        ("environment:\"|qa 2\"", "\"qa 2\""),
        ("environment:[\"qa| 2\", prod]", "\"qa 2\""),
        ("(environment:\"qa| \\\" 2\")", "\"qa \\\" 2\""),
        (
            "release:\"|my release 1.0\" level:error",
            "\"my release 1.0\"",
        ),
        ("environment:\"q|a 2\"a 2\"", "\"qa 2\""),
        ("environment:\"qa| level:error", "\"qa"),
        ("environment:\"qa| level:\"error\"", "\"qa"),
        ("environment:[\"qa|, \"prod\"]", "\"qa"),
        ("environment:\"qa| \"payment failed\"", "\"qa"),
        ("environment:\"qa| !\"payment failed\"", "\"qa"),
    ] {
        let (text, offset) = place(marked);
        let found = complete_with(&text, offset, Dataset::Errors, &known);
        assert_eq!(found.span.slice(&text), replaced, "{marked}");
    }
}

#[test]
fn boolean_words_stand_between_conditions() {
    let offered = |dataset, marked| {
        let (text, offset) = place(marked);
        let items = complete(&text, offset, dataset).items;
        items
            .iter()
            .any(|item| item.kind == CompletionKind::Boolean)
    };
    for marked in [
        "level:error |",
        "(a b) |",
        "level:error o|",
        "a:\"b\" | c:d",
        "words |",
    ] {
        assert!(offered(Dataset::Errors, marked), "{marked}");
        assert!(!offered(Dataset::Issues, marked), "{marked}");
    }
    for marked in [
        "|",
        "level:error OR |",
        "a:b (|",
        "level:error !|",
        "a:b o|:c",
    ] {
        assert!(!offered(Dataset::Errors, marked), "{marked}");
    }
}

#[test]
fn nothing_is_offered_where_nothing_fits() {
    for (dataset, marked) in [
        (Dataset::Errors, "timestamp:=|1999-02-27"),
        (Dataset::Errors, "timestamp:=1|999-02-27"),
        (Dataset::Errors, "!timestamp:|"),
        (Dataset::Issues, "firstSeen:!=|"),
        (Dataset::Issues, "error.handled:>|"),
        (Dataset::Issues, "timesSeen:=|"),
        (Dataset::Spans, "percentile(tran|saction.duration, 0.95)"),
        (Dataset::Issues, "count_if(transaction.duration, g|"),
        (Dataset::Issues, "count(|"),
        (Dataset::Errors, "failure_rate(x|"),
    ] {
        assert_eq!(inserted(dataset, marked), [""; 0], "{marked}");
    }
    let columns = inserted(Dataset::Errors, "p95(|):>2s");
    assert!(
        !columns.contains(&String::from("stack.colno")),
        "{columns:?}"
    );
    assert_eq!(columns[0], "transaction.duration");
    let latest = inserted(Dataset::Errors, "last_seen():>|");
    assert!(!latest.contains(&String::from(">=")), "{latest:?}");
}

#[test]
fn offsets_are_clamped() {
    let text = "level:é is:un";
    let end = complete(text, text.len(), Dataset::Issues);
    assert_eq!(complete(text, usize::MAX, Dataset::Issues), end);
    assert_eq!(end.items[0].insert, "unresolved");
    let inside = text.find('é').unwrap() + 1;
    assert_eq!(
        complete(text, inside, Dataset::Issues),
        complete(text, inside - 1, Dataset::Issues),
    );
}

/// Quadratic time would not end: each text has some hundred thousand bytes.
#[test]
fn long_texts_take_linear_time() {
    let units = [
        "a:[b, ",
        "a:[b, c d ",
        "a:[\"b\", ",
        "p95(",
        "p95(a, ",
        "count_if(\"a\", ",
        "\"",
        "a:\"",
        "(",
        "!",
        "tags[",
        "tags[a, ",
        "a b ",
        "a:b ",
        "a",
        "has:[a, ",
        "é",
        "\n",
    ];
    for unit in units {
        let text = unit.repeat(100_000);
        let found = complete(&text, text.len(), Dataset::Transactions);
        assert_eq!(found.span.end(), text.len());
        complete(&text, text.len() / 2, Dataset::Issues);
    }
}

#[test]
fn every_item_says_what_it_is() {
    for dataset in Dataset::ALL {
        for text in ["", "a", "s", "level:error ", "has:", "is:", "p95("] {
            for item in complete(text, text.len(), *dataset).items {
                assert!(item.doc.ends_with('.'), "{item:?}");
                assert!(item.doc.len() < 160, "{item:?}");
            }
        }
    }
}
