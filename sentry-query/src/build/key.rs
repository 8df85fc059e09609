use crate::ast::{Key, KeyForm, Term};
use crate::{Dialect, Text, parse, schema};

/// Reads a key that a caller passed: a name, or `tags[…]` and `flags[…]` as they are written.
pub(super) fn read(key: &str) -> Option<Key> {
    let bracketed = key.contains('[');
    if !bracketed {
        let fits = !key.is_empty() && key.bytes().all(|b| crate::lexer::is_word(b) || b == b':');
        let internal = schema::internal_name(Dialect::Issues, key).map(Text::fixed);
        let name = internal.unwrap_or_else(|| Text::from(key));
        let span = crate::Span::default();
        return fits.then_some(Key {
            span,
            form: KeyForm::Field,
            array: false,
            name,
        });
    }
    // A bracketed key has to be read whole: a filter with it and a known value.
    let parsed = parse(&format!("{key}:x"), Dialect::Issues);
    match parsed.query().terms() {
        [Term::Filter(filter)] if filter.key.span.len() == key.len() => Some(filter.key.clone()),
        _ => None,
    }
}
