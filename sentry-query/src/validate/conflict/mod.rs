//! Filters that nothing matches together, and filters that stand there twice.
//!
//! What is beside each other must all hold, so each side of an OR is looked at alone, and each
//! group as well. Filters are sorted by their key; each key is then read through once by every
//! check, so that the time is that of sorting.

mod presence;
mod range;
mod status;
mod text;

use std::collections::{BTreeMap, HashSet};

use super::Validator;
use crate::ast::{BooleanWord, Filter, Has, HasKeys, Is, Term, Value};
use crate::diagnostic::{Code, quoted};
use crate::schema::{FieldKind, IsCode};
use crate::{Dataset, Span};

/// More text than this between two filters is not repeated in a suggestion.
const NEAR: usize = 200;

/// What one filter says about one key.
#[derive(Clone, Copy)]
enum Fact<'q> {
    Filter(&'q Filter),
    Has(&'q Has),
    /// What a function's result is compared with.
    Aggregate(&'q crate::ast::Aggregate),
    Is(&'q Is),
}

impl Fact<'_> {
    fn span(&self) -> Span {
        match self {
            Self::Filter(filter) => filter.span,
            Self::Has(has) => has.span,
            Self::Aggregate(aggregate) => aggregate.span,
            Self::Is(is) => is.span,
        }
    }
}

/// Two facts, the earlier one first, that exclude each other.
type Conflict<'q> = Option<(Fact<'q>, Fact<'q>)>;

impl<'q> Validator<'q> {
    /// Checks a list of terms as a whole.
    pub(super) fn conflicts(&mut self, terms: &'q [Term]) {
        let is_or = |term: &Term| matches!(term, Term::Boolean(op) if op.word == BooleanWord::Or);
        for side in terms.split(is_or) {
            self.side(side);
        }
    }

    fn side(&mut self, terms: &'q [Term]) {
        if terms.len() < 2 || self.is_full() {
            return;
        }
        self.duplicates(terms);
        for (key, facts) in by_key(terms) {
            if facts.len() < 2 {
                continue;
            }
            let row = self.dataset.field(key);
            // A replay is a whole session, in which texts have many values.
            let is_text = row.is_none_or(|row| row.kind == FieldKind::Text);
            let several =
                row.is_some_and(|row| row.several) || (self.dataset == Dataset::Replays && is_text);
            let conflict = match key {
                "status" => status::conflict(&facts),
                _ => presence::conflict(&facts),
            };
            let conflict = conflict.or_else(|| {
                if several || key == "status" {
                    return None;
                }
                range::conflict(&facts).or_else(|| text::conflict(&facts))
            });
            if let Some((first, second)) = conflict {
                self.contradiction(first, second);
            }
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
            (Fact::Filter(first), Fact::Filter(second)) => {
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
        let between = Span::new(first.span().end(), second.span().start());
        if between.len() > NEAR {
            return None;
        }
        let between = between.slice(self.source);
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
        let positive = filter.span.start() == filter.key.span.start();
        let plain = matches!(filter.value, Value::Texts(_))
            || !items.contains(['[', ']', '(', ')', ',', '"', ' ', '\u{F00D}', '\t', '\n']);
        (positive && plain && items.len() <= NEAR && !items.is_empty()).then_some(items)
    }

    /// The same filter twice, as it is written.
    fn duplicates(&mut self, terms: &'q [Term]) {
        let source: &'q str = self.source;
        let mut seen = HashSet::new();
        let mut before: Option<&Term> = None;
        for term in terms {
            let written = term.span().slice(source);
            let filter = matches!(
                term,
                Term::Filter(_) | Term::Has(_) | Term::Is(_) | Term::Aggregate(_)
            );
            if filter && !written.is_empty() && !seen.insert(written) {
                let message = format!("{} stands here twice", quoted(written));
                let finding = self.finding(Code::DuplicateFilter, term.span(), message);
                // An AND before it goes with it, and a neighbour without a space stays apart.
                let start = before.map_or(term.span().start(), |before| match before {
                    Term::Boolean(word) => word.span.start(),
                    _ => before.span().end(),
                });
                let end = term.span().end();
                let rest = source.get(end..).unwrap_or_default();
                let gap = if rest.is_empty() || rest.starts_with([' ', ')']) {
                    ""
                } else {
                    " "
                };
                let finding = finding.replaced(source, Span::new(start, end), gap);
                self.push(finding);
            }
            before = Some(term);
        }
    }
}

/// The facts of a list by key, each in source order.
fn by_key(terms: &[Term]) -> BTreeMap<&str, Vec<Fact<'_>>> {
    let mut keys: BTreeMap<&str, Vec<Fact<'_>>> = BTreeMap::new();
    let mut add = |key, fact| keys.entry(key).or_default().push(fact);
    for term in terms {
        match term {
            Term::Filter(filter) if !filter.key.array => match filter.key.name() {
                "substatus" => add("status", Fact::Filter(filter)),
                name => add(name, Fact::Filter(filter)),
            },
            Term::Has(has) => match &has.keys {
                HasKeys::One(key) => add(key.name(), Fact::Has(has)),
                // None of them is set: so for each. Any of them: for none in particular.
                HasKeys::List(list) if has.negated => {
                    for key in list {
                        add(key.name(), Fact::Has(has));
                    }
                }
                HasKeys::List(_) => {}
            },
            Term::Is(is) => match is.value.code {
                IsCode::Code(_) => add("status", Fact::Is(is)),
                IsCode::Flag(_) => add(is.value.key, Fact::Is(is)),
            },
            Term::Aggregate(aggregate) => {
                add(aggregate.function.call.as_str(), Fact::Aggregate(aggregate));
            }
            Term::Filter(_) | Term::FreeText(_) | Term::Group(_) | Term::Boolean(_) => {}
        }
    }
    keys
}
