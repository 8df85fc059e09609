use super::quote::quoted;
use super::wording::{adjective, nouns};
use super::wrong::{Wrong, cut};
use crate::ast::{LogicProblem, Term};
use crate::{Dataset, Dialect, Parse, ParseOptions, Query};

/// More wrong parts of a query than these are counted only.
const MAX_PARTS: usize = 3;

/// Writes the sentence; the file `clause` holds what a single term says.
pub(super) struct Sentence {
    pub(super) out: String,
    pub(super) dataset: Dataset,
    pub(super) options: ParseOptions<'static>,
    dialect: Dialect,
}

impl Sentence {
    pub(super) fn new(dialect: Dialect, dataset: Dataset) -> Self {
        Self {
            out: String::new(),
            dataset,
            options: ParseOptions::for_dataset(dataset),
            dialect,
        }
    }

    /// What a query finds, and why Sentry refuses it.
    pub(super) fn of(mut self, query: &Query) -> String {
        self.found(query);
        self.refusal(query);
        self.out
    }

    /// The same of a query that was read, of which parts may be left out.
    pub(super) fn of_parse(mut self, parsed: &Parse) -> String {
        self.found(&parsed.query);
        let wrong = Wrong::of(parsed);
        if wrong.left_out.is_empty() {
            let end = self.out.len();
            self.refusal(&parsed.query);
            if self.out.len() == end && !wrong.kept.is_empty() {
                self.because(&wrong.kept);
                self.out.push('.');
            }
        } else {
            self.because(&wrong.left_out);
            self.out.push_str(", which this leaves out.");
        }
        self.out
    }

    fn because(&mut self, parts: &[&str]) {
        self.out.push_str(" Sentry refuses this search because of ");
        let more = parts.len().saturating_sub(MAX_PARTS);
        for (index, part) in parts.iter().take(MAX_PARTS).enumerate() {
            let last = more == 0 && index + 1 == parts.len();
            self.out.push_str(match (index, last) {
                (0, _) => "",
                (_, true) => " and ",
                (_, false) => ", ",
            });
            quoted(&mut self.out, &cut(part));
        }
        if more > 0 {
            self.out.extend([" and ", &more.to_string(), " more"]);
        }
    }

    fn found(&mut self, query: &Query) {
        let alternatives = alternatives(query.terms());
        match alternatives.as_slice() {
            [] => {
                self.out.push_str("All ");
                self.out.push_str(nouns(self.dataset));
            }
            [conditions] => self.described(conditions),
            _ => {
                self.capitalized(nouns(self.dataset));
                self.out.push(' ');
                self.any(&alternatives);
            }
        }
        self.out.push('.');
    }

    /// What holds for everything that is found; statuses become adjectives.
    fn described(&mut self, conditions: &[&Term]) {
        let start = self.out.len();
        let mut others = Vec::with_capacity(conditions.len());
        for condition in conditions {
            match condition {
                Term::Is(is) if !is.negated && adjective(is.value).is_some() => {
                    let separator = if self.out.len() > start { ", " } else { "" };
                    self.out.push_str(separator);
                    self.out.push_str(adjective(is.value).unwrap_or_default());
                }
                condition => others.push(*condition),
            }
        }
        if self.out.len() > start {
            self.out.push(' ');
        }
        self.out.push_str(nouns(self.dataset));
        let rest = self.out.split_off(start);
        self.capitalized(&rest);
        if !others.is_empty() {
            self.out.push(' ');
            self.all(&others);
        }
    }

    fn capitalized(&mut self, words: &str) {
        let mut chars = words.chars();
        self.out
            .extend(chars.next().map(|c| c.to_ascii_uppercase()));
        self.out.push_str(chars.as_str());
    }

    /// A list of terms inside of parentheses; those around a single condition are left out.
    pub(super) fn group(&mut self, terms: &[Term]) {
        let alternatives = alternatives(terms);
        match alternatives.as_slice() {
            [] => self.out.push_str("that match anything"),
            [conditions] if conditions.len() == 1 => self.all(conditions),
            _ => {
                self.out.push('(');
                self.any(&alternatives);
                self.out.push(')');
            }
        }
    }

    fn any(&mut self, alternatives: &[Vec<&Term>]) {
        self.joined(alternatives, "or", |sentence, conditions| {
            let several = alternatives.len() > 1 && conditions.len() > 1;
            sentence.out.push_str(if several { "(" } else { "" });
            sentence.all(conditions);
            sentence.out.push_str(if several { ")" } else { "" });
        });
    }

    fn all(&mut self, conditions: &[&Term]) {
        self.joined(conditions, "and", |sentence, condition| {
            sentence.clause(condition);
        });
    }

    /// `a and b`, or `a, b, and c`: clauses can hold commas of their own.
    fn joined<T>(&mut self, items: &[T], word: &str, one: impl Fn(&mut Self, &T)) {
        for (index, item) in items.iter().enumerate() {
            let last = index + 1 == items.len();
            if index > 0 {
                self.out.push_str(if items.len() > 2 { ", " } else { " " });
                if last {
                    self.out.push_str(word);
                    self.out.push(' ');
                }
            }
            one(self, item);
        }
    }

    /// Why Sentry refuses a query that can be read.
    fn refusal(&mut self, query: &Query) {
        let reason = if let Err(error) = query.check_logic() {
            match error.problem {
                LogicProblem::MissingLeft(word) => {
                    format!("{} has nothing before it", word.as_str())
                }
                LogicProblem::MissingRight(word) => {
                    format!("{} has nothing after it", word.as_str())
                }
                LogicProblem::MissingBetween(left, right) => {
                    let (left, right) = (left.as_str(), right.as_str());
                    format!("nothing stands between {left} and {right}")
                }
            }
        } else if self.dialect.has_boolean_logic() {
            return;
        } else if any_term(query, |term| matches!(term, Term::Boolean(_))) {
            String::from("issue searches have neither AND nor OR")
        } else if any_term(query, |term| matches!(term, Term::Aggregate(_))) {
            String::from("issue searches have no functions")
        } else {
            return;
        };
        self.out.push_str(" Sentry refuses this search: ");
        self.out.push_str(&reason);
        self.out.push('.');
    }
}

fn any_term(query: &Query, is: impl Fn(&Term) -> bool) -> bool {
    query.terms().iter().any(is)
}

/// The terms between the `OR`s, without `AND`s; alternatives without a term are left out.
fn alternatives(terms: &[Term]) -> Vec<Vec<&Term>> {
    terms
        .split(Term::is_or)
        .map(|part| {
            part.iter()
                .filter(|term| !matches!(term, Term::Boolean(_)))
                .collect::<Vec<_>>()
        })
        .filter(|part| !part.is_empty())
        .collect()
}
