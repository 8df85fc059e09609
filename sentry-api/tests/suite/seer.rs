//! What Seer found, of both its generations.

use std::time::Duration;

use sentry_api::ErrorKind;
use sentry_api::endpoints::{AutofixRun, OrganizationHandle};
use sentry_api::model::{Autofix, AutofixStatus};
use serde_json::{Value, json};

use crate::script::{Act, Script, json as answer};

const FIRST: &str = r#"{"autofix": {"run_id": 12, "status": "COMPLETED", "updated_at": "2026-01-15T12:00:00.5",
    "steps": [
        {"key": "root_cause_analysis", "status": "COMPLETED", "causes": [{"id": 0,
            "description": "The region is missing.", "relevant_repos": ["acme/shop"],
            "root_cause_reproduction": [{"title": "Check out", "relevant_code_file": {"file_path": "tax.py"}}]}]},
        {"key": "solution", "status": "COMPLETED", "description": "Take the national rate.",
            "solution": [{"title": "Use get", "code_snippet_and_analysis": "`get` gives None."}]},
        {"key": "changes", "status": "COMPLETED", "changes": [
            {"repo_name": "acme/shop", "pull_request": {"pr_number": 7, "pr_url": "https://code.example.com/7"}},
            {"repo_name": "acme/mail"}]}
    ]}}"#;

const NEWER: &str = r#"{"autofix": {"run_id": 12, "status": "completed", "updated_at": "2026-01-15T12:00:00Z",
    "blocks": [
        {"id": "a", "message": {"role": "assistant", "content": "Hm."}, "artifacts": [
            {"key": "root_cause", "data": {"one_line_description": "The first guess."}, "reason": ""}]},
        {"id": "b", "artifacts": [
            {"key": "root_cause", "data": {"one_line_description": "The region is missing.",
                "five_whys": ["No region"], "reproduction_steps": ["Check out"], "relevant_repo": "acme/shop"}},
            {"key": "solution", "data": {"one_line_summary": "Take the national rate.",
                "steps": [{"title": "Use get", "description": "`get` gives None."}]}}]}
    ],
    "repo_pr_states": {"acme/shop": {"pr_number": 7, "pr_url": "https://code.example.com/7",
        "pr_creation_status": "completed"}}}}"#;

fn acme(body: &str) -> OrganizationHandle {
    Script::acts([answer(200, body)])
        .client()
        .organization("acme")
}

async fn run(body: &str) -> Autofix {
    acme(body)
        .issue("7")
        .autofix()
        .await
        .unwrap()
        .autofix
        .unwrap()
}

#[tokio::test]
async fn both_generations_tell_the_same() {
    for body in [FIRST, NEWER] {
        let run = run(body).await;
        assert!(run.is_done() && !run.is_waiting(), "{body}");
        assert_eq!(run.status, Some(AutofixStatus::Completed));
        let cause = run.root_cause().unwrap();
        assert_eq!(cause.description, "The region is missing.");
        assert_eq!(cause.reproduction, ["Check out"]);
        assert_eq!(cause.repositories, ["acme/shop"]);
        let solution = run.solution().unwrap();
        assert_eq!(solution.summary.as_deref(), Some("Take the national rate."));
        let step = &solution.steps[0];
        assert_eq!(step.title.as_deref(), Some("Use get"));
        assert_eq!(step.description.as_deref(), Some("`get` gives None."));
        let opened = run.pull_requests();
        assert_eq!(opened.len(), 1);
        assert_eq!(opened[0].repository.as_deref(), Some("acme/shop"));
        assert_eq!(opened[0].number, Some(7));
    }
}

#[tokio::test]
async fn no_solution_has_its_reason() {
    let first = json!({"autofix": {"status": "COMPLETED", "steps": [
        {"key": "solution", "description": "The code is not ours.", "solution": []}]}});
    let newer = json!({"autofix": {"status": "completed", "blocks": [{"artifacts": [
        {"key": "solution", "data": null, "reason": "The code is not ours."}]}]}});
    for body in [first, newer] {
        let run = run(&body.to_string()).await;
        assert_eq!(run.root_cause(), None);
        let solution = run.solution().unwrap();
        assert_eq!(solution.reason.as_deref(), Some("The code is not ours."));
        assert!(solution.summary.is_none() && solution.steps.is_empty());
    }
}

#[tokio::test]
async fn every_status_says_whether_to_wait_ask_or_stop() {
    for (status, is_done, is_waiting) in [
        ("PROCESSING", false, false),
        ("processing", false, false),
        ("CANCELLED", true, false),
        ("error", true, false),
        ("awaiting_user_input", false, true),
        ("WAITING_FOR_USER_RESPONSE", false, true),
        ("NEED_MORE_INFORMATION", false, true),
        ("Dreaming", false, false),
    ] {
        let body = json!({"autofix": {"status": status}}).to_string();
        let run = run(&body).await;
        assert_eq!(
            (run.is_done(), run.is_waiting()),
            (is_done, is_waiting),
            "{status}"
        );
    }
    let strange = run(r#"{"autofix": {"status": "Dreaming"}}"#).await;
    assert_eq!(strange.status.unwrap().as_str(), "Dreaming");
}

#[tokio::test]
async fn a_run_of_another_shape_costs_nothing_but_itself() {
    for body in [r#"{"autofix": []}"#, r#"{"autofix": null}"#, "{}"] {
        let state = acme(body).issue("7").autofix().await.unwrap();
        assert_eq!(state.autofix, None, "{body}");
    }
    let odd = r#"{"autofix": {"status": "COMPLETED", "steps": {"x": 1}, "blocks": [7, {"artifacts": "none",
        "message": {"content": "Hm."}}], "repo_pr_states": []}}"#;
    let run = run(odd).await;
    assert!(run.is_done() && run.steps.is_empty());
    let said = run.blocks[0].message.as_ref().unwrap();
    assert_eq!(said.content.as_deref(), Some("Hm."));
}

#[tokio::test]
async fn a_run_is_continued_by_what_the_server_knows_of_it() {
    let runs = [
        json!({"run_id": 12, "sentry_run_id": "f47ac10b-58cc-4372-a567-0e02b2c3d479"}),
        json!({"run_id": "12", "sentry_run_id": null}),
    ];
    let mut sent = Vec::new();
    for body in runs {
        let script = Script::acts([answer(202, body.to_string())]);
        let issue = script.client().organization("acme").issue("7");
        let run: AutofixRun = issue.start_autofix().await.unwrap();
        issue.start_autofix().continues(&run).await.unwrap();
        sent.push(serde_json::from_str::<Value>(&script.seen()[1].body).unwrap());
    }
    assert_eq!(
        sent[0]["sentry_run_id"],
        "f47ac10b-58cc-4372-a567-0e02b2c3d479"
    );
    assert_eq!(sent[0].get("run_id"), None);
    assert_eq!(sent[1], json!({"run_id": 12}));
}

/// How long a start that is never answered is waited for, in seconds.
async fn patience(client: Duration, call: Option<Duration>) -> u64 {
    let script = Script::acts([Act::Hang]);
    let client = script.builder().timeout(client).build().unwrap();
    let start = client.organization("acme").issue("7").start_autofix();
    let start = match call {
        Some(timeout) => start.timeout(timeout),
        None => start,
    };
    let begun = tokio::time::Instant::now();
    assert_eq!(start.await.unwrap_err().kind(), ErrorKind::Timeout);
    begun.elapsed().as_secs()
}

#[tokio::test(start_paused = true)]
async fn a_start_may_take_two_minutes_unless_the_caller_says_otherwise() {
    let seconds = Duration::from_secs;
    assert_eq!(patience(seconds(30), None).await, 120);
    assert_eq!(patience(seconds(300), None).await, 300);
    assert_eq!(patience(seconds(30), Some(seconds(5))).await, 5);
}
