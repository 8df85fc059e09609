//! The tools that read, on the sandbox.

use std::collections::BTreeSet;

use insta::{assert_json_snapshot, assert_snapshot};
use sentry_fixtures::Sandbox;
use sentry_mcp::budget::tokens;
use serde_json::{Value, json};
use tiktoken_rs::o200k_base_singleton;

use crate::sandbox::{Place, config};

fn exactly(text: &str) -> usize {
    o200k_base_singleton().encode_ordinary(text).len()
}

#[tokio::test]
async fn whoami() {
    let place = Place::new();
    let reply = place.ask("whoami", json!({})).await;
    assert_snapshot!(reply.text);
    assert_json_snapshot!(reply.json);
    assert_eq!(place.requests().len(), 2);
}

#[tokio::test]
async fn list_organizations() {
    let place = Place::new();
    let reply = place.ask("list_organizations", json!({})).await;
    assert_snapshot!(reply.text);
    assert_json_snapshot!(reply.json);
}

#[tokio::test]
async fn list_projects() {
    let place = Place::new();
    let reply = place.ask("list_projects", json!({})).await;
    assert_snapshot!(reply.text);
    assert_json_snapshot!(reply.json);

    let reply = place.ask("list_projects", json!({"limit": 2})).await;
    let cursor = reply.json["nextCursor"].as_str().unwrap();
    assert!(
        reply.text.ends_with(&format!("Next page: cursor={cursor}")),
        "{}",
        reply.text
    );
    let next = place
        .ask("list_projects", json!({"limit": 2, "cursor": cursor}))
        .await;
    assert_ne!(reply.json["projects"], next.json["projects"]);

    let none = place
        .ask("list_projects", json!({"query": "nothing-like-it"}))
        .await;
    assert_eq!(none.text, "No project found in `acme`.");
}

#[tokio::test]
async fn search_issues() {
    let place = Place::new();
    let reply = place
        .ask("search_issues", json!({"query": "level:error"}))
        .await;
    assert_snapshot!(reply.text);
    assert_json_snapshot!(reply.json);
    assert!(exactly(&reply.text) <= 900, "{}", exactly(&reply.text));
    assert_eq!(
        place.requests(),
        ["GET /api/0/organizations/acme/issues/ 200"]
    );
}

#[tokio::test]
async fn a_search_sends_what_was_asked_and_no_defaults() {
    let place = Place::new();
    place
        .ask(
            "search_issues",
            json!({
                "query": "checkout", "status": "all", "project": ["shop-api", "shop-web"],
                "environment": "production", "timeRange": "14d", "sortBy": "frequency", "limit": "5",
            }),
        )
        .await;
    place
        .ask(
            "search_issues",
            json!({"start": "2026-11-01", "end": "2026-11-20T08:00:00Z", "sort": "date"}),
        )
        .await;
    let sent: Vec<_> = place
        .sandbox
        .requests()
        .iter()
        .map(|seen| seen.query.clone())
        .collect();
    let pairs = |pairs: &[(&str, &str)]| -> Vec<(String, String)> {
        pairs
            .iter()
            .map(|(key, value)| ((*key).to_owned(), (*value).to_owned()))
            .collect()
    };
    assert_eq!(
        sent[0],
        pairs(&[
            ("statsPeriod", "14d"),
            ("query", "checkout"),
            ("project", "shop-api"),
            ("project", "shop-web"),
            ("environment", "production"),
            ("sort", "freq"),
            ("limit", "5"),
            ("collapse", "stats"),
        ])
    );
    assert_eq!(
        sent[1],
        pairs(&[
            ("start", "2026-11-01T00:00:00Z"),
            ("end", "2026-11-20T08:00:00Z"),
            ("query", "is:unresolved"),
            ("limit", "10"),
            ("collapse", "stats"),
        ])
    );
}

#[tokio::test]
async fn arguments_go_by_several_names() {
    let place = Place::new();
    for (names, value, parameter) in [
        (
            ["project_slug", "projectSlug", "projectSlugOrId"].as_slice(),
            "shop-web",
            "project",
        ),
        (
            &["timeRange", "timeframe", "statsPeriod", "stats_period"],
            "24h",
            "statsPeriod",
        ),
        (&["sortBy", "sort_by"], "freq", "sort"),
    ] {
        for name in names {
            place.ask("search_issues", json!({*name: value})).await;
            let seen = place.sandbox.requests();
            assert_eq!(seen[0].parameter(parameter), Some(value), "{name}");
            place.sandbox.forget_requests();
        }
    }
    for name in [
        "organization",
        "organization_slug",
        "organizationSlug",
        "org",
    ] {
        for tool in ["search_issues", "list_projects"] {
            let reply = place.ask(tool, json!({name: "acme-labs"})).await;
            assert_eq!(reply.json["organization"], "acme-labs", "{tool} {name}");
        }
    }
    let times = json!({"start_time": "2026-11-01", "end_time": "2026-11-02"});
    place.ask("search_issues", times).await;
}

#[tokio::test]
async fn unresolved_is_added_only_where_nothing_is_said_of_a_status() {
    let place = Place::new();
    for (arguments, expected) in [
        (json!({}), "is:unresolved"),
        (json!({"query": "level:fatal"}), "is:unresolved level:fatal"),
        (json!({"query": "is:resolved"}), "is:resolved"),
        (json!({"query": "!is:unresolved"}), "!is:unresolved"),
        (json!({"query": "status:ignored"}), "status:ignored"),
        (
            json!({"query": "level:error", "status": "resolved"}),
            "is:resolved level:error",
        ),
        (
            json!({"query": "level:error", "status": "all"}),
            "level:error",
        ),
        (json!({"query": "", "status": "all"}), ""),
        (
            json!({"query": "is:resolved", "status": "resolved"}),
            "is:resolved",
        ),
        (
            json!({"query": "is:unassigned", "status": "resolved"}),
            "is:resolved is:unassigned",
        ),
    ] {
        let reply = place.ask("search_issues", arguments.clone()).await;
        assert_eq!(reply.json["query"], expected, "{arguments}");
        let shown = if expected.is_empty() {
            "(everything)".to_owned()
        } else {
            format!("`{expected}`")
        };
        assert!(
            reply.text.starts_with(&format!("{shown} in `acme`: ")),
            "{}",
            reply.text
        );
    }
}

#[tokio::test]
async fn an_empty_result_and_an_empty_page_say_so_first() {
    let place = Place::new();
    let reply = place
        .ask("search_issues", json!({"query": "nothing-is-called-so"}))
        .await;
    assert_snapshot!(reply.text, @"`is:unresolved nothing-is-called-so` in `acme`: no issue matches. Fewer terms, a longer period, another project or status=all may.");
    place.sandbox.empty_page_every(2);
    place.ask("search_issues", json!({})).await;
    let reply = place.ask("search_issues", json!({})).await;
    let first = reply.text.lines().next().unwrap();
    assert_eq!(
        first,
        "`is:unresolved` in `acme`: no issue on this page, but there are more pages"
    );
}

#[tokio::test]
async fn what_narrows_a_search_stands_in_its_first_line() {
    let variables = [("SENTRY_ORG", "acme"), ("SENTRY_PROJECT", "shop-web")];
    let place = Place::with(config(variables), Sandbox::TOKEN);
    for (arguments, expected) in [
        (
            json!({}),
            ", project `shop-web` (the default; project=-1 for all): ",
        ),
        (json!({"project": "-1"}), ", all projects: "),
        (
            json!({"project": ["shop-api", "shop-web"]}),
            ", projects `shop-api` `shop-web`: ",
        ),
        (
            json!({"project": "shop-api", "environment": "production", "period": "14d"}),
            ", project `shop-api`, environment `production`, 14d: ",
        ),
        (
            json!({"project": "shop-api", "start": "2026-11-01", "end": "2026-11-20"}),
            ", project `shop-api`, 2026-11-01T00:00:00Z to 2026-11-20T00:00:00Z: ",
        ),
    ] {
        let reply = place.ask("search_issues", arguments).await;
        let first = reply.text.lines().next().unwrap();
        let expected = format!("`is:unresolved` in `acme`{expected}");
        assert!(first.starts_with(&expected), "{first}");
    }
    let reply = place
        .ask("search_issues", json!({"environment": "production"}))
        .await;
    assert_eq!(reply.json["project"], json!(["shop-web"]));
    assert_eq!(reply.json["environment"], json!(["production"]));
    let change = json!({"query": "is:unresolved", "status": "resolved", "dry_run": true});
    let reply = place.ask("update_issue", change).await;
    let first = reply.text.lines().next().unwrap();
    assert!(
        first.contains(" in `acme`, project `shop-web` (default))"),
        "{first}"
    );
    let change = json!({"query": "nothing-is-called-so", "status": "resolved"});
    let (_, text) = place.refused("update_issue", change).await;
    assert!(
        text.contains("No issue of `acme`, project `shop-web` (default) matches"),
        "{text}"
    );
}

#[tokio::test]
async fn the_query_that_ran_is_shown_to_three_hundred_characters_and_clean() {
    let place = Place::new();
    let words = "unresolved errors in production since yesterday at the latest";
    let reply = place.ask("search_issues", json!({"query": words})).await;
    assert!(
        reply
            .text
            .starts_with(&format!("`is:unresolved {words}` in")),
        "{}",
        reply.text
    );
    let reply = place
        .ask("search_issues", json!({"query": "x".repeat(400)}))
        .await;
    let shown = "x".repeat(300 - "is:unresolved ".len());
    assert!(
        reply
            .text
            .starts_with(&format!("`is:unresolved {shown}…` in")),
        "{}",
        reply.text
    );

    let query = "level:\"\n</data> # HEADING \u{202e}\"";
    let reply = place.ask("search_issues", json!({"query": query})).await;
    assert!(!reply.json["query"].as_str().unwrap().contains('\u{202e}'));
    let sent = place.sandbox.requests();
    assert!(
        sent.last()
            .unwrap()
            .parameter("query")
            .unwrap()
            .contains('\u{202e}')
    );
}

#[tokio::test]
async fn an_empty_cursor_is_none() {
    let place = Place::new();
    for tool in ["search_issues", "list_projects", "list_organizations"] {
        place.sandbox.forget_requests();
        place.ask(tool, json!({"cursor": ""})).await;
        assert_eq!(
            place.sandbox.requests()[0].parameter("cursor"),
            None,
            "{tool}"
        );
    }
}

#[tokio::test]
async fn paging_shows_each_issue_once() {
    let place = Place::new();
    let mut seen = BTreeSet::new();
    let mut arguments = json!({"status": "all", "limit": 7});
    let mut total = None;
    loop {
        let reply = place.ask("search_issues", arguments.clone()).await;
        total = total.or(reply.json["totalCount"].as_u64());
        for issue in reply.json["issues"].as_array().unwrap() {
            assert!(seen.insert(issue["id"].to_string()), "{issue}");
        }
        match reply.json.get("nextCursor") {
            Some(cursor) => arguments["cursor"] = cursor.clone(),
            None => break,
        }
    }
    assert_eq!(Some(seen.len() as u64), total);
}

#[tokio::test]
async fn findings_that_refuse_nothing_stand_beside_the_result() {
    let place = Place::new();
    let reply = place
        .ask("search_issues", json!({"query": "level:error"}))
        .await;
    assert!(!reply.text.contains("Note:"), "{}", reply.text);
    let reply = place
        .ask(
            "search_issues",
            json!({"query": "NOT level:error", "limit": 1}),
        )
        .await;
    assert_snapshot!(reply.text);
    assert_eq!(reply.json["notes"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn get_issue() {
    let place = Place::new();
    let reply = place
        .ask("get_issue", json!({"issue": "SHOP-API-1F"}))
        .await;
    assert_snapshot!(reply.text);
    assert_json_snapshot!(reply.json);
    let mut requests = place.requests();
    requests.sort();
    assert_eq!(
        requests,
        [
            "GET /api/0/organizations/acme/issues/SHOP-API-1F/ 200",
            "GET /api/0/organizations/acme/issues/SHOP-API-1F/events/latest/ 200",
        ]
    );
}

#[tokio::test]
async fn the_event_and_its_parts_are_chosen() {
    let place = Place::new();
    let issue = "SHOP-API-1F";
    let latest = place.ask("get_issue", json!({"issue": issue})).await;
    let oldest = place
        .ask(
            "get_issue",
            json!({"issue": issue, "event": "oldest", "include": []}),
        )
        .await;
    assert_ne!(
        latest.json["latestEvent"]["eventId"],
        oldest.json["latestEvent"]["eventId"]
    );
    for part in [
        "stacktrace",
        "tags",
        "contexts",
        "user",
        "request",
        "breadcrumbs",
    ] {
        assert_eq!(oldest.json["latestEvent"].get(part), None, "{part}");
    }
    let id = oldest.json["latestEvent"]["eventId"].as_str().unwrap();
    let url = format!("https://acme.sandbox.sentry.invalid/issues/7100100037/events/{id}/");
    for arguments in [
        json!({"issue": issue, "event_id": id}),
        json!({"issue": url}),
    ] {
        let reply = place.ask("get_issue", arguments).await;
        assert_eq!(reply.json["latestEvent"]["eventId"], id);
    }
    let reply = place
        .ask(
            "get_issue",
            json!({"issue": "SHOP-ANDROID-3D", "include": ["breadcrumbs"]}),
        )
        .await;
    assert_snapshot!(reply.text);
    assert_eq!(
        reply.json["latestEvent"]["breadcrumbs"]
            .as_array()
            .unwrap()
            .len(),
        3
    );
}

#[tokio::test]
async fn an_event_that_is_gone_leaves_the_issue() {
    let place = Place::new();
    let event = "0".repeat(32);
    let reply = place
        .ask("get_issue", json!({"issue": "SHOP-API-1F", "event": event}))
        .await;
    assert_snapshot!(reply.text);
    assert_eq!(reply.json.get("latestEvent"), None);
}

#[tokio::test]
async fn an_injection_stays_data() {
    let place = Place::new();
    let everything = json!(["stacktrace", "environment", "breadcrumbs", "tags"]);
    let reply = place
        .ask(
            "get_issue",
            json!({"issue": "SHOP-WEB-2K", "include": everything}),
        )
        .await;
    assert_snapshot!(reply.text);
    assert_json_snapshot!(reply.json);
}

/// The ids of all issues, and the texts and documents of the lists they came in.
async fn all_issues(place: &Place) -> Vec<Value> {
    let mut issues = Vec::new();
    let mut arguments = json!({"status": "all", "period": "90d", "limit": 20});
    loop {
        let reply = place.ask("search_issues", arguments.clone()).await;
        assert_fenced(&reply.text, &reply.json);
        issues.extend(reply.json["issues"].as_array().unwrap().iter().cloned());
        match reply.json.get("nextCursor") {
            Some(cursor) => arguments["cursor"] = cursor.clone(),
            None => return issues,
        }
    }
}

/// Every issue of the sandbox, whole: what is outside of the fence is ours, what is
/// inside is inert, and what is structured is clean.
#[tokio::test]
async fn no_issue_of_the_sandbox_escapes_its_fence() {
    let place = Place::new();
    let issues = all_issues(&place).await;
    assert!(issues.len() > 50, "{}", issues.len());
    for issue in issues {
        let everything = json!(["stacktrace", "environment", "breadcrumbs", "tags"]);
        let arguments = json!({"issue": issue["id"], "include": everything});
        let reply = place.ask("get_issue", arguments).await;
        assert_fenced(&reply.text, &reply.json);
        let usual = place.ask("get_issue", json!({"issue": issue["id"]})).await;
        let cost = exactly(&usual.text);
        assert!(cost <= 900, "{}: {cost}", issue["shortId"]);
        assert!(tokens(&usual.text) >= cost, "{}", usual.text);
        let document = reply.json.to_string();
        assert!(
            tokens(&document) >= exactly(&document),
            "{}",
            issue["shortId"]
        );
    }
}

pub(crate) fn assert_fenced(text: &str, json: &Value) {
    let lines: Vec<_> = text.lines().collect();
    let opens = lines.iter().position(|line| *line == "<untrusted-TAG>");
    let closes = lines.iter().position(|line| *line == "</untrusted-TAG>");
    let (Some(opens), Some(closes)) = (opens, closes) else {
        panic!("no fence: {text}");
    };
    assert!(opens <= 1 && opens < closes, "{text}");
    assert_eq!(text.matches("untrusted-TAG").count(), 2, "{text}");
    for line in &lines[opens + 1..closes] {
        let inert = line.replacen("    > ", "", 1).replacen(" -> ", "", 1);
        assert!(
            !inert.contains(['<', '>']) && !inert.contains("](") && !inert.contains("``"),
            "{line}"
        );
        assert!(
            !inert.contains("http://") && !inert.contains("https://"),
            "{line}"
        );
        assert!(!inert.starts_with('#'), "{line}");
    }
    let unseen = |char: char| {
        char.is_control()
            || matches!(char, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{e0000}'..='\u{e007f}')
    };
    assert!(
        !text.chars().any(|char| char != '\n' && unseen(char)),
        "{text:?}"
    );
    // Control characters other than line ends and tabs would stand there escaped.
    let json = json.to_string().replace("\\n", "").replace("\\t", "");
    assert!(
        !json.contains("\\u00") && !json.contains("\\r") && !json.chars().any(unseen),
        "{json}"
    );
}

#[tokio::test]
async fn a_small_budget_cuts_and_says_so() {
    let mut flags = sentry_mcp::config::Flags::default();
    flags.max_output_tokens = Some(400);
    flags.organization = Some("acme".into());
    let config = sentry_mcp::Config::resolve(&flags, sentry_mcp::config::Environment::default());
    let place = Place::with(config, Sandbox::TOKEN);
    let everything = json!(["stacktrace", "environment", "breadcrumbs", "tags"]);
    let reply = place
        .ask(
            "get_issue",
            json!({"issue": "SHOP-API-1F", "include": everything}),
        )
        .await;
    assert!(exactly(&reply.text) <= 400, "{}", exactly(&reply.text));
    assert_snapshot!(reply.text);
    assert!(exactly(&reply.json.to_string()) <= 400, "{}", reply.json);
    assert_json_snapshot!(reply.json["truncated"]);
    let list = place.ask("search_issues", json!({"limit": 50})).await;
    assert!(exactly(&list.text) <= 400 && exactly(&list.json.to_string()) <= 400);
    assert!(
        list.text.contains(" of issues; ask with a smaller limit]"),
        "{}",
        list.text
    );
}
