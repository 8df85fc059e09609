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
    ];
    for (body, expected) in cases {
        let error = json(400, body);
        assert_eq!(error.kind(), ErrorKind::BadRequest);
        assert_eq!(error.detail(), Some(expected), "{body}");
        assert_eq!(error.code(), None, "{body}");
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
    let deep = format!("{}1{}", "[".repeat(90), "]".repeat(90));
    assert_eq!(json(400, &deep).detail(), None);
}

#[test]
fn a_challenge_names_the_scopes() {
    let challenge = r#"Bearer error="insufficient_scope", scope="event:write event:admin""#;
    let headers = [(WWW_AUTHENTICATE, challenge.parse().unwrap())];
    let error = read(403, &headers.into_iter().collect(), b"");
    assert_eq!(error.required_scopes(), ["event:write", "event:admin"]);
}
