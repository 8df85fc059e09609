//! Taking secrets out of what a server says.

use secrecy::{ExposeSecret, SecretString};

/// A shorter secret could be found in words that are none.
const SHORTEST: usize = 8;
/// How many characters of a secret are one too. It also bounds the work on a text of which
/// every place begins as a secret does.
const PART: usize = 64;
/// Most backslashes in front of a character: it was quoted three times.
const MOST_BACKSLASHES: usize = 7;

/// `text` without `secret`, be it as it is, as forms and addresses spell it, or as JSON does.
///
/// Capitals do not matter, since a host name loses them.
pub(crate) fn scrub(text: &str, secret: &SecretString) -> String {
    let secret = secret.expose_secret();
    if secret.len() < SHORTEST {
        return text.to_owned();
    }
    let mut clean = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let behind = behind(rest, secret, false).or_else(|| behind(rest, secret, true));
        if behind.is_some() {
            clean.push_str("[token]");
        } else {
            clean.push(c);
        }
        rest = behind.unwrap_or_else(|| rest.get(c.len_utf8()..).unwrap_or_default());
    }
    clean
}

/// What follows on `secret`, when `text` begins with it or with a long part of it.
fn behind<'a>(text: &'a str, secret: &str, is_form: bool) -> Option<&'a str> {
    let mut rest = text;
    for (count, c) in secret.chars().enumerate() {
        match after(rest, c, is_form) {
            Some(behind) => rest = behind,
            None => return (count >= PART).then_some(rest),
        }
    }
    Some(rest)
}

/// What follows on `wanted`, when `text` begins with a spelling of it.
fn after(text: &str, wanted: char, is_form: bool) -> Option<&str> {
    if is_form {
        match wanted {
            '%' => return percent(text, wanted),
            ' ' if text.starts_with('+') => return text.strip_prefix('+'),
            _ => {}
        }
        if let Some(behind) = percent(text, wanted) {
            return Some(behind);
        }
    }
    if let Some(behind) = escape(text, wanted) {
        return Some(behind);
    }
    let text = match wanted {
        '\\' => text,
        _ => unquoted(text),
    };
    let mut characters = text.chars();
    let is_it = characters.next()?.eq_ignore_ascii_case(&wanted);
    is_it.then_some(characters.as_str())
}

/// Reads a character as `%2F` or, of several bytes, as `%C3%A9`.
fn percent(text: &str, wanted: char) -> Option<&str> {
    let mut bytes = [0; 4];
    let mut bytes = wanted.encode_utf8(&mut bytes).bytes();
    bytes.try_fold(text, |rest, byte| {
        hexadecimal(rest.strip_prefix('%')?, 2, byte.into())
    })
}

/// Reads a character as `\u00e9` or `\n`.
fn escape(text: &str, wanted: char) -> Option<&str> {
    let letter = |letter| unquoted(text.strip_prefix('\\')?).strip_prefix(letter);
    let short = match wanted {
        '\n' => letter('n'),
        '\r' => letter('r'),
        '\t' => letter('t'),
        _ => None,
    };
    short.or_else(|| {
        let mut units = [0; 2];
        let mut units = wanted.encode_utf16(&mut units).iter();
        units.try_fold(text, |rest, unit| {
            let quoted = unquoted(rest.strip_prefix('\\')?);
            hexadecimal(quoted.strip_prefix('u')?, 4, (*unit).into())
        })
    })
}

fn hexadecimal(text: &str, digits: usize, wanted: u32) -> Option<&str> {
    let (number, behind) = text.split_at_checked(digits)?;
    (u32::from_str_radix(number, 16).ok()? == wanted).then_some(behind)
}

/// `text` without the backslashes in front of its first character.
fn unquoted(text: &str) -> &str {
    (0..MOST_BACKSLASHES).fold(text, |text, _| text.strip_prefix('\\').unwrap_or(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clean(text: &str, secret: &str) -> String {
        scrub(text, &SecretString::from(secret))
    }

    #[test]
    fn a_secret_is_found_in_each_spelling() {
        let secret = "a/b+c=d \"é\\%41\n💥z";
        for spelled in [
            secret,
            &secret.to_uppercase().replace('É', "é"),
            "a%2Fb%2Bc%3Dd+%22%C3%A9%5C%2541%0A%F0%9F%92%A5z",
            "a/b%2bc=d%20%22%c3%a9%5c%2541%0a%f0%9f%92%a5z",
            r#"a/b+c=d \"é\\%41\n💥z"#,
            r#"a\/b+c=d \"\u00e9\\%41\u000a\ud83d\udca5z"#,
            r#"a/b+c=d \\\"é\\\\%41\\n💥z"#,
        ] {
            let text = format!("é% \\{spelled}={spelled}%");
            let shown = clean(&text, secret);
            assert!(shown.ends_with("[token]=[token]%"), "{spelled}: {shown}");
            assert!(shown.starts_with("é% "), "{shown}");
        }
    }

    #[test]
    fn nothing_else_is_taken_out() {
        let secret = "secret%2Fvalue";
        for text in [
            "",
            "secret",
            "secret%2Fvalu",
            "secret/value",
            "secret%2F valu\\",
            "%",
            "%2",
            "\\u00",
            "secret%252Fvalu%6",
        ] {
            assert_eq!(clean(text, secret), text);
        }
        assert_eq!(clean("short or not", "short"), "short or not");
    }

    #[test]
    fn a_long_part_is_a_secret_too() {
        let secret = format!("{}{}", "x".repeat(80), "y".repeat(80));
        assert_eq!(
            clean(&format!("<{}>", &secret[..120]), &secret),
            "<[token]>"
        );
        assert_eq!(clean(&"\\".repeat(20), &"\\".repeat(10)), "[token][token]");
    }
}
