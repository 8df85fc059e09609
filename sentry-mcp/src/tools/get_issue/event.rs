//! Which event of the issue is asked for, and what to say when it does not come.

use sentry_api::Error;
use sentry_api::endpoints::events::EventSelector;
use sentry_api::model::{EventId, Issue};

use super::GetIssue;
use crate::args::{EventRef, IssueKey, IssuePlace, SentryHost};
use crate::error::{Subject, list};
use crate::{ErrorCode, ToolError};

impl GetIssue {
    /// The event of the argument, else of the URL, else the latest; with where it is, if a
    /// page of its own was given.
    pub(super) fn which(
        &self,
        place: &IssuePlace,
        host: &SentryHost,
    ) -> Result<(EventRef, Option<IssuePlace>), ToolError> {
        match (&self.event, &place.event) {
            (Some(event), _) => event.clone().locate(host).map_err(|reason| {
                invalid(format!("The argument `event`: {reason}."))
                    .hint("Give latest, oldest, recommended, an event id, or the event's URL on the configured server.")
            }),
            (None, None) => Ok((EventRef::default(), None)),
            (None, Some(event)) => event.parse().map(|event| (event, None)).map_err(
                |reason: String| {
                    invalid(format!("The event in the URL: {reason}."))
                        .hint("Give the issue's own URL, and the event in `event`.")
                },
            ),
        }
    }

    /// Why the event is missing beside its issue.
    pub(super) fn without_event(
        &self,
        which: &EventRef,
        error: &Error,
        subject: Subject<'_>,
    ) -> String {
        let event = match which {
            EventRef::Id(id) => format!("The event {id}"),
            named => format!("The {named} event"),
        };
        if !error.is_not_found() {
            let failure = ToolError::from_api(error, subject);
            let next = failure.next_step().unwrap_or_default();
            return format!("{event} could not be read. {} {next}", failure.summary());
        }
        match self.environment.as_slice() {
            [] => {
                format!("{event} was not found: it may be past its retention, or of another issue.")
            }
            environments => format!(
                "{event} was not found in environment {}: the environment may not exist, or the issue have no \
                 event in it.",
                list(environments)
            ),
        }
    }
}

fn invalid(message: String) -> ToolError {
    ToolError::new(ErrorCode::InvalidArgument, message)
}

/// Refuses the page of an event of another issue or organization, as far as they compare.
pub(super) fn page_is_of(
    page: &IssuePlace,
    organization: &str,
    key: &IssueKey,
) -> Result<(), ToolError> {
    use IssueKey::{Number, Short};
    let is_number = |name: &str| name.bytes().all(|byte| byte.is_ascii_digit());
    let elsewhere = page.organization.as_deref().is_some_and(|own| {
        !own.eq_ignore_ascii_case(organization) && !is_number(own) && !is_number(organization)
    });
    let another = match (&page.key, key) {
        (Number(own), Number(asked)) | (Short(own), Short(asked)) => own != asked,
        _ => false,
    };
    if elsewhere || another {
        return Err(
            invalid("The URL in `event` is of another issue than `issue`.".to_owned())
                .hint("Give the issue of the event, or the event's URL as `issue` alone."),
        );
    }
    Ok(())
}

/// Refuses such a page by what is known of the issue once it has been read.
///
/// Only where the two were named in different forms: an issue that was merged comes under
/// another number.
pub(super) fn page_is_of_read(
    page: &IssuePlace,
    organization: &str,
    asked: &IssueKey,
    issue: &Issue,
) -> Result<(), ToolError> {
    let known = match (&page.key, asked, &issue.short_id) {
        (IssueKey::Number(_), IssueKey::Short(_), _) => IssueKey::Number(issue.id.to_string()),
        (IssueKey::Short(_), IssueKey::Number(_), Some(id)) => {
            IssueKey::Short(id.to_ascii_uppercase())
        }
        _ => return Ok(()),
    };
    page_is_of(page, organization, &known)
}

pub(super) fn selector(event: &EventRef) -> EventSelector {
    match event {
        EventRef::Oldest => EventSelector::Oldest,
        EventRef::Recommended => EventSelector::Recommended,
        EventRef::Id(id) => EventSelector::Id(EventId::new(id)),
        // A page has been located by now.
        EventRef::Latest | EventRef::Page(_) => EventSelector::Latest,
    }
}
