//! Prints the field reference of the repository, `docs/fields.md`.
//!
//! ```sh
//! cargo run -q -p sentry-query --example fields > docs/fields.md
//! ```

use std::error::Error;
use std::fmt::{self, Write as _};
use std::io::Write as _;

use sentry_query::Dataset;
use sentry_query::schema::{FieldKind, FieldSpec, FunctionSpec, Returns, Values};

const INTRODUCTION: &str = "\
# Search fields

Every field that `sentry-query` knows, by the data sets that have it. Any other key is a custom
tag, and in spans, logs and metrics an attribute; `tags[name]` asks for a tag even where a field has
its name, `tags[name,number]` for a numeric one.

This page is printed by `cargo run -q -p sentry-query --example fields` and not edited by hand.

| kind | its values |
|---|---|
| text | text, `*` for any run of characters, `[a, b]` for one of several |
| version | text that can also be compared: `>=2.1.0` |
| date | `-24h` within the last day, `+7d` longer ago than a week, `2026-01-15`, `>=2026-01-15T12:00:00` |
| boolean | `true`, `false`, `1`, `0` |
| number | compared with `>`, `>=`, `<`, `<=`; `k`, `m` and `b` multiply |
| duration | a number with `ms`, `s`, `min`, `h`, `d` or `w` |
| size | a number with `kb`, `mb`, `kib`, `mib` and so on |
";

/// More values than this are not listed in the table.
const SHOWN: usize = 8;

fn main() -> Result<(), Box<dyn Error>> {
    let mut page = String::from(INTRODUCTION);
    for (datasets, rows) in groups() {
        fields(&mut page, &datasets, &rows)?;
    }
    functions(&mut page)?;
    std::io::stdout().write_all(page.as_bytes())?;
    Ok(())
}

/// Fields by the data sets that have them: what a data set has alone comes before what it shares.
fn groups() -> Vec<(Vec<Dataset>, Vec<&'static FieldSpec>)> {
    let mut groups: Vec<(Vec<Dataset>, Vec<&FieldSpec>)> = Vec::new();
    for dataset in Dataset::ALL {
        for row in dataset.fields() {
            let has = |other: &Dataset| other.fields().any(|found| found == row);
            let datasets: Vec<Dataset> = Dataset::ALL.iter().copied().filter(has).collect();
            match groups.iter_mut().find(|(known, _)| *known == datasets) {
                Some((_, rows)) if rows.contains(&row) => {}
                Some((_, rows)) => rows.push(row),
                None => groups.push((datasets, vec![row])),
            }
        }
    }
    groups
}

fn fields(page: &mut String, datasets: &[Dataset], rows: &[&FieldSpec]) -> fmt::Result {
    let heading = heading(datasets);
    writeln!(
        page,
        "\n## {heading}\n\n| field | kind | holds | values |\n|---|---|---|---|"
    )?;
    for row in rows {
        let (kind, doc) = (kind(row.kind), row.doc());
        writeln!(
            page,
            "| {} | {kind} | {doc} | {} |",
            names(row),
            values(row)
        )?;
    }
    Ok(())
}

fn heading(datasets: &[Dataset]) -> String {
    if datasets.len() == Dataset::ALL.len() {
        return "Every data set".to_owned();
    }
    let names: Vec<&str> = datasets.iter().map(|dataset| dataset.as_str()).collect();
    let joined = match names.split_last() {
        Some((last, [])) => (*last).to_owned(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
        None => String::new(),
    };
    let mut letters = joined.chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

fn kind(kind: FieldKind) -> &'static str {
    match kind {
        FieldKind::Text => "text",
        FieldKind::OrderedText => "version",
        FieldKind::Date => "date",
        FieldKind::Boolean => "boolean",
        FieldKind::Number => "number",
        FieldKind::Duration => "duration",
        FieldKind::Size => "size",
        _ => "other",
    }
}

/// The documented name, and what else it is or was called.
fn names(row: &FieldSpec) -> String {
    let mut names = vec![format!("`{}`", row.documented())];
    names.extend(row.aliases.iter().skip(1).map(|alias| format!("`{alias}`")));
    names.extend(
        row.former
            .iter()
            .map(|former| format!("formerly `{former}`")),
    );
    if row.name != row.documented() {
        names.push(format!("internally `{}`", row.name));
    }
    names.join(", ")
}

fn values(row: &FieldSpec) -> String {
    let values = match row.values {
        Values::Only(values) => listed(values),
        Values::Suggested(values) => {
            let shown = values.get(..SHOWN).unwrap_or(values);
            format!("such as {}", listed(shown))
        }
        Values::Integers => "whole numbers".to_owned(),
        _ => String::new(),
    };
    match (row.wildcards, values.is_empty()) {
        (true, _) => values,
        (false, true) => "no `*`".to_owned(),
        (false, false) => format!("{values}; no `*`"),
    }
}

fn listed(values: &[&str]) -> String {
    let quoted: Vec<String> = values.iter().map(|value| format!("`{value}`")).collect();
    quoted.join(", ")
}

fn functions(page: &mut String) -> fmt::Result {
    page.push_str(
        "\n## Functions\n\nIn event search, `p95(transaction.duration):>3s` compares what a function \
         gives. Issue search,\nfeedback and replays have none.\n\n\
         | function | gives | of | data sets |\n|---|---|---|---|\n",
    );
    let mut seen: Vec<&FunctionSpec> = Vec::new();
    let all = Dataset::ALL.iter().flat_map(|dataset| dataset.functions());
    for row in all {
        if !seen.contains(&row) {
            seen.push(row);
        }
    }
    seen.sort_by_key(|row| row.name);
    for row in seen {
        let datasets: Vec<&str> = row
            .datasets
            .iter()
            .map(|dataset| dataset.as_str())
            .collect();
        let (call, gives, doc) = (row.call(), gives(row.returns), row.doc());
        writeln!(
            page,
            "| `{call}` | {gives} | {doc} | {} |",
            datasets.join(", ")
        )?;
    }
    Ok(())
}

fn gives(returns: Returns) -> &'static str {
    match returns {
        Returns::Integer => "a whole number",
        Returns::Number => "a number",
        Returns::Duration => "a duration",
        Returns::Percentage => "a percentage",
        Returns::Rate => "a rate",
        Returns::Date => "a date",
        Returns::Column => "as its column",
        Returns::ColumnOrDuration => "as its column, else a duration",
        _ => "something else",
    }
}
