/// The search that a query is written for.
///
/// The grammar is one; the dialects differ in which keys are typed, in the aliases of keys, and in
/// what is switched on.
///
/// ```
/// use sentry_query::{Dialect, parse};
///
/// assert!(parse("is:unresolved", Dialect::Issues).is_ok());
/// assert!(!parse("is:unresolved", Dialect::Events).is_ok());
/// assert!(parse("level:error OR level:fatal", Dialect::Events).is_ok());
/// assert!(!parse("level:error OR level:fatal", Dialect::Issues).is_ok());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Dialect {
    /// Event search (discover, errors, transactions): boolean logic, no `is:`.
    Events,
    /// Issue search: `is:`, issue fields and their aliases; no boolean logic.
    Issues,
    /// Event search with regular expressions, `key://pattern//`.
    EventsRegex,
}

impl Dialect {
    /// Says whether `AND`, `OR` and groups are understood.
    pub fn has_boolean_logic(self) -> bool {
        !matches!(self, Self::Issues)
    }

    /// Says whether `key://pattern//` is a regular expression.
    pub fn has_regex(self) -> bool {
        matches!(self, Self::EventsRegex)
    }
}
