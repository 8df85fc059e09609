//! Takes out what a reader cannot see.

use std::borrow::Cow;

/// Takes control, invisible and direction-changing characters and terminal escapes out.
///
/// Line ends and tabs stay, so that source code and JSON keep their shape. A carriage
/// return and the Unicode line separators become a line end: each could hide the start
/// of a line. Borrows when there is nothing to do.
///
/// ```
/// use sentry_mcp::untrusted::clean;
///
/// assert_eq!(clean("\u{1b}]8;;https://evil.example\u{7}click\u{1b}]8;;\u{7}"), "click");
/// assert_eq!(clean("a\u{e0041}b\u{200d}c\r\n\td"), "abc\n\td");
/// ```
#[must_use]
pub fn clean(text: &str) -> Cow<'_, str> {
    if !text.chars().any(|char| replaced(char).is_some()) {
        return Cow::Borrowed(text);
    }
    let mut clean = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(char) = chars.next() {
        match char {
            '\u{1b}' => skip_escape(&mut chars),
            '\u{9b}' => skip_sequence(&mut chars),
            '\r' if chars.peek() == Some(&'\n') => {}
            _ => match replaced(char) {
                None => clean.push(char),
                Some(other) => clean.push_str(other),
            },
        }
    }
    Cow::Owned(clean)
}

/// What stands for a character, unless it may stay.
fn replaced(char: char) -> Option<&'static str> {
    match char {
        '\n' | '\t' => None,
        '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some("\n"),
        _ if char.is_control() || is_invisible(char) => Some(""),
        _ => None,
    }
}

/// Characters without a shape of their own that can carry or reorder text unseen.
fn is_invisible(char: char) -> bool {
    matches!(char,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}'
        | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        // zero-width, and marks of direction
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{2800}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}'
        // variation selectors
        | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}'
        | '\u{13430}'..='\u{1343f}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
        // tags, and the rest of their block
        | '\u{e0000}'..='\u{e00ff}' | '\u{e01f0}'..='\u{e0fff}')
        || (char as u32) & 0xfffe == 0xfffe
        || ('\u{fdd0}'..='\u{fdef}').contains(&char)
}

type Chars<'a> = std::iter::Peekable<std::str::Chars<'a>>;

/// Passes over what follows an escape character.
fn skip_escape(chars: &mut Chars<'_>) {
    match chars.peek() {
        Some('[') => {
            chars.next();
            skip_sequence(chars);
        }
        Some(']' | 'P' | 'X' | '^' | '_') => skip_string(chars),
        Some(' '..='/') => {
            while chars.next_if(|char| (' '..='/').contains(char)).is_some() {}
            chars.next_if(|char| ('0'..='~').contains(char));
        }
        Some('0'..='~') => {
            chars.next();
        }
        _ => {}
    }
}

/// Passes over the parameters and the last letter of a control sequence.
fn skip_sequence(chars: &mut Chars<'_>) {
    while chars.next_if(|char| (' '..='?').contains(char)).is_some() {}
    chars.next_if(|char| ('@'..='~').contains(char));
}

/// Passes over a control string, which ends with a bell or an escape and a backslash.
///
/// One that does not end on its line was none, and only its opening goes: else an
/// unfinished one could hide all that follows.
fn skip_string(chars: &mut Chars<'_>) {
    let mut ahead = chars.clone();
    while let Some(char) = ahead.next() {
        match char {
            '\u{7}' | '\u{9c}' => {
                *chars = ahead;
                return;
            }
            '\u{1b}' => {
                ahead.next_if_eq(&'\\');
                *chars = ahead;
                return;
            }
            '\n' => break,
            _ => {}
        }
    }
    chars.next();
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn what_can_be_seen_stays() {
        for text in ["", "fn main() {\n\tlet é = \"日本\";\n}", "📦 ok", "a|b\\c"] {
            assert_eq!(clean(text), text);
        }
    }

    #[test]
    fn terminal_escapes_go_whole() {
        for (dirty, expected) in [
            ("\u{1b}[1;31mred\u{1b}[0m", "red"),
            ("\u{9b}2Jx", "x"),
            ("\u{1b}]0;title\u{1b}\\x", "x"),
            ("\u{1b}(Bx", "x"),
            ("\u{1b}cx", "x"),
            ("\u{1b}]never ends", "never ends"),
            ("x\u{1b}", "x"),
            ("\u{1b}\u{1b}[mx", "x"),
        ] {
            assert_eq!(clean(dirty), expected, "{dirty:?}");
        }
    }

    #[test]
    fn nothing_unseen_is_left() {
        for code in (0..=0x0010_ffff_u32).filter_map(char::from_u32) {
            let text = format!("a{code}b");
            let text = clean(&text);
            assert!(
                !text
                    .chars()
                    .any(|char| char.is_control() && char != '\n' && char != '\t'),
                "{:x}",
                code as u32
            );
        }
        assert_eq!(
            clean("a\u{202e}\u{2066}\u{200b}\u{e007f}\u{fe0f}\u{feff}b"),
            "ab"
        );
        assert_eq!(clean("a\u{2028}b\rc\r\nd"), "a\nb\nc\nd");
    }
}
