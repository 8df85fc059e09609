use crate::Dataset;
use crate::diagnostic::distance;

/// Longer names are no misspelled field.
const LONGEST: usize = 50;

/// Returns the name of a field that was probably meant.
///
/// Custom tags are often short and like a field by chance, so the first letter must fit, and one
/// letter may be wrong, two in eight or more. Case and the signs between words do not count.
pub(super) fn field(dataset: Dataset, name: &str) -> Option<&'static str> {
    let names = dataset.rows().flat_map(|row| {
        // The internal name of a field that has documented ones is nothing to suggest.
        let own = row.aliases.is_empty().then_some(row.name);
        row.aliases.iter().copied().chain(own)
    });
    nearest(name, names)
}

/// Returns the name of a function that was probably meant.
pub(super) fn function(dataset: Dataset, name: &str) -> Option<&'static str> {
    nearest(name, dataset.functions().map(|row| row.name))
}

fn nearest(word: &str, candidates: impl Iterator<Item = &'static str>) -> Option<&'static str> {
    if word.len() > LONGEST {
        return None;
    }
    let folded = fold(word);
    let first = folded.chars().next()?;
    let limit = match folded.len() {
        0..4 => 0,
        4..8 => 1,
        _ => 2,
    };
    let scored = candidates.filter_map(|candidate| {
        if !candidate.starts_with(|c: char| c.eq_ignore_ascii_case(&first)) {
            return None;
        }
        let near = fold(candidate);
        let foreign = folded.chars().filter(|c| !near.contains(*c)).count();
        if near.len().abs_diff(folded.len()) > limit || foreign > limit {
            return None;
        }
        // `tag_1` and `tag_2` are two names, not one misspelled.
        let digits = |text: &str| text.bytes().filter(u8::is_ascii_digit).count();
        if digits(&folded) != digits(&near) {
            return None;
        }
        let score = distance(&folded, &near);
        (score <= limit).then_some((score, candidate))
    });
    scored.min_by_key(|(score, _)| *score).map(|(_, name)| name)
}

/// Lower case, without the signs between words.
fn fold(name: &str) -> String {
    let letters = name.chars().filter(|c| !matches!(c, '.' | '_' | '-'));
    letters.map(|c| c.to_ascii_lowercase()).collect()
}
