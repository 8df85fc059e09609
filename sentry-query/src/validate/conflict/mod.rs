//! Filters that nothing matches together, and filters that stand there twice.
//!
//! What is beside each other must all hold, so each side of an OR is looked at alone. A group
//! without an OR is read as if its parentheses were not there. Filters are sorted by their key;
//! each key is then read through once by every check, so that the time is that of sorting.

mod duplicate;
mod fact;
mod interval;
mod presence;
mod range;
mod status;
mod text;
mod version;

use super::Validator;
use crate::ast::{Filter, Operator, Term, Value};
use crate::diagnostic::{Code, quoted};
use crate::schema::FieldKind;
use crate::{Dataset, Span};

use fact::{Fact, Facts};

/// More text than this between two filters is not repeated in a suggestion.
const NEAR: usize = 200;

/// Two facts, the earlier one first, that exclude each other.
type Conflict<'q> = Option<(Fact<'q>, Fact<'q>)>;

impl<'q> Validator<'q> {
    /// Checks a list of terms as a whole, and the groups in it.
    pub(super) fn conflicts(&mut self, terms: &'q [Term]) {
        self.repeated_alternatives(terms);
        for side in terms.split(separates) {
            let mut facts = Facts::default();
            self.collect(side, &mut facts);
            self.compare(&facts);
        }
    }

    /// Adds what must hold together with these terms.
    fn collect(&mut self, terms: &'q [Term], facts: &mut Facts<'q>) {
        if self.is_full() {
            return;
        }
        self.duplicates(terms);
        let mut before: Option<&Term> = None;
        for term in terms {
            match term {
                Term::Group(group) => {
                    let alternatives = group.terms.iter().any(separates);
                    if alternatives || before.is_some_and(is_negation) {
                        self.conflicts(&group.terms);
                    } else {
                        self.collect(&group.terms, facts);
                    }
                }
                term => facts.add(term),
            }
            before = Some(term);
        }
    }

    fn compare(&mut self, facts: &Facts<'q>) {
        for (key, facts) in facts.of_several() {
            let row = self.dataset.field(key);
            // A replay is a whole session, in which texts have many values.
            let kind = row.map_or(FieldKind::Text, |row| row.kind);
            let several = row.is_some_and(|row| row.several)
                || (self.dataset == Dataset::Replays && kind == FieldKind::Text);
            let conflict = match key {
                "status" => status::conflict(facts),
                "release.version" => presence::conflict(facts).or_else(|| version::conflict(facts)),
                _ => presence::conflict(facts),
            };
            let conflict = conflict.or_else(|| {
                if several || key == "status" {
                    return None;
                }
                // The durations of replays are numbers of seconds.
                let unit = if self.dataset == Dataset::Replays {
                    FieldKind::Number
                } else {
                    kind
                };
                range::conflict(facts, unit).or_else(|| {
                    // Two spellings can be one version: `1.0` and `1.0.0`.
                    let compares = kind != FieldKind::OrderedText;
                    compares.then(|| text::conflict(facts)).flatten()
                })
            });
            if let Some((first, second)) = conflict {
                self.contradiction(first, second);
            }
        }
        if let Some((first, second)) = facts.handled_and_not() {
            self.contradiction(first, second);
        }
    }

    fn contradiction(&mut self, first: Fact<'q>, second: Fact<'q>) {
        let (before, after) = (first.span(), second.span());
        let message = format!(
            "{} contradicts {} before it: nothing matches both",
            quoted(after.slice(self.source)),
            quoted(before.slice(self.source)),
        );
        let finding = self.finding(Code::ConflictingFilters, after, message);
        self.push(match self.joined(first, second) {
            Some(list) => finding.replaced(self.source, before.to(after), list),
            None => finding,
        });
    }

    /// Both values as one list: most likely either of them was meant.
    fn joined(&self, first: Fact<'q>, second: Fact<'q>) -> Option<String> {
        let (key, one, other) = match (first, second) {
            (Fact::Filter(first), Fact::Filter(second))
                if first.key.name() == second.key.name() =>
            {
                let key = first.key.span.slice(self.source);
                (key, self.items(first)?, self.items(second)?)
            }
            (Fact::Is(first), Fact::Is(second)) => {
                let statuses = [first, second].iter().all(|is| {
                    !is.negated
                        && is.value.key == "status"
                        && is.value_span.len() == is.value.name.len()
                });
                let names = statuses.then_some((first.value.name, second.value.name))?;
                ("status", names.0, names.1)
            }
            _ => return None,
        };
        let between = Span::new(first.span().end(), second.span().start()).slice(self.source);
        // One of them stands in parentheses of its own.
        if between.len() > NEAR || between.contains(['(', ')']) {
            return None;
        }
        // What is glued to a value would keep the list from closing.
        let after = self.source.as_bytes().get(second.span().end());
        let ends = matches!(after, None | Some(b' ' | b')' | b'\t' | b'\n'));
        if !ends || !between.starts_with(' ') {
            return None;
        }
        let between = if between.trim_matches(' ').eq_ignore_ascii_case("and") {
            ""
        } else {
            between.trim_end_matches(' ')
        };
        // A boolean word would lose the condition on one of its sides.
        let is_word = |word: &str| word.eq_ignore_ascii_case("and");
        let dangling = between.split(' ').any(is_word);
        (!dangling).then(|| format!("{key}:[{one}, {other}]{between}"))
    }

    /// The values of a filter as they are written in a list, where no quoting is in the way.
    fn items(&self, filter: &Filter) -> Option<&'q str> {
        let source: &'q str = self.source;
        let written = filter.value_span.slice(source);
        let items = match &filter.value {
            Value::Text(_) => written,
            Value::Texts(_) => written.strip_prefix('[')?.strip_suffix(']')?,
            _ => return None,
        };
        let positive = filter.span.start() == filter.key.span.start()
            && matches!(filter.operator, Operator::Equal | Operator::In);
        let plain = matches!(filter.value, Value::Texts(_))
            || !items.contains(['[', ']', '(', ')', ',', '"', ' ', '\u{F00D}', '\t', '\n']);
        (positive && plain && items.len() <= NEAR && !items.is_empty()).then_some(items)
    }
}

/// Says whether the term separates alternatives, also as the symbol that Sentry takes as text: what
/// it says of that is said by the parser.
fn separates(term: &Term) -> bool {
    match term {
        Term::FreeText(text) => {
            !text.quoted && text.pattern.raw().split(' ').any(|word| word == "||")
        }
        term => term.is_or(),
    }
}

/// Says whether the term is text that was meant to negate the group after it.
fn is_negation(term: &Term) -> bool {
    let Term::FreeText(text) = term else {
        return false;
    };
    let last = text.pattern.raw().rsplit(' ').next().unwrap_or_default();
    last == "!" || last.eq_ignore_ascii_case("not")
}

fn in_order<'q>(one: Fact<'q>, other: Fact<'q>) -> (Fact<'q>, Fact<'q>) {
    if one.span().start() <= other.span().start() {
        (one, other)
    } else {
        (other, one)
    }
}
