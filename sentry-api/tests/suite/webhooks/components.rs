//! Requests of an integration's UI components.

use http::HeaderMap;
use sentry_api::webhook::{IssueLink, SelectOption, SelectOptionsRequest, WebhookError};
use serde_json::json;

use super::{headers, verifier};

/// `hmac.new(SECRET, b"", sha256).hexdigest()`, as Python has it.
const OF_NOTHING: &str = "240ca95042a55553e64e5e29ff35637fc3ee334ce05ae83347f4e3ae31ec2681";

fn signed(body: &[u8]) -> HeaderMap {
    headers(&[("Sentry-App-Signature", &verifier().sign(body))])
}

#[test]
fn a_form_for_an_issue_is_read_and_answered() {
    let body = json!({
        "fields": {"title": "Rates", "owner": 5}, "issueId": 4_100_231,
        "installationId": "5b0c", "webUrl": "https://sentry.example.com/issues/4100231/",
        "project": {"slug": "shop-api", "id": 4501},
        "actor": {"type": "user", "id": 31, "name": "Mara"}
    })
    .to_string();
    let headers = signed(body.as_bytes());
    let request = verifier().verify_issue_link(&headers, body.as_bytes());
    let request = request.unwrap();
    assert_eq!(request.fields["owner"], 5);
    assert_eq!(request.installation.as_deref(), Some("5b0c"));
    assert_eq!(request.issue_id.unwrap().as_str(), "4100231");
    assert!(request.web_url.is_some());
    assert_eq!(request.project.unwrap().slug.as_deref(), Some("shop-api"));
    assert_eq!(request.actor.unwrap().id.as_deref(), Some("31"));

    let answer = IssueLink {
        web_url: "https://tracker.example.com/SHOP/12".to_owned(),
        project: "SHOP".to_owned(),
        identifier: "12".to_owned(),
    };
    let expected = json!({"webUrl": "https://tracker.example.com/SHOP/12",
        "project": "SHOP", "identifier": "12"});
    assert_eq!(serde_json::to_value(answer).unwrap(), expected);
}

#[test]
fn the_settings_of_an_alert_are_read() {
    let body =
        br##"{"fields": [{"name": "channel", "value": "#shop"}], "installationId": "5b0c"}"##;
    let request = verifier().verify_alert_rule_action(&signed(body), body);
    let request = request.unwrap();
    assert_eq!(request.installation.as_deref(), Some("5b0c"));
    assert_eq!(request.fields[0].name, "channel");
    assert_eq!(request.fields[0].value, "#shop");
}

#[test]
fn a_request_for_choices_is_read_from_its_query() {
    let headers = headers(&[("Sentry-App-Signature", OF_NOTHING)]);
    let query = "installationId=5b0c&projectSlug=shop&query=t%C3%A4x&new=1\
        &dependentData=%7B%22owner%22%3A+5%7D";
    let request = verifier().verify_select_options(&headers, query).unwrap();
    assert_eq!(request.installation.as_deref(), Some("5b0c"));
    assert_eq!(request.project_slug.as_deref(), Some("shop"));
    assert_eq!(request.query.as_deref(), Some("täx"));
    assert_eq!(request.dependent_data, Some(json!({"owner": 5})));
    let nothing = verifier().verify_select_options(&headers, "dependentData=%7B");
    assert_eq!(nothing.unwrap(), SelectOptionsRequest::default());

    let choice = SelectOption {
        label: "Mara".to_owned(),
        value: "31".to_owned(),
        default: true,
    };
    let expected = json!({"label": "Mara", "value": "31", "default": true});
    assert_eq!(serde_json::to_value(choice).unwrap(), expected);
}

#[test]
fn damage_and_other_signatures() {
    let body = br#"{"fields": [5], "issueId": {}, "project": 7}"#;
    let request = verifier().verify_issue_link(&signed(body), body).unwrap();
    assert_eq!((request.fields.len(), request.issue_id), (0, None));

    let verifier = verifier();
    let other = signed(b"{}");
    let unsigned = WebhookError::Unsigned("Sentry-App-Signature");
    for (headers, expected) in [
        (&other, WebhookError::WrongSignature),
        (&HeaderMap::new(), unsigned),
    ] {
        assert_eq!(
            verifier.verify_issue_link(headers, body).err(),
            Some(expected)
        );
        assert_eq!(
            verifier.verify_alert_rule_action(headers, body).err(),
            Some(expected)
        );
        assert_eq!(
            verifier.verify_select_options(headers, "").err(),
            Some(expected)
        );
    }
    let error = verifier.verify_issue_link(&signed(b"[]"), b"[]");
    assert_eq!(error.err(), Some(WebhookError::NotAnObject));
}
