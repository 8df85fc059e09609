//! Secrets in the spelling in which they were sent, should a server say it again.

use sentry_api::Token;
use sentry_api::oauth::Grant;

use crate::leaks::told;
use crate::script::{Script, json};

/// A server that says again what it was sent.
fn echoing() -> Script {
    Script::new(|_, seen| {
        let said = serde_json::json!({ "detail": format!("bad body: {}", seen.body) });
        json(400, said.to_string())
    })
}

#[tokio::test(start_paused = true)]
async fn no_secret_is_shown_as_a_form_or_json_spells_it() {
    let script = echoing();
    let grant = r#"{"access_token": "a0", "refresh_token": "refresh/canary+\"é\\="}"#;
    let grant = Grant::from_json(grant).unwrap();
    let oauth = script.client().oauth("client-id");
    let oauth = oauth.client_secret("s3cret/canary+AAAA=");
    let authorization = oauth.authorize("https://app.example.com/", &[]).unwrap();
    let back = format!("code=code%2F%22canary%5C&state={}", authorization.state());
    let installation = script
        .client()
        .installation("8f", "client-id", "short7\"\\écanary");
    for error in [
        oauth.refresh(&grant).await.unwrap_err(),
        authorization.redeem(&back).await.unwrap_err(),
        installation.refresh(&grant).await.unwrap_err(),
        installation.authorize("code/\"canary\\").await.unwrap_err(),
    ] {
        let shown = told(&error);
        assert!(shown.contains("bad body") && shown.contains("[token]"));
        assert!(!shown.contains("canary"), "{shown}");
    }
}

#[tokio::test(start_paused = true)]
async fn no_token_is_shown_as_an_address_spells_it() {
    let token = "sntrys_eyJvcmciOiJhIn0=_secretcanary000";
    let echo = token.replace('=', "%3D");
    let script = Script::acts([json(401, format!(r#"{{"detail": "no token {echo}"}}"#))]);
    let builder = script.builder().token(Token::new(token));
    let error = builder.build().unwrap().root().await.unwrap_err();
    assert_eq!(error.detail(), Some("no token [token]"));
}
