use serde::{Deserialize, Serialize};

use super::ReplayHandle;
use super::list::{ReplayField, add};
use crate::call::Call;
use crate::model::Replay;
use crate::operation::operation;

operation! {
    /// Gets one replay.
    ///
    /// Source: [Retrieve a Replay Instance](https://docs.sentry.io/api/replays/retrieve-a-replay-instance/).
    GetOrganizationReplay(organization, replay)
    GET "/api/0/organizations/{organization_id_or_slug}/replays/{replay_id}/" -> ReplayAnswer;
    scopes "org:read", "org:write", "org:admin";
    within period;

    /// Asks for some fields of the replay alone; its id always comes along.
    own field: Vec<ReplayField>;
    /// Looks for it in a project, by its slug or id.
    texts project;
    /// Looks for it in a project by its slug.
    texts project_slug = "projectSlug";
    /// Looks for it in one environment.
    text environment;
    /// Means nothing for one replay.
    text sort;
    /// Means nothing for one replay.
    text sort_by = "sortBy";
    /// Means nothing for one replay.
    text order_by = "orderBy";
    /// Means nothing for one replay.
    text query;
    /// Means nothing for one replay.
    one per_page: u32;
    /// Means nothing for one replay.
    text cursor;
}

/// A replay, as the answer about one holds it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ReplayAnswer {
    /// The replay.
    pub data: Replay,
}

impl Call<GetOrganizationReplay> {
    /// Adds a field to those that come; without any all of them do. The id always comes.
    pub fn field(self, field: ReplayField) -> Self {
        self.with(|call| add(&mut call.field, field))
    }
}

impl ReplayHandle {
    /// Gets the replay.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), sentry_api::Error> {
    /// # let client = sentry_fixtures::Sandbox::new().client()?;
    /// # let id = "6d2f41b09c3b4ef09d4a6c2e8f017a55";
    /// let replay = client.organization("acme").replay(id).get().await?.data;
    /// assert_eq!(replay.urls.last().map(String::as_str), Some("https://shop.example.com/checkout/review"));
    /// assert_eq!(replay.count_rage_clicks, Some(1));
    /// # Ok(())
    /// # }
    /// ```
    pub fn get(&self) -> Call<GetOrganizationReplay> {
        self.client
            .call(GetOrganizationReplay::new(&self.organization, &self.replay))
    }
}
