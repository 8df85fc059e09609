//! The terminals of the grammar, matched over one byte cursor.
//!
//! Each method advances only when it matches. All structure is ASCII, so stopping at any byte of
//! a structural class always stops at a character boundary.

use crate::Span;
use crate::ast::{DurationUnit, Operator, SizeUnit, TextOperator};

/// A position in the source; copying it is how an alternative is tried.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cursor<'a> {
    text: &'a str,
    pos: usize,
}

/// A matched number: where its digits are (with the sign) and the suffix after them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NumberToken {
    pub(crate) digits: Span,
    pub(crate) suffix: Option<char>,
}

impl<'a> Cursor<'a> {
    pub(crate) fn at(text: &'a str, pos: usize) -> Self {
        Self { text, pos }
    }

    pub(crate) fn pos(self) -> usize {
        self.pos
    }

    pub(crate) fn rest(self) -> &'a str {
        self.text.get(self.pos..).unwrap_or_default()
    }

    pub(crate) fn peek(self) -> Option<u8> {
        self.text.as_bytes().get(self.pos).copied()
    }

    fn bytes(self) -> &'a [u8] {
        self.text.as_bytes().get(self.pos..).unwrap_or_default()
    }

    pub(crate) fn span_from(self, start: usize) -> Span {
        Span::new(start, self.pos)
    }

    pub(crate) fn eat(&mut self, byte: u8) -> bool {
        let hit = self.peek() == Some(byte);
        self.pos += usize::from(hit);
        hit
    }

    pub(crate) fn eat_str(&mut self, word: &str) -> bool {
        let hit = self.bytes().starts_with(word.as_bytes());
        if hit {
            self.pos += word.len();
        }
        hit
    }

    pub(crate) fn skip(&mut self, count: usize) {
        self.pos += count;
    }

    pub(crate) fn skip_while(&mut self, class: impl Fn(u8) -> bool) -> Span {
        let start = self.pos;
        self.pos += self.bytes().iter().take_while(|b| class(**b)).count();
        self.span_from(start)
    }

    pub(crate) fn spaces(&mut self) {
        self.skip_while(|b| b == b' ');
    }

    /// `END`: a tab, a newline, a space, `)` or the end of the input follows.
    pub(crate) fn is_end(self) -> bool {
        matches!(self.peek(), None | Some(b'\t' | b'\n' | b' ' | b')'))
    }

    /// Runs `rule`; takes its position only when it matches.
    pub(crate) fn attempt<T>(&mut self, rule: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let mut ahead = *self;
        let found = rule(&mut ahead)?;
        *self = ahead;
        Some(found)
    }

    /// `quoted`: the span of what stands between the quotes.
    pub(crate) fn quoted(&mut self) -> Option<Span> {
        self.attempt(|c| {
            if !c.eat(b'"') {
                return None;
            }
            let start = c.pos;
            let mut escaped = false;
            for (offset, byte) in c.bytes().iter().enumerate() {
                if *byte == b'"' && !escaped {
                    c.pos += offset + 1;
                    return Some(Span::new(start, start + offset));
                }
                escaped = *byte == b'\\';
            }
            None
        })
    }

    /// The unquoted `value`, perhaps empty.
    pub(crate) fn bare_value(&mut self) -> Span {
        self.skip_while(|b| !matches!(b, b'(' | b')' | b'\t' | b'\n' | b' '))
    }

    pub(crate) fn word(&mut self) -> Option<Span> {
        let span = self.skip_while(is_word);
        (!span.is_empty()).then_some(span)
    }

    pub(crate) fn quotable_word(&mut self) -> Option<Span> {
        let span = self.skip_while(|b| is_word(b) || b == b':');
        (!span.is_empty()).then_some(span)
    }

    pub(crate) fn operator(&mut self) -> Option<Operator> {
        let (operator, width) = match self.bytes() {
            [b'>', b'=', ..] => (Operator::GreaterOrEqual, 2),
            [b'<', b'=', ..] => (Operator::LessOrEqual, 2),
            [b'!', b'=', ..] => (Operator::NotEqual, 2),
            [b'>', ..] => (Operator::Greater, 1),
            [b'<', ..] => (Operator::Less, 1),
            [b'=', ..] => (Operator::Equal, 1),
            _ => return None,
        };
        self.pos += width;
        Some(operator)
    }

    /// `wop`: a wildcard operator between two U+F00D, as Sentry's interface writes it.
    pub(crate) fn text_operator(&mut self) -> Option<TextOperator> {
        if self.peek() != Some(0xEF) {
            return None;
        }
        self.attempt(|c| {
            let found = TextOperator::ALL
                .into_iter()
                .find(|o| c.rest().starts_with(o.spelling()))?;
            c.pos += found.spelling().len();
            Some(found)
        })
    }

    /// `num`: digits with an optional fraction, which may be empty.
    pub(crate) fn num(&mut self) -> Option<Span> {
        let start = self.pos;
        if self.skip_while(|b| b.is_ascii_digit()).is_empty() {
            return None;
        }
        if self.eat(b'.') {
            self.skip_while(|b| b.is_ascii_digit());
        }
        Some(self.span_from(start))
    }

    pub(crate) fn number(&mut self) -> Option<NumberToken> {
        self.attempt(|c| {
            let start = c.pos;
            c.eat(b'-');
            c.num()?;
            let digits = c.span_from(start);
            let suffix = match c.peek() {
                Some(b @ (b'k' | b'K' | b'm' | b'M' | b'b' | b'B')) => {
                    c.pos += 1;
                    Some(char::from(b))
                }
                _ => None,
            };
            let closed = c.is_end() || matches!(c.peek(), Some(b',' | b']'));
            closed.then_some(NumberToken { digits, suffix })
        })
    }

    pub(crate) fn duration(&mut self) -> Option<(Span, DurationUnit)> {
        self.attempt(|c| {
            let digits = c.num()?;
            if c.is_end() {
                return None;
            }
            let (unit, word) = DurationUnit::SPELLINGS
                .into_iter()
                .find(|(_, word)| c.rest().starts_with(word))?;
            c.pos += word.len();
            c.is_end().then_some((digits, unit))
        })
    }

    pub(crate) fn size(&mut self) -> Option<(Span, SizeUnit)> {
        self.attempt(|c| {
            let digits = c.num()?;
            // Most numbers have no unit, and no unit starts with another byte.
            if !c.peek().is_some_and(starts_size_unit) {
                return None;
            }
            let (unit, width) = SizeUnit::ALL
                .into_iter()
                .find_map(|unit| Some((unit, prefix_any_case(c.rest(), unit.spelling())?)))?;
            c.pos += width;
            c.is_end().then_some((digits, unit))
        })
    }

    pub(crate) fn percentage(&mut self) -> Option<Span> {
        self.attempt(|c| {
            let digits = c.num()?;
            c.eat(b'%').then_some(digits)
        })
    }

    pub(crate) fn boolean(&mut self) -> Option<bool> {
        let (word, value) = match self.peek()? {
            b't' | b'T' => ("true", true),
            b'f' | b'F' => ("false", false),
            b'1' => ("1", true),
            b'0' => ("0", false),
            _ => return None,
        };
        self.attempt(|c| {
            c.pos += prefix_any_case(c.rest(), word)?;
            c.is_end().then_some(value)
        })
    }

    /// `iso`, with the END that every rule asks for after it.
    ///
    /// Any decimal digit of Unicode fits here; such a date is then in no calendar.
    pub(crate) fn iso_date(&mut self) -> Option<Span> {
        self.attempt(|c| {
            let start = c.pos;
            c.shape("dddd-dd-dd").then_some(())?;
            if c.shape("Tdd:dd:dd") && c.peek() == Some(b'.') {
                let mut fraction = *c;
                fraction.pos += 1;
                let digits = (0..6).take_while(|_| fraction.shape("d")).count();
                if digits > 0 {
                    *c = fraction;
                }
            }
            let _zone = c.eat(b'Z') || c.shape("+dd:dd") || c.shape("-dd:dd");
            c.is_end().then(|| c.span_from(start))
        })
    }

    /// Eats a fixed shape where `d` stands for a digit.
    fn shape(&mut self, shape: &str) -> bool {
        let mut ahead = *self;
        for want in shape.bytes() {
            let width = match ahead.peek() {
                Some(b) if want == b'd' && b.is_ascii_digit() => 1,
                Some(b) if want == b'd' && !b.is_ascii() => {
                    let digit = ahead.rest().chars().next().filter(|c| is_decimal_digit(*c));
                    let Some(digit) = digit else { return false };
                    digit.len_utf8()
                }
                Some(b) if b == want && want != b'd' => 1,
                _ => return false,
            };
            ahead.pos += width;
        }
        *self = ahead;
        true
    }

    /// `rel`: sign, digits and unit, with the END after it.
    pub(crate) fn relative_date(&mut self) -> Option<Span> {
        self.attempt(|c| {
            let start = c.pos;
            if !c.eat(b'+') && !c.eat(b'-') {
                return None;
            }
            if c.skip_while(|b| b.is_ascii_digit()).is_empty() {
                return None;
            }
            let unit = c.eat(b'w') || c.eat(b'd') || c.eat(b'h') || c.eat(b'm');
            (unit && c.is_end()).then(|| c.span_from(start))
        })
    }

    /// `sp "," sp !","` between the items of a list.
    pub(crate) fn comma(&mut self) -> bool {
        self.attempt(|c| {
            c.spaces();
            if !c.eat(b',') {
                return None;
            }
            c.spaces();
            (c.peek() != Some(b',')).then_some(())
        })
        .is_some()
    }

    /// An unquoted list item.
    ///
    /// It runs over brackets: up to a comma when one follows the run of plain characters, else up
    /// to the last `]` of the run.
    pub(crate) fn bare_item(&mut self) -> Option<Span> {
        let start = self.pos;
        let mut run = *self;
        let span = run.skip_while(|b| !matches!(b, b'(' | b')' | b',' | b' '));
        let mut after = run;
        after.spaces();
        let end = if after.peek() == Some(b',') {
            span.end()
        } else {
            start + span.slice(self.text).rfind(']')?
        };
        if end == start {
            return None;
        }
        self.pos = end;
        Some(Span::new(start, end))
    }
}

/// Says whether the byte may stand in an unquoted key.
pub(crate) fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'-')
}

/// Says whether a unit of data may start with the byte; `\u{212A}`, read as `k`, starts with 0xE2.
fn starts_size_unit(byte: u8) -> bool {
    byte == 0xE2 || b"bkmgtpezyn".contains(&byte.to_ascii_lowercase())
}

/// The width of `word` at the start of `text` in any case.
///
/// The KELVIN SIGN counts as a `k`, as it does for the regular expressions of the back end.
fn prefix_any_case(text: &str, word: &str) -> Option<usize> {
    let mut chars = text.chars();
    let mut width = 0;
    for want in word.chars() {
        let have = chars.next()?;
        let same = have.eq_ignore_ascii_case(&want) || (have == '\u{212A}' && want == 'k');
        if !same {
            return None;
        }
        width += have.len_utf8();
    }
    Some(width)
}

/// Says whether the character is a decimal digit of any script (category Nd).
fn is_decimal_digit(c: char) -> bool {
    let code = u32::from(c);
    let styled = (0x1D7CE..=0x1D7FF).contains(&code);
    styled || ZEROS.iter().any(|zero| (*zero..*zero + 10).contains(&code))
}

/// The zeros of the scripts, each followed by its nine other digits.
const ZEROS: &[u32] = &[
    0x0030, 0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6,
    0x0D66, 0x0DE6, 0x0E50, 0x0ED0, 0x0F20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80,
    0x1A90, 0x1B50, 0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0,
    0xFF10, 0x104A0, 0x10D30, 0x11066, 0x110F0, 0x11136, 0x111D0, 0x112F0, 0x11450, 0x114D0,
    0x11650, 0x116C0, 0x11730, 0x118E0, 0x11950, 0x11C50, 0x11D50, 0x11DA0, 0x11F50, 0x16A60,
    0x16AC0, 0x16B50, 0x1E140, 0x1E2F0, 0x1E4F0, 0x1E950, 0x1FBF0,
];
