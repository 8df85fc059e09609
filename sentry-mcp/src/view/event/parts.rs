//! The parts of an event.

use sentry_api::model::{Breadcrumb, EventTag, EventUser, Exception, Request, Thread};
use serde::Serialize;
use serde_json::Value;
use serde_with::skip_serializing_none;
use time::OffsetDateTime;

use crate::untrusted::{Line, Untrusted, clean_json};
use crate::view::iso;
use crate::view::stacktrace::StacktraceView;

#[skip_serializing_none]
#[derive(Debug, Serialize)]
pub(crate) struct ExceptionView {
    #[serde(rename = "type")]
    pub(super) kind: Option<Untrusted>,
    pub(super) value: Option<Untrusted>,
    pub(super) module: Option<Untrusted>,
    pub(super) handled: Option<bool>,
    /// The frames of a cause; those of the reported exception stand in the event.
    pub(crate) stacktrace: Option<StacktraceView>,
    #[serde(skip)]
    pub(super) reported: bool,
}

#[skip_serializing_none]
#[derive(Debug, Serialize)]
pub(crate) struct ThreadView {
    pub(super) id: Option<Untrusted>,
    pub(super) name: Option<Untrusted>,
    pub(super) crashed: bool,
    pub(super) current: bool,
    pub(crate) stacktrace: Option<StacktraceView>,
}

#[skip_serializing_none]
#[derive(Debug, Serialize)]
pub(crate) struct BreadcrumbView {
    pub(super) timestamp: Option<String>,
    pub(super) category: Option<Untrusted>,
    pub(super) level: Option<Untrusted>,
    pub(super) message: Option<Untrusted>,
    pub(super) data: Option<Value>,
    #[serde(skip)]
    pub(super) at: Option<OffsetDateTime>,
}

#[derive(Debug, Serialize)]
pub(crate) struct TagView {
    pub(super) key: Untrusted,
    pub(super) value: Untrusted,
}

#[skip_serializing_none]
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct UserView {
    pub(super) id: Option<Untrusted>,
    pub(super) username: Option<Untrusted>,
    pub(super) email: Option<Untrusted>,
    pub(super) ip_address: Option<Untrusted>,
}

#[skip_serializing_none]
#[derive(Debug, Serialize)]
pub(crate) struct RequestView {
    pub(super) method: Option<Untrusted>,
    pub(super) url: Option<Untrusted>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) query: Vec<(Untrusted, Untrusted)>,
    pub(super) data: Option<Value>,
}

pub(super) fn text(text: Option<&str>) -> Option<Untrusted> {
    text.map(Untrusted::new).filter(|text| !text.is_blank())
}

impl TagView {
    pub(super) fn of(tag: &EventTag) -> Self {
        Self {
            key: tag.key.as_str().into(),
            value: tag.value.as_deref().unwrap_or_default().into(),
        }
    }
}

impl ExceptionView {
    pub(super) fn of(exception: &Exception) -> Self {
        Self {
            kind: text(exception.kind.as_deref()),
            value: text(exception.value.as_deref()),
            module: text(exception.module.as_deref()),
            handled: exception
                .mechanism
                .as_ref()
                .and_then(|mechanism| mechanism.handled),
            stacktrace: exception.stacktrace.as_ref().map(StacktraceView::of),
            reported: false,
        }
    }

    pub(super) fn line(&self, is_cause: bool) -> Line {
        let mut line = Line::new().words(if is_cause { "caused by " } else { "" });
        if let Some(kind) = &self.kind {
            line = line.text(kind, 80);
        }
        if let Some(value) = &self.value {
            line = line
                .words(if self.kind.is_some() { ": " } else { "" })
                .text(value, 300);
        }
        if self.handled == Some(false) {
            line.words(" (unhandled)")
        } else {
            line
        }
    }
}

impl ThreadView {
    pub(super) fn of(thread: &Thread) -> Self {
        Self {
            id: text(thread.id.as_deref()),
            name: text(thread.name.as_deref()),
            crashed: thread.crashed == Some(true),
            current: thread.current == Some(true),
            stacktrace: thread.stacktrace.as_ref().map(StacktraceView::of),
        }
    }
}

impl BreadcrumbView {
    pub(super) fn of(breadcrumb: &Breadcrumb) -> Self {
        Self {
            timestamp: breadcrumb.timestamp.map(iso),
            category: text(breadcrumb.category.as_deref()),
            level: text(breadcrumb.level.as_deref()),
            message: text(breadcrumb.message.as_deref()),
            data: breadcrumb
                .data
                .clone()
                .filter(|data| !data.is_null())
                .map(clean_json),
            at: breadcrumb.timestamp,
        }
    }

    pub(super) fn line(&self, event: OffsetDateTime) -> Line {
        let mut line = Line::new().words("- ");
        if let Some(at) = self.at {
            line = line.words(format_args!("{:+}s ", (at - event).whole_seconds()));
        }
        for part in [&self.category, &self.level].into_iter().flatten() {
            line = line.text(part, 40).words(' ');
        }
        match (&self.message, &self.data) {
            (Some(message), _) => line.text(message, 160),
            (None, Some(data)) => line.text(&Untrusted::new(data.to_string()), 160),
            (None, None) => line,
        }
    }
}

impl UserView {
    pub(super) fn of(user: &EventUser) -> Self {
        Self {
            id: user.id.as_ref().map(|id| id.as_str().into()),
            username: text(user.username.as_deref()),
            email: text(user.email.as_deref()),
            ip_address: text(user.ip_address.as_deref()),
        }
    }

    pub(super) fn line(&self) -> Line {
        let mut line = Line::new().words("user");
        for part in [&self.id, &self.username, &self.email, &self.ip_address]
            .into_iter()
            .flatten()
        {
            line = line.words(' ').text(part, 60);
        }
        line
    }
}

impl RequestView {
    pub(super) fn of(request: &Request) -> Self {
        let pair = |(key, value): &(String, Option<String>)| {
            (
                key.as_str().into(),
                value.as_deref().unwrap_or_default().into(),
            )
        };
        Self {
            method: text(request.method.as_deref()),
            url: text(request.url.as_deref()),
            query: request.query.iter().map(pair).collect(),
            data: request
                .data
                .clone()
                .filter(|data| !data.is_null())
                .map(clean_json),
        }
    }

    pub(super) fn line(&self) -> Line {
        let mut line = Line::new().words("request");
        for part in [&self.method, &self.url].into_iter().flatten() {
            line = line.words(' ').text(part, 160);
        }
        line
    }
}
