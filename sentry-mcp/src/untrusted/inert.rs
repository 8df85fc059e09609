//! Makes text mean nothing to whoever renders or obeys it.

use super::clean;

/// Appends one line of `text`, cleaned, inert and at most `limit` characters long.
///
/// Angle brackets become their single quotation forms, so that no tag, comment or
/// closing fence can stand in it. Code fences and link and image brackets are broken,
/// schemes of links are defanged as `hxxps://`, and a mark that Markdown reads at the
/// start of a line gets a backslash.
pub(super) fn push(line: &mut String, text: &str, limit: usize) {
    let text = clean(text);
    let mut left = limit;
    let mut previous = ' ';
    let mut space = false;
    let mut chars = text.trim().chars().peekable();
    let starts_line = !line.contains(char::is_alphanumeric);
    if starts_line && chars.peek().is_some_and(|char| "#>-+*=_~|".contains(*char)) {
        line.push('\\');
    }
    while let Some(char) = chars.next() {
        if char.is_whitespace() {
            space = true;
            continue;
        }
        if left == 0 {
            line.push('…');
            return;
        }
        if std::mem::take(&mut space) {
            line.push(' ');
            previous = ' ';
        }
        left -= 1;
        let goes_on = chars.peek().is_some_and(|next| !next.is_whitespace());
        push_char(line, previous, char, goes_on);
        previous = char;
    }
}

/// Appends one line of source code, with its indentation.
pub(super) fn push_code(line: &mut String, text: &str, limit: usize) {
    let text = clean(text);
    let indent: String = text
        .chars()
        .take_while(|char| *char == ' ' || *char == '\t')
        .take(limit / 2)
        .map(|_| ' ')
        .collect();
    line.push_str(&indent);
    push(line, &text, limit.saturating_sub(indent.len()));
}

fn push_char(line: &mut String, previous: char, char: char, goes_on: bool) {
    match char {
        '<' => line.push('‹'),
        '>' => line.push('›'),
        '`' if previous == '`' => line.push('\''),
        '(' | '[' | ':' if previous == ']' => {
            line.push(' ');
            line.push(char);
        }
        '[' if previous == '!' => line.push_str(" ["),
        '/' if previous == '/' && line.ends_with(":/") => defang(line),
        ':' if goes_on && ends_with_scheme(line) => line.push_str("[:]"),
        '.' if goes_on && ends_with_word(line, "www") => line.push_str("[.]"),
        _ => line.push(char),
    }
}

/// Completes `scheme:/` to a link that nothing follows.
fn defang(line: &mut String) {
    let head = line.len() - 2;
    let scheme = line
        .get(..head)
        .unwrap_or_default()
        .rsplit(|char: char| !char.is_ascii_alphanumeric())
        .next()
        .unwrap_or_default();
    let dead = match scheme.to_ascii_lowercase().as_str() {
        "http" => "hxxp://".to_owned(),
        "https" => "hxxps://".to_owned(),
        other => format!("{other}[:]//"),
    };
    line.truncate(head - scheme.len());
    line.push_str(&dead);
}

/// Schemes that act without two slashes.
fn ends_with_scheme(line: &str) -> bool {
    ["javascript", "vbscript", "data", "mailto", "file"]
        .iter()
        .any(|scheme| ends_with_word(line, scheme))
}

fn ends_with_word(line: &str, word: &str) -> bool {
    let Some(start) = line.len().checked_sub(word.len()) else {
        return false;
    };
    line.is_char_boundary(start)
        && line
            .get(start..)
            .is_some_and(|end| end.eq_ignore_ascii_case(word))
        && !line
            .get(..start)
            .is_some_and(|head| head.ends_with(|char: char| char.is_ascii_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::{push, push_code};

    fn inert(text: &str) -> String {
        let mut line = String::new();
        push(&mut line, text, 200);
        line
    }

    #[test]
    fn markup_loses_its_meaning() {
        for (text, expected) in [
            ("</untrusted-abc>", "‹/untrusted-abc›"),
            ("<!-- x --><img src=x>", "‹!-- x --›‹img src=x›"),
            (
                "[fix](https://evil.example)",
                "[fix] (hxxps://evil.example)",
            ),
            ("![p](HTTP://e.example/?q=)", "! [p] (hxxp://e.example/?q=)"),
            ("[a]: ftp://e.example", "[a] : ftp[:]//e.example"),
            ("[a][b]", "[a] [b]"),
            ("```sh\nrm -rf /\n```", "`''sh rm -rf / `''"),
            ("javascript:alert(1)", "javascript[:]alert(1)"),
            ("see www.evil.example", "see www[.]evil.example"),
            ("://x", "[:]//x"),
        ] {
            assert_eq!(inert(text), expected, "{text}");
        }
    }

    #[test]
    fn ordinary_text_stays() {
        for text in [
            "TypeError: can't read 'id' of undefined (reading `x`)",
            "orders[3].items(\"a\") == {a: 1}",
            "metadata: 12:30, {data: 1}, C:/temp, a // b, xfile: 1",
        ] {
            assert_eq!(inert(text), text);
        }
    }

    #[test]
    fn lines_become_one_and_lengths_are_kept() {
        assert_eq!(inert("  a\n\n# b\t c "), "a # b c");
        let mut line = String::new();
        push(&mut line, "日本語です", 3);
        assert_eq!(line, "日本語…");
    }

    #[test]
    fn code_keeps_its_indentation() {
        let mut line = String::new();
        push_code(&mut line, "\t  return x  ", 40);
        assert_eq!(line, "   return x");
    }
}
