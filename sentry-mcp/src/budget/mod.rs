//! How much of a model's context an answer may take.

mod estimate;
mod json;

pub use self::estimate::tokens;
pub use self::json::fit;

/// The greatest number of tokens that one answer may cost.
///
/// Text and structured content each keep to it, since a client shows its model one or
/// the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Budget(usize);

impl Budget {
    /// The smallest budget: room for a first line and the mark of the cut.
    pub const MIN: usize = 200;

    /// A budget of `tokens`, at least [`Budget::MIN`].
    #[must_use]
    pub fn new(tokens: usize) -> Self {
        Self(tokens.max(Self::MIN))
    }

    /// The number of tokens.
    #[must_use]
    pub fn tokens(self) -> usize {
        self.0
    }
}

impl Default for Budget {
    /// 8,000 tokens.
    fn default() -> Self {
        Self(8_000)
    }
}
