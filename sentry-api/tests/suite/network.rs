//! Servers with certificates of their own, proxies and prefixes, over real sockets.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rcgen::CertifiedKey;
use sentry_api::transport::ReqwestTransport;
use sentry_api::{Client, ErrorKind, RetryPolicy, Token};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring::default_provider;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;
use wiremock::matchers::{header, method, path};
use wiremock::{Mock, MockServer, ResponseTemplate};

use crate::leaks::told;
use crate::script::TOKEN;

const ANSWER: &[u8] =
    b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-type: application/json\r\n\r\n{}";

/// A server with a certificate that nobody knows.
struct Secure {
    port: u16,
    certificate: String,
    connections: Arc<AtomicUsize>,
}

impl Secure {
    async fn start(name: &str) -> Self {
        let CertifiedKey { cert, signing_key } =
            rcgen::generate_simple_self_signed([name.to_owned()]).unwrap();
        let key = PrivateKeyDer::try_from(signing_key.serialize_der()).unwrap();
        let config = ServerConfig::builder_with_provider(Arc::new(default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![cert.der().clone()], key)
            .unwrap();
        let acceptor = TlsAcceptor::from(Arc::new(config));
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let connections = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&connections);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                count.fetch_add(1, Ordering::SeqCst);
                if let Ok(mut stream) = acceptor.accept(stream).await {
                    read_head(&mut stream).await;
                    stream.write_all(ANSWER).await.unwrap();
                }
            }
        });
        Self {
            port,
            certificate: cert.pem(),
            connections,
        }
    }

    fn url(&self) -> String {
        format!("https://127.0.0.1:{}", self.port)
    }
}

async fn read_head(stream: &mut (impl AsyncRead + Unpin)) -> String {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(stream.read_u8().await.unwrap());
    }
    String::from_utf8(head).unwrap()
}

fn client(url: &str, transport: ReqwestTransport) -> Client {
    let builder = Client::builder().token(Token::new(TOKEN));
    let builder = builder.base_url(url).unwrap();
    builder.transport(transport).build().unwrap()
}

#[tokio::test]
async fn a_server_with_an_authority_of_its_own_is_trusted_when_told() {
    let server = Secure::start("127.0.0.1").await;
    let transport = ReqwestTransport::new().with_certificates(server.certificate.clone());
    client(&server.url(), transport).root().await.unwrap();
}

#[tokio::test]
async fn a_server_that_nobody_vouches_for_is_asked_once() {
    let server = Secure::start("127.0.0.1").await;
    let client = client(&server.url(), ReqwestTransport::new());
    let error = client.root().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Tls, "{}", told(&error));
    assert!(
        error.is_unsent() && error.to_string().contains("certificate"),
        "{error}"
    );
    assert_eq!(server.connections.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn a_certificate_of_another_name_is_no_proof() {
    let server = Secure::start("sentry.example.com").await;
    let transport = ReqwestTransport::new().with_certificates(server.certificate.clone());
    let error = client(&server.url(), transport).root().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Tls, "{}", told(&error));
    assert_eq!(server.connections.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn what_is_no_tls_server_may_be_one_later() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("https://{}", listener.local_addr().unwrap());
    tokio::spawn(async move { while listener.accept().await.is_ok() {} });
    let builder = Client::builder().base_url(&url).unwrap();
    let client = builder.retry(RetryPolicy::never()).build().unwrap();
    let error = client.root().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unavailable, "{}", told(&error));
}

#[tokio::test]
async fn a_proxy_carries_what_it_is_given() {
    let proxy = MockServer::start().await;
    Mock::given(method("GET"))
        .and(path("/prefix/api/0/"))
        .and(header("host", "sentry.invalid:9000"))
        .and(header("authorization", format!("Bearer {TOKEN}")))
        .and(header(
            "proxy-authorization",
            "Basic bmFtZTpwYXNzd29yZC1jYW5hcnk=",
        ))
        .respond_with(ResponseTemplate::new(200).set_body_string("{}"))
        .expect(1)
        .mount(&proxy)
        .await;
    let url = proxy
        .uri()
        .replace("http://", "http://name:password-canary@");
    let transport = ReqwestTransport::new().with_proxy(&url).unwrap();
    let client = client("http://sentry.invalid:9000/prefix/", transport);
    client.root().await.unwrap();
    assert!(!format!("{client:?}").contains("canary"));
}

#[tokio::test]
async fn a_proxy_of_a_secure_server_sees_no_token() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let seen = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let head = read_head(&mut stream).await;
        stream
            .write_all(b"HTTP/1.1 407 Proxy\r\ncontent-length: 0\r\n\r\n")
            .await
            .unwrap();
        head
    });
    let transport = ReqwestTransport::new();
    let transport = transport.with_proxy(&format!("http://name:password-canary@{address}"));
    let builder = Client::builder().token(Token::new(TOKEN));
    let builder = builder
        .retry(RetryPolicy::never())
        .transport(transport.unwrap());
    let error = builder.build().unwrap().root().await.unwrap_err();
    let head = seen.await.unwrap();
    assert!(
        head.starts_with("CONNECT sentry.io:443 HTTP/1.1\r\n"),
        "{head}"
    );
    assert!(!head.contains(TOKEN), "{head}");
    assert!(!told(&error).contains("canary"), "{}", told(&error));
}

#[tokio::test]
async fn a_proxy_that_is_none_is_refused_without_its_password() {
    for url in [
        "",
        "proxy.example.com:3128",
        "socks5://name:password-canary@proxy.example.com",
        "http://",
        "http://name:password-canary@",
        "http://name:password-canary@[::1",
    ] {
        let error = ReqwestTransport::new().with_proxy(url).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidRequest, "{url}");
        assert!(!told(&error).contains("canary"), "{}", told(&error));
    }
    let unreachable = "http://name:password-canary@127.0.0.1:1";
    let transport = ReqwestTransport::new().with_proxy(unreachable).unwrap();
    let builder = Client::builder()
        .retry(RetryPolicy::never())
        .transport(transport);
    let error = builder.build().unwrap().root().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unavailable);
    assert!(!told(&error).contains("canary"), "{}", told(&error));
}
