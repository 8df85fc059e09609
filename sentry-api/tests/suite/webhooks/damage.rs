//! Bodies of which a part is not what it should be; Sentry signs those as well.

use std::collections::BTreeSet;

use proptest::prelude::*;
use sentry_api::webhook::{Payload, WebhookError};
use serde_json::Value;

use super::{bodies, receive};
use crate::damage::{damaged, damages, places};

const RESOURCES: [&str; 9] = [
    "activity_alert",
    "comment",
    "error",
    "event_alert",
    "installation",
    "issue",
    "metric_alert",
    "preprod_artifact",
    "seer",
];

/// What a payload is nothing without.
const NEEDED: [&str; 7] = [
    "/data",
    "/data/issue",
    "/data/issue/id",
    "/data/error",
    "/data/error/event_id",
    "/data/event",
    "/data/event/event_id",
];

#[test]
fn no_damaged_value_costs_a_payload() {
    let mut lost = BTreeSet::new();
    for resource in RESOURCES {
        let whole = bodies(resource).remove(0);
        let mut all = Vec::new();
        places(&whole, "", &mut all);
        all.retain(|place| !NEEDED.contains(&&**place) && place != "/data/installation");
        for place in all {
            for damage in damages() {
                let body = damaged(&whole, &place, damage.as_ref()).to_string();
                let webhook = receive(resource, body.as_bytes()).unwrap();
                if matches!(webhook.payload, Payload::Unknown) {
                    lost.insert(format!("{resource}: {place}"));
                }
            }
        }
    }
    assert_eq!(Vec::from_iter(lost).join("\n"), "");
}

#[test]
fn what_is_sound_is_kept_beside_the_damage() {
    let body = r#"{"data": {"issue": {"id": 7, "title": "kept", "count": [], "metadata": 5},
        "assignee": "nobody"}, "installation": [], "action": 5}"#;
    let webhook = receive("issue", body.as_bytes()).unwrap();
    assert_eq!(webhook.action.as_str(), "5");
    let Payload::Issue(data) = webhook.payload else {
        panic!("the issue was lost");
    };
    assert_eq!(data.issue.title.as_deref(), Some("kept"));
    assert_eq!((data.issue.count, data.assignee), (None, None));

    let body = r#"{"data": {"run_id": 1, "pull_requests": [null, {"repo_name": "a"}, 5]}}"#;
    let webhook = receive("seer", body.as_bytes()).unwrap();
    let Payload::Seer(data) = webhook.payload else {
        panic!("the run was lost");
    };
    assert_eq!(data.pull_requests.len(), 1);
}

#[test]
fn half_an_emoji_and_stray_bytes_cost_nothing() {
    let body = b"{\"data\": {\"comment\": \"cut \\ud83d \xff\"}}";
    let webhook = receive("comment", body).unwrap();
    let Payload::Comment(data) = webhook.payload else {
        panic!("the comment was lost");
    };
    assert_eq!(data.comment.as_deref(), Some("cut \u{fffd} \u{fffd}"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_bytes_are_read_or_refused(
        resource in prop::sample::select(RESOURCES.as_slice()),
        cuts in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        length in any::<prop::sample::Index>(),
        is_cut in prop::bool::weighted(0.2),
    ) {
        let mut body = Value::from(bodies(resource)).to_string().into_bytes();
        body = body[1..body.len() - 1].to_vec();
        for (place, byte) in cuts {
            let place = place.index(body.len());
            body[place] = byte;
        }
        if is_cut {
            body.truncate(length.index(body.len()));
        }
        for resource in [resource, "weather"] {
            if let Err(error) = receive(resource, &body) {
                prop_assert_eq!(error, WebhookError::NotAnObject);
            }
        }
    }
}
