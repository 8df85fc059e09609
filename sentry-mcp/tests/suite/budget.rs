//! The estimate against the real encoding, and how answers are cut.

use sentry_mcp::answer::{Answer, Section};
use sentry_mcp::budget::{Budget, fit, tokens};
use sentry_mcp::untrusted::{Line, Untrusted};
use serde_json::json;
use tiktoken_rs::o200k_base_singleton;

fn exactly(text: &str) -> usize {
    o200k_base_singleton().encode_ordinary(text).len()
}

const PROSE: &str = "The payment provider did not answer within the time that the checkout allows, so the \
    order was put back into the queue. It is not lost: the worker takes it up again after five minutes.";
const TRACE: &str = "Traceback (most recent call last):\n  File \"/srv/app/checkout/payment.py\", line 142, in \
    charge_card\n    response = self.gateway.authorize(order.total, currency=order.currency)\n\
    TypeError: 'NoneType' object is not subscriptable\n    at java.util.HashMap.forEach(HashMap.java:1337)";
const JSON: &str = r#"{"id":"4711","shortId":"SHOP-API-12","level":"error","count":"1204","userCount":88,"lastSeen":"2026-11-20T08:59:12.482Z","metadata":{"type":"TypeError","value":"x is undefined"}}"#;
const KEYS: &str = "4bf92f3577b34da6a3ce929d0e0e4736 Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4 sntrys_eyJpYXQiOjE3 0a1b2c3d4e5f";
const OTHERS: &str = "決済の処理中にエラーが発生しました。Ошибка при обработке платежа. Überprüfen Sie die \
    Größe. 결제를 처리하는 동안 오류가 발생했습니다. حدث خطأ أثناء معالجة الدفع 🔥🚀📦";

#[test]
fn the_estimate_is_never_below_the_encoding() {
    for text in [
        PROSE,
        TRACE,
        JSON,
        KEYS,
        OTHERS,
        "",
        " ",
        "\n\n\n",
        "a",
        "1",
        "HTTPServerError",
        "::<>()",
    ] {
        let (estimated, exact) = (tokens(text), exactly(text));
        assert!(estimated >= exact, "{estimated} < {exact}: {text}");
        assert!(
            estimated <= exact * 2 + 2,
            "{estimated} against {exact}: {text}"
        );
    }
}

#[test]
fn source_code_and_prose_of_this_crate_are_estimated_well() {
    for text in [
        include_str!("stdio.rs"),
        include_str!("untrusted.rs"),
        include_str!("../../src/instructions.md"),
    ] {
        let (estimated, exact) = (tokens(text), exactly(text));
        assert!(
            (exact..=exact * 3 / 2).contains(&estimated),
            "{estimated} against {exact}"
        );
    }
}

#[test]
fn instructions_are_short() {
    assert!(exactly(include_str!("../../src/instructions.md")) <= 250);
}

fn answer(frames: usize) -> Answer {
    let frame = Untrusted::new("src/checkout/payment.rs:142 in charge_card");
    let mut overview = Section::new("the overview", "nothing");
    overview.push(Line::new().words("SHOP-1 ").text(&frame, 80));
    let mut trace = Section::new("stack trace", "ask with include=stacktrace");
    for number in 0..frames {
        trace.push(Line::new().words(number).words(' ').text(&frame, 80));
    }
    Answer::new(&json!({"id": "1", "frames": vec![json!({"frame": frame}); frames]}))
        .unwrap()
        .head("SHOP-1 in acme")
        .section(overview.keep())
        .section(trace)
        .tail("More: get_issue")
}

#[test]
fn an_answer_that_fits_is_whole() {
    let text = answer(20).text(Budget::default());
    assert_eq!(text.lines().count(), 1 + 1 + 1 + 20 + 1 + 1);
    assert_eq!(
        answer(20).into_json(Budget::default())["frames"]
            .as_array()
            .unwrap()
            .len(),
        20
    );
}

#[test]
fn an_answer_that_does_not_fit_says_what_is_missing() {
    let budget = Budget::new(500);
    let text = answer(200).text(budget);
    assert!(exactly(&text) <= 500, "{text}");
    assert!(exactly(&text) > 250, "{text}");
    assert!(
        text.contains("more entries of stack trace; ask with include=stacktrace]"),
        "{text}"
    );
    assert!(text.contains("SHOP-1 src/checkout"), "{text}");
    assert!(text.ends_with("More: get_issue"), "{text}");
    assert!(
        text.starts_with("SHOP-1 in acme [cut, see the end]\n"),
        "{text}"
    );

    let json = answer(200).into_json(budget);
    assert!(exactly(&json.to_string()) <= 500, "{json}");
    assert_eq!(json["id"], "1");
    let shown = json["frames"].as_array().unwrap().len();
    assert_eq!(json["truncated"]["omitted"]["frames"], 200 - shown);
}

#[test]
fn what_belongs_together_is_cut_together() {
    let mut list = Section::new("issues", "ask with a smaller limit");
    for number in 0..50 {
        let lines =
            ["name", "facts"].map(|part| Line::new().words(format_args!("{part} {number}")));
        list.push_entry(lines);
    }
    let text = Answer::new(&json!({}))
        .unwrap()
        .head("50 issues")
        .section(list)
        .text(Budget::new(200));
    let named = text.matches("name ").count();
    assert!(
        named > 5 && text.matches("facts ").count() == named,
        "{text}"
    );
    assert!(
        text.ends_with(&format!(
            "[cut at 200 tokens: {} more entries of issues; ask with a smaller limit]",
            50 - named
        )),
        "{text}"
    );
}

#[test]
fn a_long_text_is_shortened_when_no_list_is_left() {
    let json = fit(
        json!({"text": "wörter ".repeat(1_000), "id": 1}),
        Budget::new(300),
        "Ask for less.",
    );
    assert!(exactly(&json.to_string()) <= 300);
    assert!(json["text"].as_str().unwrap().ends_with('…'));
    assert_eq!(json["id"], 1);
    assert!(json["truncated"]["omitted"]["text"].as_u64().unwrap() > 5_000);
}
