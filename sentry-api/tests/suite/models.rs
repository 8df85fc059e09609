//! What answers hold and models must not lose.

use sentry_api::endpoints::issues::{IssueDetailExpand, IssueExpand};
use sentry_api::model::{Event, Issue};
use serde_json::json;

fn issue(body: serde_json::Value) -> Issue {
    serde_json::from_value(body).unwrap()
}

#[test]
fn feedback_and_reports_of_browsers_say_what_they_are_about() {
    let feedback = issue(json!({ "id": "7", "metadata": {
        "title": "User Feedback", "value": "It hangs.", "message": "It hangs.",
        "name": "Inês", "contact_email": "ines@example.net", "source": "new_feedback_envelope",
        "associated_event_id": "a".repeat(32),
    } }));
    let metadata = feedback.metadata;
    assert_eq!(metadata.message.as_deref(), Some("It hangs."));
    assert_eq!(metadata.name.as_deref(), Some("Inês"));
    assert_eq!(metadata.contact_email.as_deref(), Some("ines@example.net"));
    assert_eq!(metadata.source.as_deref(), Some("new_feedback_envelope"));
    assert_eq!(metadata.associated_event_id.unwrap().as_str().len(), 32);

    let blocked = issue(json!({ "id": "8", "type": "csp", "metadata": {
        "directive": "script-src", "uri": "widgets.example.org", "message": ["odd"],
    } }));
    let metadata = blocked.metadata;
    assert_eq!(metadata.directive.as_deref(), Some("script-src"));
    assert_eq!(metadata.uri.as_deref(), Some("widgets.example.org"));
    assert_eq!(metadata.message, None);
}

#[test]
fn linked_issues_and_what_is_grouped_anew_are_read() {
    let issue = issue(json!({
        "id": "7",
        "status": "reprocessing",
        "statusDetails": {
            "autoResolved": true, "pendingEvents": 12,
            "info": { "dateCreated": "2026-01-15T12:00:00Z", "syncCount": 2, "totalEvents": 40 },
        },
        "integrationIssues": [
            { "id": "3", "key": "SHOP-9", "title": "Cart", "description": null,
              "displayName": "SHOP-9", "integrationKey": "jira", "integrationName": "Acme" },
            {},
        ],
        "sentryAppIssues": [
            { "id": "4", "issueId": "7", "serviceType": "clubhouse", "displayName": "x#1",
              "webUrl": "https://tracker.example.com/1" },
        ],
    }));
    let details = issue.status_details;
    assert_eq!(
        (details.auto_resolved, details.pending_events),
        (Some(true), Some(12))
    );
    let info = details.info.unwrap();
    assert_eq!((info.sync_count, info.total_events), (Some(2), Some(40)));
    assert!(info.date_created.is_some());
    let [jira, gone] = issue.integration_issues.as_slice() else {
        panic!("{:?}", issue.integration_issues);
    };
    assert_eq!(jira.integration_key.as_deref(), Some("jira"));
    assert_eq!(
        (jira.key.as_deref(), gone.id.as_ref()),
        (Some("SHOP-9"), None)
    );
    let link = &issue.sentry_app_issues[0];
    assert_eq!(link.service_type.as_deref(), Some("clubhouse"));
}

#[test]
fn native_frames_threads_and_notes_on_an_event_are_read() {
    let frame = json!({ "function": "run", "instructionAddr": "0x1a2b", "symbolAddr": "0x1a00",
        "symbol": "_ZN3run", "trust": "cfi", "sourceLink": "https://code.example.com/run.cc#L4" });
    let trace = json!({ "frames": [frame] });
    let event: Event = serde_json::from_value(json!({
        "eventID": "e".repeat(32),
        "_meta": { "user": { "email": { "": { "rem": [["@email", "s", 0, 7]] } } } },
        "groupingConfig": { "id": "newstyle:2023-01-11", "enhancements": "abc" },
        "sdkUpdates": [{ "type": "updateSdk", "newSdkVersion": "2.1.0" }],
        "entries": [
            { "type": "exception", "data": { "values": [
                { "type": "SIGSEGV", "threadId": 7, "stacktrace": trace, "rawStacktrace": trace },
            ] } },
            { "type": "threads", "data": { "values": [
                { "id": 7, "state": "BLOCKED", "heldLocks": { "0x1": { "type": 8 } } },
            ] } },
        ],
    }))
    .unwrap();
    let exception = event.exceptions().next().unwrap();
    assert_eq!(exception.thread_id.as_deref(), Some("7"));
    for trace in [&exception.stacktrace, &exception.raw_stacktrace] {
        let frame = &trace.as_ref().unwrap().frames[0];
        assert_eq!(frame.instruction_addr.as_deref(), Some("0x1a2b"));
        assert_eq!(frame.symbol_addr.as_deref(), Some("0x1a00"));
        assert_eq!(frame.symbol.as_deref(), Some("_ZN3run"));
        assert_eq!(frame.trust.as_deref(), Some("cfi"));
        assert!(frame.source_link.is_some());
    }
    let written = serde_json::to_value(&event).unwrap();
    let thread = &written["entries"][1]["data"]["values"][0];
    assert_eq!(thread["id"], "7");
    assert_eq!(thread["state"], "BLOCKED");
    assert_eq!(thread["heldLocks"]["0x1"]["type"], 8);
    assert_eq!(event.meta["user"]["email"][""]["rem"][0][0], "@email");
    assert_eq!(event.sdk_updates[0]["newSdkVersion"], "2.1.0");
    let grouping = event.grouping_config.unwrap();
    assert_eq!(grouping.id.as_deref(), Some("newstyle:2023-01-11"));
}

#[tokio::test]
async fn what_is_expanded_is_in_the_model() {
    let acme = sentry_fixtures::Sandbox::new()
        .client()
        .unwrap()
        .organization("acme");
    let issues = acme.issues().query("").expand(IssueExpand::Inbox);
    let issues = issues
        .expand(IssueExpand::LatestEventHasAttachments)
        .await
        .unwrap();
    assert!(issues.iter().any(|issue| issue.inbox.is_some()));
    assert!(
        issues
            .iter()
            .all(|issue| issue.latest_event_has_attachments.is_some())
    );
    let issue = acme
        .issue(&issues[0].id)
        .get()
        .expand(IssueDetailExpand::Inbox);
    assert!(!issue.await.unwrap().activity.is_empty());
}
