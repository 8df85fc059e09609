use super::offer::{Offers, item};
use super::place::{List, TermPlace};
use super::range::Rest;
use super::value::is_filters;
use super::{CompletionKind, Wanted};
use crate::lexer::is_word;
use crate::schema::{FieldKind, FieldSpec, FunctionSpec};
use crate::{Dataset, Dialect};

/// What people search by most, in this order; the rest follows as the tables have it.
const COMMON: &[&str] = &[
    "is",
    "level",
    "log.severity_text",
    "metric.name",
    "span.op",
    "span.description",
    "span.duration",
    "assigned",
    "firstSeen",
    "lastSeen",
    "timestamp",
    "environment",
    "release",
    "timesSeen",
    "userCount",
    "issue.priority",
    "message",
    "error.type",
    "transaction.duration",
    "transaction",
    "url",
    "os.name",
    "browser.name",
    "user.email",
    "project",
    "has",
];
/// After the common names and tags come functions and boolean words, then all other fields.
const TAGS: usize = COMMON.len();
const BOOLEANS: usize = TAGS + 1;
const FUNCTIONS: usize = TAGS + 2;
const OTHERS: usize = TAGS + 3;

pub(super) fn rank(name: &str) -> usize {
    let at = COMMON.iter().position(|common| *common == name);
    at.unwrap_or(OTHERS)
}

/// The start of a term: keys, functions, and `AND` and `OR` after a condition.
pub(super) fn terms(
    offers: &mut Offers<'_>,
    dataset: Dataset,
    term: TermPlace,
    rest: Rest,
    known: &dyn Fn(Wanted<'_>) -> Vec<String>,
) {
    let colon = if rest.next == Some(b':') { "" } else { ":" };
    if rest.next != Some(b'(') {
        for row in named(dataset) {
            // Dates take no `!`.
            if !(term.negated && row.kind == FieldKind::Date) {
                field(offers, row, colon);
            }
        }
        prefixes(offers, dataset, colon);
        tags(offers, dataset, known(Wanted::Tags), |key| key + colon);
    }
    let issues = dataset.dialect() == Dialect::Issues;
    if issues && rest.next != Some(b':') && offers.typed().len() > 1 {
        is_filters(offers);
    }
    if rest.next != Some(b':') {
        for row in dataset.functions() {
            let insert = call(row, rest.next == Some(b'('));
            let function = item(CompletionKind::Function, &row.call(), insert, row.doc());
            offers.add_name(row.name, FUNCTIONS, function);
        }
    }
    let joins = dataset.dialect().has_boolean_logic() && term.after_condition;
    if joins && !matches!(rest.next, Some(b':' | b'(')) {
        for (word, doc) in [
            ("OR", "What stands before it or what follows has to hold."),
            (
                "AND",
                "Both have to hold, as without it; binds tighter than OR.",
            ),
        ] {
            let space = if rest.next == Some(b' ') { "" } else { " " };
            let boolean = item(CompletionKind::Boolean, word, [word, space].concat(), doc);
            let begun = !offers.typed().is_empty();
            offers.add(word, if begun { 0 } else { BOOLEANS }, boolean);
        }
    }
}

/// The fields that can be written as a key: a row can also be a function.
pub(super) fn named(dataset: Dataset) -> impl Iterator<Item = &'static FieldSpec> {
    dataset
        .fields()
        .filter(|row| row.documented().bytes().all(is_word))
}

/// A field under the documented name or under another that was begun.
fn field(offers: &mut Offers<'_>, row: &'static FieldSpec, colon: &str) {
    let documented = row.documented();
    let key = |name: &str| item(CompletionKind::Key, name, [name, colon].concat(), row.doc());
    offers.add_name(documented, rank(documented), key(documented));
    if offers.typed().is_empty() {
        return;
    }
    for alias in row.aliases.iter().skip(1) {
        offers.add_name(alias, rank(documented), key(alias));
    }
    for name in row.former.iter().chain([&row.name]) {
        offers.add(name, rank(documented), key(documented));
    }
}

/// What keys start with that are no fields.
fn prefixes(offers: &mut Offers<'_>, dataset: Dataset, colon: &str) {
    let is = "Status of the issue: unresolved, assigned, for_review and so on.";
    let has = "Whether a field or tag is set.";
    let both = [("is", is), ("has", has)];
    for (name, doc) in both {
        if name == "has" || dataset.dialect() == Dialect::Issues {
            let key = item(CompletionKind::Key, name, [name, colon].concat(), doc);
            offers.add(name, rank(name), key);
        }
    }
    let brackets = [
        ("tags[", "A tag, also one that has the name of a field."),
        ("flags[", "A feature flag, as the event saw it."),
    ];
    for (name, doc) in brackets.into_iter().filter(|_| !colon.is_empty()) {
        offers.add(
            name,
            OTHERS,
            item(CompletionKind::Key, name, name.to_owned(), doc),
        );
    }
}

/// The tags that the caller knows, as keys; in brackets where a field has the name.
fn tags(
    offers: &mut Offers<'_>,
    dataset: Dataset,
    names: Vec<String>,
    written: impl Fn(String) -> String,
) {
    for name in names.into_iter().filter(|name| is_attribute(name)) {
        let own = dataset.field(&name).is_none() && name.bytes().all(is_word);
        let key = if own {
            name.clone()
        } else {
            ["tags[", &name, "]"].concat()
        };
        let insert = written(key.clone());
        offers.add(
            &name,
            TAGS,
            item(CompletionKind::Key, &key, insert, "A tag."),
        );
    }
}

pub(super) fn is_attribute(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|byte| is_word(byte) || byte == b':')
}

/// A call, open where it takes a column.
fn call(row: &FunctionSpec, opened: bool) -> String {
    let rest = match (opened, row.arguments.is_empty()) {
        (true, _) => "",
        (false, true) => "():",
        (false, false) => "(",
    };
    [row.name, rest].concat()
}

/// Keys after `has:`.
pub(super) fn asked(
    offers: &mut Offers<'_>,
    dataset: Dataset,
    list: List,
    rest: Rest,
    known: &dyn Fn(Wanted<'_>) -> Vec<String>,
) {
    // Issue search takes a list of one key only.
    if list == List::Later && dataset.dialect() == Dialect::Issues {
        return;
    }
    let written = |key: String| listed(key, list, rest);
    for row in named(dataset) {
        let name = row.documented();
        let key = item(
            CompletionKind::Key,
            name,
            written(name.to_owned()),
            row.doc(),
        );
        offers.add_name(name, rank(name), key);
    }
    tags(offers, dataset, known(Wanted::Tags), written);
}

/// Closes the list where nothing does that.
pub(super) fn listed(mut insert: String, list: List, rest: Rest) -> String {
    if list != List::None && !rest.list_goes_on {
        insert.push(']');
    }
    insert
}
