//! The calls, sent to the server that `SENTRY_TEST_BASE_URL` names.
//!
//! `SENTRY_TEST_PREFER` tells what that server was asked to answer: `code=404` and its like
//! for an error on every call, `dynamic=true` for random bodies of the right form, nothing
//! for good answers.

use sentry_api::{Client, Error, ErrorKind, RetryPolicy, Token};

use super::{Run, all_cases, routes};

#[allow(clippy::disallowed_methods, reason = "the server to test against")]
fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|text| !text.is_empty())
}

/// What a call should come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Expected {
    Answer,
    /// Any answer that is no surprise to the models.
    Readable,
    Error(ErrorKind),
}

impl Expected {
    fn of(prefer: &str) -> Self {
        match prefer {
            "" => Self::Answer,
            "dynamic=true" => Self::Readable,
            "code=401" => Self::Error(ErrorKind::Unauthorized),
            "code=403" => Self::Error(ErrorKind::Forbidden),
            "code=404" => Self::Error(ErrorKind::NotFound),
            "code=429" => Self::Error(ErrorKind::RateLimited),
            other => panic!("nobody knows what to expect of {other}"),
        }
    }

    fn is_met(self, outcome: &Result<(), Error>) -> bool {
        match (self, outcome) {
            (Self::Answer, outcome) => outcome.is_ok(),
            (Self::Readable, Ok(())) => true,
            (Self::Readable, Err(error)) => error.kind() == ErrorKind::Unavailable,
            (Self::Error(kind), Err(error)) => error.kind() == kind,
            (Self::Error(_), Ok(())) => false,
        }
    }
}

#[tokio::test]
async fn every_call_is_answered() {
    let Some(base_url) = variable("SENTRY_TEST_BASE_URL") else {
        return eprintln!("skipped: set SENTRY_TEST_BASE_URL to a server that takes every call");
    };
    let expected = Expected::of(&variable("SENTRY_TEST_PREFER").unwrap_or_default());
    let client = Client::builder()
        .base_url(&base_url)
        .unwrap()
        .token(Token::new("sntryu_contract"))
        .retry(RetryPolicy::never())
        .build()
        .unwrap();
    let mut wrong = Vec::new();
    for case in all_cases() {
        let route = routes().find(|route| route.name == case.name).unwrap();
        let calls: [(&str, Run); 2] = [("least", case.least), ("most", case.most)];
        for (which, run) in calls.into_iter().filter(|_| route.documented) {
            let outcome = run(client.clone()).await.map(drop);
            if !expected.is_met(&outcome) {
                wrong.push(format!("{} ({which}): {outcome:?}", case.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
