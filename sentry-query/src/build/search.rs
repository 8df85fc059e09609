use super::Condition;

/// What a filter becomes a part of: an issue query, an event query, or a condition of its own.
///
/// Builders are generic over it; there is nothing to call or to implement.
pub trait Search: Take {}

/// A search that can hold both ends of a range.
///
/// That is every search but one: where a filter of an issue query is negated, the ends would have
/// to be joined by the OR that issue search does not have.
pub trait Ranges: Search {}

pub(super) mod sealed {
    use super::Condition;

    pub trait Take {
        /// What holds the filter in the end.
        type Whole;

        fn take(self, condition: Condition) -> Self::Whole;
    }
}

pub(super) use sealed::Take;

/// No search yet: the filter is a [`Condition`].
impl Take for () {
    type Whole = Condition;

    fn take(self, condition: Condition) -> Condition {
        condition
    }
}

impl Search for () {}
impl Ranges for () {}

/// A search that takes the opposite of the filter.
#[derive(Clone, Debug)]
pub struct Negated<Q> {
    pub(super) search: Q,
    pub(super) negated: bool,
}

impl<Q: Take> Take for Negated<Q> {
    type Whole = Q::Whole;

    fn take(self, condition: Condition) -> Q::Whole {
        let condition = if self.negated { !condition } else { condition };
        self.search.take(condition)
    }
}

impl<Q: Search> Search for Negated<Q> {}
impl Ranges for Negated<()> {}
