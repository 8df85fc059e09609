//! Issues as lists show them.

use sentry_api::model::{Actor, ActorKind, Issue};
use serde::Serialize;
use serde_with::skip_serializing_none;
use time::OffsetDateTime;

use super::{ago, iso, plural};
use crate::untrusted::{Line, Untrusted, Word};

/// An issue without its events.
#[skip_serializing_none]
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct IssueSummary {
    id: Untrusted,
    short_id: Option<Untrusted>,
    title: Option<Untrusted>,
    culprit: Option<Untrusted>,
    status: Option<Untrusted>,
    substatus: Option<Untrusted>,
    level: Option<Untrusted>,
    priority: Option<Untrusted>,
    count: Option<u64>,
    user_count: Option<u64>,
    first_seen: Option<String>,
    last_seen: Option<String>,
    assigned_to: Option<Assignee>,
    project: Option<Untrusted>,
    platform: Option<Untrusted>,
    permalink: Option<Untrusted>,
    #[serde(skip)]
    seen: (Option<OffsetDateTime>, Option<OffsetDateTime>),
}

/// Whoever an issue is assigned to.
#[skip_serializing_none]
#[derive(Debug, Serialize)]
pub(crate) struct Assignee {
    #[serde(rename = "type")]
    kind: Untrusted,
    id: Untrusted,
    name: Option<Untrusted>,
    email: Option<Untrusted>,
    #[serde(skip)]
    is_team: bool,
}

impl Assignee {
    pub(crate) fn of(actor: &Actor) -> Self {
        Self {
            kind: actor.kind.as_str().into(),
            id: actor.id.as_str().into(),
            name: actor.name.as_deref().map(Untrusted::new),
            email: actor.email.as_deref().map(Untrusted::new),
            is_team: actor.kind == ActorKind::Team,
        }
    }

    /// Adds `@name` or `#team` to a line.
    pub(crate) fn add_to(&self, line: Line) -> Line {
        let name = self
            .name
            .as_ref()
            .or(self.email.as_ref())
            .unwrap_or(&self.id);
        line.words(if self.is_team { "#" } else { "@" })
            .text(name, 40)
    }
}

impl IssueSummary {
    pub(crate) fn of(issue: &Issue) -> Self {
        let text = |text: &Option<String>| text.as_deref().map(Untrusted::new);
        Self {
            id: issue.id.as_str().into(),
            short_id: text(&issue.short_id),
            title: text(&issue.title),
            culprit: text(&issue.culprit).filter(|culprit| !culprit.is_blank()),
            status: issue.status.as_ref().map(|status| status.as_str().into()),
            substatus: issue
                .substatus
                .as_ref()
                .map(|substatus| substatus.as_str().into()),
            level: issue.level.as_ref().map(|level| level.as_str().into()),
            priority: issue
                .priority
                .as_ref()
                .map(|priority| priority.as_str().into()),
            count: issue.count,
            user_count: issue.user_count,
            first_seen: issue.first_seen.map(iso),
            last_seen: issue.last_seen.map(iso),
            assigned_to: issue.assigned_to.as_ref().map(Assignee::of),
            project: issue
                .project
                .as_ref()
                .and_then(|project| text(&project.slug)),
            platform: text(&issue.platform),
            permalink: text(&issue.permalink),
            seen: (issue.first_seen, issue.last_seen),
        }
    }

    /// The short id, else the numeric one, where it needs no fence.
    pub(crate) fn word(&self) -> Option<Word> {
        self.short_id
            .as_ref()
            .unwrap_or(&self.id)
            .as_word(Word::issue_id)
    }

    /// The issue in two lines: its name, and what decides whether it matters.
    pub(crate) fn lines(&self, now: OffsetDateTime) -> [Line; 2] {
        [self.name(), self.facts(now)]
    }

    /// The short id and the title.
    pub(crate) fn name(&self) -> Line {
        let name = Line::new().text(self.short_id.as_ref().unwrap_or(&self.id), 60);
        match &self.title {
            Some(title) => name.words(' ').text(title, 100),
            None => name,
        }
    }

    /// The title alone.
    pub(crate) fn title(&self) -> Line {
        match &self.title {
            Some(title) => Line::new().text(title, 200),
            None => Line::new(),
        }
    }

    /// Level, state, numbers, times, project, assignee and place, as far as they are known.
    pub(crate) fn facts(&self, now: OffsetDateTime) -> Line {
        let mut line = Line::new().words(' ');
        let mut first = true;
        let mut next = |line: Line| {
            line.words(if std::mem::take(&mut first) {
                " "
            } else {
                ", "
            })
        };
        let state = self.substatus.as_ref().or(self.status.as_ref());
        for term in [self.level.as_ref(), state].into_iter().flatten() {
            line = next(line).text(term, 40);
        }
        if let Some(priority) = &self.priority {
            line = next(line).text(priority, 20).words(" priority");
        }
        if let Some(count) = self.count {
            line = next(line).words(plural(count, "event"));
        }
        if let Some(users) = self.user_count.filter(|users| *users > 0) {
            line = next(line).words(plural(users, "user"));
        }
        if let Some(last) = self.seen.1 {
            line = next(line).words("last ").words(ago(now, last));
        }
        if let Some(first_seen) = self.seen.0 {
            line = next(line).words("first ").words(ago(now, first_seen));
        }
        if let Some(project) = &self.project {
            line = next(line).text(project, 60);
        }
        if let Some(assignee) = &self.assigned_to {
            line = assignee.add_to(next(line));
        }
        if let Some(culprit) = &self.culprit {
            line = next(line).words("in ").text(culprit, 60);
        }
        line
    }
}
