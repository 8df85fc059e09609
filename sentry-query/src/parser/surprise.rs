use super::Parser;
use super::filter::Keyed;
use crate::Span;
use crate::ast::{BooleanWord, FreeText, Group, Term};
use crate::diagnostic::Code;
use crate::schema::FieldKind;

/// What Sentry accepts although it hardly means what was meant.
impl<'a> Parser<'a> {
    pub(super) fn warn_of_surprises(&mut self, terms: &[Term]) {
        for (index, term) in terms.iter().enumerate() {
            match term {
                Term::FreeText(text) if !text.quoted => {
                    let before = index.checked_sub(1).and_then(|at| terms.get(at));
                    let next = terms.get(index + 1);
                    self.warn_of_glue(before, text);
                    self.warn_of_not(text, next);
                    self.warn_of_words(text, next);
                    self.warn_of_negation(text, next);
                    self.warn_of_group_text(before, text);
                }
                Term::Filter(filter) => self.warn_of_filter(filter, terms.get(index + 1)),
                Term::Group(group) => self.warn_of_surprises(&group.terms),
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
        let suggestion = Self::suggest(span, digits).filter(|_| thousands);
        self.report(Code::TextAfterValue, span).suggestion = suggestion;
    }

    /// `NOT level:info`: the word is searched for.
    fn warn_of_not(&mut self, text: &FreeText, next: Option<&Term>) {
        let written = text.pattern.raw();
        let is_not = |word: &str| word.eq_ignore_ascii_case("not");
        let last = written.rsplit(' ').next().unwrap_or_default();
        let (start, end) = (text.span.end() - last.len(), text.span.end());
        if is_not(last) {
            let replaced = match next {
                Some(Term::Filter(_) | Term::Has(_) | Term::Is(_)) => next.map(Term::span),
                _ => None,
            };
            let sign = replaced.and_then(|term| Self::suggest(Span::new(start, term.start()), "!"));
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
                let mended = Span::new(keyed.key.span.start(), keyed.value.pos());
                Self::suggest(mended, format!("{key}:"))
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
            "users" if !events => Some("userCount".to_owned()),
            _ if events && crate::schema::function(key).is_some() => Some(format!("{key}()")),
            _ => None,
        }
    }

    /// A group without the terms that it joins, each negated: `!(a OR b)` is `!a !b`.
    fn negated(&self, group: &Group) -> Option<String> {
        let is_word = |term: &Term, word| matches!(term, Term::Boolean(op) if op.word == word);
        let any_or = group
            .terms
            .iter()
            .any(|term| is_word(term, BooleanWord::Or));
        let conditions: Vec<&Term> = group
            .terms
            .iter()
            .filter(|term| !matches!(term, Term::Boolean(_)))
            .collect();
        let ors = group
            .terms
            .iter()
            .filter(|term| is_word(term, BooleanWord::Or))
            .count();
        if any_or && ors + 1 != conditions.len() {
            return None;
        }
        let each: Option<Vec<String>> = conditions
            .iter()
            .map(|term| self.negated_term(term))
            .collect();
        let each = each?;
        Some(match each.as_slice() {
            [one] => one.clone(),
            _ if any_or => each.join(" "),
            _ => format!("({})", each.join(" OR ")),
        })
    }

    fn negated_term(&self, term: &Term) -> Option<String> {
        let dated = matches!(term, Term::Filter(filter)
            if matches!(filter.value, crate::ast::Value::Date(_)));
        if dated || !matches!(term, Term::Filter(_) | Term::Has(_) | Term::Is(_)) {
            return None;
        }
        let written = self.str(term.span());
        Some(match written.strip_prefix('!') {
            Some(positive) => positive.to_owned(),
            None => format!("!{written}"),
        })
    }
}
