//! Lists that lead back to themselves.

use crate::page::Cursor;

/// Notices that the cursors of a list repeat, which would never end.
///
/// It keeps one cursor, that of page 1, 2, 4, 8 and so on (Brent's algorithm). So it takes
/// the same memory for any length, never mistakes two cursors for one as a set of hashes
/// would, and notices every circle within three times the pages up to its end.
#[derive(Debug)]
pub(super) struct Circle {
    kept: Option<Cursor>,
    steps: usize,
    until_next: usize,
}

impl Circle {
    pub(super) fn new() -> Self {
        Self {
            kept: None,
            steps: 0,
            until_next: 1,
        }
    }

    /// Whether `next` is known to lead back.
    pub(super) fn closes(&mut self, next: &Cursor) -> bool {
        if self.kept.as_ref() == Some(next) {
            return true;
        }
        self.steps += 1;
        if self.steps == self.until_next {
            self.kept = Some(next.clone());
            self.steps = 0;
            self.until_next = self.until_next.saturating_mul(2);
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How many cursors it takes to notice a circle of `length` after `lead` others.
    fn noticed(lead: usize, length: usize) -> usize {
        let mut circle = Circle::new();
        let place = |step| {
            if step < lead {
                step
            } else {
                lead + (step - lead) % length
            }
        };
        let closes = |step: &usize| circle.closes(&Cursor::new(place(*step).to_string()));
        (0..1000).find(closes).unwrap() + 1
    }

    #[test]
    fn every_circle_is_noticed_soon() {
        assert_eq!(noticed(0, 1), 2);
        for lead in 0..40 {
            for length in 1..40 {
                let noticed = noticed(lead, length);
                assert!(noticed > lead + length, "{lead} {length}");
                assert!(noticed <= 3 * (lead + length), "{lead} {length} {noticed}");
            }
        }
    }

    #[test]
    fn a_long_list_is_no_circle() {
        let mut circle = Circle::new();
        assert!((0..10_000).all(|page| !circle.closes(&Cursor::new(format!("0:{page}:0")))));
    }
}
