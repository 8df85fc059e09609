//! Events: what happened, where, to whom.

mod parts;

use sentry_api::model::{Entry, Event, Exception};
use serde::Serialize;
use serde_json::Value;
use serde_with::skip_serializing_none;
use time::OffsetDateTime;

use self::parts::{
    BreadcrumbView, ExceptionView, RequestView, TagView, ThreadView, UserView, text,
};
use super::stacktrace::StacktraceView;
use super::{ago, iso};
use crate::answer::Section;
use crate::untrusted::{Line, Untrusted, clean_json};

/// An event, as far as it was asked for.
#[skip_serializing_none]
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct EventView {
    event_id: Untrusted,
    timestamp: Option<String>,
    release: Option<Untrusted>,
    environment: Option<Untrusted>,
    message: Option<Untrusted>,
    /// The frames of the exception that was reported, or of the thread that crashed.
    pub(crate) stacktrace: Option<StacktraceView>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) exceptions: Vec<ExceptionView>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) threads: Vec<ThreadView>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) breadcrumbs: Vec<BreadcrumbView>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) tags: Vec<TagView>,
    pub(crate) contexts: Option<Value>,
    pub(crate) user: Option<UserView>,
    pub(crate) request: Option<RequestView>,
    next_event_id: Option<Untrusted>,
    previous_event_id: Option<Untrusted>,
    #[serde(skip)]
    created: Option<OffsetDateTime>,
    /// The message says what the exception says already.
    #[serde(skip)]
    message_is_title: bool,
}

impl EventView {
    pub(crate) fn of(event: &Event) -> Self {
        let mut view = Self {
            event_id: event.event_id.as_str().into(),
            timestamp: event.date_created.map(iso),
            release: event
                .release
                .as_ref()
                .map(|release| release.version.as_str().into()),
            environment: event.tag("environment").map(Untrusted::new),
            message: text(event.message.as_deref()),
            stacktrace: None,
            exceptions: event.exceptions().map(ExceptionView::of).collect(),
            threads: Vec::new(),
            breadcrumbs: Vec::new(),
            tags: event.tags.iter().map(TagView::of).collect(),
            contexts: (!event.contexts.is_empty())
                .then(|| clean_json(event.contexts.clone().into_iter().collect())),
            user: event.user.as_ref().map(UserView::of),
            request: None,
            next_event_id: event.next_event_id.as_ref().map(|id| id.as_str().into()),
            previous_event_id: event
                .previous_event_id
                .as_ref()
                .map(|id| id.as_str().into()),
            created: event.date_created,
            message_is_title: false,
        };
        for entry in &event.entries {
            view.add(entry);
        }
        view.find_main_stacktrace();
        view.message_is_title = view.message.as_ref().is_some_and(|message| {
            let says = |exception: &Exception| {
                let kind = exception.kind.as_deref().unwrap_or_default();
                let value = exception.value.as_deref().unwrap_or_default();
                *message == Untrusted::new(value)
                    || *message == Untrusted::new(format!("{kind}: {value}"))
            };
            event.exceptions().any(says)
        });
        view
    }

    /// Moves the frames of the reported exception, else of the thread that crashed, up.
    fn find_main_stacktrace(&mut self) {
        let mut exceptions = self.exceptions.iter_mut().rev();
        if let Some(exception) = exceptions.find(|exception| exception.stacktrace.is_some()) {
            exception.reported = true;
            self.stacktrace = exception.stacktrace.take();
        } else if self.stacktrace.is_none() {
            let crashed = self.threads.iter().position(|thread| thread.crashed);
            let main = crashed.or_else(|| self.threads.iter().position(|thread| thread.current));
            let main = main.and_then(|index| self.threads.get_mut(index));
            self.stacktrace = main.and_then(|thread| thread.stacktrace.take());
        }
    }

    fn add(&mut self, entry: &Entry) {
        match entry {
            Entry::Stacktrace(stacktrace) => self.stacktrace = Some(StacktraceView::of(stacktrace)),
            Entry::Threads(threads) => {
                self.threads = threads.values.iter().map(ThreadView::of).collect();
            }
            Entry::Breadcrumbs(breadcrumbs) => {
                self.breadcrumbs = breadcrumbs.values.iter().map(BreadcrumbView::of).collect();
            }
            Entry::Request(request) => self.request = Some(RequestView::of(request)),
            Entry::Message(message) => {
                let said =
                    text(message.formatted.as_deref()).or_else(|| text(message.message.as_deref()));
                self.message = said.or_else(|| self.message.take());
            }
            _ => {}
        }
    }

    /// The event's id, age, environment and release, and its message.
    pub(crate) fn add_head_to(&self, which: &str, section: &mut Section, now: OffsetDateTime) {
        let mut line = Line::new()
            .words(which)
            .words(" event ")
            .text(&self.event_id, 40);
        if let Some(created) = self.created {
            line = line.words(", ").words(ago(now, created));
        }
        if let Some(environment) = &self.environment {
            line = line.words(", ").text(environment, 40);
        }
        if let Some(release) = &self.release {
            line = line.words(", release ").text(release, 60);
        }
        section.push(line);
        if let Some(message) = self.message.as_ref().filter(|_| !self.message_is_title) {
            section.push(Line::new().words("message: ").text(message, 300));
        }
    }

    /// The chain of exceptions, the reported one first, or the thread that crashed.
    pub(crate) fn add_stacktrace_to(&self, section: &mut Section) {
        for (index, exception) in self.exceptions.iter().rev().enumerate() {
            section.push(exception.line(index > 0));
            let frames = if exception.reported {
                &self.stacktrace
            } else {
                &exception.stacktrace
            };
            if let Some(frames) = frames {
                frames.add_to(section);
            }
        }
        if self.exceptions.iter().any(|exception| exception.reported) {
            return;
        }
        if let Some(thread) = self.threads.iter().find(|thread| thread.crashed) {
            let line = Line::new().words("crashed thread ");
            section.push(match thread.name.as_ref().or(thread.id.as_ref()) {
                Some(name) => line.text(name, 60),
                None => line,
            });
        }
        if let Some(stacktrace) = &self.stacktrace {
            stacktrace.add_to(section);
        }
    }

    /// Request, user and the contexts that name a system.
    pub(crate) fn add_environment_to(&self, section: &mut Section) {
        if let Some(request) = &self.request {
            section.push(request.line());
        }
        if let Some(user) = &self.user {
            section.push(user.line());
        }
        section.push(self.contexts_line());
    }

    fn contexts_line(&self) -> Line {
        let mut line = Line::new();
        for kind in ["runtime", "os", "browser", "device", "app"] {
            let Some(context) = self
                .contexts
                .as_ref()
                .and_then(|contexts| contexts.get(kind))
            else {
                continue;
            };
            let field = |name: &str| {
                context
                    .get(name)
                    .and_then(Value::as_str)
                    .map(Untrusted::new)
            };
            let name = field("name")
                .or_else(|| field("model"))
                .or_else(|| field("app_name"));
            let Some(name) = name else { continue };
            let before = if line.is_empty() { "" } else { ", " };
            line = line.words(before).words(kind).words(' ').text(&name, 40);
            if let Some(version) = field("version").or_else(|| field("app_version")) {
                line = line.words(' ').text(&version, 30);
            }
        }
        line
    }

    /// Every tag that is not said elsewhere.
    pub(crate) fn add_tags_to(&self, section: &mut Section) {
        let elsewhere = [
            "environment",
            "release",
            "level",
            "url",
            "user",
            "handled",
            "mechanism",
        ];
        let mut line = Line::new().words("tags:");
        let mut any = false;
        for tag in self
            .tags
            .iter()
            .filter(|tag| !elsewhere.iter().any(|key| tag.key == Untrusted::new(*key)))
        {
            line = line
                .words(if any { ", " } else { " " })
                .text(&tag.key, 40)
                .words('=')
                .text(&tag.value, 60);
            any = true;
        }
        if any {
            section.push(line);
        }
    }

    /// What happened before, the newest last.
    pub(crate) fn add_breadcrumbs_to(&self, section: &mut Section, now: OffsetDateTime) {
        for breadcrumb in &self.breadcrumbs {
            section.push(breadcrumb.line(self.created.unwrap_or(now)));
        }
    }
}
