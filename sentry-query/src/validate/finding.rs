use super::{MAX_FINDINGS, Validator};
use crate::diagnostic::{Code, Diagnostic, Suggestion, Wording, quoted};
use crate::{Span, Text};

impl Validator<'_> {
    pub(super) fn push(&mut self, finding: Diagnostic) {
        if !self.is_full() {
            self.findings.push(finding);
        }
    }

    pub(super) fn is_full(&self) -> bool {
        self.findings.len() >= MAX_FINDINGS
    }

    /// A finding about the text at this place.
    pub(super) fn finding(&self, code: Code, span: Span, message: String) -> Diagnostic {
        Diagnostic {
            found: Text::shared(self.source, span),
            wording: Some(Box::new(Wording {
                message,
                expected: None,
            })),
            ..Diagnostic::new(code, span)
        }
    }

    /// A word that still works but reads otherwise now.
    pub(super) fn former_value(
        &self,
        subject: &str,
        found: &str,
        meant: &str,
        span: Span,
    ) -> Diagnostic {
        let message = format!("{} is an older word for {meant}", quoted(found));
        self.finding(Code::FormerValue, span, message)
            .about(subject)
            .expecting(meant.to_owned())
            .replaced(self.source, span, meant)
    }
}

impl Diagnostic {
    pub(super) fn about(mut self, subject: &str) -> Self {
        self.subject = Text::from(subject);
        self
    }

    pub(super) fn expecting(mut self, expected: String) -> Self {
        if let Some(wording) = &mut self.wording {
            wording.expected = Some(expected);
        }
        self
    }

    /// Suggests a replacement; without a source there is nothing to replace.
    pub(super) fn replaced(
        mut self,
        source: &str,
        span: Span,
        replacement: impl Into<String>,
    ) -> Self {
        if !span.is_empty() && span.end() <= source.len() {
            let replacement = replacement.into();
            self.suggestion = Some(Suggestion { span, replacement });
        }
        self
    }
}
