//! The client on the sandbox, from end to end.

use std::collections::HashSet;

use futures::TryStreamExt;
use sentry_api::model::{Entry, IssueStatus, Priority, Substatus};
use sentry_api::{Client, ErrorKind, Token};
use sentry_fixtures::Sandbox;
use time::macros::datetime;

fn sandbox() -> Sandbox {
    Sandbox::at(datetime!(2026-01-15 12:00 UTC))
}

fn with_token(sandbox: &Sandbox, token: &str) -> Client {
    let builder = Client::builder().token(Token::new(token));
    builder.transport(sandbox.clone()).build().unwrap()
}

#[tokio::test]
async fn ids_of_answers_go_into_calls_as_they_are() {
    let client = sandbox().client().unwrap();
    let acme = client.organization("acme");
    let issue = acme.issues().limit(1).await.unwrap().remove(0);
    let handle = acme.issue(&issue.id);
    let latest = handle.latest_event().await.unwrap();
    let same = handle.event(&latest.event_id).await.unwrap();
    assert_eq!(same, latest);
    let text = latest.event_id.to_string();
    assert_eq!(handle.event(&text).await.unwrap(), latest);
    assert_eq!(handle.event(text).await.unwrap(), latest);
    let of_project = acme.issues().project(&issue.project.unwrap().id).limit(1);
    assert_eq!(of_project.await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_stream_over_a_thousand_issues_yields_each_once() {
    let sandbox = sandbox();
    sandbox.grow_issues(1000);
    sandbox.empty_page_every(3);
    let issues = sandbox.client().unwrap().organization("acme").issues();
    let found: Vec<_> = issues
        .query("")
        .limit(100)
        .stream()
        .try_collect()
        .await
        .unwrap();
    let ids: HashSet<_> = found.iter().map(|issue| issue.id.clone()).collect();
    assert!(found.len() > 1000);
    assert_eq!(ids.len(), found.len(), "each once");
    let empty = sandbox.requests().len() - found.len().div_ceil(100);
    assert!(empty >= 3, "some pages were empty: {empty}");
}

#[tokio::test]
async fn every_issue_and_its_event_is_read() {
    let client = sandbox().client().unwrap();
    let acme = client.organization("acme");
    let issues: Vec<_> = acme
        .issues()
        .query("")
        .stream()
        .try_collect()
        .await
        .unwrap();
    assert!(issues.len() >= 60, "{}", issues.len());
    for issue in issues {
        let handle = acme.issue(issue.short_id.unwrap());
        assert_eq!(handle.get().await.unwrap().id, issue.id);
        let event = handle.latest_event().await.unwrap();
        assert_eq!(event.group_id, Some(issue.id));
        for entry in &event.entries {
            let unread = matches!(entry, Entry::Unknown { kind, .. } if kind != "spans");
            assert!(!unread, "{entry:?}");
        }
    }
}

#[tokio::test]
async fn a_change_is_seen_by_the_next_search() {
    let client = sandbox().client().unwrap();
    let acme = client.organization("acme");
    let search = || acme.issues().query("is:unresolved level:error").limit(100);
    let before = search().await.unwrap();
    let issue = acme.issue(before[0].id.clone());
    let update = issue
        .update()
        .resolve_in_next_release()
        .priority(Priority::Low);
    update.await.unwrap();
    let after = search().await.unwrap();
    assert_eq!(after.len(), before.len() - 1);
    let changed = issue.get().await.unwrap();
    assert_eq!(changed.status, Some(IssueStatus::Resolved));
    assert_eq!(changed.status_details.in_next_release, Some(true));
    assert_eq!(changed.priority, Some(Priority::Low));

    issue.update().archive_until_escalating().await.unwrap();
    let changed = issue.get().await.unwrap();
    assert_eq!(changed.substatus, Some(Substatus::ArchivedUntilEscalating));
}

#[tokio::test]
async fn errors_are_sentrys_own() {
    let sandbox = sandbox();
    let client = sandbox.client().unwrap();
    let error = client.organization("nobody").get().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotFound);
    let error = client
        .organization("acme")
        .issue("SHOP-API-ZZZZ")
        .get()
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotFound);
    let error = client
        .organization("acme")
        .issues()
        .query("is:nonsense")
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::BadRequest);
    assert!(
        error
            .detail()
            .unwrap()
            .contains("Invalid value for \"is\" search")
    );

    let expired = with_token(&sandbox, Sandbox::EXPIRED_TOKEN);
    assert_eq!(
        expired.root().await.unwrap_err().kind(),
        ErrorKind::Unauthorized
    );
    let reader = with_token(&sandbox, Sandbox::READ_ONLY_TOKEN);
    let id = reader
        .organization("acme")
        .issues()
        .limit(1)
        .await
        .unwrap()
        .remove(0)
        .id;
    let update = reader.organization("acme").issue(id).update().resolve();
    let error = update.await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Forbidden);
    assert!(
        error
            .required_scopes()
            .iter()
            .any(|scope| scope == "event:write")
    );
}

#[tokio::test]
async fn a_renamed_project_is_read_under_its_old_slug_and_not_changed() {
    let client = sandbox().client().unwrap();
    let acme = client.organization("acme");
    let old = acme.project("shop-api");
    old.update().slug("backend").await.unwrap();
    let found = old.get().await.unwrap();
    assert_eq!(found.slug, "backend");
    let error = old.update().name("Backend").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Redirected);
}
