use super::Parser;
use crate::Span;
use crate::ast::{FreeText, Term};
use crate::diagnostic::Code;
use crate::lexer::is_word;
use crate::schema::FieldKind;

/// The terms beside one.
#[derive(Clone, Copy)]
pub(super) struct Around<'t> {
    pub(super) before: Option<&'t Term>,
    pub(super) next: Option<&'t Term>,
}

impl Around<'_> {
    fn is_between_filters(self) -> bool {
        let is_filter = |term: &Term| matches!(term, Term::Filter(_) | Term::Has(_) | Term::Is(_));
        self.before.is_some_and(is_filter) && self.next.is_some_and(is_filter)
    }
}

/// Words of other query languages, all of which Sentry searches for.
impl Parser<'_> {
    /// `level=error`, `a && b`, `level!:error`: words that were meant as more.
    pub(super) fn warn_of_words(&mut self, around: Around<'_>, text: &FreeText) {
        let written = text.pattern.raw();
        let sign = |byte| matches!(byte, b'=' | b'<' | b'>' | b'&' | b'|' | b'!' | b'[');
        if !written.bytes().any(sign) {
            return;
        }
        let mut start = text.span.start();
        let mut before = Span::new(start, start);
        for word in written.split(' ') {
            let span = Span::new(start, start + word.len());
            let next = around.next.filter(|_| span.end() == text.span.end());
            match word {
                "&&" | "||" => self.warn_of_symbol(around, text, span),
                "&" | "|" if text.span == span && around.is_between_filters() => {
                    self.warn_of_symbol(around, text, span);
                }
                "!" => self.warn_of_lone_sign(span, next),
                "=" | "==" | "!=" | "<>" | ">" | ">=" | "<" | "<=" | "in" | "IN" => {
                    self.warn_of_spaced(before, span, text.span);
                }
                _ if self.warn_of_signs(word, span) => {}
                _ if word.starts_with("tags[") || word.starts_with("flags[") => {
                    self.warn_of_attribute(word, span);
                }
                _ => self.warn_of_missing_colon(word, span),
            }
            before = span;
            start = span.end() + 1;
        }
    }

    /// `a && b`
    fn warn_of_symbol(&mut self, around: Around<'_>, text: &FreeText, span: Span) {
        let joined = self.dialect.has_boolean_logic();
        let suggestion = match (joined, self.str(span).starts_with('&')) {
            (true, true) => Self::suggest(span, "AND"),
            (true, false) => Self::suggest(span, "OR"),
            (false, true) => Self::suggest(self.with_spaces(span), ""),
            (false, false) if text.span == span => self.list_of(around.before, around.next),
            (false, false) => None,
        };
        self.report(Code::SymbolOperator, span).suggestion = suggestion;
    }

    /// `timesSeen > 100` and `level in [error, fatal]`: a comparison with spaces.
    fn warn_of_spaced(&mut self, key: Span, operator: Span, text: Span) {
        let after = Span::new(operator.end(), text.end());
        let rest = self.str(after).trim_start_matches(' ');
        let start = text.end() - rest.len();
        let (operator, len) = match self.str(operator) {
            // A list that was meant is short; looking no further keeps many of them linear.
            "in" | "IN" if rest.starts_with('[') => {
                let end = rest.bytes().take(200).position(|byte| byte == b']');
                ("=", end.map_or(0, |at| at + 1))
            }
            "in" | "IN" => return,
            operator => (operator, rest.find(' ').unwrap_or(rest.len())),
        };
        if len == 0 {
            return;
        }
        let value = Span::new(start, start + len);
        let joined = [self.str(key), operator, self.str(value)].concat();
        self.warn_of_missing_colon(&joined, key.to(value));
    }

    /// `tags["plan"]:pro`
    fn warn_of_attribute(&mut self, word: &str, span: Span) {
        if !word.contains("]:") {
            return;
        }
        let mended = word.replace(['"', '\''], "");
        let fits = mended != word && self.fits(&mended);
        let suggestion = Self::suggest(span, mended).filter(|_| fits);
        self.report(Code::AttributeAsText, span).suggestion = suggestion;
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
        let suggestion = self
            .negated_if(negated, name, value)
            .and_then(|mended| Self::suggest(span, mended));
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
        let quoted = operand.contains(['"', '\'', ':']) && !operand.starts_with('[');
        if !known || operand.is_empty() || quoted {
            return;
        }
        let sign = if negated == inverted { "" } else { "!" };
        let call = if call.is_some() { "()" } else { "" };
        let mended = format!("{sign}{key}{call}:{written}{operand}");
        let suggestion = Self::suggest(span, mended.as_str()).filter(|_| self.fits(&mended));
        self.report(Code::MissingColon, span).suggestion = suggestion;
    }

    /// `!name:value`, or its opposite where the language has no `!`: before a date.
    pub(super) fn negated_if(&self, negated: bool, name: &str, value: &str) -> Option<String> {
        if !negated {
            return Some([name, ":", value].concat());
        }
        if self.options.kind_of(self.internal(name)) != FieldKind::Date {
            return Some(["!", name, ":", value].concat());
        }
        let (from, to) = [
            ("-", "+"),
            ("+", "-"),
            (">=", "<"),
            ("<=", ">"),
            (">", "<="),
            ("<", ">="),
        ]
        .into_iter()
        .find(|(from, _)| value.starts_with(from))?;
        Some([name, ":", to, value.strip_prefix(from)?].concat())
    }

    /// Says whether a text that is to be suggested is taken.
    pub(super) fn fits(&self, text: &str) -> bool {
        Parser::parse(text, self.options).is_ok()
    }

    fn internal<'n>(&self, name: &'n str) -> &'n str {
        crate::schema::internal_name(self.dialect, name).unwrap_or(name)
    }

    /// Says whether the name is that of a field, so that it is hardly meant as a word.
    pub(super) fn knows(&self, name: &str) -> bool {
        self.options.field(name).is_some()
    }
}
