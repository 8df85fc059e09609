use super::key::is_attribute;
use super::offer::{Offers, item};
use super::range::Rest;
use super::{CompletionKind, Wanted};
use crate::ast::AttributeKind;

/// Names in `tags[…]` and `flags[…]`, which only the caller can know.
pub(super) fn names(
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
pub(super) fn kinds(offers: &mut Offers<'_>, flag: bool, rest: Rest) {
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
