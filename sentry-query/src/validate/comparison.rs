use super::Validator;
use crate::Span;
use crate::ast::{Filter, KeyForm, Operator, Value};
use crate::diagnostic::{Code, Diagnostic};

impl Validator<'_> {
    /// `tags[cart]:>5` and `http.status_code:>=500`: text that was meant as a comparison.
    ///
    /// That it is text is said by the parser; here is what would be one.
    pub(super) fn comparison(&mut self, filter: &Filter) {
        let Value::Text(pattern) = &filter.value else {
            return;
        };
        let operand = pattern.raw().trim_start_matches(['<', '>', '=']);
        let compares = operand.len() < pattern.raw().len()
            && pattern.raw().starts_with(['<', '>'])
            && operand.starts_with(|c: char| c.is_ascii_digit());
        if !compares || filter.key.array {
            return;
        }
        if let Some(finding) = self.numeric_attribute(filter, operand) {
            self.push(finding);
        } else if let Some(statuses) = statuses(filter, pattern.raw()) {
            let name = filter.key.name();
            let message = format!("{name} is text, and a wildcard finds a range of it");
            let value = Span::new(filter.key.span.end() + 1, filter.value_span.end());
            let finding = self.finding(Code::ComparisonUnsupported, value, message);
            let finding = finding.about(name).expecting(statuses.to_owned());
            let finding = finding.replaced(self.source, value, statuses);
            self.push(finding);
        }
    }

    /// In data sets of attributes, a key without a type is read as text.
    fn numeric_attribute(&self, filter: &Filter, operand: &str) -> Option<Diagnostic> {
        let name = filter.key.name();
        let inner = match filter.key.form {
            KeyForm::Field => name,
            KeyForm::Tag(None) => name.strip_prefix("tags[")?.strip_suffix(']')?,
            KeyForm::Tag(Some(_)) | KeyForm::Flag(_) => return None,
        };
        let known = self.dataset.field(inner).is_some();
        // A name that was meant otherwise is said already.
        let told = self
            .findings
            .last()
            .is_some_and(|finding| finding.span == filter.key.span);
        if !self.dataset.has_attributes() || known || told || operand.parse::<f64>().is_err() {
            return None;
        }
        let typed = format!("tags[{inner},number]");
        let message = format!("{name} is read as text here, so it cannot be compared");
        let finding = self.finding(Code::ComparisonUnsupported, filter.key.span, message);
        let finding = finding.about(name).expecting(typed.clone());
        if !self.takes(&typed, filter) {
            return Some(finding);
        }
        Some(finding.replaced(self.source, filter.key.span, typed))
    }
}

/// The wildcards for `http.status_code:>=500` and the like.
fn statuses(filter: &Filter, raw: &str) -> Option<&'static str> {
    let positive = filter.operator == Operator::Equal
        && filter.span.start() == filter.key.span.start()
        && filter.key.form == KeyForm::Field;
    if !positive || !filter.key.name().ends_with("status_code") {
        return None;
    }
    match raw {
        ">=500" | ">499" => Some("5*"),
        ">=400" | ">399" => Some("[4*, 5*]"),
        ">=300" | ">299" => Some("[3*, 4*, 5*]"),
        _ => None,
    }
}
