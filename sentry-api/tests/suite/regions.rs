//! Regions of sentry.io: learned in passing, used, left and never trusted blindly.

use std::collections::BTreeSet;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use futures::{StreamExt, TryStreamExt};
use http::Method;
use sentry_api::transport::TransportErrorKind;
use sentry_api::{Client, ErrorKind, Token};

use crate::script::{Act, Script, Seen, html, json};

const US: &str = "https://us.sentry.io";
const HOME: &str = "https://sentry.io";
const NOT_FOUND: &str = r#"{"detail": "The requested resource does not exist"}"#;

fn organization(id: u32, slug: &str, region: &str) -> String {
    format!(r#"{{"id": "{id}", "slug": "{slug}", "links": {{"regionUrl": "{region}"}}}}"#)
}

/// A server whose organization `acme` (7) names this region and that answers the rest by `play`.
fn names(region: &str, play: impl Fn(&Seen) -> Act + Send + Sync + 'static) -> Script {
    let acme = organization(7, "acme", region);
    Script::new(move |_, seen| match seen.url.strip_prefix(HOME) {
        Some("/api/0/organizations/acme/") => json(200, acme.clone()),
        Some("/api/0/organizations/") => json(200, format!("[{acme}]")),
        _ => play(seen),
    })
}

/// The hosts of all requests, without the first ones.
fn hosts(script: &Script, skip: usize) -> Vec<String> {
    let seen = script.seen().into_iter().skip(skip);
    seen.map(|seen| seen.url.split("/api/").next().unwrap().to_owned())
        .collect()
}

async fn raw(client: &Client, method: Method, path: &str) -> Result<(), sentry_api::Error> {
    client.raw(method, path).await.map(drop)
}

#[tokio::test]
async fn an_answer_shows_the_shorter_way() {
    let script = names(US, |_| json(200, "[]"));
    for by_list in [true, false] {
        let client = script.client();
        let before = script.count();
        if by_list {
            client.organizations().await.unwrap();
        } else {
            client.organization("acme").get().await.unwrap();
        }
        client.organization("acme").projects().await.unwrap();
        client.organization("7").projects().await.unwrap();
        for path in [
            "/api/0/projects/acme/web/keys/",
            "/api/0/teams/acme/core/projects/",
            "/api/0/organizations/other/projects/",
            "/api/0/organizations/acme/sentry-apps/",
            "/api/0/users/me/",
            "/api/0/auth/",
            "/api/0/issues/7/",
        ] {
            raw(&client, Method::GET, path).await.unwrap();
        }
        let expected = [US, US, US, US, HOME, HOME, HOME, HOME, HOME];
        assert_eq!(hosts(&script, before + 1), expected);
    }
    assert!(script.seen().iter().all(|seen| seen.token.is_some()));
}

#[tokio::test]
async fn a_token_shows_the_shorter_way() {
    let claims =
        r#"{"url": "https://sentry.io", "region_url": "https://us.sentry.io", "org": "acme"}"#;
    let token = Token::new(format!("sntrys_{}_x", STANDARD.encode(claims)));
    let script = Script::acts([json(200, "[]")]);
    let client = script.builder().token(token).build().unwrap();
    client.organization("acme").projects().await.unwrap();
    assert_eq!(hosts(&script, 0), [US]);
}

#[tokio::test]
async fn nobody_else_gets_the_token() {
    for region in [
        "https://evil.example",
        "https://us.sentry.io.evil.example",
        "https://sentry.io.evil.example",
        "https://us.sentry.io@evil.example",
        "https://name:word@us.sentry.io",
        "https://us.sentry.io:8443",
        "http://us.sentry.io",
        "https://us.sentry.io/evil/",
        "//evil.example",
        "",
    ] {
        let script = names(region, |_| json(200, "[]"));
        let client = script.client();
        client.organizations().await.unwrap();
        client.organization("acme").get().await.unwrap();
        client.organization("acme").projects().await.unwrap();
        assert_eq!(hosts(&script, 0), [HOME; 3], "{region}");
    }
    let script = Script::acts([json(200, organization(7, "acme", US)), json(200, "[]")]);
    let builder = script
        .builder()
        .base_url("https://sentry.example.com")
        .unwrap();
    let client = builder.build().unwrap();
    client.organization("acme").get().await.unwrap();
    client.organization("acme").projects().await.unwrap();
    assert_eq!(hosts(&script, 0), ["https://sentry.example.com"; 2]);
}

#[tokio::test]
async fn a_redirect_of_a_region_leads_nowhere_else() {
    let script = names(US, |seen| match seen.url.strip_prefix(US) {
        Some("/api/0/organizations/acme/projects/") => {
            json(302, "").header("location", "https://evil.example/api/0/")
        }
        Some("/api/0/organizations/acme/teams/") => {
            json(302, "").header("location", "/api/0/organizations/acme/members/")
        }
        _ => json(200, "[]"),
    });
    let client = script.client();
    client.organizations().await.unwrap();
    client.organization("acme").projects().await.unwrap();
    assert_eq!(hosts(&script, 1), [US, HOME], "sentry.io is asked instead");
    client.organizations().await.unwrap();
    raw(&client, Method::GET, "/api/0/organizations/acme/teams/")
        .await
        .unwrap();
    assert_eq!(
        hosts(&script, 4),
        [US, US],
        "a redirect within the region is followed"
    );
}

#[tokio::test(start_paused = true)]
async fn a_region_that_cannot_be_reached_is_left_for_a_while() {
    for kind in [TransportErrorKind::Connect, TransportErrorKind::Tls] {
        let script = names(US, move |seen| {
            if seen.url.starts_with(US) {
                Act::Fail(kind)
            } else {
                json(200, r#"{"id": "1"}"#)
            }
        });
        let client = script.client();
        let learn = async || client.organization("acme").get().await.unwrap();
        learn().await;
        let issue = client.organization("acme").issue("1");
        issue.update().resolve().await.unwrap();
        issue.update().resolve().await.unwrap();
        learn().await;
        issue.get().await.unwrap();
        assert_eq!(hosts(&script, 1), [US, HOME, HOME, HOME, HOME]);
        tokio::time::sleep(Duration::from_secs(901)).await;
        issue.get().await.unwrap();
        assert_eq!(hosts(&script, 6), [US, HOME]);
    }
}

#[tokio::test(start_paused = true)]
async fn a_write_that_a_region_may_have_done_is_not_repeated() {
    for act in [
        Act::Fail(TransportErrorKind::Interrupted),
        Act::Fail(TransportErrorKind::Timeout),
        json(404, NOT_FOUND),
        json(503, ""),
        json(302, "").header("location", "https://sentry.io/"),
    ] {
        let script = names(US, move |_| act.clone());
        let client = script.client();
        client.organization("acme").get().await.unwrap();
        let issue = client.organization("acme").issue("1");
        issue.update().resolve().await.unwrap_err();
        assert_eq!(hosts(&script, 1), [US]);
    }
}

#[tokio::test(start_paused = true)]
async fn a_read_that_a_region_breaks_off_goes_on_elsewhere() {
    let script = names(US, |seen| {
        if seen.url.starts_with(US) {
            Act::Fail(TransportErrorKind::Interrupted)
        } else {
            json(200, "[]")
        }
    });
    let client = script.client();
    client.organizations().await.unwrap();
    client.organization("acme").projects().await.unwrap();
    client.organization("acme").projects().await.unwrap();
    assert_eq!(hosts(&script, 1), [US, HOME, US, HOME]);
}

#[tokio::test]
async fn a_region_that_does_not_know_the_organization_is_forgotten() {
    let script = names(US, |seen| {
        if seen.url.starts_with(US) {
            json(404, NOT_FOUND)
        } else {
            json(200, "[]")
        }
    });
    let client = script.client();
    client.organizations().await.unwrap();
    client.organization("acme").projects().await.unwrap();
    client.organization("acme").projects().await.unwrap();
    client.organization("7").projects().await.unwrap();
    assert_eq!(hosts(&script, 1), [US, HOME, HOME, HOME]);
}

#[tokio::test]
async fn what_does_not_exist_anywhere_says_nothing_about_the_region() {
    let script = names(US, |_| json(404, NOT_FOUND));
    let client = script.client();
    client.organizations().await.unwrap();
    for _ in 0..2 {
        let error = client.organization("acme").projects().await.unwrap_err();
        assert!(error.is_not_found(), "{error}");
    }
    assert_eq!(hosts(&script, 1), [US, HOME, US, HOME]);
}

#[tokio::test]
async fn what_a_region_lacks_is_remembered_for_it() {
    let script = names(US, |seen| match seen.url.strip_prefix(HOME) {
        Some("/api/0/issues/7/") => json(200, r#"{"id": "7"}"#),
        _ => html(405),
    });
    let client = script.client();
    client.organizations().await.unwrap();
    let issue = client.organization("acme").issue("7");
    issue.get().await.unwrap();
    issue.get().await.unwrap();
    let urls: Vec<_> = script
        .seen()
        .into_iter()
        .skip(1)
        .map(|seen| seen.url)
        .collect();
    assert_eq!(
        urls,
        [
            "https://us.sentry.io/api/0/organizations/acme/issues/7/",
            "https://sentry.io/api/0/issues/7/",
            "https://sentry.io/api/0/issues/7/",
        ]
    );
}

/// A deployment with the regions `us` and `de`, which share one organization.
fn two_regions(de: impl Fn() -> Act + Send + Sync + 'static) -> Script {
    let regions = r#"{"regions": [{"name": "us", "url": "https://us.sentry.io"},
        {"name": "de", "url": "https://de.sentry.io"}]}"#;
    let us = |slugs: &[(u32, &str)]| {
        let all = slugs.iter().map(|(id, slug)| organization(*id, slug, US));
        format!("[{}]", all.collect::<Vec<_>>().join(","))
    };
    let (first, second) = (us(&[(1, "a"), (2, "b")]), us(&[(3, "c")]));
    Script::new(move |_, seen| {
        let next = r#"<https://us.sentry.io/?&cursor=1>; rel="next"; results="true"; cursor="1""#;
        match seen.url.as_str() {
            "https://sentry.io/api/0/users/me/regions/" => json(200, regions),
            "https://us.sentry.io/api/0/organizations/?per_page=100" => {
                json(200, first.clone()).header("link", next)
            }
            url if url.starts_with("https://us.sentry.io/api/0/organizations/?") => {
                json(200, second.clone())
            }
            url if url.starts_with("https://de.sentry.io/api/0/organizations/?") => de(),
            url => panic!("{url}"),
        }
    })
}

#[tokio::test]
async fn all_regions_make_one_list() {
    let script = two_regions(|| {
        let (b, d) = (
            organization(2, "b", US),
            organization(4, "d", "https://de.sentry.io"),
        );
        json(200, format!("[{b},{d}]"))
    });
    let client = script.client();
    let list = client
        .organizations_in_all_regions()
        .try_collect::<Vec<_>>();
    let slugs: Vec<_> = list
        .await
        .unwrap()
        .into_iter()
        .map(|org| org.slug)
        .collect();
    assert_eq!(slugs, ["a", "b", "c", "d"]);
}

#[tokio::test(start_paused = true)]
async fn a_region_that_fails_hides_no_other_and_is_not_hidden() {
    let script = two_regions(|| json(503, ""));
    let client = script.client();
    let all: Vec<_> = client.organizations_in_all_regions().collect().await;
    let slugs: BTreeSet<_> = all.iter().flatten().map(|org| org.slug.as_str()).collect();
    assert_eq!(slugs, BTreeSet::from(["a", "b", "c"]));
    let error = all.last().unwrap().as_ref().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unavailable);
    assert!(
        error.to_string().contains("de.sentry.io are missing"),
        "{error}"
    );
    assert_eq!(all.len(), 4);
}

#[tokio::test]
async fn without_regions_the_server_alone_is_asked() {
    for act in [
        json(404, NOT_FOUND),
        html(404),
        json(403, "{}"),
        json(401, "{}"),
    ] {
        let script = Script::new(move |_, seen| {
            if seen.url.ends_with("/regions/") {
                act.clone()
            } else {
                json(200, r#"[{"id": "1", "slug": "acme"}]"#)
            }
        });
        let client = script.client();
        let list = client
            .organizations_in_all_regions()
            .try_collect::<Vec<_>>();
        assert_eq!(list.await.unwrap().len(), 1);
        assert_eq!(hosts(&script, 0), [HOME; 2]);
    }
    let script = Script::acts([json(200, r#"[{"id": "1", "slug": "acme"}]"#)]);
    let builder = script
        .builder()
        .base_url("https://sentry.example.com")
        .unwrap();
    let client = builder.build().unwrap();
    let list = client
        .organizations_in_all_regions()
        .try_collect::<Vec<_>>();
    assert_eq!((list.await.unwrap().len(), script.count()), (1, 1));
}

#[tokio::test]
async fn a_list_of_regions_is_not_trusted_either() {
    let regions = r#"{"regions": [{"name": "us", "url": "https://us.sentry.io.evil.example"},
        {"name": "x", "url": "http://us.sentry.io"}]}"#;
    let script = Script::new(move |_, seen| {
        if seen.url.ends_with("/regions/") {
            json(200, regions)
        } else {
            json(200, "[]")
        }
    });
    let client = script.client();
    let list = client
        .organizations_in_all_regions()
        .try_collect::<Vec<_>>();
    assert!(list.await.unwrap().is_empty());
    assert_eq!(hosts(&script, 0), [HOME; 2]);
}

#[tokio::test(start_paused = true)]
async fn a_region_that_says_nothing_is_left_out() {
    let script = names(US, |seen| {
        if seen.url.starts_with(US) {
            Act::Hang
        } else {
            json(200, "[]")
        }
    });
    let client = script.client();
    client.organizations().await.unwrap();
    let error = client.organization("acme").projects().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
    client.organization("acme").projects().await.unwrap();
    assert_eq!(hosts(&script, 1), [US, HOME]);
}

#[tokio::test]
async fn a_page_of_a_firewall_is_no_answer_of_a_region() {
    for status in [200, 403] {
        let script = names(US, move |seen| {
            if seen.url.starts_with(US) {
                html(status)
            } else {
                json(200, "[]")
            }
        });
        let client = script.client();
        client.organizations().await.unwrap();
        client.organization("acme").projects().await.unwrap();
        assert_eq!(hosts(&script, 1), [US, HOME]);
    }
}

#[tokio::test]
async fn each_region_is_asked_once_and_an_odd_one_costs_no_other() {
    for (regions, expected) in [
        (
            r#"[{"url": "https://us.sentry.io"}, {"url": "https://us.sentry.io/"}]"#,
            [US].as_slice(),
        ),
        (
            r#"[{"url": null}, {"url": "https://us.sentry.io"}]"#,
            &[US, HOME],
        ),
        ("null", &[HOME]),
    ] {
        let body = format!(r#"{{"regions": {regions}}}"#);
        let script = Script::new(move |_, seen| {
            if seen.url.contains("/users/me/regions/") {
                json(200, body.clone())
            } else {
                json(200, r#"[{"id": "1", "slug": "acme"}]"#)
            }
        });
        let listed: Vec<_> = script
            .client()
            .organizations_in_all_regions()
            .collect()
            .await;
        assert_eq!((listed.len(), listed[0].is_ok()), (1, true));
        assert_eq!(hosts(&script, 1), expected);
    }
}
