use super::sentence::Sentence;
use super::value::number;
use crate::Timestamp;
use crate::ast::{Date, DateUnit, Operator, RelativeDate};

impl Sentence {
    /// When something is or was: `in the last 24 hours`, `on 2026-01-15 (UTC)`.
    pub(super) fn when(&mut self, operator: Operator, date: &Date) {
        match date {
            Date::Relative(relative) => self.relative(*relative),
            Date::Day(at) => {
                let midnight = instant(*at);
                let day = midnight.split(' ').next().unwrap_or_default();
                self.out.extend(["on ", day, " (UTC)"]);
            }
            Date::Around(at) => {
                // The bounds of a window do not depend on the time of the search.
                let (from, until) = date.bounds(*at);
                let (from, until) = (from.unwrap_or(*at), until.unwrap_or(*at));
                let (from, until) = (instant(from), instant(until));
                self.out.extend(["between ", &from, " and ", &until]);
            }
            Date::Instant(at) => {
                self.out.push_str(match operator {
                    Operator::Equal | Operator::In => "exactly at ",
                    Operator::NotEqual | Operator::NotIn => "at any time but ",
                    Operator::Greater => "after ",
                    Operator::GreaterOrEqual => "at or after ",
                    Operator::Less => "before ",
                    Operator::LessOrEqual => "at or before ",
                });
                self.out.push_str(&instant(*at));
            }
        }
    }

    fn relative(&mut self, relative: RelativeDate) {
        let unit = match relative.unit {
            DateUnit::Minute => "minute",
            DateUnit::Hour => "hour",
            DateUnit::Day => "day",
            DateUnit::Week => "week",
        };
        match (relative.newer, relative.amount) {
            (true, 1) => self.out.extend(["in the last ", unit]),
            (true, amount) => {
                self.out
                    .extend(["in the last ", &number(f64::from(amount), unit)]);
            }
            (false, amount) => {
                self.out
                    .extend(["at least ", &number(f64::from(amount), unit), " ago"]);
            }
        }
    }
}

/// `2026-01-15 12:00:00 UTC`
fn instant(at: Timestamp) -> String {
    at.to_string().replace('T', " ").replace('Z', " UTC")
}
