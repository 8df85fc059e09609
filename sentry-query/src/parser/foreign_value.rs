use super::Parser;
use crate::Span;
use crate::ast::{Filter, Operator, Term, Value};
use crate::diagnostic::{Code, Suggestion};
use crate::schema::is_value;

/// Words that stand beside a query in Sentry's API, and are no fields.
const PARAMETERS: &[&str] = &[
    "cursor",
    "limit",
    "orderby",
    "per_page",
    "period",
    "sort",
    "sortBy",
    "statsPeriod",
];

/// Quotes of other languages, and how they close.
const QUOTES: &[(char, char)] = &[
    ('\'', '\''),
    ('\u{201C}', '\u{201D}'),
    ('\u{2018}', '\u{2019}'),
    ('\u{AB}', '\u{BB}'),
];

/// Keys and values as other query languages spell them.
impl Parser<'_> {
    /// What a filter holds that was hardly meant as a part of it.
    ///
    /// Every filter comes here, and one byte tells that nothing is odd about nearly all of them.
    pub(super) fn warn_of_filter(&mut self, filter: &Filter, next: Option<&Term>) {
        let byte = |at: usize| self.text.as_bytes().get(at).copied();
        let (key, value) = (filter.key.span, filter.value_span);
        let (first, last) = (byte(value.start()), byte(value.end().saturating_sub(1)));
        match byte(key.start()) {
            Some(b'-') => self.warn_of_minus(filter),
            Some(b'I' | b'i' | b'H' | b'h') if key.len() <= 3 => self.warn_of_case(filter),
            Some(b'c' | b'l' | b'o' | b'p' | b's') => self.warn_of_parameter(filter),
            _ => {}
        }
        if !matches!(filter.value, Value::Text(_)) {
            return;
        }
        match first {
            Some(b'"') | None => {}
            Some(b'[') => self.warn_of_list(filter),
            Some(b'/' | b'%') => self.warn_of_wildcard(filter),
            Some(b'\'' | 0xC2 | 0xE2) => self.warn_of_quotes(filter, next),
            _ if last == Some(b',') && value.len() > 1 && next.is_some() => {
                self.warn_of_comma(filter);
            }
            _ => {}
        }
    }

    /// `-level:error`
    fn warn_of_minus(&mut self, filter: &Filter) {
        let Some(name) = self.str(filter.key.span).strip_prefix('-') else {
            return;
        };
        let start = filter.key.span.start();
        if self.knows(name) && filter.span.start() == start {
            let value = Span::new(filter.key.span.end() + 1, filter.span.end());
            let mended = self.negated_if(true, name, self.str(value));
            self.report(Code::MinusNegation, Span::new(start, start + 1))
                .suggestion = mended.and_then(|mended| Self::suggest(filter.span, mended));
        }
    }

    /// `Is:unresolved`
    fn warn_of_case(&mut self, filter: &Filter) {
        let written = self.str(filter.key.span);
        let lower = written.to_ascii_lowercase();
        let meant = match lower.as_str() {
            "has" => true,
            "is" => {
                let value = self.str(filter.value_span);
                !self.dialect.has_boolean_logic() && is_value(value).is_some()
            }
            _ => false,
        };
        if meant && written != lower {
            self.report(Code::KeyCase, filter.key.span).suggestion =
                Self::suggest(filter.key.span, lower);
        }
    }

    /// `sort:freq`
    fn warn_of_parameter(&mut self, filter: &Filter) {
        let name = self.str(filter.key.span);
        if PARAMETERS.contains(&name) && !self.knows(name) {
            let at = self.with_spaces(filter.span);
            self.report(Code::ParameterInQuery, filter.span).suggestion = Self::suggest(at, "");
        }
    }

    /// `environment:[prod staging]`: what is no list is text up to the space.
    fn warn_of_list(&mut self, filter: &Filter) {
        if let Some(list) = self.mended_list_at(filter.value_span) {
            let span = list.span;
            self.report(Code::ListAsText, span).suggestion = Some(list);
        }
    }

    /// The list that was meant where a value starts with a bracket or parenthesis.
    pub(super) fn mended_list_at(&self, value: Span) -> Option<Suggestion> {
        // A list that was meant is short; looking no further keeps many of them linear.
        let rest = self.text.as_bytes().get(value.start()..)?;
        let close = match rest.first()? {
            b'[' => b']',
            b'(' => b')',
            _ => return None,
        };
        let end = rest.iter().take(200).position(|byte| *byte == close)?;
        let span = Span::new(value.start(), value.start() + end + 1);
        let inner = Span::new(span.start() + 1, span.end() - 1);
        Self::suggest(span, mended_list(self.str(inner))?)
            .filter(|list| list.replacement != self.str(span))
    }

    /// `message:'payment failed'`
    fn warn_of_quotes(&mut self, filter: &Filter, next: Option<&Term>) {
        let value = filter.value_span;
        let text = self.str(value);
        let Some((open, close)) = QUOTES.iter().find(|(open, _)| text.starts_with(*open)) else {
            return;
        };
        let (open, close) = (*open, *close);
        let mut end = value.end();
        let inner = self.str(value).strip_prefix(open).unwrap_or_default();
        if !inner.ends_with(close) {
            let Some(Term::FreeText(text)) = next.filter(|_| !inner.contains(close)) else {
                return;
            };
            let Some(at) = text.pattern.raw().find(close).filter(|_| !text.quoted) else {
                return;
            };
            end = text.span.start() + at + close.len_utf8();
        }
        let span = Span::new(value.start(), end);
        let inner = self.str(span).trim_matches([open, close]);
        let plain = !inner.is_empty() && !inner.contains(['"', close]) && !inner.ends_with('\\');
        let suggestion = Self::suggest(span, format!("\"{inner}\"")).filter(|_| plain);
        self.report(Code::OddQuotes, span).suggestion = suggestion;
    }

    /// `title:/foo.*/` and `title:%foo%`
    fn warn_of_wildcard(&mut self, filter: &Filter) {
        let raw = self.str(filter.value_span);
        let regex = raw
            .strip_prefix('/')
            .and_then(|rest| rest.strip_suffix('/'))
            .filter(|inner| inner.contains(".*") || inner.starts_with('^'));
        let like = raw.strip_prefix('%');
        let like = like.map(|rest| rest.strip_suffix('%').unwrap_or(rest));
        let Some(inner) = regex.or(like) else {
            return;
        };
        let text = inner
            .trim_start_matches(['^', '.', '*'])
            .trim_end_matches(['$', '.', '*']);
        let plain =
            !text.is_empty() && !text.contains(['*', '[', ']', '+', '?', '|', '\\', '%', '"']);
        let stars = if inner.starts_with('^') {
            format!("{text}*")
        } else {
            format!("*{text}*")
        };
        let suggestion = Self::suggest(filter.value_span, stars).filter(|_| plain);
        self.report(Code::ForeignWildcard, filter.value_span)
            .suggestion = suggestion;
    }

    /// `level:error, os.name:iOS`
    fn warn_of_comma(&mut self, filter: &Filter) {
        if filter.operator == Operator::Equal {
            let end = filter.value_span.end();
            let comma = Span::new(end - 1, end);
            self.report(Code::TrailingComma, comma).suggestion = Self::suggest(comma, "");
        }
    }
}

/// The list that was meant by words between brackets; nothing where that is not clear.
fn mended_list(inner: &str) -> Option<String> {
    let mut items = Vec::new();
    let mut rest = inner.trim_matches([' ', ',']);
    while !rest.is_empty() {
        let len = match rest.strip_prefix('"') {
            Some(quoted) => quoted.find('"')? + 2,
            None => rest.find([' ', ',']).unwrap_or(rest.len()),
        };
        let (item, after) = rest.split_at_checked(len)?;
        let odd = item.contains(['(', ')', '[', ']', ':']) || item.trim_matches('"').contains('"');
        if odd || item.eq_ignore_ascii_case("and") {
            return None;
        }
        if !item.eq_ignore_ascii_case("or") {
            items.push(item);
        }
        rest = after.trim_start_matches([' ', ',']);
    }
    (!items.is_empty()).then(|| format!("[{}]", items.join(", ")))
}
