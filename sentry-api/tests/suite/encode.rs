//! Requests as they leave, without a server.

use sentry_api::endpoints::{IssueCollapse, IssueDetailCollapse, IssueExpand, IssueSort, ROUTES};
use sentry_api::model::{Assignee, IssueId, Priority, TeamId, UserId};
use sentry_api::{Cursor, ErrorKind, Null};
use time::macros::datetime;

use crate::script::{Act, Script, html, json};

/// Method, path, query and body of everything that was sent.
fn lines(script: &Script) -> String {
    let seen = script.seen();
    let lines = seen.iter().map(|seen| {
        let url = seen.url.strip_prefix("https://sentry.io").unwrap();
        format!("{} {url} {}", seen.method, seen.body)
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[tokio::test]
async fn arguments_that_were_not_set_are_not_sent() {
    let script = Script::acts([html(200)]);
    let client = script.client();
    let acme = client.organization("acme");
    let issue = acme.issue("7");
    let _ = client.root().await;
    let _ = client.organizations().await;
    let _ = acme.get().await;
    let _ = acme.projects().await;
    let _ = acme.issues().await;
    let _ = acme.short_id("SHOP-12").await;
    let _ = issue.update().await;
    insta::assert_snapshot!(lines(&script));
}

#[tokio::test]
async fn arguments_are_written_as_sentry_reads_them() {
    let script = Script::acts([json(200, "[]")]);
    let client = script.client();
    let acme = client.organization("acme");
    let organizations = client
        .organizations()
        .owner(true)
        .query("a b")
        .sort_by("members");
    let _ = organizations.per_page(5).cursor(Cursor::new("0:5:0")).await;
    let _ = acme.get().detailed(false).await;
    let _ = acme.projects().query("shop").per_page(2).await;
    let issues = acme
        .issues()
        .query(r#"is:unresolved url:"https://x/?a=1&b=2" é"#)
        .project("shop-api")
        .project("-1")
        .environment("prod")
        .environment("a+b")
        .between(
            datetime!(2026-01-01 0:00 UTC),
            datetime!(2026-01-02 12:30 UTC),
        )
        .sort(IssueSort::Freq)
        .limit(25)
        .expand(IssueExpand::Owners)
        .expand(IssueExpand::Inbox)
        .collapse(IssueCollapse::Stats)
        .group_stats_period("auto")
        .short_id_lookup(true)
        .view_id("9");
    let _ = issues.await;
    let _ = acme.issues().query("").stats_period("24h").await;
    let issue = acme.issue("SHOP-12");
    let _ = issue
        .get()
        .environment("prod")
        .collapse(IssueDetailCollapse::Stats)
        .await;
    let _ = issue
        .event("1519deb9b73449f0b16ba6ee58f02493")
        .environment("prod")
        .await;
    let _ = acme.short_id("SHOP-12").collapse(IssueCollapse::Base).await;
    insta::assert_snapshot!(lines(&script));
}

#[tokio::test]
async fn every_update_of_an_issue() {
    let script = Script::acts([json(200, r#"{"id": "7"}"#)]);
    let issue = script.client().organization("acme").issue("7");
    let update = || issue.update();
    for call in [
        update().resolve(),
        update().unresolve(),
        update().resolve_in_next_release(),
        update().resolve_in_release("shop@2.1"),
        update().resolve_in_commit("acme/shop", "9f3c"),
        update().archive_until_escalating(),
        update().archive_forever(),
        update().archive_for(30),
        update().archive_until_count(100, Some(60)),
        update().archive_until_users(5, None),
        update().assigned_to(TeamId::new("4")),
        update().assigned_to(Assignee::Email("kim@example.com".to_owned())),
        update().unassign(),
        update()
            .priority(Priority::High)
            .has_seen(true)
            .is_bookmarked(false),
        update().is_subscribed(true).is_public(false).inbox(false),
    ] {
        call.await.unwrap();
    }
    insta::assert_snapshot!(lines(&script));
}

#[tokio::test]
async fn many_issues_are_named_in_the_query_and_changed_in_the_body() {
    let script = Script::acts([json(200, r#"{"merge": {"parent": 7, "children": ["8"]}}"#)]);
    let acme = script.client().organization("acme");
    let found = [IssueId::new("7"), IssueId::new("8")];
    let merged = acme.update_issues().ids(&found).merge().await.unwrap();
    let merge = merged.unwrap().merge.unwrap();
    assert_eq!((merge.parent, merge.children.len()), (found[0].clone(), 1));
    let all = acme.update_issues().query("is:for_review").project("-1");
    all.archive_forever().limit(5).await.unwrap();
    let _ = acme.update_issues().id("9").discard().await;
    let _ = acme.issue("9").update().discard().await;
    insta::assert_snapshot!(lines(&script));
}

#[tokio::test]
async fn an_update_of_nothing_or_for_nobody_by_mistake_is_not_sent() {
    let script = Script::acts([json(200, "{}")]);
    let acme = script.client().organization("acme");
    let none: [&str; 0] = [];
    let nothing = acme.update_issues().ids(none).resolve().await.unwrap_err();
    assert_eq!(nothing.kind(), ErrorKind::InvalidRequest);
    for nobody in [
        Assignee::Email(String::new()),
        Assignee::Username(" ".to_owned()),
        Assignee::User(UserId::new("")),
        Assignee::Team(TeamId::new("")),
    ] {
        let update = acme.issue("9").update().assigned_to(nobody);
        let error = update.await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidRequest);
        let why = std::error::Error::source(&error).unwrap().to_string();
        assert!(why.contains("Assignee::Nobody"), "{why}");
    }
    assert_eq!(script.count(), 0);
}

#[tokio::test]
async fn no_issue_that_was_found_is_none() {
    let nothing = Act::Answer(204, vec![], String::new());
    let acme = Script::acts([nothing]).client().organization("acme");
    assert_eq!(acme.update_issues().id("1").resolve().await.unwrap(), None);
    let discarded = acme.issue("1").update().discard().await.unwrap();
    assert_eq!(discarded, sentry_api::NoContent);
}

#[tokio::test]
async fn what_names_another_resource_is_never_sent() {
    let script = Script::acts([json(200, "{}")]);
    let client = script.client();
    for bad in ["", ".", ".."] {
        let organization = client.organization(bad).get().await.unwrap_err();
        assert_eq!(organization.kind(), ErrorKind::InvalidRequest);
        let event = client.organization("acme").issue("1").event(bad).await;
        assert_eq!(event.unwrap_err().kind(), ErrorKind::InvalidRequest);
    }
    for bad in [
        "/api/0/../x/",
        "/api/0/%2E%2e/",
        "//evil.example/",
        "/api/0/x?y",
        "/x/",
        "/api/0/a b/",
    ] {
        let raw = client.raw(http::Method::GET, bad).await.unwrap_err();
        assert_eq!(raw.kind(), ErrorKind::InvalidRequest, "{bad}");
    }
    assert_eq!(script.count(), 0);

    let _ = client.organization("a/b?c#d%2e").get().await;
    let url = &script.seen()[0].url;
    assert_eq!(
        url,
        "https://sentry.io/api/0/organizations/a%2Fb%3Fc%23d%252e/"
    );
}

#[tokio::test]
async fn a_raw_request_takes_a_query_and_a_body() {
    let script = Script::acts([json(200, r#"{"ok": 1}"#)]);
    let client = script.client();
    let query = [("id", "1"), ("id", "2")];
    let answer = client
        .raw(http::Method::PUT, "/api/0/organizations/acme/issues/")
        .query(&query)
        .json(&serde_json::json!({"status": "resolved"}))
        .await
        .unwrap();
    assert_eq!(answer["ok"], 1);
    insta::assert_snapshot!(lines(&script), @r#"PUT /api/0/organizations/acme/issues/?id=1&id=2 {"status":"resolved"}"#);
}

#[tokio::test]
async fn the_queries_of_a_raw_request_add_up() {
    let script = Script::acts([json(200, "[]")]);
    let client = script.client();
    let request = client.raw(http::Method::GET, "/api/0/organizations/");
    let none: [(&str, &str); 0] = [];
    let request = request.query(&[("a", "1")]).query(&none);
    request.query(&[("b", "2")]).await.unwrap();
    insta::assert_snapshot!(lines(&script), @"GET /api/0/organizations/?a=1&b=2 ");
}

#[tokio::test]
async fn a_base_url_may_have_a_port_and_a_prefix() {
    for (base, expected) in [
        ("sentry.example.com", "https://sentry.example.com/api/0/"),
        ("http://localhost:9000/", "http://localhost:9000/api/0/"),
        ("localhost:9000", "https://localhost:9000/api/0/"),
        (
            "HTTPS:/sentry.example.com",
            "https://sentry.example.com/api/0/",
        ),
        (
            "https://x.example/sentry/api/0/",
            "https://x.example/sentry/api/0/",
        ),
    ] {
        let script = Script::acts([json(200, "{}")]);
        let client = script.builder().base_url(base).unwrap().build().unwrap();
        client.root().await.unwrap();
        assert_eq!(script.seen()[0].url, expected);
    }
    for bad in [
        "",
        "ftp://x",
        "https://user:pass@x",
        "https://x/?a=1",
        "https://x/#a",
        "http://",
        "a b",
    ] {
        assert!(
            Script::acts([html(200)]).builder().base_url(bad).is_err(),
            "{bad}"
        );
    }
}

#[test]
fn routes_are_whole() {
    let routes: Vec<_> = ROUTES.iter().copied().flatten().collect();
    let mut names: Vec<_> = routes.iter().map(|route| route.name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), routes.len(), "each operation stands once");
    for route in routes {
        assert!(
            route.path.starts_with("/api/0/") && route.path.ends_with('/'),
            "{route:?}"
        );
    }
}

#[tokio::test]
async fn what_an_update_takes_away_is_null() {
    let script = Script::acts([html(200)]);
    let client = script.client();
    let acme = client.organization("acme");
    let _ = acme.project("web").update().platform(Null).await;
    let update = acme.release("1.0").update().url(Null).date_released(Null);
    let _ = update.reference("main").await;
    let bodies: Vec<_> = script.seen().into_iter().map(|seen| seen.body).collect();
    assert_eq!(
        bodies,
        [
            r#"{"platform":null}"#,
            r#"{"ref":"main","url":null,"dateReleased":null}"#
        ]
    );
}
