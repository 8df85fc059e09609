use super::offer::{Offers, item};
use super::place::{List, TermPlace};
use super::range::Rest;
use super::value::is_filters;
use super::{CompletionKind, Wanted};
use crate::ast::AttributeKind;
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
    "transaction.duration",
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

fn rank(name: &str) -> usize {
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
fn named(dataset: Dataset) -> impl Iterator<Item = &'static FieldSpec> {
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
    if row.name != documented {
        offers.add(row.name, rank(documented), key(documented));
    }
}

/// `is:` and `has:`, which are no fields.
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

fn is_attribute(name: &str) -> bool {
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

/// Names in `tags[…]` and `flags[…]`, which only the caller can know.
pub(super) fn attributes(
    offers: &mut Offers<'_>,
    flag: bool,
    rest: Rest,
    known: &dyn Fn(Wanted<'_>) -> Vec<String>,
) {
    let (wanted, doc) = if flag {
        (Wanted::Flags, "A feature flag.")
    } else {
        (Wanted::Tags, "A tag.")
    };
    let close = if matches!(rest.next, Some(b']' | b',')) {
        ""
    } else {
        "]:"
    };
    for name in known(wanted) {
        if is_attribute(&name) {
            let insert = [&name, close].concat();
            offers.add(
                &name,
                0,
                item(CompletionKind::Attribute, &name, insert, doc),
            );
        }
    }
}

/// Types in `tags[name, …]` and `flags[name, …]`.
pub(super) fn attribute_kinds(offers: &mut Offers<'_>, flag: bool, rest: Rest) {
    for (kind, doc) in [
        (AttributeKind::String, "Read as text."),
        (
            AttributeKind::Number,
            "Read as a number, which can be compared.",
        ),
        (AttributeKind::Boolean, "Read as true or false."),
        (AttributeKind::Array, "A list, whose members are searched."),
    ] {
        let close = match (rest.next == Some(b']'), kind) {
            (true, _) => "",
            (false, AttributeKind::Array) => "][*]:",
            (false, _) => "]:",
        };
        let of_flags = matches!(kind, AttributeKind::String | AttributeKind::Number);
        if !flag || of_flags {
            let insert = [kind.as_str(), close].concat();
            let item = item(CompletionKind::AttributeKind, kind.as_str(), insert, doc);
            offers.add_name(kind.as_str(), 0, item);
        }
    }
}

/// Columns as the first argument of a function that takes one, and examples of the other ones.
pub(super) fn columns(
    offers: &mut Offers<'_>,
    dataset: Dataset,
    function: &str,
    index: usize,
    rest: Rest,
) {
    let Some(row) = dataset.functions().find(|row| row.name == function) else {
        return;
    };
    let Some(example) = row.arguments.get(index) else {
        return;
    };
    let close = match (rest.next, index + 1 == row.arguments.len()) {
        (Some(b',' | b')'), _) => "",
        (_, true) => "):",
        (_, false) => ", ",
    };
    let column =
        |name: &'static str, doc| item(CompletionKind::Column, name, [name, close].concat(), doc);
    if *example != "column" {
        offers.add(example, 0, column(example, "An example of this argument."));
        return;
    }
    let counts = function.starts_with("count");
    for field in named(dataset) {
        if counts || field.kind.is_numeric() {
            let name = field.documented();
            offers.add_name(name, rank(name), column(name, field.doc()));
        }
    }
}
