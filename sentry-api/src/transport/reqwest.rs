//! The network, through reqwest with rustls and ring.

use std::error::Error as StdError;
use std::fmt;
use std::io;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use async_trait::async_trait;
use bytes::Bytes;
use futures::StreamExt;
use rustls::ClientConfig;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls_platform_verifier::Verifier;
use url::Url;

use crate::error::Error;

use super::{BodyStream, RequestBody, Transport, TransportError, TransportErrorKind};

/// How long the TCP and TLS handshakes may take.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);

/// Sends requests over HTTP/1.1 and HTTP/2 with the certificates that the platform trusts.
///
/// The connection pool and the TLS set-up, which loads every trusted certificate, are
/// made by the first request, so that a program that sends none does not pay for them.
///
/// ```
/// use sentry_api::transport::ReqwestTransport;
///
/// let transport = ReqwestTransport::new();
/// # let _ = transport;
/// ```
#[derive(Default)]
pub struct ReqwestTransport {
    certificates: Vec<u8>,
    proxy: Option<reqwest::Proxy>,
    client: OnceLock<reqwest::Client>,
}

impl ReqwestTransport {
    /// A transport that trusts the platform's certificates.
    ///
    /// A proxy is taken from `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Trusts the certificates in `pem` too, as for a server with its own authority.
    #[must_use]
    pub fn with_certificates(mut self, pem: impl Into<Vec<u8>>) -> Self {
        self.certificates = pem.into();
        self
    }

    /// Sends everything through the proxy at `url`, such as `http://name:password@proxy:3128`,
    /// whatever the environment says.
    ///
    /// ```
    /// use sentry_api::transport::ReqwestTransport;
    ///
    /// # fn main() -> Result<(), sentry_api::Error> {
    /// let transport = ReqwestTransport::new().with_proxy("http://proxy.example.com:3128")?;
    /// # let _ = transport;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// Fails when `url` is no http or https address.
    pub fn with_proxy(mut self, url: &str) -> Result<Self, Error> {
        let refuse = || Error::invalid("the proxy's address is no http or https URL");
        let url = Url::parse(url.trim()).map_err(|_| refuse())?;
        if !matches!(url.scheme(), "http" | "https") || !url.has_host() {
            return Err(refuse());
        }
        self.proxy = Some(reqwest::Proxy::all(url).map_err(|_| refuse())?);
        Ok(self)
    }

    fn client(&self) -> Result<&reqwest::Client, TransportError> {
        if let Some(client) = self.client.get() {
            return Ok(client);
        }
        let client = self.connect()?;
        Ok(self.client.get_or_init(|| client))
    }

    fn connect(&self) -> Result<reqwest::Client, TransportError> {
        let mut builder = reqwest::Client::builder()
            .tls_backend_preconfigured(self.tls().map_err(invalid)?)
            .redirect(reqwest::redirect::Policy::none())
            .connect_timeout(CONNECT_TIMEOUT);
        if let Some(proxy) = &self.proxy {
            builder = builder.no_proxy().proxy(proxy.clone());
        }
        builder.build().map_err(invalid)
    }

    // The provider is named here rather than installed for the whole process, which is
    // the application's to decide.
    fn tls(&self) -> Result<ClientConfig, Box<dyn StdError + Send + Sync>> {
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let extra = CertificateDer::pem_slice_iter(&self.certificates)
            .collect::<Result<Vec<_>, _>>()
            .map_err(|error| format!("the certificate file is not PEM: {error}"))?;
        let verifier = Verifier::new_with_extra_roots(extra, Arc::clone(&provider))?;
        let mut config = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()?
            .dangerous()
            .with_custom_certificate_verifier(Arc::new(verifier))
            .with_no_client_auth();
        config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
        Ok(config)
    }
}

#[async_trait]
impl Transport for ReqwestTransport {
    async fn send(
        &self,
        request: http::Request<RequestBody>,
    ) -> Result<http::Response<BodyStream>, TransportError> {
        let request = reqwest::Request::try_from(request.map(into_body)).map_err(invalid)?;
        let response = self.client()?.execute(request).await.map_err(classify)?;
        let mut answer = http::Response::builder().status(response.status());
        if let Some(headers) = answer.headers_mut() {
            *headers = response.headers().clone();
        }
        let body = response.bytes_stream().map(|piece| piece.map_err(classify));
        answer.body(BodyStream::new(body)).map_err(invalid)
    }
}

// The settings of the connection pool name proxies, and those have passwords.
impl fmt::Debug for ReqwestTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ReqwestTransport")
    }
}

fn into_body(body: RequestBody) -> reqwest::Body {
    match body.as_bytes() {
        Some(bytes) => Bytes::clone(bytes).into(),
        None => reqwest::Body::wrap_stream(body.into_stream()),
    }
}

fn invalid(error: impl Into<Box<dyn StdError + Send + Sync>>) -> TransportError {
    TransportError::new(TransportErrorKind::Invalid, error)
}

// The URL is dropped: it can hold what a user searched for.
fn classify(error: reqwest::Error) -> TransportError {
    let kind = if error.is_connect() && is_tls(&error) {
        TransportErrorKind::Tls
    } else if error.is_connect() {
        TransportErrorKind::Connect
    } else if error.is_timeout() {
        TransportErrorKind::Timeout
    } else if error.is_builder() {
        TransportErrorKind::Invalid
    } else {
        TransportErrorKind::Interrupted
    };
    TransportError::new(kind, error.without_url())
}

/// Whether rustls refused the connection. Its error sits inside of I/O errors, which name the
/// cause of what they hold as theirs and so pass over it.
fn is_tls(error: &reqwest::Error) -> bool {
    let mut cause: Option<&(dyn StdError + 'static)> = Some(error);
    while let Some(error) = cause {
        if error.is::<rustls::Error>() {
            return true;
        }
        let held = error
            .downcast_ref::<io::Error>()
            .and_then(io::Error::get_ref);
        cause = match held {
            Some(held) => Some(held),
            None => error.source(),
        };
    }
    false
}
