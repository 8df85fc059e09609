use super::*;

fn read(status: u16, headers: &HeaderMap, body: &[u8]) -> Error {
    let status = StatusCode::from_u16(status).unwrap();
    from_answer(status, headers, body, SystemTime::UNIX_EPOCH).presentable(str::to_owned)
}

fn typed(content_type: &str) -> HeaderMap {
    [(CONTENT_TYPE, content_type.parse().unwrap())]
        .into_iter()
        .collect()
}

fn json(status: u16, body: &str) -> Error {
    read(status, &typed("application/json"), body.as_bytes())
}

#[test]
fn every_shape_of_sentrys_errors_is_understood() {
    let cases = [
        (r#"{"detail": "Invalid cursor."}"#, "Invalid cursor."),
        (
            r#"{"sort": ["bad"], "non_field_errors": ["no"]}"#,
            "no; sort: bad",
        ),
        (
            r#"{"detail": {"statusDetails": {"inRelease": ["unknown"]}}}"#,
            "statusDetails.inRelease: unknown",
        ),
        (
            r#""Invalid origin: example.com""#,
            "Invalid origin: example.com",
        ),
        (r#"["first", "second"]"#, "first; second"),
        (
            r#"{"detail": [{"type": "t", "loc": ["query", "sort"], "msg": "Input should be x"}]}"#,
            "query.sort: Input should be x",
        ),
        (
            r#"{"detail": [{"loc": ["body", 0, "id"], "msg": "Field required"}, {"loc": [], "msg": "Bad"}]}"#,
            "body.0.id: Field required; Bad",
        ),
        (
            r#"{"config": {"schedule": ["Invalid schedule."], "name": [["Too long."]]}}"#,
            "config.name: Too long.; config.schedule: Invalid schedule.",
        ),
        (
            r#"{"queries": [{}, {"conditions": ["Bad query."]}], "interval": null}"#,
            "queries.conditions: Bad query.",
        ),
        (r#"{"detail": null, "slug": ["Taken."]}"#, "slug: Taken."),
        (r#"{"detail": ["first", "second"]}"#, "first; second"),
        (
            r#"{"error": "The grant is not valid."}"#,
            "error: The grant is not valid.",
        ),
        (r#"{"error": "failed", "detail": 5}"#, "5"),
        ("5", "5"),
    ];
    for (body, expected) in cases {
        let error = json(400, body);
        assert_eq!(error.kind(), ErrorKind::BadRequest);
        assert_eq!(error.detail(), Some(expected), "{body}");
    }
}

#[test]
fn what_says_nothing_leaves_the_status() {
    for body in [
        "",
        "{}",
        "[]",
        "null",
        "{]",
        r#"{"detail": null}"#,
        r#"{"detail": {}}"#,
        r#"{"detail": {"message": null, "code": null}}"#,
        r#"{"detail": {"code": ["x"], "message": {}}}"#,
        r#"[[[[[[["deep"]]]]]]]"#,
        "{'detail': 'a dictionary of Python'}",
        "b'{\"detail\": \"bytes of Python\"}'",
        "detail",
        "\u{fffd}\0",
    ] {
        let error = json(429, body);
        assert_eq!(error.kind(), ErrorKind::RateLimited);
        assert_eq!((error.detail(), error.code()), (None, None), "{body}");
    }
    assert_eq!(read(500, &HeaderMap::new(), b"\xff\xfe{").detail(), None);
}

#[test]
fn every_status_has_its_kind() {
    for (status, kind) in [
        (302, ErrorKind::Redirected),
        (400, ErrorKind::BadRequest),
        (401, ErrorKind::Unauthorized),
        (403, ErrorKind::Forbidden),
        (404, ErrorKind::NotFound),
        (405, ErrorKind::Unsupported),
        (408, ErrorKind::Timeout),
        (409, ErrorKind::BadRequest),
        (410, ErrorKind::NotFound),
        (413, ErrorKind::BadRequest),
        (418, ErrorKind::Api),
        (422, ErrorKind::BadRequest),
        (429, ErrorKind::RateLimited),
        (500, ErrorKind::Unavailable),
        (501, ErrorKind::Unsupported),
        (503, ErrorKind::Unavailable),
        (507, ErrorKind::Unavailable),
        (524, ErrorKind::Unavailable),
        (999, ErrorKind::Api),
    ] {
        assert_eq!(json(status, "{}").kind(), kind, "{status}");
    }
}

#[test]
fn a_structured_detail_gives_its_code() {
    let error = json(
        401,
        r#"{"detail": {"code": "sso-required", "message": "Must login via SSO", "extra": {}}}"#,
    );
    assert_eq!(error.kind(), ErrorKind::Unauthorized);
    assert_eq!(error.code(), Some("sso-required"));
    assert_eq!(error.detail(), Some("Must login via SSO"));

    for (status, code) in [
        (302, "resource-moved"),
        (400, "parameter-validation-error"),
        (401, "member-disabled-over-limit"),
        (401, "sudo-required"),
        (401, "email-verification-required"),
        (401, "2fa-required"),
        (401, "data-secrecy"),
        (403, "superuser-required"),
        (403, "insufficient-scope"),
    ] {
        let body = format!(
            r#"{{"slug": "new", "detail": {{"code": "{code}", "message": "No.", "extra": {{"context": "a.b", "url": null}}}}}}"#
        );
        let error = json(status, &body);
        assert_eq!((error.code(), error.detail()), (Some(code), Some("No.")));
    }

    let error = json(503, r#"{"error": "apigateway", "detail": "unavailable"}"#);
    assert_eq!(error.code(), Some("apigateway"));
    assert!(error.is_transient());
}

#[test]
fn a_web_page_is_no_message_and_a_missing_route() {
    let html = typed("text/html");
    let page = b"<!doctype html><p>hello";
    let error = read(404, &html, page);
    assert_eq!(error.kind(), ErrorKind::Unsupported);
    assert_eq!(error.detail(), None);
    let error = read(502, &html, page);
    assert_eq!(error.kind(), ErrorKind::Unavailable);
    assert_eq!(error.detail(), None);

    // The gateway answers so for an organization that it cannot place.
    assert_eq!(read(404, &html, b"").kind(), ErrorKind::NotFound);

    // Sentry labels the JSON of its 429 as HTML.
    let error = read(429, &html, br#"{"detail": "slow down"}"#);
    assert_eq!(error.detail(), Some("slow down"));
}

#[test]
fn a_limit_tells_how_long_to_wait() {
    let mut headers = typed("text/html");
    headers.insert("x-sentry-rate-limit-reset", "12".parse().unwrap());
    let error = read(429, &headers, b"{}");
    assert_eq!(error.retry_after(), Some(Duration::from_secs(12)));
}

#[test]
fn long_and_wild_messages_are_cut_and_cleaned() {
    let long = "x".repeat(10_000);
    let error = json(400, &format!(r#"{{"detail": "a\u001b[31m{long}"}}"#));
    let detail = error.detail().unwrap();
    assert!(detail.len() <= MAX_DETAIL && !detail.contains('\u{1b}'));
    let turned = json(
        400,
        "{\"detail\": \"a\u{202e}b\u{200b}c\u{2028}d\u{e0041}\"}",
    );
    assert_eq!(turned.detail(), Some("a b c d "));
    let deep = format!("{}1{}", "[".repeat(90), "]".repeat(90));
    assert_eq!(json(400, &deep).detail(), None);
}

#[test]
fn of_many_messages_the_first_ones_are_told() {
    let name = "n".repeat(MAX_PATH - 1);
    let messages = vec!["bad"; 10_000];
    let body = serde_json::json!({"a": {name.as_str(): messages}}).to_string();
    let error = json(400, &body);
    let detail = error.detail().unwrap();
    assert_eq!(detail.chars().count(), MAX_DETAIL);
    assert!(detail.starts_with(&format!("a.{name}: bad; a.{name}: bad; ")));
}

#[test]
fn a_name_that_is_too_long_is_left_out() {
    let name = "n".repeat(MAX_PATH + 1);
    let body = serde_json::json!({"a": {name.as_str(): {"b": ["bad"]}}, name: 5}).to_string();
    assert_eq!(json(400, &body).detail(), Some("a.b: bad; 5"));
    let body = serde_json::json!([{"loc": ["n".repeat(500)], "msg": "bad"}]).to_string();
    assert_eq!(json(400, &body).detail(), Some("bad"));
}

#[test]
fn a_challenge_names_the_scopes() {
    let challenge = r#"Bearer error="insufficient_scope", scope="event:write event:admin""#;
    let headers = [(WWW_AUTHENTICATE, challenge.parse().unwrap())];
    let error = read(403, &headers.into_iter().collect(), b"");
    assert_eq!(error.required_scopes(), ["event:write", "event:admin"]);
}
