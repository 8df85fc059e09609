//! Numbers and lengths of time, in digits and words.

use super::words::Words;
use crate::ast::DateUnit;

/// A number, and how many words it takes: `250`, `1,000`, `1.5k`, `ten`, `a hundred`.
pub(super) fn number(words: &Words<'_>, at: usize) -> Option<(usize, f64)> {
    let (len, number) = match (words.at(at), words.at(at + 1)) {
        ("a" | "one", "hundred") => (2, 100.0),
        ("a" | "one", "thousand") => (2, 1e3),
        ("a" | "one", "million") => (2, 1e6),
        (word, next) => {
            let number = digits(word).or_else(|| spelled(word).map(f64::from))?;
            match next {
                "hundred" => (2, number * 100.0),
                "thousand" => (2, number * 1e3),
                "million" => (2, number * 1e6),
                _ => (1, number),
            }
        }
    };
    Some((len, number))
}

/// A number in digits, with commas between thousands and a unit of the search language.
fn digits(word: &str) -> Option<f64> {
    let (digits, factor) = match word.strip_suffix(['k', 'm']) {
        Some(digits) if word.ends_with('k') => (digits, 1e3),
        Some(digits) => (digits, 1e6),
        None => (word, 1.0),
    };
    let plain = digits
        .bytes()
        .all(|b| b.is_ascii_digit() || matches!(b, b'.' | b','));
    if !plain || digits.len() > 16 || !digits.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let (whole, groups) = digits.split_once(',').unwrap_or((digits, "000"));
    if whole.len() > 3 && digits.contains(',') || !groups.split(',').all(|group| group.len() == 3) {
        return None;
    }
    let number: f64 = digits.replace(',', "").parse().ok()?;
    Some(number * factor)
}

fn spelled(word: &str) -> Option<u32> {
    Some(match word {
        "one" => 1,
        "two" => 2,
        "three" => 3,
        "four" => 4,
        "five" => 5,
        "six" => 6,
        "seven" => 7,
        "eight" => 8,
        "nine" => 9,
        "ten" => 10,
        "twelve" => 12,
        "twenty" => 20,
        "fifty" => 50,
        _ => return None,
    })
}

/// Nothing is older than a century, and dates have to stay in the calendar.
const CENTURY: i64 = 36_525 * 24 * 60 * 60 * 1_000_000;

/// A length of time and how many words it takes: `3 hours`, `24h`, `a week`, `half an hour`.
pub(super) fn length(words: &Words<'_>, at: usize) -> Option<(usize, u32, DateUnit)> {
    if let Some(len) = words.take(at, &["half an hour"]) {
        return Some((len, 30, DateUnit::Minute));
    }
    if let Some(len) = words.take(at, &["a couple of", "couple of"]) {
        let (factor, unit) = unit(words.at(at + len))?;
        return Some((len + 1, 2 * factor, unit));
    }
    let word = words.at(at);
    let (len, amount, (factor, unit)) = match word {
        "a" | "an" => (2, 1, unit(words.at(at + 1))?),
        _ => match word.split_at_checked(word.find(|c: char| !c.is_ascii_digit()).unwrap_or(0)) {
            Some((digits, name)) if !digits.is_empty() => (1, digits.parse().ok()?, unit(name)?),
            _ => {
                let amount = spelled(word).or_else(|| word.parse().ok())?;
                (2, amount, unit(words.at(at + 1))?)
            }
        },
    };
    let amount = factor.checked_mul(amount).filter(|&amount| amount > 0)?;
    let micros = unit.micros().checked_mul(i64::from(amount))?;
    (micros <= CENTURY).then_some((len, amount, unit))
}

/// A unit of time, as how many of a unit that the search language has.
pub(super) fn unit(word: &str) -> Option<(u32, DateUnit)> {
    Some(match word {
        "m" | "min" | "mins" | "minute" | "minutes" => (1, DateUnit::Minute),
        "h" | "hr" | "hrs" | "hour" | "hours" => (1, DateUnit::Hour),
        "d" | "day" | "days" => (1, DateUnit::Day),
        "w" | "wk" | "wks" | "week" | "weeks" => (1, DateUnit::Week),
        "month" | "months" => (30, DateUnit::Day),
        "year" | "years" => (365, DateUnit::Day),
        _ => return None,
    })
}
