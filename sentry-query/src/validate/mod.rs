//! What is odd about a query that Sentry takes.
//!
//! The grammar accepts any key and nearly any value. What follows from the tables of fields is
//! said here: a name or value close to a known one, a value that its field never has, filters that
//! nothing matches together. A key is often a custom tag, so one that resembles no field is no
//! finding.

mod comparison;
mod conflict;
mod field;
mod finding;
mod function;
mod nearby;
mod value;

use std::sync::Arc;

use crate::ast::{Filter, Is, Term};
use crate::diagnostic::Diagnostic;
use crate::{Dataset, Parse, Query};

/// More findings than this are not collected.
const MAX_FINDINGS: usize = 1000;

/// Returns what is odd about a query for this data set, in source order and at most a thousand.
///
/// Every finding is a warning or a note, and none makes the query invalid.
/// [`Parse::validate`](crate::Parse::validate) is the short form, [`render`](crate::render()) shows
/// the findings under the source. A query that was built has no source, so its findings have
/// neither places nor suggestions.
///
/// ```
/// use sentry_query::{Code, Dataset, Severity, validate};
///
/// let source = "is:unresolved issue.priority:critical is:resolved";
/// let parsed = Dataset::Issues.parse(source);
/// let findings = validate(parsed.query(), Dataset::Issues);
/// assert_eq!(findings[0].code(), Code::UnknownValue);
/// assert_eq!(findings[0].expected(), "one of high, medium, low");
/// assert_eq!(
///     findings[0].fixed(source).as_deref(),
///     Some("is:unresolved issue.priority:high is:resolved"),
/// );
/// assert_eq!(findings[1].code(), Code::ConflictingFilters);
/// assert_eq!(findings[1].severity(), Severity::Warning);
/// ```
pub fn validate(query: &Query, dataset: Dataset) -> Vec<Diagnostic> {
    let mut validator = Validator {
        source: &query.source,
        dataset,
        findings: Vec::new(),
    };
    validator.level(query.terms());
    validator.conflicts(query.terms());
    let mut findings = validator.findings;
    findings.sort_by_key(|finding| finding.span.start());
    findings
}

impl Parse {
    /// Returns what is odd about the query for this data set; see [`validate`](crate::validate()).
    pub fn validate(&self, dataset: Dataset) -> Vec<Diagnostic> {
        validate(&self.query, dataset)
    }
}

struct Validator<'q> {
    source: &'q Arc<str>,
    dataset: Dataset,
    findings: Vec<Diagnostic>,
}

impl<'q> Validator<'q> {
    /// Checks each term, also those in groups.
    fn level(&mut self, terms: &'q [Term]) {
        for term in terms {
            if self.is_full() {
                return;
            }
            match term {
                Term::Filter(filter) => self.filter(filter),
                Term::Has(has) => {
                    for key in has.keys.as_slice() {
                        self.key(key, None);
                    }
                }
                Term::Is(is) => self.is(is),
                Term::Aggregate(aggregate) => self.function(&aggregate.function),
                Term::Group(group) => self.level(&group.terms),
                Term::FreeText(_) | Term::Boolean(_) => {}
            }
        }
    }

    fn filter(&mut self, filter: &Filter) {
        self.key(&filter.key, Some(filter));
        self.value(filter);
        self.comparison(filter);
    }

    /// `is:ignored` and `is:muted` are older words.
    fn is(&mut self, is: &Is) {
        if matches!(is.value.name, "ignored" | "muted") {
            let span = is.value_span;
            let finding = self.former_value("is:", is.value.name, "archived", span);
            self.push(finding);
        }
    }
}
