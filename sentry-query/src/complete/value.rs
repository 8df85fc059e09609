use std::borrow::Cow;

use super::key::listed;
use super::offer::{Offers, item};
use super::place::{FunctionPlace, List, Place, ValuePlace};
use super::range::Rest;
use super::{Completion, CompletionKind, Wanted};
use crate::schema::{FieldKind, IsValue, Returns, Values, is_value};
use crate::{Dataset, Dialect, ParseOptions, print};

const OPERATORS: &[(&str, &str)] = &[
    (">", "Above the value that follows."),
    (">=", "The value that follows or above."),
    ("<", "Below the value that follows."),
    ("<=", "The value that follows or below."),
];

const DATES: &[(&str, &str)] = &[
    ("-1h", "In the last hour."),
    ("-24h", "In the last 24 hours."),
    ("-7d", "In the last 7 days."),
    ("-14d", "In the last 14 days."),
    ("-30d", "In the last 30 days."),
    ("+7d", "At least 7 days ago."),
    ("+30d", "At least 30 days ago."),
    (
        ">=",
        "At or after the date that follows, such as 2026-01-15.",
    ),
    ("<", "Before the date that follows, such as 2026-01-15."),
];

const BOOLEANS: &[(&str, &str)] = &[("true", ""), ("false", "")];

const PERCENTAGES: &[(&str, &str)] = &[("1%", ""), ("5%", ""), ("10%", "")];

const DURATION_UNITS: &[(&str, &str)] = &[
    ("ms", "Milliseconds."),
    ("s", "Seconds."),
    ("m", "Minutes."),
    ("h", "Hours."),
    ("d", "Days."),
];

const SIZE_UNITS: &[(&str, &str)] = &[
    ("kb", "Thousand bytes."),
    ("mb", "Million bytes."),
    ("gb", "Thousand million bytes."),
    ("kib", "1024 bytes."),
    ("mib", "1024 times 1024 bytes."),
];

const NUMBER_UNITS: &[(&str, &str)] = &[("k", "Thousands."), ("m", "Millions.")];

/// The words of Sentry's interface first, then those that say more closely why an issue is archived.
const IS_WORDS: &[&str] = &[
    "unresolved",
    "resolved",
    "archived",
    "escalating",
    "new",
    "ongoing",
    "regressed",
    "assigned",
    "unassigned",
    "for_review",
    "linked",
    "unlinked",
    "archived_until_escalating",
    "archived_until_condition_met",
    "archived_forever",
];

/// Words after `is:`, which issue search alone has.
pub(super) fn is_words(offers: &mut Offers<'_>, dataset: Dataset) {
    if dataset.dialect() != Dialect::Issues {
        return;
    }
    for (rank, row) in offered().enumerate() {
        let item = item(
            CompletionKind::IsValue,
            row.name,
            row.name.to_owned(),
            row.doc(),
        );
        offers.add_name(row.name, rank, item);
    }
}

/// The same words where nothing but a word has been written: `unres` begins `is:unresolved`.
pub(super) fn is_filters(offers: &mut Offers<'_>) {
    for row in offered() {
        let filter = ["is:", row.name].concat();
        let item = item(CompletionKind::IsValue, &filter, filter.clone(), row.doc());
        offers.add_name(row.name, usize::MAX, item);
    }
}

fn offered() -> impl Iterator<Item = &'static IsValue> {
    IS_WORDS.iter().filter_map(|word| is_value(word))
}

/// Values of a filter.
pub(super) fn values(
    offers: &mut Offers<'_>,
    dataset: Dataset,
    place: &Place<'_>,
    wanted: ValuePlace<'_>,
    rest: Rest,
    known: &dyn Fn(Wanted<'_>) -> Vec<String>,
) {
    let row = dataset.field(wanted.key).filter(|_| !wanted.array);
    let name = row.map_or(wanted.key, |row| row.name);
    let kind = if wanted.array {
        FieldKind::Text
    } else {
        ParseOptions::for_dataset(dataset).kind_of(name)
    };
    let text = matches!(kind, FieldKind::Text | FieldKind::OrderedText);
    let compared = wanted.is_compared();
    if text && (!compared || kind == FieldKind::OrderedText) {
        let key = row.map_or_else(|| untyped(wanted.key), |row| row.documented().into());
        for (rank, value) in known(Wanted::Values(&key)).iter().enumerate() {
            if let Some(item) = spelled(value, wanted.list, rest) {
                offers.add(value, rank, item);
            }
        }
    }
    if wanted.list != List::None && !text {
        return;
    }
    // One operator is enough, and truth values and relative dates take none.
    let operated = wanted.operator.is_some();
    match kind {
        FieldKind::Boolean | FieldKind::Date if operated => {}
        FieldKind::Date if wanted.negated => {}
        FieldKind::Boolean => fixed(offers, CompletionKind::Value, BOOLEANS),
        FieldKind::Date => dates(offers, false),
        FieldKind::Number => amounts(offers, operated, NUMBER_UNITS),
        FieldKind::Duration => amounts(offers, operated, DURATION_UNITS),
        FieldKind::Size => amounts(offers, operated, SIZE_UNITS),
        FieldKind::Text | FieldKind::OrderedText => {
            if kind == FieldKind::OrderedText && !operated && !place.quoted {
                fixed(offers, CompletionKind::Operator, OPERATORS);
            }
            let values = match row.map(|row| row.values) {
                Some(Values::Suggested(values) | Values::Only(values)) if !compared => values,
                _ => &[],
            };
            for value in values {
                let insert = listed((*value).to_owned(), wanted.list, rest);
                // Behind those that the caller knows.
                let value_item = item(CompletionKind::Value, value, insert, "");
                offers.add_name(value, usize::MAX, value_item);
            }
        }
    }
}

/// A tag or flag without the type that it is read as.
fn untyped(key: &str) -> Cow<'_, str> {
    match key.split_once(',') {
        Some((name, _)) => Cow::Owned([name.trim_end_matches(' '), "]"].concat()),
        None => Cow::Borrowed(key),
    }
}

/// Values of a function.
pub(super) fn results(offers: &mut Offers<'_>, dataset: Dataset, wanted: FunctionPlace<'_>) {
    let Some(row) = dataset.functions().find(|row| row.name == wanted.name) else {
        return;
    };
    let column = ParseOptions::for_dataset(dataset).kind_of(wanted.column);
    let compared = wanted.compared;
    match row.returns {
        Returns::Date => dates(offers, compared),
        Returns::Percentage => {
            amounts(offers, compared, &[]);
            fixed(offers, CompletionKind::Value, PERCENTAGES);
        }
        Returns::Duration => amounts(offers, compared, DURATION_UNITS),
        Returns::ColumnOrDuration if wanted.column.is_empty() => {
            amounts(offers, compared, DURATION_UNITS);
        }
        Returns::Column | Returns::ColumnOrDuration => match column {
            FieldKind::Date => dates(offers, compared),
            FieldKind::Duration => amounts(offers, compared, DURATION_UNITS),
            FieldKind::Size => amounts(offers, compared, SIZE_UNITS),
            FieldKind::Number => amounts(offers, compared, NUMBER_UNITS),
            FieldKind::Text | FieldKind::OrderedText | FieldKind::Boolean => {
                amounts(offers, compared, &[]);
            }
        },
        Returns::Integer | Returns::Number | Returns::Rate => {
            amounts(offers, compared, NUMBER_UNITS);
        }
    }
}

/// Dates, without those that start with a comparison where one stands already.
fn dates(offers: &mut Offers<'_>, compared: bool) {
    let is_open = |word: &str| word.starts_with(['<', '>']);
    let dates = DATES
        .iter()
        .filter(|(word, _)| !(compared && is_open(word)));
    fixed(offers, CompletionKind::Value, dates);
}

fn fixed(
    offers: &mut Offers<'_>,
    kind: CompletionKind,
    words: impl IntoIterator<Item = &'static (&'static str, &'static str)>,
) {
    for (rank, (word, doc)) in words.into_iter().enumerate() {
        let kind = if word.starts_with(['<', '>']) {
            CompletionKind::Operator
        } else {
            kind
        };
        offers.add(word, rank, item(kind, word, (*word).to_owned(), doc));
    }
}

/// Comparisons, and after a number its units.
fn amounts(
    offers: &mut Offers<'_>,
    compared: bool,
    units: &'static [(&'static str, &'static str)],
) {
    if !compared {
        fixed(offers, CompletionKind::Operator, OPERATORS);
    }
    let typed = offers.typed();
    let digits = typed.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let is_number = digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.len() < 20
        && digits.bytes().all(|b| b.is_ascii_digit() || b == b'.')
        && digits.matches('.').count() < 2;
    for (rank, (unit, doc)) in units.iter().enumerate().filter(|_| is_number) {
        let amount = [digits, unit].concat();
        offers.add(
            &amount,
            rank,
            item(CompletionKind::Value, &amount, amount.clone(), doc),
        );
    }
}

/// A value of the caller as the language writes it; nothing where it cannot be written.
fn spelled(value: &str, list: List, rest: Rest) -> Option<Completion> {
    let written = print::written_value(value, list != List::None)?;
    let insert = listed(written, list, rest);
    Some(item(CompletionKind::Value, value, insert, ""))
}
