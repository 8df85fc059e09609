use crate::ast::{Key, KeyForm, Term};
use crate::{Dialect, Span, Text, parse, schema};

/// Reads a key that a caller passed: a name, or `tags[…]`, `flags[…]` and `name[*]` as they are
/// written.
pub(super) fn read(key: &str, dialect: Dialect) -> Option<Key> {
    if !key.contains('[') {
        let fits = !key.is_empty() && key.bytes().all(|b| crate::lexer::is_word(b) || b == b':');
        let internal = schema::internal_name(dialect, key).map(Text::fixed);
        return fits.then(|| Key {
            span: Span::default(),
            form: KeyForm::Field,
            array: false,
            name: internal.unwrap_or_else(|| Text::from(key)),
        });
    }
    // A bracketed key has to be read whole: a filter with it and a known value.
    let parsed = parse(&format!("{key}:x"), dialect);
    match parsed.query().terms() {
        [Term::Filter(filter)] if filter.key.span.len() == key.len() => Some(Key {
            // It stands nowhere in the query that is built.
            span: Span::default(),
            ..filter.key.clone()
        }),
        _ => None,
    }
}
