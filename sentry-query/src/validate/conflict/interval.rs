use std::cmp::Ordering;

use super::fact::Fact;
use super::{Conflict, in_order};

/// One end of a range.
pub(super) struct Bound<'q, T> {
    pub(super) at: T,
    /// Whether the range holds the end itself.
    pub(super) inclusive: bool,
    /// What says so.
    pub(super) fact: Fact<'q>,
}

/// What several ranges leave together.
pub(super) struct Interval<'q, T> {
    lowest: Option<Bound<'q, T>>,
    highest: Option<Bound<'q, T>>,
}

impl<T> Default for Interval<'_, T> {
    fn default() -> Self {
        Self {
            lowest: None,
            highest: None,
        }
    }
}

impl<'q, T> Interval<'q, T> {
    /// Adds the ends of one more range; returns the two ends that leave nothing between them.
    ///
    /// Ends that `compare` cannot order leave the interval as it is.
    pub(super) fn narrow(
        &mut self,
        lower: Option<Bound<'q, T>>,
        upper: Option<Bound<'q, T>>,
        compare: impl Fn(&T, &T) -> Option<Ordering>,
    ) -> Conflict<'q> {
        tighten(&mut self.lowest, lower, Ordering::Greater, &compare);
        tighten(&mut self.highest, upper, Ordering::Less, &compare);
        let (lower, upper) = (self.lowest.as_ref()?, self.highest.as_ref()?);
        let apart = match compare(&lower.at, &upper.at) {
            Some(Ordering::Equal) => !(lower.inclusive && upper.inclusive),
            order => order == Some(Ordering::Greater),
        };
        apart.then(|| in_order(lower.fact, upper.fact))
    }
}

/// Takes the end that lies further inwards.
fn tighten<'q, T>(
    end: &mut Option<Bound<'q, T>>,
    bound: Option<Bound<'q, T>>,
    inwards: Ordering,
    compare: impl Fn(&T, &T) -> Option<Ordering>,
) {
    let Some(bound) = bound else { return };
    let tighter = end
        .as_ref()
        .is_none_or(|old| match compare(&bound.at, &old.at) {
            Some(Ordering::Equal) => old.inclusive && !bound.inclusive,
            order => order == Some(inwards),
        });
    if tighter {
        *end = Some(bound);
    }
}
