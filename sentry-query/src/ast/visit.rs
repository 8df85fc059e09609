use super::{Aggregate, BooleanOperator, Filter, FreeText, Group, Has, Is, Query, Term};

/// Walks a query in source order; every method may be left out.
///
/// ```
/// use sentry_query::{Dialect, Filter, Visitor, parse};
///
/// #[derive(Default)]
/// struct Keys(Vec<String>);
///
/// impl Visitor for Keys {
///     fn filter(&mut self, filter: &Filter) {
///         self.0.push(filter.key.name().to_owned());
///     }
/// }
///
/// let parsed = parse("level:error (os:ios OR os:android)", Dialect::Events);
/// let mut keys = Keys::default();
/// keys.query(parsed.query());
/// assert_eq!(keys.0, ["level", "os", "os"]);
/// ```
pub trait Visitor {
    /// Visits every term of the query.
    fn query(&mut self, query: &Query) {
        self.terms(query.terms());
    }

    /// Visits a list of terms.
    fn terms(&mut self, terms: &[Term]) {
        for term in terms {
            match term {
                Term::Filter(filter) => self.filter(filter),
                Term::Has(has) => self.has(has),
                Term::Is(is) => self.is(is),
                Term::Aggregate(aggregate) => self.aggregate(aggregate),
                Term::FreeText(text) => self.free_text(text),
                Term::Group(group) => self.group(group),
                Term::Boolean(operator) => self.boolean(operator),
            }
        }
    }

    /// Visits a filter.
    fn filter(&mut self, _filter: &Filter) {}

    /// Visits a `has:` filter.
    fn has(&mut self, _has: &Has) {}

    /// Visits an `is:` filter.
    fn is(&mut self, _is: &Is) {}

    /// Visits an aggregate filter.
    fn aggregate(&mut self, _aggregate: &Aggregate) {}

    /// Visits free text.
    fn free_text(&mut self, _text: &FreeText) {}

    /// Visits a group; the default goes into it.
    fn group(&mut self, group: &Group) {
        self.terms(&group.terms);
    }

    /// Visits a written `AND` or `OR`.
    fn boolean(&mut self, _operator: &BooleanOperator) {}
}
