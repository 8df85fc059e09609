use super::{Validator, nearby};
use crate::Span;
use crate::ast::Function;
use crate::diagnostic::{Code, quoted};
use crate::schema;

impl Validator<'_> {
    /// Checks the name of a function, and that of the column it works on.
    pub(super) fn function(&mut self, function: &Function) {
        let (name, start) = (function.name(), function.span.start());
        if schema::function(name).is_none() {
            if let Some(near) = nearby::function(self.dataset, name) {
                let span = Span::new(start, start + name.len());
                let message = format!("{} is no function that is known here", quoted(name));
                let finding = self.finding(Code::MisspelledFunction, span, message);
                let finding = finding.about(name).expecting(format!("{near}()"));
                let finding = finding.replaced(self.source, span, near);
                self.push(finding);
            }
            return;
        }
        let column = function.first_argument();
        let plain = column
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-'));
        // Only a call that was written as it is printed tells where its argument stands.
        if !plain || function.call.place(self.source).is_none() {
            return;
        }
        if self.dataset.field(column).is_some() {
            return;
        }
        if let Some(near) = nearby::field(self.dataset, column) {
            let at = start + name.len() + 1;
            let span = Span::new(at, at + column.len());
            let message = format!(
                "{} is no field of {}",
                quoted(column),
                self.dataset.as_str()
            );
            let finding = self.finding(Code::UnknownField, span, message);
            let finding = finding.about(column).expecting(near.to_owned());
            let finding = finding.replaced(self.source, span, near);
            self.push(finding);
        }
    }
}
