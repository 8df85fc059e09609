use super::quote::quoted;
use super::sentence::Sentence;
use super::value::{BareNumber, number};
use super::wording::{Wording, function_words, is_words, meaning, wording};
use crate::Dataset;
use crate::ast::{
    Aggregate, AttributeKind, Filter, Function, Has, Is, Key, KeyForm, Operator, Pattern, Term,
    Value,
};
use crate::schema::{FieldKind, FunctionSpec, Returns};

impl Sentence {
    /// What a term asks for, as a clause after what is searched: `whose level is "error"`.
    pub(super) fn clause(&mut self, term: &Term) {
        match term {
            Term::Filter(filter) => self.filter(filter),
            Term::Has(has) => self.has(has),
            Term::Is(is) => self.is(is),
            Term::Aggregate(aggregate) => self.aggregate(aggregate),
            Term::FreeText(text) => self.free_text(&text.pattern),
            Term::Group(group) => self.group(&group.terms),
            Term::Boolean(_) => {}
        }
    }

    fn filter(&mut self, filter: &Filter) {
        let Filter {
            key,
            operator,
            value,
            ..
        } = filter;
        let plain = key.form == KeyForm::Field && !key.array;
        if plain && self.worded(key.name(), *operator, value) {
            return;
        }
        self.out.push_str("whose ");
        self.subject(key);
        let operator = if key.array {
            let negative = operator.is_negative();
            self.out.push_str(if negative {
                " has no member that"
            } else {
                " has a member that"
            });
            operator.negated_if(negative)
        } else {
            *operator
        };
        self.out.push(' ');
        let bare = self.bare_number(key.name());
        self.predicate(key.name(), operator, value, bare);
    }

    /// Uses the wording of the field where it suits the value.
    fn worded(&mut self, name: &str, operator: Operator, value: &Value) -> bool {
        if name == "message" && self.message_value(operator, value) {
            return true;
        }
        let Some(wording) = self.dataset.field(name).and_then(|row| wording(row.name)) else {
            return false;
        };
        let negative = operator.is_negative();
        match (wording, value) {
            (Wording::Time(verb), Value::Date(date)) => {
                self.out.push_str(verb);
                self.out.push(' ');
                self.when(operator, date);
            }
            (Wording::Count(verb, unit), Value::Number(count)) => {
                let Some(comparison) = counted(operator) else {
                    return false;
                };
                self.out.extend([verb, " ", comparison, " "]);
                self.out.push_str(&number(count.0, unit));
            }
            (Wording::Fact { yes, no }, Value::Boolean(truth)) => {
                self.out.push_str(if *truth { yes } else { no });
            }
            (Wording::Relation(by, _), Value::Text(pattern)) if !pattern.raw().is_empty() => {
                self.relation(name, by, negative, std::slice::from_ref(pattern));
            }
            (Wording::Relation(by, _), Value::Texts(patterns)) => {
                self.relation(name, by, negative, patterns);
            }
            _ => return false,
        }
        true
    }

    /// `that are assigned to you or nobody`; what is not assigned to nobody is assigned to someone.
    fn relation(&mut self, name: &str, by: &str, negative: bool, patterns: &[Pattern]) {
        let is_nobody = |pattern: &&Pattern| pattern.raw() == "none";
        let someone = negative
            && patterns.iter().any(|pattern| is_nobody(&pattern))
            && meaning(self.dataset, name, "none").is_some();
        let others: Vec<&Pattern> = patterns
            .iter()
            .filter(|pattern| !(someone && is_nobody(pattern)))
            .collect();
        let not = if negative && !someone { "not " } else { "" };
        self.out.extend(["that are ", not, by, " "]);
        if someone {
            self.out.push_str("someone");
            if others.is_empty() {
                return;
            }
            self.out.push_str(" but not to ");
        }
        self.list(&others, "or", |sentence, pattern| {
            sentence.meant(name, pattern);
        });
    }

    /// A filter on the message, which is searched as free text is.
    fn message_value(&mut self, operator: Operator, value: &Value) -> bool {
        let Some(patterns) = value.patterns() else {
            return false;
        };
        let mentions = |pattern: &Pattern| !pattern.is_wildcard() && !pattern.raw().is_empty();
        let applies = patterns.iter().all(mentions);
        if applies {
            self.mention(operator, patterns);
        }
        applies
    }

    fn free_text(&mut self, pattern: &Pattern) {
        if pattern.is_wildcard() {
            self.out.push_str("whose message ");
            self.text_predicate("message", Operator::Equal, pattern);
        } else {
            self.mention(Operator::Equal, std::slice::from_ref(pattern));
        }
    }

    /// Text that may stand anywhere in the message.
    fn mention(&mut self, operator: Operator, patterns: &[Pattern]) {
        let negative = operator.is_negative();
        self.out.push_str(if negative {
            "that do not mention "
        } else {
            "that mention "
        });
        self.list(patterns, "or", |sentence, pattern| {
            quoted(&mut sentence.out, &pattern.text());
        });
    }

    fn has(&mut self, has: &Has) {
        match has.keys.as_slice() {
            [key] => {
                self.out.push_str("whose ");
                self.subject(key);
                self.out.push_str(if has.negated {
                    " is not set"
                } else {
                    " is set"
                });
            }
            keys => {
                let quantity = if has.negated { "none" } else { "at least one" };
                self.out.extend(["where ", quantity, " of "]);
                self.list(keys, "and", Self::subject);
                self.out.push_str(" is set");
            }
        }
    }

    fn is(&mut self, is: &Is) {
        // Not unlinked would be a double negation.
        let negative = is.negated != (is.value.name == "unlinked");
        self.out.push_str(if negative {
            "that are not "
        } else {
            "that are "
        });
        self.out.push_str(is_words(is.value));
    }

    fn aggregate(&mut self, aggregate: &Aggregate) {
        self.out.push_str("whose ");
        let row = self.function(&aggregate.function);
        self.out.push(' ');
        let first = aggregate.function.first_argument();
        let bare = match row.map(|row| row.returns) {
            Some(Returns::Duration) => BareNumber::Milliseconds,
            Some(Returns::ColumnOrDuration) if first.is_empty() => BareNumber::Milliseconds,
            Some(Returns::Column | Returns::ColumnOrDuration) => self.bare_number(first),
            _ => BareNumber::Plain,
        };
        self.predicate("", aggregate.operator, &aggregate.value, bare);
    }

    /// `p95 of transaction.duration`; a call that does not read as words is quoted.
    fn function(&mut self, function: &Function) -> Option<&'static FunctionSpec> {
        let (name, arguments) = (function.name(), function.arguments());
        let row = self.dataset.functions().find(|row| row.name == name);
        let known = row.filter(|_| arguments.is_empty() || self.dataset.field(arguments).is_some());
        if known.is_some() {
            self.out.push_str(function_words(name).unwrap_or(name));
            if !arguments.is_empty() {
                self.out.push_str(" of ");
                self.field(arguments);
            }
        } else {
            self.out.push_str("result of ");
            quoted(&mut self.out, &function.call);
        }
        row
    }

    /// The field, tag or flag; names that the data set does not know are quoted.
    fn subject(&mut self, key: &Key) {
        let (noun, kind) = match key.form {
            KeyForm::Field => return self.field(key.name()),
            KeyForm::Tag(kind) => (self.attribute(), kind),
            KeyForm::Flag(kind) => ("feature flag", kind),
        };
        self.out.push_str(match kind {
            Some(AttributeKind::Number) => "numeric ",
            Some(AttributeKind::Boolean) => "boolean ",
            Some(AttributeKind::String) => "text ",
            Some(AttributeKind::Array) | None => "",
        });
        self.out.push_str(noun);
        self.out.push(' ');
        let inner = key.name().split(['[', ',', ']']).nth(1);
        quoted(&mut self.out, inner.unwrap_or_default());
    }

    fn field(&mut self, name: &str) {
        match self.dataset.field(name) {
            Some(row) => match wording(row.name) {
                Some(Wording::Noun(noun) | Wording::Relation(_, noun)) => self.out.push_str(noun),
                _ => self.out.push_str(row.documented()),
            },
            None => quoted(&mut self.out, name),
        }
    }

    /// What the data set calls a value that an application attached.
    fn attribute(&self) -> &'static str {
        if self.dataset.has_attributes() {
            "attribute"
        } else {
            "tag"
        }
    }

    /// What a number without a unit counts.
    fn bare_number(&self, name: &str) -> BareNumber {
        match (self.options.kind_of(name), self.dataset) {
            (FieldKind::Duration, Dataset::Replays) => BareNumber::Seconds,
            (FieldKind::Duration, _) => BareNumber::Milliseconds,
            (FieldKind::Size, _) => BareNumber::Bytes,
            _ => BareNumber::Plain,
        }
    }
}

/// How a count compares, or nothing where it has to be said in another way.
fn counted(operator: Operator) -> Option<&'static str> {
    Some(match operator {
        Operator::Equal => "exactly",
        Operator::Greater => "more than",
        Operator::GreaterOrEqual => "at least",
        Operator::Less => "fewer than",
        Operator::LessOrEqual => "at most",
        Operator::NotEqual | Operator::In | Operator::NotIn => return None,
    })
}
