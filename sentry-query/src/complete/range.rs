use super::place::{Expected, Place};
use crate::lexer::is_word;

/// What stands after the offset: how much of it is replaced, and what follows that.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rest {
    /// How many bytes of the same word or value follow.
    pub(super) len: usize,
    /// The byte after them.
    pub(super) next: Option<u8>,
    /// Whether the list that the place is in goes on or closes after them.
    pub(super) list_goes_on: bool,
}

impl Rest {
    pub(super) fn of(place: &Place<'_>, after: &str) -> Self {
        let len = if place.quoted {
            quoted_len(after)
        } else {
            let inside = |byte: u8| match place.expected {
                Expected::Term(_) | Expected::AttributeKind { .. } => is_word(byte),
                Expected::Attribute { .. } => is_word(byte) || byte == b':',
                Expected::Column { .. } | Expected::Has(_) => {
                    !matches!(byte, b'(' | b')' | b' ' | b',' | b']' | b'\t' | b'\n')
                }
                Expected::Value(value) if value.list != super::place::List::None => {
                    !matches!(byte, b'(' | b')' | b' ' | b',' | b']')
                }
                Expected::Is | Expected::Value(_) | Expected::FunctionValue(_) => {
                    !matches!(byte, b'(' | b')' | b' ' | b'\t' | b'\n')
                }
                Expected::Nothing => false,
            };
            after.bytes().take_while(|byte| inside(*byte)).count()
        };
        let rest = after.get(len..).unwrap_or_default();
        Self {
            len,
            next: rest.bytes().next(),
            list_goes_on: rest.trim_start_matches(' ').starts_with([',', ']']),
        }
    }
}

/// Up to the closing quote, unless the next quote can only open another value.
fn quoted_len(after: &str) -> usize {
    let mut escaped = false;
    let quote = after.bytes().position(|byte| {
        let closes = byte == b'"' && !escaped;
        escaped = byte == b'\\';
        closes
    });
    let Some(quote) = quote else { return 0 };
    let inside = after.get(..quote).unwrap_or_default();
    let opens = inside.ends_with([' ', ':', '[', '(', '!']);
    if opens { 0 } else { quote + 1 }
}
