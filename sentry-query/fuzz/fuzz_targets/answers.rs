//! Everything that answers to a text does so: findings, a sentence, offers and interpretations.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sentry_query::{complete, explain, phrase, validate};
use sentry_query_fuzz::Search;

fuzz_target!(|input: (Search<'_>, u16)| {
    let (search, offset) = input;
    let dataset = search.dataset();
    let parsed = dataset.parse(search.text);
    for finding in validate(parsed.query(), dataset) {
        assert!(search.text.get(finding.span().range()).is_some());
    }
    assert!(!explain(parsed.query(), dataset).is_empty());
    let _ = complete(search.text, usize::from(offset), dataset);
    if let Some(found) = phrase::interpret(search.text, dataset) {
        let text = found.query().to_string();
        assert!(dataset.parse(&text).is_ok(), "{text}");
    }
});
