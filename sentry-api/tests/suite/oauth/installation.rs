use sentry_api::ErrorKind;
use sentry_api::oauth::GrantProvider;
use serde_json::{Value, json as value};

use crate::script::{Script, json};

const ANSWER: &str = r#"{"id": "1", "token": "access-canary-0", "refreshToken": "refresh-canary-0",
    "dateCreated": "2026-01-15T12:00:00Z", "expiresAt": "2040-01-15T20:00:00.000000Z",
    "scopes": ["event:read"], "application": null, "state": null}"#;

#[tokio::test(start_paused = true)]
async fn the_tokens_of_an_installation_renew_themselves() {
    let script = Script::new(|_, seen| {
        let next = ANSWER.replace("canary-0", "canary-1");
        match (
            seen.url.ends_with("/authorizations/"),
            seen.token.as_deref(),
        ) {
            (true, _) if seen.body.contains("code-canary") => json(201, ANSWER),
            (true, _) => json(201, next),
            (false, Some("access-canary-0")) => json(401, r#"{"detail": "Token expired"}"#),
            (false, _) => json(200, "{}"),
        }
    });
    let installation = script
        .client()
        .installation("8f-6c", "client-id", "secret-canary");
    let grant = installation.authorize("code-canary").await.unwrap();
    assert_eq!(grant.expires_at().unwrap().year(), 2040);
    let provider = GrantProvider::new(installation, grant);
    let client = script.builder().token_provider(provider).build().unwrap();
    client.root().await.unwrap();

    let seen = script.seen();
    let url = "https://sentry.io/api/0/sentry-app-installations/8f-6c/authorizations/";
    let bodies: Vec<Value> = [&seen[0], &seen[2]]
        .into_iter()
        .inspect(|seen| assert_eq!((seen.url.as_str(), &seen.token), (url, &None)))
        .map(|seen| serde_json::from_str(&seen.body).unwrap())
        .collect();
    let (client_id, client_secret) = ("client-id", "secret-canary");
    assert_eq!(
        bodies,
        [
            value!({"grant_type": "authorization_code", "code": "code-canary",
                "client_id": client_id, "client_secret": client_secret}),
            value!({"grant_type": "refresh_token", "refresh_token": "refresh-canary-0",
                "client_id": client_id, "client_secret": client_secret}),
        ]
    );
    assert_eq!(seen[3].token.as_deref(), Some("access-canary-1"));
}

#[tokio::test]
async fn a_used_code_is_forbidden_and_not_shown() {
    let script = Script::acts([json(403, r#"{"error": "code-canary secret-canary used"}"#)]);
    let installation = script
        .client()
        .installation("8f-6c", "client-id", "secret-canary");
    let error = installation.authorize("code-canary").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Forbidden);
    let shown = format!("{error} {error:?} {installation:?}");
    assert!(
        shown.contains("[token] [token] used") && !shown.contains("canary"),
        "{shown}"
    );

    let walking = script
        .client()
        .installation("..", "client-id", "secret-canary");
    let error = walking.authorize("code-canary").await.unwrap_err();
    assert_eq!(
        (error.kind(), script.count()),
        (ErrorKind::InvalidRequest, 1)
    );
}
