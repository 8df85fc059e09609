//! Arguments of updates that can be taken away.

use serde::Serialize;
use time::OffsetDateTime;

/// What is given in the place of a value to take away the one that is there.
///
/// ```
/// use sentry_api::Null;
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), sentry_api::Error> {
/// # let client = sentry_fixtures::Sandbox::new().client()?;
/// let project = client.organization("acme").project("shop-api");
/// project.update().platform(Null).await?;
/// assert_eq!(project.get().await?.platform, None);
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Null;

/// A value or [`Null`]: an argument that an update can set and take away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Nullable<T>(Option<T>);

impl<T> Nullable<T> {
    pub(crate) fn map<U>(self, make: impl FnOnce(T) -> U) -> Nullable<U> {
        Nullable(self.0.map(make))
    }
}

impl From<&str> for Nullable<String> {
    fn from(text: &str) -> Self {
        Self(Some(text.to_owned()))
    }
}

impl From<&String> for Nullable<String> {
    fn from(text: &String) -> Self {
        Self(Some(text.clone()))
    }
}

impl From<String> for Nullable<String> {
    fn from(text: String) -> Self {
        Self(Some(text))
    }
}

impl From<Null> for Nullable<String> {
    fn from(_: Null) -> Self {
        Self(None)
    }
}

impl From<OffsetDateTime> for Nullable<OffsetDateTime> {
    fn from(moment: OffsetDateTime) -> Self {
        Self(Some(moment))
    }
}

impl From<Null> for Nullable<OffsetDateTime> {
    fn from(_: Null) -> Self {
        Self(None)
    }
}
