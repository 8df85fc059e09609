//! Tokens that change, and servers that they may go to; the clock is tokio's, paused.

use std::future::Future;
use std::pin::Pin;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use futures::future::join_all;
use sentry_api::transport::TransportErrorKind;
use sentry_api::{Client, Error, ErrorKind, Token, TokenProvider};

use crate::leaks::Log;
use crate::script::{Act, Script, json};

const ORGANIZATION: &str = r#"{"id": "1", "slug": "acme"}"#;

type Given = Pin<Box<dyn Future<Output = Result<Token, Error>> + Send>>;
type Give = dyn Fn(usize) -> Given + Send + Sync;

/// A provider that gives by the number of the question, from 0.
#[derive(Clone)]
struct Provider {
    give: Arc<Give>,
    asked: Arc<AtomicUsize>,
    refused: Arc<Mutex<Vec<bool>>>,
}

impl Provider {
    fn new<F>(give: impl Fn(usize) -> F + Send + Sync + 'static) -> Self
    where
        F: Future<Output = Result<Token, Error>> + Send + 'static,
    {
        Self {
            give: Arc::new(move |number| Box::pin(give(number))),
            asked: Arc::default(),
            refused: Arc::default(),
        }
    }

    /// Gives `secret-token-0`, `secret-token-1` and so on, each after a second.
    fn counting() -> Self {
        Self::new(|number| async move {
            tokio::time::sleep(Duration::from_secs(1)).await;
            Ok(Token::new(format!("secret-token-{number}")))
        })
    }

    fn asked(&self) -> usize {
        self.asked.load(Ordering::SeqCst)
    }
}

impl std::fmt::Debug for Provider {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("secret-provider")
    }
}

#[async_trait::async_trait]
impl TokenProvider for Provider {
    async fn token(&self, refused: Option<&Token>) -> Result<Token, Error> {
        let number = self.asked.fetch_add(1, Ordering::SeqCst);
        self.refused.lock().unwrap().push(refused.is_some());
        (self.give)(number).await
    }
}

/// A server that takes the tokens from this number on.
fn takes_from(first: usize) -> Script {
    Script::new(move |_, seen| {
        let token = seen.token.as_deref().unwrap_or_default();
        let number = token.strip_prefix("secret-token-").unwrap();
        if number.parse::<usize>().unwrap() >= first {
            json(200, ORGANIZATION)
        } else {
            json(401, r#"{"detail": "Invalid token"}"#)
        }
    })
}

fn client(script: &Script, provider: &Provider) -> Client {
    let builder = script.builder().token_provider(provider.clone());
    builder.build().unwrap()
}

#[tokio::test(start_paused = true)]
async fn a_hundred_refusals_lead_to_one_renewal() {
    let (script, provider) = (takes_from(1), Provider::counting());
    let client = client(&script, &provider);
    let calls = (0..100).map(|_| client.organization("acme").get().into_future());
    for answer in join_all(calls).await {
        assert_eq!(answer.unwrap().slug, "acme");
    }
    assert_eq!(provider.asked(), 2, "the first token and its successor");
    assert_eq!(*provider.refused.lock().unwrap(), [false, true]);
    assert_eq!(script.count(), 200);

    client.organization("acme").get().await.unwrap();
    assert_eq!((provider.asked(), script.count()), (2, 201));
}

#[tokio::test(start_paused = true)]
async fn a_refused_write_is_sent_once_more() {
    let (script, provider) = (takes_from(1), Provider::counting());
    let issue = client(&script, &provider).organization("acme").issue("1");
    issue.update().resolve().await.unwrap();
    let seen = script.seen();
    assert_eq!(seen.len(), 2);
    assert_eq!(seen[0].body, seen[1].body);
    assert_eq!(seen[0].token.as_deref(), Some("secret-token-0"));
    assert_eq!(seen[1].token.as_deref(), Some("secret-token-1"));
}

#[tokio::test(start_paused = true)]
async fn a_second_refusal_is_an_error() {
    let (script, provider) = (takes_from(9), Provider::counting());
    let client = client(&script, &provider);
    let error = client.organization("acme").get().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unauthorized);
    assert_eq!(error.detail(), Some("Invalid token"));
    assert_eq!((provider.asked(), script.count()), (2, 2));
}

#[tokio::test(start_paused = true)]
async fn a_provider_without_another_token_ends_the_call() {
    let script = takes_from(9);
    let provider = Provider::new(|_| async { Ok(Token::new("secret-token-0")) });
    let client = client(&script, &provider);
    let error = client.organization("acme").get().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unauthorized);
    assert_eq!((provider.asked(), script.count()), (2, 1));
}

#[tokio::test(start_paused = true)]
async fn another_token_is_not_asked_for_where_it_would_not_help() {
    let body = r#"{"detail": {"code": "sso-required", "message": "no", "extra": {}}}"#;
    let (script, provider) = (Script::acts([json(401, body)]), Provider::counting());
    let client = client(&script, &provider);
    let error = client.organization("acme").get().await.unwrap_err();
    assert_eq!(error.code(), Some("sso-required"));
    assert_eq!((provider.asked(), script.count()), (1, 1));
}

#[tokio::test(start_paused = true)]
async fn a_failed_renewal_fails_all_who_wait_and_rests() {
    let script = takes_from(1);
    let provider = Provider::new(|number| async move {
        tokio::time::sleep(Duration::from_secs(1)).await;
        match number {
            0 | 2 => Ok(Token::new(format!("secret-token-{number}"))),
            _ => Err(Error::no_token(
                "the vault is shut",
                "no route to the vault",
            )),
        }
    });
    let client = client(&script, &provider);
    let calls = (0..100).map(|_| client.organization("acme").get().into_future());
    for answer in join_all(calls).await {
        let error = answer.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Unauthorized);
        assert_eq!(error.problem(), Some("the vault is shut"));
        assert_eq!(error.status(), None);
        assert!(error.is_unsent(), "what was refused did nothing");
    }
    assert_eq!((provider.asked(), script.count()), (2, 100));

    let error = client.organization("acme").get().await.unwrap_err();
    assert!(error.to_string().contains("the vault is shut"), "{error}");
    assert!(error.is_unsent());
    assert_eq!((provider.asked(), script.count()), (2, 100), "at rest");

    tokio::time::sleep(Duration::from_secs(6)).await;
    client.organization("acme").get().await.unwrap();
    assert_eq!((provider.asked(), script.count()), (3, 101));
    assert_eq!(*provider.refused.lock().unwrap(), [false, true, true]);
}

#[tokio::test(start_paused = true)]
async fn a_call_that_is_dropped_does_not_end_the_renewal() {
    let (script, provider) = (takes_from(1), Provider::counting());
    let client = client(&script, &provider);
    let get = || client.organization("acme").get().into_future();
    // The first of the two begins each renewal and is gone half a second later.
    let dropped = tokio::time::timeout(Duration::from_millis(1500), get());
    let (dropped, kept) = futures::join!(dropped, get());
    assert!(dropped.is_err());
    kept.unwrap();
    assert_eq!(provider.asked(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_renewal_whose_calls_are_all_gone_comes_to_its_end() {
    let (script, provider) = (takes_from(0), Provider::counting());
    let client = client(&script, &provider);
    let get = client.organization("acme").get().into_future();
    let dropped = tokio::time::timeout(Duration::from_millis(500), get).await;
    assert!(dropped.is_err());
    assert_eq!((provider.asked(), script.count()), (1, 0));

    tokio::time::sleep(Duration::from_secs(1)).await;
    client.organization("acme").get().await.unwrap();
    assert_eq!(provider.asked(), 1, "what was begun was kept");
}

#[tokio::test(start_paused = true)]
async fn a_token_that_ends_soon_is_renewed_before_it_is_used() {
    let script = takes_from(0);
    let provider = Provider::new(|number| async move {
        let left = if number == 0 { 30 } else { 3600 };
        let end = SystemTime::now() + Duration::from_secs(left);
        Ok(Token::new(format!("secret-token-{number}")).with_expires_at(end))
    });
    let client = client(&script, &provider);
    for _ in 0..3 {
        client.organization("acme").get().await.unwrap();
    }
    let tokens: Vec<_> = script.seen().into_iter().map(|seen| seen.token).collect();
    let expected = ["secret-token-0", "secret-token-1", "secret-token-1"];
    assert_eq!(tokens, expected.map(|token| Some(token.to_owned())));
}

#[tokio::test(start_paused = true)]
async fn a_token_that_still_holds_is_used_when_its_renewal_fails() {
    let script = takes_from(0);
    let provider = Provider::new(|number| async move {
        match number {
            0 => Ok(Token::new("secret-token-0")
                .with_expires_at(SystemTime::now() + Duration::from_secs(30))),
            _ => Err(Error::no_token("the vault is shut", "no route")),
        }
    });
    let client = client(&script, &provider);
    for _ in 0..3 {
        client.organization("acme").get().await.unwrap();
    }
    assert_eq!((provider.asked(), script.count()), (2, 3));
}

#[tokio::test(start_paused = true)]
async fn a_token_of_a_provider_is_not_shown_either() {
    let echo = |token: &str| json(401, format!(r#"{{"detail": "Invalid token {token}"}}"#));
    let script = Script::new(move |_, seen| echo(seen.token.as_deref().unwrap()));
    let client = client(&script, &Provider::counting());
    let error = client.organization("acme").get().await.unwrap_err();
    let builder = Client::builder().token_provider(Provider::counting());
    let shown = format!("{error} {error:?} {client:?} {builder:?}");
    assert!(shown.contains("Invalid token [token]"), "{shown}");
    assert!(!shown.contains("secret"), "{shown}");
}

#[test]
fn a_token_that_travels_in_the_clear_is_noticed() {
    for (base_url, noticed) in [
        ("http://sentry.example.com", true),
        ("http://127.0.0.1:9000", false),
        ("https://sentry.example.com", false),
    ] {
        let (log, _guard) = Log::begin();
        let builder = || Client::builder().base_url(base_url).unwrap();
        builder().build().unwrap();
        assert_eq!(log.text(), "", "without a token there is nothing to tell");
        builder()
            .token(Token::new("secret-token-0"))
            .build()
            .unwrap();
        assert_eq!(log.text().contains("in the clear"), noticed, "{base_url}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_server_that_refuses_every_token_does_not_use_them_up() {
    let script = Script::acts([json(401, r#"{"detail": "Invalid token"}"#)]);
    let provider =
        Provider::new(|number| async move { Ok(Token::new(format!("secret-token-{number}"))) });
    let client = client(&script, &provider);
    for _ in 0..20 {
        let error = client.organization("acme").get().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Unauthorized);
    }
    assert_eq!((provider.asked(), script.count()), (2, 21));
    tokio::time::advance(Duration::from_secs(6)).await;
    client.organization("acme").get().await.unwrap_err();
    assert_eq!(provider.asked(), 3);
}

fn organization_token(url: &str) -> Token {
    let payload = STANDARD.encode(format!(r#"{{"iat": 1.5, "url": {url}, "org": "acme"}}"#));
    Token::new(format!("sntrys_{payload}_canary"))
}

fn build(base_url: &str, claimed: &str) -> Result<Client, Error> {
    let builder = Client::builder().base_url(base_url)?;
    builder.token(organization_token(claimed)).build()
}

#[test]
fn a_token_of_another_server_is_refused() {
    for (base_url, claimed, host) in [
        (
            "https://evil.example",
            r#""https://sentry.io""#,
            "sentry.io",
        ),
        (
            "https://sentry.io.evil.example",
            r#""https://us.sentry.io""#,
            "us.sentry.io",
        ),
        (
            "https://evilsentry.io",
            r#""https://sentry.io""#,
            "sentry.io",
        ),
        (
            "https://sentry.io",
            r#""https://sentry.example.com/x""#,
            "sentry.example.com",
        ),
    ] {
        let error = build(base_url, claimed).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidRequest);
        let problem = error.problem().unwrap();
        let to = base_url.strip_prefix("https://").unwrap();
        assert!(
            problem.contains(&format!("belongs to {host},")),
            "{problem}"
        );
        assert!(problem.contains(&format!("leads to {to}:")), "{problem}");
        assert!(!format!("{error:?}").contains("canary"));
    }
}

#[test]
fn a_token_of_an_https_server_does_not_travel_in_the_clear() {
    for base_url in ["http://sentry.io", "http://us.sentry.io:80"] {
        let error = build(base_url, r#""https://sentry.io""#).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidRequest);
        assert!(error.problem().unwrap().contains("write https"), "{error}");
    }
}

#[test]
fn a_token_of_the_same_server_is_taken() {
    for (base_url, claimed) in [
        ("https://sentry.io", r#""https://sentry.io""#),
        ("https://us.sentry.io", r#""https://sentry.io""#),
        ("https://acme.sentry.io", r#""https://de.sentry.io""#),
        (
            "https://Sentry.Example.com:9000/prefix",
            r#""https://sentry.example.com""#,
        ),
        (
            "http://sentry.example.com",
            r#""http://sentry.example.com""#,
        ),
        ("https://sentry.example.com", "null"),
        ("https://sentry.example.com", r#""""#),
        ("https://sentry.example.com", "7"),
        ("http://127.0.0.1:9000", r#""https://sentry.example.com""#),
        ("http://localhost:9000", r#""https://sentry.io""#),
    ] {
        build(base_url, claimed).unwrap();
    }
    let builder = Client::builder()
        .base_url("http://sentry.internal")
        .unwrap();
    let token = organization_token(r#""https://sentry.example.com""#);
    builder.token(token).trust_base_url().build().unwrap();
}

#[tokio::test]
async fn a_provider_gives_no_token_of_another_server_either() {
    let script = takes_from(0);
    let token = || organization_token(r#""https://sentry.example.com""#);
    let provider = Provider::new(move |_| std::future::ready(Ok(token())));
    let error = client(&script, &provider).root().await.unwrap_err();
    assert!(error.problem().unwrap().contains("sentry.example.com"));
    assert_eq!(script.count(), 0);
}

#[tokio::test]
async fn a_server_that_cannot_prove_itself_is_not_asked_again() {
    let script = Script::acts([Act::Fail(TransportErrorKind::Tls), json(200, "{}")]);
    let error = script.client().root().await.unwrap_err();
    assert_eq!((error.kind(), script.count()), (ErrorKind::Tls, 1));
    assert!(error.is_unsent() && !error.is_transient());
}

#[tokio::test(start_paused = true)]
async fn the_servers_own_record_of_a_failure_is_told() {
    let body = r#"{"detail": "Internal Error", "errorId": "1519deb9b73449f0b16ba6ee58f02493"}"#;
    let error = Script::acts([json(500, body)]).client().root().await;
    let error = error.unwrap_err();
    assert_eq!(error.error_id(), Some("1519deb9b73449f0b16ba6ee58f02493"));
    assert_eq!(error.detail(), Some("Internal Error"));
}
