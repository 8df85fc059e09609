//! Errors as a caller meets them.

use sentry_api::{Client, ErrorKind, Token};

use crate::script::{Act, Script, json};

async fn failure(status: u16, body: &str) -> sentry_api::Error {
    let script = Script::acts([json(status, body)]);
    let issue = script.client().organization("acme").issue("SHOP-12");
    issue.get().await.unwrap_err()
}

#[tokio::test(start_paused = true)]
async fn an_error_names_the_call_and_the_next_step() {
    let mut texts = Vec::new();
    for (status, body) in [
        (400, r#"{"detail": "Invalid query."}"#),
        (401, r#"{"detail": "Invalid token"}"#),
        (
            401,
            r#"{"detail": {"code": "sso-required", "message": "Must login via SSO"}}"#,
        ),
        (
            403,
            r#"{"detail": "You do not have permission to perform this action."}"#,
        ),
        (
            404,
            r#"{"detail": "The requested resource does not exist"}"#,
        ),
        (409, r#"{"detail": "Already there."}"#),
        (413, ""),
        (418, ""),
        (
            422,
            r#"{"detail": [{"loc": ["query", "sort"], "msg": "Input should be 'count'"}]}"#,
        ),
        (429, r#"{"detail": "slow down"}"#),
        (
            500,
            r#"{"detail": "Internal Error", "errorId": "1519deb9b73449f0b16ba6ee58f02493"}"#,
        ),
        (502, ""),
    ] {
        texts.push(failure(status, body).await.to_string());
    }
    insta::assert_snapshot!(texts.join("\n"));
}

#[tokio::test(start_paused = true)]
async fn an_error_sorts_itself() {
    let error = failure(404, "{}").await;
    assert!(error.is_not_found() && !error.is_auth() && !error.is_transient());
    assert_eq!(error.status().map(|status| status.as_u16()), Some(404));
    let (method, path) = error.call().unwrap();
    assert_eq!(method, "GET");
    assert_eq!(
        path,
        "/api/0/organizations/{organization_id_or_slug}/issues/{issue_id}/"
    );

    let error = failure(403, "{}").await;
    assert!(error.is_auth());
    assert_eq!(
        error.required_scopes(),
        ["event:read", "event:write", "event:admin"]
    );
    assert!(failure(401, "{}").await.is_auth());
    assert!(failure(429, "{}").await.is_rate_limited());
    assert!(failure(503, "{}").await.is_transient());
}

#[test]
fn what_cannot_be_a_credential_or_a_header_is_refused() {
    for bad in [
        "",
        "  ",
        "two\nlines",
        "nul\0",
        "Bearer sntryu_x",
        "ünicode",
    ] {
        let error = Client::builder()
            .token(Token::new(bad))
            .build()
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    }
    assert!(Client::builder().header("Authorization", "x").is_err());
    assert!(Client::builder().header("bad name", "x").is_err());
    assert!(Client::builder().header("x-ok", "bad\nvalue").is_err());
    assert!(Client::builder().header("x-ok", "fine").is_ok());
}

#[test]
fn an_organizations_token_tells_where_it_belongs() {
    // {"iat":1.5,"url":"https://sentry.io","region_url":"https://us.sentry.io","org":"acme"}
    let payload = "eyJpYXQiOjEuNSwidXJsIjoiaHR0cHM6Ly9zZW50cnkuaW8iLCJyZWdpb25fdXJsIjoiaHR0cHM6Ly91cy5zZW50cnkuaW8iLCJvcmciOiJhY21lIn0=";
    let token = Token::new(format!("sntrys_{payload}_c2VjcmV0"));
    assert_eq!(token.organization(), Some("acme"));
    assert_eq!(token.url(), Some("https://sentry.io"));
    assert_eq!(token.region_url(), Some("https://us.sentry.io"));
    for bad in [
        "sntrys_",
        "sntrys_x_y",
        "sntrys_e30=",
        "sntrys_e30=_a_b",
        "sntrys_W10=_a",
    ] {
        assert_eq!(Token::new(bad).organization(), None, "{bad}");
    }
}

#[tokio::test(start_paused = true)]
async fn what_never_reached_the_server_was_certainly_not_done() {
    use sentry_api::transport::TransportErrorKind::{Connect, Interrupted};

    for (act, is_unsent) in [
        (Act::Fail(Connect), true),
        (Act::Fail(Interrupted), false),
        (Act::Hang, false),
        (json(500, "{}"), false),
    ] {
        let script = Script::acts([act]);
        let issue = script.client().organization("acme").issue("7");
        let error = issue.update().resolve().await.unwrap_err();
        assert_eq!(error.is_unsent(), is_unsent, "{error}");
    }
    let script = Script::acts([json(200, "{}")]);
    let error = script.client().organization("").get().await.unwrap_err();
    assert!(error.is_unsent());
}
