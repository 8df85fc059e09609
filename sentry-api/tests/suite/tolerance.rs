//! Answers that are not as they should be.

use sentry_api::ErrorKind;
use sentry_api::model::{Entry, Event, Issue, IssueStatus, Level};

use crate::script::{Script, html, json};

async fn issue(body: &str) -> Result<Issue, sentry_api::Error> {
    let script = Script::acts([json(200, body)]);
    script.client().organization("acme").issue("7").get().await
}

async fn event(body: &str) -> Event {
    let script = Script::acts([json(200, body)]);
    let issue = script.client().organization("acme").issue("7");
    issue.latest_event().await.unwrap()
}

#[tokio::test]
async fn an_id_is_all_that_an_issue_needs() {
    let issue = issue(r#"{"id": 7, "tomorrow": {"x": [1]}}"#).await.unwrap();
    assert_eq!(issue.id.as_str(), "7");
    assert_eq!(
        (issue.count, issue.last_seen, issue.tags.len()),
        (None, None, 0)
    );
}

#[tokio::test]
async fn nulls_numbers_and_new_words_are_read() {
    let issue = issue(
        r#"{"id": "7", "count": "150", "userCount": 3.0, "level": "shrug", "status": "resolved",
            "statusDetails": null, "metadata": {"type": 5, "value": "text"}, "tags": null,
            "stats": {"24h": "none"}, "project": {"id": 1, "slug": null}, "substatus": null,
            "firstSeen": "2026-01-15T12:00:00", "lastSeen": "", "firstRelease": "shop@1",
            "assignedTo": {"type": "robot", "id": 9, "name": null}}"#,
    )
    .await
    .unwrap();
    assert_eq!((issue.count, issue.user_count), (Some(150), Some(3)));
    assert_eq!(issue.level, Some(Level::Unknown("shrug".to_owned())));
    assert_eq!(issue.status, Some(IssueStatus::Resolved));
    assert_eq!(issue.metadata.value.as_deref(), Some("text"));
    assert_eq!(issue.first_release.unwrap().version, "shop@1");
    assert!(issue.first_seen.is_some() && issue.last_seen.is_none());
    assert_eq!(issue.assigned_to.unwrap().kind.as_str(), "robot");
}

#[tokio::test]
async fn an_answer_that_cannot_be_read_names_the_field_and_no_value() {
    let error = issue(r#"{"id": ["many"], "count": 5}"#).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert!(error.problem().unwrap().contains("`id`"), "{error}");
    assert!(!format!("{error} {error:?}").contains("many"));

    for (body, expected) in [
        (r#"{"id": "7", "#, "ends too early"),
        ("{]", "no JSON"),
        ("", "is empty"),
        ("[1, 2]", "another shape"),
    ] {
        let error = issue(body).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        let detail = error.problem().unwrap();
        assert!(detail.contains(expected), "{body}: {detail}");
    }
}

#[tokio::test]
async fn an_answer_that_is_nested_too_deeply_is_refused_where_it_would_be_kept() {
    for (open, close) in [("[", "]"), (r#"{"a": "#, "}")] {
        let deep = format!("{}1{}", open.repeat(100_000), close.repeat(100_000));
        let unknown = format!(r#"{{"id": "7", "tomorrow": {deep}}}"#);
        assert_eq!(issue(&unknown).await.unwrap().id.as_str(), "7");

        let script = Script::acts([json(200, deep.clone())]);
        let raw = script.client().raw(http::Method::GET, "/api/0/deep/");
        let error = raw.await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        assert!(error.problem().unwrap().contains("too deeply"), "{error}");

        let script = Script::acts([json(400, deep)]);
        let error = script.client().organizations().await.unwrap_err();
        assert_eq!(
            (error.kind(), error.detail()),
            (ErrorKind::BadRequest, None)
        );
    }
}

#[tokio::test]
async fn a_web_page_is_no_answer() {
    let script = Script::acts([html(200)]);
    let error = script.client().organizations().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unsupported);
    assert!(!error.to_string().contains("Welcome"));
}

#[tokio::test]
async fn an_answer_over_the_limit_is_refused() {
    let script = Script::acts([json(200, format!(r#"{{"id": "{}"}}"#, "7".repeat(5000)))]);
    let client = script.builder().max_body(1000).build().unwrap();
    let error = client.organization("acme").get().await.unwrap_err();
    assert_eq!((error.kind(), script.count()), (ErrorKind::TooLarge, 1));
}

#[tokio::test]
async fn parts_of_an_event_that_are_unknown_or_odd_are_kept() {
    let event = event(
        r#"{"eventID": "1519deb9b73449f0b16ba6ee58f02493", "projectID": 1, "groupID": null,
            "contexts": null, "errors": null, "release": {"version": "shop@1", "dateCreated": null},
            "user": {"id": 5, "geo": null}, "tags": [{"key": "a", "value": "b", "query": "c"}],
            "entries": [
                {"type": "exception", "data": {"values": [{"type": "E", "stacktrace": {"frames": [
                    {"function": "f", "lineNo": 3, "context": [[3, "x"], [4, null]], "vars": {"a": 1}}
                ], "framesOmitted": null}}]}},
                {"type": "threads", "data": {"values": [{"id": 4, "crashed": true, "name": null}]}},
                {"type": "message", "data": "odd"},
                {"type": "tomorrow", "data": {"x": 1}},
                {"type": "csp"}
            ]}"#,
    )
    .await;
    assert_eq!(event.tag("a"), Some("b"));
    assert_eq!(event.release.unwrap().version, "shop@1");
    let kinds: Vec<_> = event
        .entries
        .iter()
        .map(|entry| match entry {
            Entry::Exception(part) => part.values[0].kind.clone().unwrap(),
            Entry::Threads(part) => part.values[0].id.clone().unwrap(),
            Entry::Unknown { kind, data } => format!("{kind}={data}"),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(
        kinds,
        [
            "E",
            "4",
            r#"message="odd""#,
            r#"tomorrow={"x":1}"#,
            "csp=null"
        ]
    );
}

#[tokio::test]
async fn the_raw_body_is_kept() {
    let script = Script::acts([json(200, r#"{"id": "1", "slug": "acme", "extra": 5}"#)]);
    let response = script
        .client()
        .organization("acme")
        .get()
        .send()
        .await
        .unwrap();
    assert_eq!(response.status(), 200);
    assert!(response.body().starts_with(br#"{"id": "1""#));
    assert_eq!(response.into_value().slug, "acme");
}
