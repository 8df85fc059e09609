use std::collections::HashMap;

use super::Parser;
use super::filter::Keyed;
use super::foreign_word::Around;
use crate::Span;
use crate::ast::{Date, Filter, FreeText, Group, Term, Value};
use crate::diagnostic::{Code, Suggestion};
use crate::schema::FieldKind;

/// What Sentry accepts although it hardly means what was meant.
impl<'a> Parser<'a> {
    pub(super) fn warn_of_surprises(&mut self, terms: &[Term]) {
        let mut older = Vec::new();
        self.warn_of_each(terms, &mut older);
        self.warn_of_older(terms, &older);
    }

    /// Looks at each term once, and collects the dates that a range may need.
    fn warn_of_each<'t>(&mut self, terms: &'t [Term], older: &mut Vec<&'t Filter>) {
        for (index, term) in terms.iter().enumerate() {
            let before = index.checked_sub(1).and_then(|at| terms.get(at));
            let next = terms.get(index + 1);
            match term {
                Term::FreeText(text) if !text.quoted => {
                    self.warn_of_glue(before, text);
                    self.warn_of_not(text, next);
                    self.warn_of_words(Around { before, next }, text);
                    self.warn_of_negation(text, next);
                    self.warn_of_group_text(before, text);
                }
                Term::Filter(filter) if is_older(&filter.value) => older.push(filter),
                Term::Filter(filter) => self.warn_of_filter(filter, next),
                Term::Group(group) => {
                    self.warn_of_glued_group(before, group);
                    self.warn_of_each(&group.terms, older);
                }
                _ => {}
            }
        }
        if !self.dialect.has_boolean_logic() && !self.diagnostics.is_empty() {
            self.suggest_lists(terms);
        }
    }

    /// `url:"a"b` and `timesSeen:>1,000`: the rest is a text of its own.
    fn warn_of_glue(&mut self, before: Option<&Term>, text: &FreeText) {
        let Some(Term::Filter(_) | Term::Has(_) | Term::Is(_) | Term::Aggregate(_)) = before else {
            return;
        };
        if before.is_none_or(|before| before.span().end() != text.span.start()) {
            return;
        }
        let first = text.pattern.raw().split(' ').next().unwrap_or_default();
        let span = Span::new(text.span.start(), text.span.start() + first.len());
        let digits = first.replace(',', "");
        let thousands = first.starts_with(',')
            && !digits.is_empty()
            && digits.bytes().all(|b| b.is_ascii_digit());
        let suggestion = if thousands {
            Self::suggest(span, digits)
        } else {
            before.and_then(|before| self.quoted_with(before, span))
        };
        self.report(Code::TextAfterValue, span).suggestion = suggestion;
    }

    /// `url:/a(b)` in event search: the value ends where the group begins.
    fn warn_of_glued_group(&mut self, before: Option<&Term>, group: &Group) {
        let Some(before @ Term::Filter(_)) = before else {
            return;
        };
        let words = |term: &Term| matches!(term, Term::FreeText(_));
        if before.span().end() == group.span.start() && group.terms.iter().all(words) {
            let suggestion = self.quoted_with(before, group.span);
            self.report(Code::TextAfterValue, group.span).suggestion = suggestion;
        }
    }

    /// The value of a filter and what is glued to it, in quotes.
    fn quoted_with(&self, before: &Term, glued: Span) -> Option<Suggestion> {
        let Term::Filter(filter) = before else {
            return None;
        };
        let rest = self.text.get(glued.end()..)?;
        let run = rest.find(' ').unwrap_or(rest.len());
        let whole = Span::new(filter.value_span.start(), glued.end() + run);
        let text = self.str(whole);
        let plain = matches!(filter.value, Value::Text(_)) && !text.contains('"');
        // An operator before the value would become a part of the text.
        let direct = filter.value_span.start() == filter.key.span.end() + 1;
        let fits = plain && direct && !text.ends_with('\\') && !text.starts_with(['[', '>', '<']);
        Self::suggest(whole, format!("\"{text}\"")).filter(|_| fits)
    }

    /// `age:+7d`, unless it is one end of a range: beside another date it is hardly meant otherwise.
    fn warn_of_older(&mut self, terms: &[Term], older: &[&Filter]) {
        if older.is_empty() {
            return;
        }
        let mut ends = HashMap::new();
        count_dates(terms, &mut ends);
        for filter in older {
            if ends.get(filter.key.name()) == Some(&1) {
                let span = filter.value_span;
                let sign = Span::new(span.start(), span.start() + 1);
                let written = self.slice(filter.key.span);
                let note = self.report(Code::OlderThan, span);
                note.subject = filter.key.name.clone();
                note.written = written;
                note.suggestion = Self::suggest(sign, "-");
            }
        }
    }

    /// `NOT level:info`: the word is searched for.
    fn warn_of_not(&mut self, text: &FreeText, next: Option<&Term>) {
        let written = text.pattern.raw();
        let is_not = |word: &str| word.eq_ignore_ascii_case("not");
        let last = written.rsplit(' ').next().unwrap_or_default();
        let (start, end) = (text.span.end() - last.len(), text.span.end());
        if is_not(last) {
            let sign = next.and_then(|term| {
                let negated = self.negated_term(term)?;
                Self::suggest(Span::new(start, term.span().end()), negated)
            });
            if sign.is_some() || matches!(next, Some(Term::Group(_))) {
                self.report(Code::NotWord, Span::new(start, end)).suggestion = sign;
            }
        } else if let Some(word) = written.split(' ').next().filter(|word| is_not(word)) {
            let start = text.span.start();
            let rest = written
                .get(word.len()..)
                .unwrap_or_default()
                .trim_start_matches(' ');
            if rest.starts_with('(') {
                self.report(Code::NotWord, Span::new(start, start + word.len()));
            }
        }
    }

    /// `!(…)` in event search: the sign is text of its own.
    fn warn_of_negation(&mut self, text: &FreeText, next: Option<&Term>) {
        let Some(Term::Group(group)) = next else {
            return;
        };
        if text.pattern.raw() == "!" && text.span.end() == group.span.start() {
            let suggestion = self
                .negated(group)
                .and_then(|negated| Self::suggest(text.span.to(group.span), negated));
            self.report(Code::NegatedGroup, text.span).suggestion = suggestion;
        }
    }

    /// `(level:error)` in issue search: a group is text, parentheses and all.
    fn warn_of_group_text(&mut self, before: Option<&Term>, text: &FreeText) {
        let written = text.pattern.raw();
        // A boolean word in it is refused anyway, which says enough.
        let boolean =
            |word: &str| word.eq_ignore_ascii_case("or") || word.eq_ignore_ascii_case("and");
        let filters = written.starts_with('(')
            && written.contains(':')
            && !written.split([' ', '(', ')']).any(boolean);
        if self.dialect.has_boolean_logic() || !filters {
            return;
        }
        let negated = matches!(before, Some(Term::FreeText(sign))
            if sign.pattern.raw() == "!" && sign.span.end() == text.span.start());
        let inner = written
            .strip_prefix('(')
            .and_then(|rest| rest.strip_suffix(')'));
        let inner = inner.map(|inner| inner.trim_matches(' '));
        let inner = inner.filter(|inner| !(inner.contains('(') || negated && inner.contains(' ')));
        let suggestion = inner.and_then(|inner| Self::suggest(text.span, inner));
        let code = if negated {
            Code::NegatedGroup
        } else {
            Code::GroupAsText
        };
        self.report(code, text.span).suggestion = suggestion;
    }

    /// `duration:>3s`: the operator is part of the text, since the key takes none.
    pub(super) fn warn_of_comparison(&mut self, keyed: &Keyed<'a>, value: Span) {
        let span = Span::new(keyed.value.pos(), value.end());
        let operand = self.str(span).trim_start_matches(['>', '<']);
        let operand = operand.strip_prefix('=').unwrap_or(operand);
        let compares = keyed.kind == FieldKind::Text
            && self.str(span).starts_with(['>', '<'])
            && operand.starts_with(|c: char| c.is_ascii_digit());
        if compares {
            let suggestion = self.comparable(self.str(keyed.key.span)).and_then(|key| {
                let mended = format!("{key}:{}", self.str(span));
                let whole = Span::new(keyed.key.span.start(), span.end());
                Self::suggest(whole, mended.as_str()).filter(|_| self.fits(&mended))
            });
            self.report_key(Code::OperatorInText, keyed.key, span)
                .suggestion = suggestion;
        }
    }

    /// What a key that takes no comparison was probably meant to be.
    fn comparable(&self, key: &str) -> Option<String> {
        let events = self.dialect.has_boolean_logic();
        match key {
            "duration" if events => {
                let fields = ["span.duration", "transaction.duration"];
                let field = fields
                    .iter()
                    .find(|name| self.options.field(name).is_some())?;
                Some((*field).to_owned())
            }
            "count" | "events" | "times" if !events => Some("timesSeen".to_owned()),
            "release" => Some("release.version".to_owned()),
            "users" if !events => Some("userCount".to_owned()),
            _ if events && crate::schema::function(key).is_some() => Some(format!("{key}()")),
            _ => None,
        }
    }

    /// A group without the terms that it joins, each negated: `!(a OR b)` is `!a !b`.
    fn negated(&self, group: &Group) -> Option<String> {
        let conditions: Vec<&Term> = group
            .terms
            .iter()
            .filter(|term| !matches!(term, Term::Boolean(_)))
            .collect();
        let ors = group.terms.iter().filter(|term| term.is_or()).count();
        if ors > 0 && ors + 1 != conditions.len() {
            return None;
        }
        let each: Option<Vec<String>> = conditions
            .iter()
            .map(|term| self.negated_term(term))
            .collect();
        let each = each?;
        Some(match each.as_slice() {
            [one] => one.clone(),
            _ if ors > 0 => each.join(" "),
            _ => format!("({})", each.join(" OR ")),
        })
    }

    fn negated_term(&self, term: &Term) -> Option<String> {
        if !matches!(term, Term::Filter(_) | Term::Has(_) | Term::Is(_)) {
            return None;
        }
        let written = self.str(term.span());
        if let Some(positive) = written.strip_prefix('!') {
            return Some(positive.to_owned());
        }
        let Term::Filter(filter) = term else {
            return Some(format!("!{written}"));
        };
        let value = Span::new(filter.key.span.end() + 1, filter.span.end());
        self.negated_if(true, self.str(filter.key.span), self.str(value))
    }
}

fn is_older(value: &Value) -> bool {
    matches!(value, Value::Date(Date::Relative(relative)) if !relative.newer)
}

/// Counts how many dates each key is compared with.
fn count_dates<'t>(terms: &'t [Term], counts: &mut HashMap<&'t str, usize>) {
    for term in terms {
        match term {
            Term::Filter(filter) if matches!(filter.value, Value::Date(_)) => {
                *counts.entry(filter.key.name()).or_default() += 1;
            }
            Term::Group(group) => count_dates(&group.terms, counts),
            _ => {}
        }
    }
}
