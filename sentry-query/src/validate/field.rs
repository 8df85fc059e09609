use super::{Validator, nearby};
use crate::ast::{Filter, Key, KeyForm, Pattern, Term, Value};
use crate::diagnostic::{Code, quoted};
use crate::schema::{FieldKind, FieldSpec, Values, field_kind};
use crate::{Dataset, Dialect, Span};

impl Validator<'_> {
    /// Checks the name of a key; the filter's value tells a field from a tag of the same name.
    pub(super) fn key(&mut self, key: &Key, filter: Option<&Filter>) {
        let name = key.name();
        // A minus that was meant to negate is said by the parser.
        if key.form != KeyForm::Field || key.array || name.starts_with('-') {
            return;
        }
        if let Some(row) = self.dataset.field(name) {
            self.internal(key, row);
        } else if self.dataset.dialect() != Dialect::Issues
            && let Some(other) = self.elsewhere(name, filter)
        {
            self.foreign(key, other);
        } else if field_kind(self.dataset.dialect(), name) != FieldKind::Text {
            // Typed in every search of the dialect, such as `measurements.anything`.
        } else if let Some(row) = self.former(name) {
            let now = row.documented();
            let message = format!("{name} is called {now} now; the old name is read as a tag");
            let finding = self.finding(Code::FormerField, key.span, message);
            let finding = finding.about(name).expecting(now.to_owned());
            let finding = finding.replaced(self.source, key.span, now);
            self.push(finding);
        } else if let Some(filter) = filter
            && let Some(near) = self.last_part(name, filter)
        {
            self.unknown(key, Some(filter), near);
        } else if let Some(other) = self.elsewhere(name, filter) {
            self.foreign(key, other);
        } else if let Some(near) = nearby::field(self.dataset, name) {
            self.unknown(key, filter, near);
        }
    }

    fn foreign(&mut self, key: &Key, other: Dataset) {
        let (name, here, kind) = (key.name(), self.dataset.as_str(), self.unknown_kind());
        let other = other.as_str();
        let message = format!("{name} is a field of {other}; in {here} it would be {kind}");
        let finding = self.finding(Code::FieldOfAnotherDataset, key.span, message);
        let finding = finding.about(name).expecting(format!("a field of {here}"));
        self.push(finding);
    }

    /// What a key is when it is no field.
    fn unknown_kind(&self) -> &'static str {
        if self.dataset.has_attributes() {
            "an attribute"
        } else {
            "a tag"
        }
    }

    /// `assigned_to`: Sentry takes it, and people read `assigned`.
    fn internal(&mut self, key: &Key, row: &FieldSpec) {
        let written = key.span.slice(self.source).trim_matches('"');
        if row.aliases.is_empty() || written != row.name {
            return;
        }
        let documented = row.documented();
        let message = format!("{written} is the internal name of {documented}");
        let finding = self.finding(Code::InternalField, key.span, message);
        let finding = finding.about(written).expecting(documented.to_owned());
        let finding = finding.replaced(self.source, key.span, documented);
        self.push(finding);
    }

    fn former(&self, name: &str) -> Option<&'static FieldSpec> {
        let mut rows = self.dataset.rows();
        rows.find(|row| row.former.contains(&name))
    }

    /// The one other data set that has the field as its own.
    ///
    /// Any key can be a custom tag. A name counts as the field's only where it hardly is one by
    /// chance: it has a dot or a capital letter, more than one word and no text to hold, or stands
    /// with one of its values.
    /// The fields of error events are names that every kind of record uses.
    fn elsewhere(&self, name: &str, filter: Option<&Filter>) -> Option<Dataset> {
        let others = Dataset::ALL.iter().copied();
        let mut others = others.filter(|other| *other != self.dataset && *other != Dataset::Errors);
        let (other, row) = others.find_map(|other| Some((other, other.own_field(name)?)))?;
        if others.any(|another| another.own_field(name).is_some()) {
            return None;
        }
        let telling = name.contains(|c: char| c == '.' || c.is_ascii_uppercase())
            || name.contains('_') && row.kind != FieldKind::Text
            || filter.is_some_and(|filter| has_value_of(filter, row));
        telling.then_some(other)
    }

    /// A name close to one of a field, unless the field would not take the value.
    fn unknown(&mut self, key: &Key, filter: Option<&Filter>, near: &str) {
        let name = key.name();
        if filter.is_some_and(|filter| !self.takes(near, filter)) {
            return;
        }
        let (here, kind) = (self.dataset.as_str(), self.unknown_kind());
        let message = format!(
            "{} is no field of {here} and is read as {kind}",
            quoted(name)
        );
        let finding = self.finding(Code::UnknownField, key.span, message);
        let finding = finding.about(name);
        let finding = finding.expecting(format!("{near}, or {kind} of that name"));
        let finding = finding.replaced(self.source, key.span, near);
        self.push(finding);
    }

    /// Says whether the filter is taken with another key.
    pub(super) fn takes(&self, name: &str, filter: &Filter) -> bool {
        let sign = Span::new(filter.span.start(), filter.key.span.start());
        let rest = Span::new(filter.key.span.end(), filter.span.end());
        let (sign, rest) = (sign.slice(self.source), rest.slice(self.source));
        if rest.is_empty() {
            // The query was built, and has no source to judge by.
            return true;
        }
        let parsed = self.dataset.parse(&[sign, name, rest].concat());
        matches!(
            parsed.query().terms(),
            [Term::Filter(_) | Term::Is(_) | Term::Has(_)]
        ) && parsed.diagnostics().is_empty()
    }

    /// `priority:high` for `issue.priority:high`: the last part of one name, with its value.
    fn last_part(&self, name: &str, filter: &Filter) -> Option<&'static str> {
        let mut rows = self.dataset.rows().filter(|row| {
            let before = row.name.strip_suffix(name);
            before.is_some_and(|before| before.ends_with('.')) && has_value_of(filter, row)
        });
        let row = rows.next()?;
        rows.next().is_none().then_some(row.documented())
    }
}

/// Says whether a value of the filter is one of the field's.
fn has_value_of(filter: &Filter, row: &FieldSpec) -> bool {
    let known: &[&str] = match row.values {
        _ if row.kind == FieldKind::Boolean => &["true", "false"],
        Values::Only(known) | Values::Suggested(known) => known,
        Values::Any | Values::Integers => return false,
    };
    let is_known = |pattern: &Pattern| {
        let raw = pattern.raw();
        known.iter().any(|value| value.eq_ignore_ascii_case(raw))
    };
    match &filter.value {
        Value::Text(pattern) => is_known(pattern),
        Value::Texts(patterns) => patterns.iter().any(is_known),
        _ => false,
    }
}
