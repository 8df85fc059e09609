//! No secret of a sign-in is in an error, a log or `Debug`, whatever the server does.

use std::fmt::Write as _;

use sentry_api::oauth::{DevicePoll, Grant, GrantProvider, OAuth, TokenStore};
use sentry_api::{Error, TokenProvider};

use super::first_grant;
use crate::leaks::{Log, told};
use crate::script::{Act, Script, html, json};

const DEVICE: &str = r#"{"device_code": "device-canary", "user_code": "USER-CANARY",
    "verification_uri": "https://sentry.io/oauth/device/?user_code=USER-CANARY"}"#;

/// Every way in which a server can say again what it was told.
fn echoes(body: &str) -> Vec<Act> {
    let plain = body.replace('"', "'");
    let word: String = body.rsplit(['=', ':']).next().unwrap_or_default().into();
    let word = word.trim_matches(|c: char| !c.is_ascii_alphanumeric());
    vec![
        json(400, format!(r#"{{"error": "{word}"}}"#)),
        json(
            400,
            format!(r#"{{"error": "x", "error_description": "{plain}"}}"#),
        ),
        json(401, format!(r#"{{"detail": "{plain}"}}"#)),
        json(403, format!(r#"{{"error": "{plain}"}}"#)),
        json(500, format!(r#"{{"detail": "x", "errorId": "{word}"}}"#)),
        json(200, format!(r#"{{"access_token": ["{word}"]}}"#)),
        json(
            200,
            format!(r#"{{"access_token": "access-canary", "token_type": "{word}"}}"#),
        ),
        json(200, plain.clone()),
        json(302, "").header("location", format!("https://{word}.example/")),
        html(400).body(format!("<p>{plain}")),
        Act::Fail(sentry_api::transport::TransportErrorKind::Interrupted),
    ]
}

/// A server that answers the echo of this number, and a sign-in on another device once before.
fn echoing(number: usize, begins: bool) -> Script {
    Script::new(move |count, seen| {
        if begins && count == 0 {
            json(200, DEVICE)
        } else {
            echoes(&seen.body)[number].clone()
        }
    })
}

fn oauth(script: &Script) -> OAuth {
    script
        .client()
        .oauth("client-id")
        .client_secret("secret-canary")
}

fn note<T>(said: &mut String, outcome: Result<T, Error>) {
    match outcome {
        Ok(_) => panic!("an echo is no success"),
        Err(error) => *said += &told(&error),
    }
}

#[tokio::test(start_paused = true)]
async fn no_secret_of_a_sign_in_is_shown() {
    let (log, _guard) = Log::begin();
    let mut said = String::new();
    for number in 0..echoes("").len() {
        let script = echoing(number, true);
        let mut device = oauth(&script).device(&[]).await.unwrap();
        write!(said, "{device:?}").unwrap();
        note(&mut said, device.poll().await);

        let script = echoing(number, false);
        let application = oauth(&script);
        let authorization = application
            .authorize("https://app.example.com/", &[])
            .unwrap();
        write!(said, "{authorization:?} {application:?}").unwrap();
        let back = format!("code=code-canary&state={}", authorization.state());
        note(&mut said, authorization.redeem(&back).await);
        assert!(!said.contains(authorization.state()));
        let verifier = script.seen()[0]
            .body
            .rsplit("code_verifier=")
            .next()
            .unwrap()
            .to_owned();
        assert!(!said.contains(&verifier[..20]), "{said}");
        let back = format!("error=code-canary&state={}", authorization.state());
        authorization.redeem(&back).await.unwrap_err();

        note(&mut said, oauth(&script).refresh(&first_grant()).await);
        let installation = script
            .client()
            .installation("8f", "client-id", "secret-canary");
        note(&mut said, installation.authorize("code-canary").await);
        note(&mut said, installation.refresh(&first_grant()).await);
        let provider = GrantProvider::new(oauth(&script), first_grant());
        write!(said, "{provider:?} {installation:?}").unwrap();
        let client = script.builder().token_provider(provider).build().unwrap();
        write!(said, "{client:?}").unwrap();
        if let Err(error) = client.root().await {
            said += &told(&error);
        }
    }
    said += &log.text();
    assert!(said.contains("answered"), "the log is on");
    assert!(said.contains("asking for a token"), "the log is on");
    let lower = said.to_lowercase();
    let place = lower.find("canary");
    let near = place.map(|place| &said[place.saturating_sub(200)..(place + 100).min(said.len())]);
    assert_eq!(near, None);
}

#[tokio::test(start_paused = true)]
async fn no_secret_of_a_grant_is_shown() {
    let folder = tempfile::tempdir().unwrap();
    let store = TokenStore::new(folder.path().join("tokens.json"));
    let script = Script::acts([json(200, super::GRANT)]);
    let provider = GrantProvider::new(oauth(&script), first_grant());
    let provider = provider.store(store.clone()).await.unwrap();
    let old = first_grant().token();
    let token = provider.token(Some(&old)).await.unwrap();
    let grant: Grant = provider.grant().await;
    let poll = DevicePoll::Granted(grant.clone());
    let said = format!("{provider:?} {store:?} {grant:?} {token:?} {poll:?}");
    assert!(
        !said.contains("canary") && !said.contains("ann@example.com"),
        "{said}"
    );
}
