use super::CompletionKind;
use super::key::{named, rank};
use super::offer::{Offers, item};
use super::range::Rest;
use crate::{Dataset, ParseOptions, schema};

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
    let options = ParseOptions::for_dataset(dataset);
    for field in named(dataset) {
        // Event search knows numeric fields that it does not calculate with.
        let calculable =
            field.kind.is_numeric() && schema::result_kind(function, field.name, &options).is_ok();
        if counts || calculable {
            let name = field.documented();
            offers.add_name(name, rank(name), column(name, field.doc()));
        }
    }
}
