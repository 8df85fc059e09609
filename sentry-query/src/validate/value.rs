use super::Validator;
use crate::Span;
use crate::ast::{AttributeKind, Filter, KeyForm, Pattern, Value};
use crate::diagnostic::{Code, Diagnostic, nearest, quoted};
use crate::schema::{FieldSpec, Values, is_value};

impl Validator<'_> {
    /// Checks the texts of a filter against what its key holds.
    pub(super) fn value(&mut self, filter: &Filter) {
        let Some(patterns) = filter.value.patterns() else {
            return;
        };
        let row = match filter.key.form {
            KeyForm::Field if !filter.key.array => self.dataset.field(filter.key.name()),
            KeyForm::Field => None,
            KeyForm::Tag(kind) | KeyForm::Flag(kind) => {
                if let Some(kind) = kind {
                    self.attribute(filter, kind, patterns);
                }
                None
            }
        };
        let Some(row) = row else { return };
        for pattern in patterns.iter().filter(|pattern| !pattern.raw().is_empty()) {
            if let Some(finding) = self.pattern(filter, row, pattern) {
                self.push(finding.about(row.documented()));
            }
        }
    }

    /// The place of one text: without its quotes in a list, with them alone.
    fn place(&self, filter: &Filter, pattern: &Pattern) -> Span {
        match filter.value {
            Value::Texts(_) => pattern.place(self.source).unwrap_or(filter.value_span),
            _ => filter.value_span,
        }
    }

    fn pattern(&self, filter: &Filter, row: &FieldSpec, pattern: &Pattern) -> Option<Diagnostic> {
        let key = row.documented();
        let found = pattern.text();
        let span = self.place(filter, pattern);
        if pattern.is_wildcard() {
            if row.wildcards {
                return None;
            }
            let message = format!("{key} takes whole values, and {} is none", quoted(&found));
            let finding = self.finding(Code::WildcardUnsupported, span, message);
            return Some(self.matching(finding, filter, row, pattern));
        }
        match row.values {
            Values::Only(known) => self.listed(filter, row, known, &found, span),
            Values::Integers if found.bytes().all(|b| b.is_ascii_digit()) => None,
            // The parser has said that a comparison with digits is text.
            Values::Integers if found.starts_with(['<', '>']) => None,
            Values::Integers => {
                let message = format!("{key} holds whole numbers, and {} is none", quoted(&found));
                let finding = self.finding(Code::ValueKind, span, message);
                Some(finding.expecting("a whole number".to_owned()))
            }
            Values::Any | Values::Suggested(_) => None,
        }
    }

    /// Suggests the one value that a wildcard fits, or a list of several.
    fn matching(
        &self,
        finding: Diagnostic,
        filter: &Filter,
        row: &FieldSpec,
        pattern: &Pattern,
    ) -> Diagnostic {
        let Values::Only(known) = row.values else {
            return finding;
        };
        let fits: Vec<&str> = known
            .iter()
            .copied()
            .filter(|value| pattern.matches(value))
            .collect();
        let finding = finding.expecting(one_of(known));
        let in_list = matches!(filter.value, Value::Texts(_));
        match fits.as_slice() {
            [one] => finding.replaced(self.source, self.place(filter, pattern), *one),
            [] => finding,
            all if in_list || all.len() == known.len() => finding,
            all => {
                let list = format!("[{}]", all.join(", "));
                finding.replaced(self.source, filter.value_span, list)
            }
        }
    }

    /// Checks a value of a closed list.
    fn listed(
        &self,
        filter: &Filter,
        row: &FieldSpec,
        known: &[&'static str],
        found: &str,
        span: Span,
    ) -> Option<Diagnostic> {
        let key = row.documented();
        let is_known = |word: &str| known.iter().any(|value| value.eq_ignore_ascii_case(word));
        // Most of these are numbers inside Sentry, which takes those too.
        let number = found.bytes().all(|b| b.is_ascii_digit());
        // A comma at the end and single quotes are said by the parser.
        let told = found.starts_with('\'') || found.strip_suffix(',').is_some_and(is_known);
        if is_known(found) || number || told {
            return None;
        }
        if found.starts_with(['<', '>']) {
            let operand = found.trim_start_matches(['<', '>', '=']);
            // The parser has said that a comparison with digits is text.
            if operand.starts_with(|c: char| c.is_ascii_digit()) {
                return None;
            }
            return Some(self.compared(filter, row, known, found, span));
        }
        let former = row
            .former_values
            .iter()
            .find(|(word, _)| word.eq_ignore_ascii_case(found));
        if let Some((_, now)) = former
            && is_value(found).is_some_and(|value| value.key == row.name)
        {
            return Some(self.former_value(key, found, now, span));
        }
        let message = format!("{key} does not have the value {}", quoted(found));
        let finding = self.finding(Code::UnknownValue, span, message);
        let finding = finding.expecting(one_of(known));
        let parts: Vec<&str> = found.split(',').map(str::trim).collect();
        let alone = matches!(filter.value, Value::Text(_));
        if alone && parts.len() > 1 && parts.iter().all(|part| is_known(part)) {
            let list = format!("[{}]", parts.join(", "));
            return Some(finding.replaced(self.source, span, list));
        }
        let meant = former.map(|(_, now)| *now).or_else(|| meant(found, known));
        Some(match meant {
            Some(meant) => finding.replaced(self.source, span, meant),
            None => finding,
        })
    }

    /// `level:>=error`: the values that a comparison of words asks for, where they have an order.
    fn compared(
        &self,
        filter: &Filter,
        row: &FieldSpec,
        known: &[&'static str],
        found: &str,
        span: Span,
    ) -> Diagnostic {
        let key = row.documented();
        let message = format!("{key} has words for values and takes no comparison");
        let finding = self.finding(Code::ComparisonUnsupported, span, message);
        let finding = finding.expecting(one_of(known));
        let whole = Span::new(filter.key.span.end() + 1, filter.value_span.end());
        let meant = if row.ranked && whole.slice(self.source) == found {
            on_one_side(known, found)
        } else {
            &[]
        };
        match meant {
            [] => finding,
            [one] => finding.replaced(self.source, whole, *one),
            several => finding.replaced(self.source, whole, format!("[{}]", several.join(", "))),
        }
    }

    /// Checks text on a tag or flag that is said to hold something else.
    fn attribute(&mut self, filter: &Filter, kind: AttributeKind, patterns: &[Pattern]) {
        let name = filter.key.name();
        for pattern in patterns.iter().filter(|pattern| !pattern.raw().is_empty()) {
            let found = pattern.text();
            // A comparison is said by the parser to be text.
            let fits = match kind {
                AttributeKind::Number => {
                    let number = found.trim_end_matches(['k', 'K', 'm', 'M', 'b', 'B']);
                    number.parse::<f64>().is_ok() || found.starts_with(['<', '>'])
                }
                AttributeKind::Boolean => {
                    let words = ["true", "false", "1", "0"];
                    words.iter().any(|word| word.eq_ignore_ascii_case(&found))
                }
                AttributeKind::String | AttributeKind::Array => true,
            };
            if fits {
                continue;
            }
            let kind = if kind == AttributeKind::Number {
                "a number"
            } else {
                "true or false"
            };
            let message = format!("{name} holds {kind}, which {} is not", quoted(&found));
            let span = self.place(filter, pattern);
            let finding = self.finding(Code::ValueKind, span, message);
            self.push(finding.about(name).expecting(kind.to_owned()));
        }
    }
}

/// The values that a comparison with one of them holds for; none where it holds for all.
fn on_one_side<'k>(known: &'k [&'static str], comparison: &str) -> &'k [&'static str] {
    let operand = comparison.trim_start_matches(['<', '>', '=']);
    let at = known
        .iter()
        .position(|value| value.eq_ignore_ascii_case(operand));
    let operator = comparison.strip_suffix(operand).unwrap_or_default();
    let side = at.and_then(|at| match operator {
        ">" => known.get(..at),
        ">=" => known.get(..=at),
        "<" => known.get(at + 1..),
        "<=" => known.get(at..),
        _ => None,
    });
    side.filter(|side| side.len() < known.len())
        .unwrap_or_default()
}

/// The listed word that was probably meant: one that begins so, or one nearly written so.
fn meant(found: &str, known: &[&'static str]) -> Option<&'static str> {
    if found.len() > 40 {
        return None;
    }
    let lower = found.to_ascii_lowercase().replace(['-', ' '], "_");
    let mut longer = known.iter().filter(|value| value.starts_with(&lower));
    match (longer.next(), longer.next()) {
        (Some(one), None) if lower.len() > 2 => Some(one),
        _ => nearest(&lower, known.iter().copied()),
    }
}

fn one_of(known: &[&str]) -> String {
    format!("one of {}", known.join(", "))
}
