use super::Parser;
use crate::Span;
use crate::ast::{Filter, FreeText, KeyForm, Operator, Term, Value};
use crate::diagnostic::Code;
use crate::lexer::is_word;

/// Spellings of other query languages, all of which Sentry takes as text.
impl Parser<'_> {
    /// `level=error`, `a && b`, `level!:error`: words that were meant as more.
    pub(super) fn warn_of_words(&mut self, text: &FreeText, next: Option<&Term>) {
        let written = text.pattern.raw();
        if !written.contains(['=', '<', '>', '&', '|', '!']) {
            return;
        }
        let mut start = text.span.start();
        for word in written.split(' ') {
            let span = Span::new(start, start + word.len());
            let next = next.filter(|_| span.end() == text.span.end());
            match word {
                "&&" | "||" => self.warn_of_symbol(word, span),
                "!" => self.warn_of_lone_sign(span, next),
                _ if self.warn_of_signs(word, span) => {}
                _ => self.warn_of_missing_colon(word, span),
            }
            start = span.end() + 1;
        }
    }

    /// `a && b`
    fn warn_of_symbol(&mut self, word: &str, span: Span) {
        let (at, replacement) = match (self.dialect.has_boolean_logic(), word.starts_with('&')) {
            (true, true) => (span, "AND"),
            (true, false) => (span, "OR"),
            (false, true) => (self.with_spaces(span), ""),
            (false, false) => {
                self.report(Code::SymbolOperator, span);
                return;
            }
        };
        self.report(Code::SymbolOperator, span).suggestion = Self::suggest(at, replacement);
    }

    /// `! level:error`
    fn warn_of_lone_sign(&mut self, span: Span, next: Option<&Term>) {
        if let Some(Term::Filter(_) | Term::Has(_) | Term::Is(_)) = next {
            let end = next.map_or(span.end(), |term| term.span().start());
            let gap = Span::new(span.end(), end);
            self.report(Code::MisplacedNegation, span).suggestion = Self::suggest(gap, "");
        }
    }

    /// `!!level:error` and `level!:error`, whose key is known.
    fn warn_of_signs(&mut self, word: &str, span: Span) -> bool {
        let signs = word.len() - word.trim_start_matches('!').len();
        let rest = word.get(signs..).unwrap_or_default();
        let Some((key, value)) = rest.split_once(':') else {
            return false;
        };
        let name = key.trim_end_matches('!');
        let moved = name.len() < key.len();
        if (signs < 2 && !moved) || value.is_empty() || !self.knows(name) {
            return false;
        }
        let negated = (signs + key.len() - name.len()) % 2 == 1;
        let sign = if negated { "!" } else { "" };
        let suggestion = Self::suggest(span, format!("{sign}{name}:{value}"));
        self.report(Code::MisplacedNegation, span).suggestion = suggestion;
        true
    }

    /// `level=error`, `timesSeen>100`, `count()>5`: a comparison of a known key.
    fn warn_of_missing_colon(&mut self, word: &str, span: Span) {
        let negated = word.starts_with('!');
        let rest = word.strip_prefix('!').unwrap_or(word);
        let key_len = rest.bytes().take_while(|byte| is_word(*byte)).count();
        let Some((key, mut rest)) = rest.split_at_checked(key_len) else {
            return;
        };
        let call = rest.strip_prefix("()");
        rest = call.unwrap_or(rest);
        let operand = rest.trim_start_matches(['=', '<', '>', '!']);
        let operator = rest.get(..rest.len() - operand.len()).unwrap_or_default();
        let (inverted, written) = match operator {
            "=" | "==" | "===" => (false, ""),
            "!=" | "!==" | "<>" => (true, ""),
            ">" | ">=" | "<" | "<=" => (false, operator),
            _ => return,
        };
        let known = match call {
            Some(_) => self.dialect.has_boolean_logic() && crate::schema::function(key).is_some(),
            None => self.knows(key),
        };
        if !known || operand.is_empty() || operand.contains(['"', '\'', ':']) {
            return;
        }
        let sign = if negated == inverted { "" } else { "!" };
        let call = if call.is_some() { "()" } else { "" };
        let mended = format!("{sign}{key}{call}:{written}{operand}");
        let diagnostic = self.report(Code::MissingColon, span);
        diagnostic.suggestion = Self::suggest(span, mended);
    }

    /// What filters hold that was not meant as a part of them.
    pub(super) fn warn_of_filter(&mut self, filter: &Filter, next: Option<&Term>) {
        if filter.key.form == KeyForm::Field && !filter.key.array {
            self.warn_of_minus(filter);
        }
        if let Value::Text(pattern) = &filter.value {
            let raw = pattern.raw();
            if raw.starts_with('\'') {
                self.warn_of_single_quotes(filter, raw, next);
            } else if raw.len() > 1 && raw.ends_with(',') && next.is_some() {
                self.warn_of_comma(filter);
            }
        }
    }

    /// `-level:error`
    fn warn_of_minus(&mut self, filter: &Filter) {
        let written = self.str(filter.key.span);
        let Some(name) = written.strip_prefix('-') else {
            return;
        };
        if self.knows(name) && filter.span.start() == filter.key.span.start() {
            let at = Span::new(filter.span.start(), filter.span.start() + 1);
            self.report(Code::MinusNegation, at).suggestion = Self::suggest(at, "!");
        }
    }

    /// `message:'payment failed'`
    fn warn_of_single_quotes(&mut self, filter: &Filter, raw: &str, next: Option<&Term>) {
        let value = filter.value_span;
        if self.str(value).starts_with('"') {
            return;
        }
        let mut end = value.end();
        if raw.len() < 2 || !raw.ends_with('\'') {
            let Some(Term::FreeText(text)) = next.filter(|_| !raw.ends_with('\'')) else {
                return;
            };
            // Only what stands on, one space later, can be the rest of the phrase.
            let Some(close) = text.pattern.raw().find('\'').filter(|_| !text.quoted) else {
                return;
            };
            end = text.span.start() + close + 1;
        }
        let span = Span::new(value.start(), end);
        let inner = self.str(span).trim_matches('\'');
        let plain = !inner.is_empty() && !inner.contains(['"', '\'']) && !inner.ends_with('\\');
        let suggestion = Self::suggest(span, format!("\"{inner}\"")).filter(|_| plain);
        self.report(Code::SingleQuotes, span).suggestion = suggestion;
    }

    /// `level:error, os.name:iOS`
    fn warn_of_comma(&mut self, filter: &Filter) {
        let value = filter.value_span;
        if filter.operator == Operator::Equal && !self.str(value).ends_with('"') {
            let comma = Span::new(value.end() - 1, value.end());
            self.report(Code::TrailingComma, comma).suggestion = Self::suggest(comma, "");
        }
    }

    /// Says whether the name is that of a field, so that it is hardly meant as a word.
    fn knows(&self, name: &str) -> bool {
        self.options.field(name).is_some()
    }
}
