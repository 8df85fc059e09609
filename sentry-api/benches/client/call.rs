//! One call beside plain reqwest and `serde_json`, into the same struct.

use std::hint::black_box;
use std::sync::Arc;

use sentry_api::model::Issue;
use sentry_api::{Client, Token};
use tokio::runtime::Runtime;

use crate::data::Data;
use crate::{best, micros, ratio, server};

const TOKEN: &str = "sntryu_0123456789abcdef";
const CALLS: u32 = 300;

pub(crate) fn measure(runtime: &Runtime, data: &Data) {
    let url = server::serve(&data.issue);
    let client = client(&url);
    let plain = plain();
    let path = format!("{url}/api/0/organizations/acme/issues/SHOP-API-1F/");
    let ours = async || {
        let issue = client.organization("acme").issue("SHOP-API-1F").get();
        black_box(issue.await.expect("an issue"));
    };
    let theirs = async || {
        let answer = plain.get(&path).bearer_auth(TOKEN).send().await;
        let answer = answer.expect("an answer");
        assert!(answer.status().is_success());
        let body = answer.bytes().await.expect("a body");
        black_box::<Issue>(serde_json::from_slice(&body).expect("an issue"));
    };
    let [ours, theirs] = best([
        &mut || {
            runtime.block_on(async {
                for _ in 0..CALLS {
                    ours().await;
                }
            });
        },
        &mut || {
            runtime.block_on(async {
                for _ in 0..CALLS {
                    theirs().await;
                }
            });
        },
    ]);
    println!(
        "one call, an issue of {} bytes over loopback",
        data.issue.len()
    );
    println!(
        "  its own CPU:        {:6.1} us, plain reqwest {:6.1} us, ratio {:.2}",
        micros(ours.cpu, CALLS),
        micros(theirs.cpu, CALLS),
        ratio(ours.cpu, theirs.cpu)
    );
    println!(
        "  from end to end:    {:6.1} us, plain reqwest {:6.1} us, ratio {:.2}",
        micros(ours.wall, CALLS),
        micros(theirs.wall, CALLS),
        ratio(ours.wall, theirs.wall)
    );
}

fn client(url: &str) -> Client {
    let builder = Client::builder().token(Token::new(TOKEN));
    let builder = builder.base_url(url).expect("an address");
    builder.build().expect("a client")
}

/// The client with its TLS, which plain http does not use, and with no more.
fn plain() -> reqwest::Client {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let tls = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .expect("versions of TLS")
        .with_root_certificates(rustls::RootCertStore::empty())
        .with_no_client_auth();
    let builder = reqwest::Client::builder().tls_backend_preconfigured(tls);
    builder.build().expect("a plain client")
}
