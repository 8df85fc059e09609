//! JSON whose texts are no Unicode.
//!
//! Servers that keep texts as they came write halves of surrogate pairs, such as what is left
//! of an emoji where a text was cut, and bytes that are no UTF-8.

/// The escape that stands for what cannot be read.
const REPLACEMENT: &[u8] = br"\ufffd";

/// Puts U+FFFD for bytes that are no UTF-8 and for escapes of half a surrogate pair.
pub(crate) fn unicode(text: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(text);
    let mut rest = text.as_bytes();
    let mut whole = Vec::with_capacity(rest.len());
    while let Some(place) = rest.iter().position(|byte| *byte == b'\\') {
        let (before, escape) = rest.split_at(place);
        whole.extend_from_slice(before);
        let (length, is_whole) = match unit(escape) {
            Some(0xD800..=0xDBFF) if is_low(escape.get(6..)) => (12, true),
            Some(0xD800..=0xDFFF) => (6, false),
            Some(_) => (6, true),
            None => (2, true),
        };
        let (escape, after) = escape.split_at(length.min(escape.len()));
        whole.extend_from_slice(if is_whole { escape } else { REPLACEMENT });
        rest = after;
    }
    whole.extend_from_slice(rest);
    whole
}

/// The code unit of the `\uXXXX` that `text` begins with.
fn unit(text: &[u8]) -> Option<u32> {
    let digits = text.get(..6)?.strip_prefix(br"\u")?;
    let digits = digits.iter().map(|digit| char::from(*digit).to_digit(16));
    digits.reduce(|unit, digit| Some(unit? * 16 + digit?))?
}

fn is_low(text: Option<&[u8]>) -> bool {
    text.and_then(unit)
        .is_some_and(|unit| (0xDC00..=0xDFFF).contains(&unit))
}

#[cfg(test)]
mod tests {
    use super::unicode;

    fn read(text: &[u8]) -> String {
        serde_json::from_slice(&unicode(text)).unwrap()
    }

    #[test]
    fn halves_of_pairs_are_replaced_and_pairs_are_kept() {
        assert_eq!(read(br#""a\ud83db""#), "a\u{fffd}b");
        assert_eq!(read(br#""\udE00""#), "\u{fffd}");
        assert_eq!(read(br#""\ud83d\ud83d\ude00""#), "\u{fffd}\u{1f600}");
        assert_eq!(read(br#""\\ud83d \n \u00e9""#), "\\ud83d \n \u{e9}");
        assert_eq!(read(b"\"\xff\""), "\u{fffd}");
    }

    #[test]
    fn what_is_cut_or_no_json_stays_as_it_is() {
        for text in [
            &br#"{"a"#[..],
            br"\",
            br"\u12",
            br"\ud8",
            b"",
            br#"[1,"\q"]"#,
        ] {
            assert_eq!(unicode(text), text);
        }
    }
}
