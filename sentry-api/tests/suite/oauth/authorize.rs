use std::collections::{BTreeMap, BTreeSet};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sentry_api::oauth::Authorization;
use sentry_api::{Client, ErrorKind};
use sha2::{Digest, Sha256};
use url::Url;

use super::{GRANT, fields, form, public};
use crate::script::{Script, json};

const REDIRECT: &str = "https://app.example.com/callback?a=1";

fn query(authorization: &Authorization) -> BTreeMap<String, String> {
    let url = Url::parse(authorization.url()).unwrap();
    url.query_pairs().into_owned().collect()
}

#[tokio::test]
async fn the_code_is_bound_to_the_browser_that_was_sent() {
    let script = Script::acts([json(200, GRANT)]);
    let oauth = public(&script);
    let authorization = oauth
        .authorize(REDIRECT, &["org:read", "event:read"])
        .unwrap();
    let asked = query(&authorization);
    let (state, challenge) = (&asked["state"], &asked["code_challenge"]);
    assert_eq!(
        asked,
        form(&[
            ("client_id", "client-id"),
            ("code_challenge", challenge),
            ("code_challenge_method", "S256"),
            ("redirect_uri", REDIRECT),
            ("response_type", "code"),
            ("scope", "org:read event:read"),
            ("state", state),
        ])
    );
    assert_eq!(authorization.state(), state);

    let back = format!("{REDIRECT}&state={state}&code=code-canary");
    authorization.redeem(&back).await.unwrap();
    let seen = script.seen().pop().unwrap();
    assert_eq!(seen.url, "https://sentry.io/oauth/token/");
    let sent = fields(&seen);
    let verifier = &sent["code_verifier"];
    assert_eq!(
        sent,
        form(&[
            ("client_id", "client-id"),
            ("code", "code-canary"),
            ("code_verifier", verifier),
            ("grant_type", "authorization_code"),
            ("redirect_uri", REDIRECT),
        ])
    );
    assert_eq!(URL_SAFE_NO_PAD.encode(Sha256::digest(verifier)), *challenge);
    assert_eq!(verifier.len(), 43, "as RFC 7636 asks for");
}

#[test]
fn every_sign_in_has_its_own_secrets() {
    let oauth = Client::builder().build().unwrap().oauth("client-id");
    let secrets: BTreeSet<_> = (0..50)
        .map(|_| query(&oauth.authorize(REDIRECT, &[]).unwrap()))
        .flat_map(|mut asked| [asked.remove("state"), asked.remove("code_challenge")])
        .collect();
    assert_eq!(secrets.len(), 100);
    assert!(oauth.authorize("no address", &[]).is_err());
}

#[tokio::test]
async fn another_sign_in_is_not_taken() {
    let script = Script::acts([json(200, GRANT)]);
    let authorization = public(&script).authorize(REDIRECT, &[]).unwrap();
    let state = authorization.state();
    for back in [
        "code=c".to_owned(),
        "code=c&state=".to_owned(),
        "code=c&state=another".to_owned(),
        format!("code=c&state={state}x"),
        format!("code=c&state={state}&state={state}"),
        format!("code=c&state=another&state={state}"),
        format!("code=c#&state={state}"),
        "error=access_denied".to_owned(),
    ] {
        let error = authorization.redeem(&back).await.unwrap_err();
        assert_eq!(
            (error.kind(), error.code()),
            (ErrorKind::Unauthorized, None),
            "{back}"
        );
        assert!(
            error.problem().unwrap().contains("another sign-in"),
            "{error}"
        );
    }
    for back in [
        format!("state={state}"),
        format!("code=a&code=b&state={state}"),
    ] {
        let error = authorization.redeem(&back).await.unwrap_err();
        assert!(
            error.problem().unwrap().contains("without a code"),
            "{error}"
        );
    }
    let back = format!("error=access_denied&code=c&state={state}");
    let error = authorization.redeem(&back).await.unwrap_err();
    assert_eq!(error.code(), Some("access_denied"));
    assert_eq!(script.count(), 0);
}
