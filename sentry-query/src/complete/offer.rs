use super::{Completion, CompletionKind, MAX_COMPLETIONS};
use crate::diagnostic::nearest;

/// Longer words than this are near to no name.
const LONGEST_MISTAKE: usize = 40;

/// Collects what fits the written text, and ranks it.
pub(super) struct Offers<'a> {
    typed: &'a str,
    found: Vec<(Fit, usize, Completion)>,
    /// Names that do not fit, for the case that none does.
    others: Vec<(&'static str, Completion)>,
}

/// How well a name fits what is written, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Whole,
    Start,
    StartOfPart,
    Inside,
}

impl<'a> Offers<'a> {
    pub(super) fn new(typed: &'a str) -> Self {
        Self {
            typed,
            found: Vec::new(),
            others: Vec::new(),
        }
    }

    pub(super) fn typed(&self) -> &'a str {
        self.typed
    }

    /// Offers an item if its name fits; among those that fit alike, a lower `rank` comes first and
    /// then whatever was offered first.
    pub(super) fn add(&mut self, name: &str, rank: usize, item: Completion) {
        if let Some(fit) = fit(self.typed, name) {
            self.found.push((fit, rank, item));
        }
    }

    /// Like [`Self::add`], for names that a misspelled word can mean.
    pub(super) fn add_name(&mut self, name: &'static str, rank: usize, item: Completion) {
        match fit(self.typed, name) {
            Some(fit) => self.found.push((fit, rank, item)),
            None => self.others.push((name, item)),
        }
    }

    /// The items, best first.
    pub(super) fn best(mut self) -> Vec<Completion> {
        if self.found.is_empty() && self.typed.len() <= LONGEST_MISTAKE {
            let lower = self.typed.to_ascii_lowercase();
            let meant = nearest(&lower, self.others.iter().map(|(name, _)| *name));
            let item = self
                .others
                .into_iter()
                .find(|(name, _)| Some(*name) == meant);
            return item.into_iter().map(|(_, item)| item).collect();
        }
        self.found.sort_by_key(|(fit, rank, _)| (*fit, *rank));
        let mut items: Vec<Completion> = Vec::new();
        for (_, _, item) in self.found {
            if items.len() == MAX_COMPLETIONS {
                break;
            }
            if items.iter().all(|before| before.insert != item.insert) {
                items.push(item);
            }
        }
        items
    }
}

pub(super) fn item(
    kind: CompletionKind,
    label: &str,
    insert: String,
    doc: &'static str,
) -> Completion {
    Completion {
        label: label.to_owned(),
        insert,
        doc,
        kind,
    }
}

fn fit(typed: &str, name: &str) -> Option<Fit> {
    let (typed, name) = (typed.as_bytes(), name.as_bytes());
    if typed.is_empty() {
        return Some(Fit::Start);
    }
    let mut windows = name.windows(typed.len());
    let at = windows.position(|part| part.eq_ignore_ascii_case(typed))?;
    let before = at.checked_sub(1).and_then(|before| name.get(before));
    Some(match before {
        None if typed.len() == name.len() => Fit::Whole,
        None => Fit::Start,
        Some(byte) if !byte.is_ascii_alphanumeric() => Fit::StartOfPart,
        Some(_) => Fit::Inside,
    })
}
