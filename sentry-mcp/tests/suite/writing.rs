//! `update_issue`, on the sandbox.

use std::fmt::Write as _;

use insta::assert_snapshot;
use sentry_fixtures::{Fault, Sandbox};
use serde_json::{Value, json};

use crate::sandbox::{Place, config};

/// The bodies of the updates that were sent.
fn sent(place: &Place) -> Vec<Value> {
    let updates: Vec<_> = place
        .sandbox
        .requests()
        .iter()
        .filter(|seen| seen.method == http::Method::PUT)
        .map(|seen| serde_json::from_slice(&seen.body).unwrap())
        .collect();
    place.sandbox.forget_requests();
    updates
}

#[tokio::test]
async fn only_what_differs_is_sent_and_the_change_is_seen() {
    let place = Place::new();
    let reply = place
        .ask("update_issue", json!({"issue": "SHOP-API-1F", "status": "resolved", "priority": "high", "has_seen": true}))
        .await;
    assert_snapshot!(reply.text);
    let issue = &reply.json["issues"][0];
    assert_eq!(issue["updated"], true);
    let fields: Vec<_> = issue["changes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|change| &change["field"])
        .collect();
    assert!(
        fields.contains(&&json!("status")) && !fields.contains(&&json!("priority")),
        "{issue}"
    );
    let body = &sent(&place)[0];
    assert_eq!(body["status"], "resolved");
    assert_eq!(body.get("priority"), None);

    let found = place
        .ask("search_issues", json!({"query": "is:resolved KeyError"}))
        .await;
    assert!(found.text.contains("SHOP-API-1F"), "{}", found.text);
}

#[tokio::test]
async fn nothing_is_sent_when_nothing_would_change() {
    let place = Place::new();
    place
        .ask(
            "update_issue",
            json!({"issue": "SHOP-API-1F", "status": "resolved"}),
        )
        .await;
    assert_eq!(sent(&place).len(), 1);
    let reply = place
        .ask(
            "update_issue",
            json!({"issue": ["SHOP-API-1F"], "status": "resolved", "priority": "high"}),
        )
        .await;
    assert_eq!(sent(&place), Vec::<Value>::new());
    assert_snapshot!(reply.text, @r"
    Nothing to change in `acme`: 1 issue is so already.
    <untrusted-TAG>
    SHOP-API-1F KeyError: 'region' (unchanged)
    </untrusted-TAG>
    ");
    assert_eq!(reply.json["issues"][0]["updated"], false);
}

#[tokio::test]
async fn a_dry_run_sends_nothing() {
    let place = Place::new();
    let arguments = json!({"issue": ["SHOP-API-1F", "SHOP-WEB-2J"], "status": "ignored", "assigned_to": "none", "dry_run": true});
    let reply = place.ask("update_issue", arguments).await;
    assert_eq!(sent(&place), Vec::<Value>::new());
    assert_snapshot!(reply.text);
    assert_eq!(reply.json["dryRun"], true);
}

#[tokio::test]
async fn every_state_is_sent_as_sentry_takes_it() {
    for (arguments, expected) in [
        (json!({"status": "resolved"}), json!({"status": "resolved"})),
        (json!({"status": "ignored"}), json!({"status": "ignored"})),
        (
            json!({"status": "resolvedInNextRelease"}),
            json!({"status": "resolved", "statusDetails": {"inNextRelease": true}}),
        ),
        (
            json!({"in_release": "shop-api@4.12.0"}),
            json!({"status": "resolved", "statusDetails": {"inRelease": "shop-api@4.12.0"}}),
        ),
        (
            json!({"status": "resolved", "in_commit": "acme/shop-api@8c1f0d4"}),
            json!({"status": "resolved", "statusDetails": {"inCommit": {"commit": "8c1f0d4", "repository": "acme/shop-api"}}}),
        ),
        (
            json!({"ignore_until": "escalating"}),
            json!({"status": "ignored", "substatus": "archived_until_escalating"}),
        ),
        (
            json!({"ignore_until": "forever"}),
            json!({"status": "ignored", "substatus": "archived_forever"}),
        ),
        (
            json!({"ignore_minutes": 30}),
            json!({"status": "ignored", "substatus": "archived_until_condition_met", "statusDetails": {"ignoreDuration": 30}}),
        ),
        (
            json!({"status": "ignored", "ignore_count": 100, "ignore_window": 60}),
            json!({"status": "ignored", "substatus": "archived_until_condition_met", "statusDetails": {"ignoreCount": 100, "ignoreWindow": 60}}),
        ),
        (
            json!({"ignore_users": 10}),
            json!({"status": "ignored", "substatus": "archived_until_condition_met", "statusDetails": {"ignoreUserCount": 10}}),
        ),
        (json!({"priority": "low"}), json!({"priority": "low"})),
        (json!({"isBookmarked": true}), json!({"isBookmarked": true})),
    ] {
        let place = Place::new();
        let mut call = arguments.clone();
        call["issue"] = json!("SHOP-API-1F");
        let reply = place.call("update_issue", call).await;
        let bodies = sent(&place);
        assert_eq!(bodies, [expected], "{arguments}: {}", reply.text);
    }
}

#[tokio::test]
async fn assignees_are_named_in_every_form() {
    for (name, expected) in [
        ("user:1207", "user:1207"),
        ("me", "user:1207"),
        ("robin@example.com", "robin@example.com"),
        ("robin", "robin"),
        ("@robin", "robin"),
        ("#storefront", "team:"),
        ("none", ""),
    ] {
        let place = Place::new();
        let reply = place
            .ask(
                "update_issue",
                json!({"issue": "SHOP-API-1F", "assigned_to": name}),
            )
            .await;
        let bodies = sent(&place);
        let assigned = bodies[0]["assignedTo"].as_str().unwrap();
        assert!(
            assigned.starts_with(expected) && (expected.is_empty() == assigned.is_empty()),
            "{name}: {assigned}"
        );
        assert!(!reply.text.contains("did not apply"), "{}", reply.text);
    }
    let place = Place::new();
    let (code, text) = place
        .refused(
            "update_issue",
            json!({"issue": "SHOP-API-1F", "assigned_to": "#nobody"}),
        )
        .await;
    assert_eq!(code, "SENTRY_NOT_FOUND");
    assert!(text.contains("`nobody`"), "{text}");
    assert_eq!(sent(&place), Vec::<Value>::new());
}

#[tokio::test]
async fn a_query_is_counted_before_anything_changes() {
    let place = Place::new();
    let (code, text) = place
        .refused(
            "update_issue",
            json!({"query": "level:error", "status": "resolved"}),
        )
        .await;
    assert_eq!(code, "SENTRY_INVALID_ARGUMENT");
    assert_snapshot!(text);
    assert_eq!(sent(&place), Vec::<Value>::new());

    let (code, _) = place
        .refused(
            "update_issue",
            json!({"query": "nothing-is-called-so", "status": "resolved"}),
        )
        .await;
    assert_eq!(code, "SENTRY_ISSUE_NOT_FOUND");

    let reply = place
        .ask(
            "update_issue",
            json!({"query": "level:fatal", "assigned_to": "me"}),
        )
        .await;
    assert_snapshot!(reply.text);
    assert_eq!(reply.json["query"], "is:unresolved level:fatal");
}

#[tokio::test]
async fn one_missing_issue_of_several_changes_nothing() {
    let place = Place::new();
    let (code, text) = place
        .refused(
            "update_issue",
            json!({"issue": ["SHOP-API-1F", "SHOP-API-NOPE"], "status": "resolved"}),
        )
        .await;
    assert_eq!(code, "SENTRY_ISSUE_NOT_FOUND");
    assert!(text.contains("SHOP-API-NOPE"), "{text}");
    assert_eq!(sent(&place), Vec::<Value>::new());
}

#[tokio::test(start_paused = true)]
async fn a_failure_in_the_middle_is_said_first() {
    let place = Place::new();
    place.sandbox.inject(
        Fault::status(500)
            .on(http::Method::PUT, "/issues/")
            .times(1),
    );
    let arguments = json!({"issue": ["SHOP-API-1F", "SHOP-WEB-2J"], "status": "resolved"});
    let reply = place.call("update_issue", arguments).await;
    assert!(reply.failed, "{}", reply.text);
    assert_snapshot!(reply.text);
    assert_eq!(reply.json["issues"][0]["error"], "SENTRY_UNAVAILABLE");
    assert_eq!(reply.json["issues"][0]["outcomeUnknown"], true);
    assert_eq!(reply.json["issues"][1]["updated"], true);
    // A write is never tried twice after a failure of the server.
    assert_eq!(sent(&place).len(), 2);
}

/// Each failure is told with its issue and its own next step, whatever became of the others.
#[tokio::test(start_paused = true)]
async fn of_several_failures_each_is_told() {
    let place = Place::new();
    for (status, issue) in [(403, "7100100037"), (500, "7100200037")] {
        let fault = Fault::status(status).on(http::Method::PUT, format!("/issues/{issue}/"));
        place.sandbox.inject(fault.times(1));
    }
    let arguments = json!({"issue": ["SHOP-API-1F", "7100200037"], "status": "resolved"});
    let reply = place.call("update_issue", arguments).await;
    assert!(reply.failed, "{}", reply.text);
    assert_snapshot!(reply.text);
    let issues = &reply.json["issues"];
    assert_eq!(issues[0]["error"], "SENTRY_FORBIDDEN");
    assert_eq!(issues[0]["outcomeUnknown"], Value::Null);
    assert_eq!(issues[1]["outcomeUnknown"], true);
}

#[tokio::test]
async fn an_issue_by_two_names_is_changed_once() {
    let place = Place::new();
    let arguments = json!({"issue": ["SHOP-API-1F", 7_100_100_037_u64], "status": "resolved"});
    let reply = place.ask("update_issue", arguments).await;
    assert!(reply.text.starts_with("1 issue changed"), "{}", reply.text);
    assert_eq!(sent(&place).len(), 1);
}

/// Answers show people by their names; the one that `update_issue` takes stands beside it.
#[tokio::test]
async fn the_form_of_an_assignee_can_be_learned() {
    let place = Place::new();
    let issue = json!({"issue": "SHOP-API-1F"});
    let seen = place.ask("get_issue", issue).await.text;
    let (_, name) = seen.split_once("assigned_to=").unwrap();
    let name = name.split([',', '\n']).next().unwrap();
    let arguments = json!({"issue": "SHOP-API-1F", "assigned_to": name});
    let reply = place.ask("update_issue", arguments).await;
    assert!(
        reply.text.starts_with("Nothing to change"),
        "{}",
        reply.text
    );

    let arguments = json!({"issue": "SHOP-API-1F", "assigned_to": "Robin Bauer"});
    let (code, text) = place.refused("update_issue", arguments).await;
    assert_eq!(code, "SENTRY_INVALID_ARGUMENT");
    assert!(text.contains("user:ID"), "{text}");
}

#[tokio::test]
async fn calls_that_name_no_change_or_two_are_refused() {
    let place = Place::new();
    let issue = "SHOP-API-1F";
    let refused = [
        json!({"issue": issue}),
        json!({"status": "resolved"}),
        json!({"issue": issue, "query": "level:error", "status": "resolved"}),
        json!({"issue": [], "status": "resolved"}),
        json!({"issue": issue, "status": "unresolved", "in_release": "1"}),
        json!({"issue": issue, "status": "resolved", "ignore_minutes": 5}),
        json!({"issue": issue, "ignore_minutes": 5, "ignore_count": 5}),
        json!({"issue": issue, "ignore_window": 5}),
        json!({"issue": issue, "ignore_minutes": 0}),
        json!({"issue": issue, "ignore_count": 5, "ignore_window": 0}),
        json!({"issue": issue, "ignore_count": 5, "ignore_window": 10_081}),
        json!({"issue": issue, "ignore_minutes": 10_000_000_000_000_000_000_u64}),
        json!({"issue": issue, "ignore_users": 1e19}),
        json!({"issue": issue, "assigned_to": " "}),
        json!({"issue": issue, "in_commit": "8c1f0d4"}),
        json!({"issue": issue, "assigned_to": "user:robin"}),
        json!({"issue": issue, "priority": "urgent"}),
        json!({"issue": (1..=26).collect::<Vec<_>>(), "status": "resolved"}),
        json!({"issue": [issue, "https://acme-labs.sandbox.sentry.invalid/issues/1/"], "status": "resolved"}),
    ];
    let mut texts = String::new();
    for arguments in refused {
        let (code, text) = place.refused("update_issue", arguments.clone()).await;
        assert_eq!(code, "SENTRY_INVALID_ARGUMENT", "{arguments}: {text}");
        writeln!(texts, "{arguments}\n{text}\n").unwrap();
    }
    assert_eq!(sent(&place), Vec::<Value>::new());
    assert_snapshot!(texts.trim_end());
}

#[tokio::test]
async fn a_list_as_long_as_a_line_is_refused_at_once() {
    let place = Place::new();
    let issues: Vec<_> = (0..300_000).map(|issue| format!("SHOP-{issue}")).collect();
    let (code, text) = place
        .refused(
            "update_issue",
            json!({"issue": issues, "status": "resolved"}),
        )
        .await;
    assert_eq!(code, "SENTRY_INVALID_ARGUMENT");
    assert!(text.contains("at most 25 issues, not 300000"), "{text}");
    assert_eq!(place.requests(), Vec::<String>::new());
}

#[tokio::test]
async fn a_token_that_may_only_read_is_told_the_scope() {
    let place = Place::with(config([("SENTRY_ORG", "acme")]), Sandbox::READ_ONLY_TOKEN);
    let (code, text) = place
        .refused(
            "update_issue",
            json!({"issue": "SHOP-API-1F", "status": "resolved"}),
        )
        .await;
    assert_eq!(code, "SENTRY_FORBIDDEN");
    assert!(text.contains("event:write"), "{text}");
}
