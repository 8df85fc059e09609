//! Every resource and every action has its fields.

use std::collections::BTreeSet;

use sentry_api::model::Entry;
use sentry_api::webhook::{Action, Payload, Resource};

use super::{receive, webhooks};

/// What an integration can subscribe to, and what its alerts send.
const ALL: &str = "activity_alert.triggered comment.created comment.deleted comment.updated \
    error.created event_alert.triggered installation.created installation.deleted issue.archived \
    issue.assigned issue.created issue.ignored issue.resolved issue.unresolved \
    metric_alert.critical metric_alert.open metric_alert.resolved metric_alert.warning \
    preprod_artifact.build_distribution_completed preprod_artifact.size_analysis_completed \
    seer.coding_completed seer.coding_started seer.iteration_completed seer.iteration_started \
    seer.pr_created seer.root_cause_completed seer.root_cause_started seer.solution_completed \
    seer.solution_started";

#[test]
fn every_resource_and_action_is_known_and_read() {
    let resources = ALL
        .split_whitespace()
        .map(|name| name.split_once('.').unwrap().0);
    let mut seen = BTreeSet::new();
    for resource in resources.collect::<BTreeSet<_>>() {
        for webhook in webhooks(resource) {
            assert!(!matches!(webhook.resource, Resource::Unknown(_)));
            assert!(!matches!(webhook.action, Action::Unknown(_)));
            assert!(!matches!(webhook.payload, Payload::Unknown));
            assert!(webhook.installation.is_some() && webhook.actor.is_some());
            seen.insert(format!("{}.{}", webhook.resource, webhook.action));
        }
    }
    assert_eq!(
        Vec::from_iter(seen),
        ALL.split_whitespace().collect::<Vec<_>>()
    );
}

#[test]
fn every_field_is_where_it_belongs() {
    for resource in [
        "comment",
        "installation",
        "metric_alert",
        "preprod_artifact",
        "seer",
    ] {
        let payloads = webhooks(resource)
            .into_iter()
            .map(|webhook| webhook.payload);
        let payloads: Vec<_> = payloads.collect();
        insta::assert_debug_snapshot!(resource, payloads);
    }
}

#[test]
fn an_issue_has_its_addresses_and_what_was_done() {
    let found: Vec<_> = webhooks("issue")
        .into_iter()
        .map(|webhook| match webhook.payload {
            Payload::Issue(data) => *data,
            other => panic!("{other:?}"),
        })
        .collect();
    for data in &found {
        assert_eq!(data.issue.short_id.as_deref(), Some("SHOP-API-1F"));
        assert!(data.url.as_deref().unwrap().contains("/api/0/"));
        assert!(
            data.web_url
                .as_deref()
                .unwrap()
                .ends_with("/issues/4100231/")
        );
        assert!(data.project_url.as_deref().unwrap().ends_with("/shop-api/"));
    }
    assert_eq!(found[1].resolution_type.as_deref(), Some("in_release"));
    let release = found[1].issue.status_details.in_release.as_deref();
    assert_eq!(release, Some("shop-api@4.12.1"));
    let team = found[2].assignee.as_ref().unwrap();
    assert_eq!((team.kind.as_str(), &*team.id), ("team", "77"));
}

#[test]
fn an_error_reads_like_an_event_of_the_api() {
    let Payload::Error(data) = webhooks("error").remove(0).payload else {
        panic!("no error");
    };
    assert_eq!(data.issue_id.as_ref().unwrap().as_str(), "4100231");
    assert!(data.url.unwrap().contains("/api/0/projects/acme/"));
    assert!(
        data.web_url
            .unwrap()
            .contains("/organizations/acme/issues/")
    );
    assert!(data.issue_url.unwrap().ends_with("/issues/4100231/"));

    let event = data.event;
    assert_eq!(event.event_id.as_str(), "9a1f0c3e5b7d4e2f8a6c1b3d5e7f9a0b");
    assert_eq!(event.group_id, data.issue_id);
    assert_eq!(event.project_id.as_ref().unwrap().as_str(), "4501");
    let created = event.date_created.unwrap();
    assert_eq!(created.unix_timestamp_nanos(), 1_795_175_883_250_000_000);
    assert!(event.date_received.unwrap() > created);
    assert_eq!(event.release.as_ref().unwrap().version, "shop-api@4.12.0");
    assert_eq!(event.tag("environment"), Some("production"));
    assert_eq!(
        event.user.as_ref().unwrap().ip_address.as_deref(),
        Some("192.0.2.17")
    );
    assert_eq!(event.context["cart"], 3);
    assert_eq!(event.contexts["runtime"]["name"], "CPython");

    let exception = event.exceptions().next().unwrap();
    assert_eq!(exception.mechanism.as_ref().unwrap().handled, Some(false));
    let trace = exception.stacktrace.as_ref().unwrap();
    assert_eq!(trace.frames_omitted, Some((2, 5)));
    let [outer, inner] = trace.frames.as_slice() else {
        panic!("{trace:?}");
    };
    assert_eq!((outer.line_no, inner.line_no), (Some(88), Some(41)));
    assert_eq!(outer.abs_path.as_deref(), Some("/app/checkout/views.py"));
    assert_eq!(outer.in_app, Some(true));
    let lines: Vec<_> = outer.context.iter().map(|line| line.0).collect();
    assert_eq!(lines, [86, 87, 88, 89]);
    assert_eq!(inner.context.len(), 1);
}

#[test]
fn the_parts_of_an_error_are_its_entries() {
    let Payload::Error(data) = webhooks("error").remove(0).payload else {
        panic!("no error");
    };
    let mut kinds = Vec::new();
    for entry in data.event.entries {
        kinds.push(match entry {
            Entry::Message(message) => message.formatted.unwrap(),
            Entry::Exception(exceptions) => exceptions.values[0].kind.clone().unwrap(),
            Entry::Breadcrumbs(crumbs) => crumbs.values[0].message.clone().unwrap(),
            Entry::Request(request) => format!("{:?} {:?}", request.query, request.headers),
            other => panic!("{other:?}"),
        });
    }
    let request = r#"[("step", Some("pay"))] [("Host", Some("shop.example.com"))]"#;
    assert_eq!(kinds, ["no region for 7", "KeyError", "GET /cart", request]);
}

#[test]
fn an_alert_has_what_set_it_off_and_its_settings() {
    let mut alerts = webhooks("event_alert")
        .into_iter()
        .map(|webhook| webhook.payload);
    let (Some(Payload::EventAlert(plain)), Some(Payload::EventAlert(form))) =
        (alerts.next(), alerts.next())
    else {
        panic!("no alert");
    };
    assert_eq!(plain.issue_alert, None);
    for alert in [plain, form.clone()] {
        assert_eq!(alert.triggered_rule.as_deref(), Some("Checkout is failing"));
        assert_eq!(alert.event.title.as_deref(), Some("KeyError: 'region'"));
        assert_eq!(alert.issue_id, alert.event.group_id);
        assert!(alert.event.date_created.is_some());
        assert!(alert.url.is_some() && alert.web_url.is_some() && alert.issue_url.is_some());
    }
    let form = form.issue_alert.unwrap();
    assert_eq!((form.id.as_deref(), form.settings.len()), (Some("812"), 2));
    assert_eq!(form.settings[0].name, "channel");
    assert_eq!(form.settings[1].value, true);

    let Payload::ActivityAlert(data) = webhooks("activity_alert").remove(0).payload else {
        panic!("no alert");
    };
    assert_eq!(data.activity.as_deref(), Some("status_resolved"));
    assert_eq!(data.details["user"]["name"], "Mara Lindqvist");
    assert_eq!(data.issue.short_id.as_deref(), Some("SHOP-API-1F"));
    assert!(data.url.is_some() && data.web_url.is_some() && data.project_url.is_some());
    let alert = data.alert.unwrap();
    assert_eq!(alert.id.as_deref(), Some("9120"));
    assert_eq!(alert.title.as_deref(), Some("Tell the shop"));
    assert!(alert.url.is_some() && alert.web_url.is_some());
    assert_eq!(alert.settings[0].value, "#shop");
}

#[test]
fn the_code_of_an_installation_is_for_one_pair_of_eyes() {
    let webhook = webhooks("installation").remove(0);
    assert!(!format!("{webhook:?}").contains("grant-code"));
    let Payload::Installation(data) = webhook.payload else {
        panic!("no installation");
    };
    assert_eq!(data.code.unwrap().expose(), "grant-code-of-a-test");
}

#[test]
fn what_is_new_is_kept() {
    let body = br#"{"action": "reopened", "data": {"weather": {"sky": "clear"}}, "actor": 7}"#;
    let webhook = receive("weather", body).unwrap();
    assert_eq!(webhook.resource, Resource::Unknown("weather".to_owned()));
    assert_eq!(webhook.action, Action::Unknown("reopened".to_owned()));
    assert!(matches!(webhook.payload, Payload::Unknown));
    assert_eq!((webhook.actor, webhook.installation), (None, None));
    let webhook = receive("weather", body).unwrap();
    assert_eq!(webhook.json()["data"]["weather"]["sky"], "clear");
    assert!(!format!("{webhook:?}").contains("clear"));

    let empty = receive("issue", b"{}").unwrap();
    assert_eq!(empty.action, Action::Unknown(String::new()));
    assert!(matches!(empty.payload, Payload::Unknown));
}
