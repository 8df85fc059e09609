use super::Parser;
use super::filter::{Keyed, Matched};
use super::value::RawValue;
use crate::Span;
use crate::ast::{Is, Term};
use crate::diagnostic::{Code, Suggestion};
use crate::lexer::Cursor;
use crate::schema::{IS_VALUES, is_value};

impl<'a> Parser<'a> {
    /// Rule 12: `is:value`, in issue search only.
    pub(super) fn is(&mut self, keyed: &Keyed<'a>) -> Option<Matched<'a>> {
        if self.str(keyed.key.span) != "is" {
            return None;
        }
        let mut cursor = keyed.value;
        let Some(value) = self.value(&mut cursor) else {
            return Some((None, cursor));
        };
        let span = cursor.span_from(keyed.start);
        if self.dialect.has_boolean_logic() {
            let suggestion = Self::suggest(self.with_operator_beside(span), "");
            self.report(Code::IsUnsupported, span).suggestion = suggestion;
            return Some((None, cursor));
        }
        let Some(found) = is_value(&value.raw) else {
            self.refuse_is(keyed, &value);
            return Some((None, cursor));
        };
        let negated = keyed.negated;
        let is = Is {
            span,
            negated,
            value: found,
            value_span: value.span,
        };
        Some((Some(Term::Is(is)), cursor))
    }

    fn refuse_is(&mut self, keyed: &Keyed<'a>, value: &RawValue) {
        if value.raw.starts_with('[') {
            let suggestion = self.listed_statuses(keyed, value);
            self.report(Code::IsList, value.span).suggestion = suggestion;
            return;
        }
        let whole = Span::new(keyed.start, value.span.end());
        let sign = if keyed.negated { "!" } else { "" };
        let suggestion = match value.raw.as_str() {
            "" if value.missing => self.mended_missing(keyed, value.span),
            "bookmarked" | "starred" => Self::suggest(whole, format!("{sign}bookmarks:me")),
            "subscribed" => Self::suggest(whole, format!("{sign}subscribed:me")),
            "assigned_to_me" | "mine" => Self::suggest(whole, format!("{sign}assigned:me")),
            "open" | "unarchived" => Self::suggest(value.span, "unresolved"),
            "closed" | "fixed" | "done" => Self::suggest(value.span, "resolved"),
            "snoozed" | "unignored" => Self::suggest(value.span, "archived"),
            "high" | "medium" | "low" => {
                Self::suggest(whole, format!("{sign}issue.priority:{}", value.raw))
            }
            "error" | "fatal" | "warning" | "info" | "debug" => {
                Self::suggest(whole, format!("{sign}level:{}", value.raw))
            }
            other if other.strip_prefix('!').and_then(is_value).is_some() => {
                let sign = if keyed.negated { "" } else { "!" };
                Self::suggest(whole, format!("{sign}is:{}", other.trim_start_matches('!')))
            }
            other if other.contains(',') => Self::statuses(keyed, value.span, other),
            other => nearest(other).and_then(|name| Self::suggest(value.span, name)),
        };
        let found = value.raw.clone();
        let diagnostic = self.report(Code::UnknownIsValue, value.span);
        diagnostic.found = found;
        diagnostic.suggestion = suggestion;
    }

    /// `is:[a, b]` of statuses is a list on the field `status`.
    fn listed_statuses(&self, keyed: &Keyed<'a>, value: &RawValue) -> Option<Suggestion> {
        // A list of words is short; looking no further keeps many of them linear.
        let rest = self.text.as_bytes().get(value.span.start()..)?;
        let end = rest.iter().take(200).position(|b| *b == b']')? + 1;
        let span = Span::new(value.span.start(), value.span.start() + end);
        Self::statuses(keyed, span, self.str(span).trim_matches(['[', ']']))
    }

    fn statuses(keyed: &Keyed<'a>, value: Span, words: &str) -> Option<Suggestion> {
        let words: Vec<&str> = words
            .split(',')
            .map(|word| word.trim_matches(' '))
            .collect();
        let is_status = |word: &&str| is_value(word).is_some_and(|row| row.key == "status");
        let sign = if keyed.negated { "!" } else { "" };
        let list = format!("{sign}status:[{}]", words.join(", "));
        let all = words.iter().all(is_status);
        Self::suggest(Span::new(keyed.start, value.end()), list).filter(|_| all)
    }

    /// A term, with the boolean word beside it that would have nothing to join without it.
    fn with_operator_beside(&self, span: Span) -> Span {
        let mut after = Cursor::at(self.text, span.end());
        after.spaces();
        if after.pos() > span.end() && Self::boolean_word(&mut after).is_some() {
            after.spaces();
            return Span::new(span.start(), after.pos());
        }
        let before = self.text.get(..span.start()).unwrap_or_default();
        let before = before.trim_end_matches(' ');
        let word = before.rsplit(' ').next().unwrap_or_default();
        if before.len() < span.start() && ["OR", "AND"].iter().any(|w| word.eq_ignore_ascii_case(w))
        {
            let word = Span::new(before.len() - word.len(), before.len());
            return self.with_spaces(word).to(span);
        }
        self.with_spaces(span)
    }
}

/// The listed word that the given one was probably meant to be.
fn nearest(word: &str) -> Option<&'static str> {
    if word.len() > 40 {
        return None;
    }
    let lower = word.to_lowercase().replace(['-', ' '], "_");
    let candidates = IS_VALUES.iter().map(|row| row.name);
    crate::diagnostic::nearest(&lower, candidates)
}
