use std::time::{Duration, SystemTime};

use futures::future::join_all;
use sentry_api::oauth::{Grant, GrantProvider};
use sentry_api::transport::TransportErrorKind;
use sentry_api::{ErrorKind, TokenProvider};
use time::macros::datetime;

use super::{GRANT, fields, first_grant, form, public, refusal};
use crate::script::{Act, Script, html, json};

/// Reads a grant as a server answers it.
async fn read(body: &str) -> Result<Grant, sentry_api::Error> {
    public(&Script::acts([json(200, body)]))
        .refresh(&first_grant())
        .await
}

#[tokio::test]
async fn a_grant_is_read_whatever_the_server_leaves_out() {
    let grant = read(GRANT).await.unwrap();
    assert_eq!(grant.scopes(), ["org:read", "event:read"]);
    let user = grant.user().unwrap();
    assert_eq!(user.id.as_ref().unwrap().as_str(), "7");
    assert_eq!(user.email.as_deref(), Some("ann@example.com"));
    let left = grant
        .token()
        .expires_at()
        .unwrap()
        .duration_since(SystemTime::now());
    let days = left.unwrap().as_secs() / 86_400;
    assert_eq!(days, 29, "the time that is left counts more than the end");

    let end = r#"{"access_token": "a", "expires_at": "2030-01-01T00:00:00", "token_type": "bearer",
        "refresh_token": null, "expires_in": null, "scope": null, "user": null, "x": [1]}"#;
    let grant = read(end).await.unwrap();
    assert_eq!(grant.expires_at(), Some(datetime!(2030-01-01 00:00 UTC)));
    assert!(grant.has_refresh_token(), "the one before stays");

    for odd in [
        r#"{"access_token": "a"}"#,
        r#"{"access_token": "a", "expires_in": "soon", "expires_at": 7e300, "scope": 7}"#,
        r#"{"access_token": "a", "user": {"id": null, "name": 7}, "organization_id": 7}"#,
        r#"{"access_token": "a", "expires_in": 18446744073709551615}"#,
    ] {
        let grant = read(odd).await.unwrap();
        assert_eq!(grant.expires_at(), None, "{odd}");
    }
    let long_ago = r#"{"access_token": "a", "expires_at": "0001-01-01T00:00:00Z"}"#;
    let grant = read(long_ago).await.unwrap();
    assert_eq!(grant.token().expires_at(), Some(SystemTime::UNIX_EPOCH));
}

#[tokio::test]
async fn what_is_no_grant_is_an_error() {
    for body in [
        "{}",
        "",
        "[]",
        r#"{"access_token": ""}"#,
        r#"{"access_token": null}"#,
        r#"{"access_token": "a", "token_type": "mac"}"#,
    ] {
        let error = read(body).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode, "{body}");
    }
    assert!(Grant::from_json("access-canary").is_err());
}

#[tokio::test]
async fn a_grant_survives_a_store_of_ones_own() {
    let grant = read(GRANT).await.unwrap();
    let text = grant.expose_json().unwrap();
    let again = Grant::from_json(&text).unwrap();
    assert_eq!(again.expose_json().unwrap(), text);
    assert_eq!(again.scopes(), grant.scopes());
    assert_eq!(again.user(), grant.user());
    assert!(text.contains("refresh-canary-1") && again.has_refresh_token());
}

#[tokio::test]
async fn a_renewal_asks_for_no_scope_and_keeps_the_secret_in_the_form() {
    let script = Script::acts([json(200, GRANT)]);
    public(&script).refresh(&first_grant()).await.unwrap();
    let confidential = public(&script).client_secret("secret+canary&");
    confidential.refresh(&first_grant()).await.unwrap();
    let seen = script.seen();
    let public = [
        ("client_id", "client-id"),
        ("grant_type", "refresh_token"),
        ("refresh_token", "refresh-canary-0"),
    ];
    assert_eq!(fields(&seen[0]), form(&public));
    let secret = ("client_secret", "secret+canary&");
    assert_eq!(fields(&seen[1]), form(&[&public[..], &[secret]].concat()));
    assert!(
        seen.iter().all(|seen| seen.token.is_none()),
        "never both ways"
    );
}

#[tokio::test(start_paused = true)]
async fn a_renewal_is_repeated_only_when_nothing_was_sent() {
    let script = Script::acts([Act::Fail(TransportErrorKind::Connect), json(200, GRANT)]);
    public(&script).refresh(&first_grant()).await.unwrap();
    let script = Script::acts([Act::Fail(TransportErrorKind::Interrupted), json(200, GRANT)]);
    public(&script).refresh(&first_grant()).await.unwrap_err();
    assert_eq!(script.count(), 1);
}

#[tokio::test]
async fn the_reasons_of_oauth_are_told() {
    for (act, kind, code) in [
        (
            refusal("invalid_grant"),
            ErrorKind::Unauthorized,
            "invalid_grant",
        ),
        (
            refusal("invalid_request"),
            ErrorKind::BadRequest,
            "invalid_request",
        ),
        (
            json(401, r#"{"error": "invalid_client"}"#),
            ErrorKind::Unauthorized,
            "invalid_client",
        ),
    ] {
        let error = public(&Script::acts([act]))
            .refresh(&first_grant())
            .await
            .unwrap_err();
        assert_eq!((error.kind(), error.code()), (kind, Some(code)));
        assert!(error.to_string().contains(code), "{error}");
    }
    let script = Script::acts([json(200, GRANT)]);
    let grant = Grant::from_json(r#"{"access_token": "a"}"#).unwrap();
    let error = public(&script).refresh(&grant).await.unwrap_err();
    assert_eq!((error.code(), script.count()), (Some("invalid_grant"), 0));
}

#[tokio::test]
async fn a_grant_is_withdrawn_by_its_refresh_token() {
    let script = Script::acts([json(200, "")]);
    let oauth = public(&script).client_secret("secret-canary");
    oauth.revoke(&first_grant()).await.unwrap();
    oauth
        .revoke(&Grant::from_json(r#"{"access_token": "a"}"#).unwrap())
        .await
        .unwrap();
    let seen = script.seen();
    assert_eq!(seen[0].url, "https://sentry.io/oauth/revoke/");
    let client = [
        ("client_id", "client-id"),
        ("client_secret", "secret-canary"),
    ];
    let (refresh, access) = (
        [
            ("token", "refresh-canary-0"),
            ("token_type_hint", "refresh_token"),
        ],
        [("token", "a"), ("token_type_hint", "access_token")],
    );
    assert_eq!(fields(&seen[0]), form(&[client, refresh].concat()));
    assert_eq!(fields(&seen[1]), form(&[client, access].concat()));
    let error = public(&Script::acts([html(404)]))
        .revoke(&first_grant())
        .await;
    assert_eq!(error.unwrap_err().kind(), ErrorKind::Unsupported);
}

#[tokio::test]
async fn endpoints_are_found_where_the_server_says() {
    let metadata = r#"{"issuer": "https://sentry.io", "token_endpoint": "https://sentry.io/o/t/",
        "authorization_endpoint": "https://sentry.io/o/a/", "grant_types_supported": ["x"]}"#;
    let script = Script::acts([json(200, metadata), json(200, GRANT)]);
    let oauth = public(&script).discover().await.unwrap();
    oauth.refresh(&first_grant()).await.unwrap();
    let authorization = oauth.authorize("https://app.example.com/", &[]).unwrap();
    assert!(authorization.url().starts_with("https://sentry.io/o/a/?"));
    let urls: Vec<_> = script.seen().into_iter().map(|seen| seen.url).collect();
    assert_eq!(
        urls,
        [
            "https://sentry.io/.well-known/oauth-authorization-server",
            "https://sentry.io/o/t/",
        ]
    );
    for missing in [
        json(404, r#"{"detail": "x"}"#),
        html(404),
        html(200),
        json(200, "{}"),
    ] {
        let script = Script::acts([missing, json(200, GRANT)]);
        let oauth = public(&script).discover().await.unwrap();
        oauth.refresh(&first_grant()).await.unwrap();
        assert_eq!(script.seen()[1].url, "https://sentry.io/oauth/token/");
    }
    let prefixed = Script::acts([
        json(
            200,
            r#"{"token_endpoint": "http://sentry.example.com:9000/prefix/o/t/"}"#,
        ),
        json(200, GRANT),
    ]);
    let builder = prefixed
        .builder()
        .base_url("http://sentry.example.com:9000/prefix/");
    let client = builder.unwrap().build().unwrap();
    let oauth = client.oauth("client-id").discover().await.unwrap();
    oauth.refresh(&first_grant()).await.unwrap();
    assert_eq!(
        prefixed.seen()[1].url,
        "http://sentry.example.com:9000/prefix/o/t/"
    );
}

#[tokio::test]
async fn no_endpoint_elsewhere_gets_a_secret() {
    for endpoint in [
        "https://evil.example/o/t/",
        "https://sentry.io.evil.example/",
        "https://sentry.io@evil.example/",
        "http://sentry.io/o/t/",
        "https://sentry.io:8443/o/t/",
        "https://us.sentry.io/o/t/",
        "https://sentry.io/o/t/?a=1",
        "//evil.example/",
        "data:text/plain,x",
    ] {
        for field in [
            "token_endpoint",
            "revocation_endpoint",
            "authorization_endpoint",
        ] {
            let metadata = format!(r#"{{"{field}": "{endpoint}"}}"#);
            let script = Script::acts([json(200, metadata)]);
            let error = public(&script).discover().await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Redirected, "{endpoint}");
            assert_eq!(script.count(), 1);
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_hundred_calls_use_a_refresh_token_once() {
    let script = Script::new(|_, seen| match seen.token.as_deref() {
        None if seen.url.ends_with("/oauth/token/") => json(200, GRANT),
        Some("access-canary-1") => json(200, "{}"),
        _ => json(401, r#"{"detail": "Token expired"}"#),
    });
    let provider = GrantProvider::new(public(&script), first_grant());
    let client = script.builder().token_provider(provider).build().unwrap();
    let calls = (0..100).map(|_| client.root().into_future());
    for answer in join_all(calls).await {
        answer.unwrap();
    }
    let seen = script.seen();
    let renewals = seen.iter().filter(|seen| seen.token.is_none()).count();
    assert_eq!(renewals, 1);
}

#[tokio::test(start_paused = true)]
async fn a_renewal_that_fails_says_that_the_call_was_not_made() {
    for (act, kind) in [
        (refusal("invalid_grant"), ErrorKind::Unauthorized),
        (json(503, ""), ErrorKind::Unavailable),
        (Act::Hang, ErrorKind::Timeout),
    ] {
        let script = Script::new(move |_, seen| match &seen.token {
            None => act.clone(),
            Some(_) => json(401, r#"{"detail": "Token expired"}"#),
        });
        let provider = GrantProvider::new(public(&script), first_grant());
        let builder = script.builder().token_provider(provider);
        let client = builder.timeout(Duration::from_secs(60)).build().unwrap();
        let issue = client.organization("acme").issue("1");
        let error = issue.update().resolve().await.unwrap_err();
        let (method, path) = error.call().unwrap();
        assert_eq!((method.as_str(), path), ("POST", "/oauth/token/"));
        assert_eq!((error.kind(), error.is_unsent()), (kind, true), "{error}");
    }
}

#[tokio::test]
async fn a_grant_that_has_ended_is_renewed_before_it_is_used() {
    let script = Script::acts([json(200, GRANT), json(200, "{}")]);
    let end = SystemTime::now() - Duration::from_secs(5);
    let end = time::OffsetDateTime::from(end);
    let format = &time::format_description::well_known::Rfc3339;
    let ended = format!(
        r#"{{"access_token": "a", "refresh_token": "r", "expires_at": "{}"}}"#,
        end.format(format).unwrap()
    );
    let provider = GrantProvider::new(public(&script), Grant::from_json(&ended).unwrap());
    let client = script.builder().token_provider(provider).build().unwrap();
    client.root().await.unwrap();
    assert_eq!(script.count(), 2);
    assert_eq!(script.seen()[1].token.as_deref(), Some("access-canary-1"));
}

#[tokio::test]
async fn a_grant_without_an_end_is_the_servers_to_refuse() {
    let script = Script::acts([json(401, r#"{"detail": "Token expired"}"#)]);
    let grant = Grant::from_json(r#"{"access_token": "a"}"#).unwrap();
    let provider = GrantProvider::new(public(&script), grant);
    let client = script.builder().token_provider(provider).build().unwrap();
    let error = client.root().await.unwrap_err();
    assert_eq!(error.detail(), Some("Token expired"));
    assert_eq!(script.count(), 1);
}

#[tokio::test]
async fn a_grant_that_cannot_be_renewed_is_used_to_its_end() {
    let script = Script::acts([json(200, r#"{"access_token": "a", "expires_in": 50}"#)]);
    let authorization = public(&script).authorize("https://app.example.com/", &[]);
    let authorization = authorization.unwrap();
    let back = format!("code=c&state={}", authorization.state());
    let grant = authorization.redeem(&back).await.unwrap();
    let provider = GrantProvider::new(public(&script), grant);
    provider.token(None).await.unwrap();
    assert_eq!(script.count(), 1);

    let ended = r#"{"access_token": "a", "expires_at": "2020-01-01T00:00:00Z"}"#;
    let provider = GrantProvider::new(public(&script), Grant::from_json(ended).unwrap());
    let error = provider.token(None).await.unwrap_err();
    assert_eq!((error.code(), script.count()), (Some("invalid_grant"), 1));
}

#[tokio::test]
async fn several_clients_may_share_a_provider() {
    let script = Script::acts([json(200, GRANT)]);
    let provider = GrantProvider::new(public(&script), first_grant());
    let old = provider.token(None).await.unwrap();
    let (first, second) = futures::join!(provider.token(Some(&old)), provider.token(Some(&old)));
    let end = first.unwrap().expires_at();
    assert_eq!(end, second.unwrap().expires_at());
    assert!(end.is_some());
    assert_eq!(script.count(), 1);
    assert!(!format!("{provider:?}").contains("canary"));
}
