//! The name in a `Content-Disposition` header.

use percent_encoding::percent_decode_str;

/// The name that a server gives a file, reduced to what can be one within a directory.
///
/// `filename*`, which is UTF-8, goes before `filename` (RFC 6266).
pub(super) fn read(header: &str) -> Option<String> {
    let parameters = parameters(header);
    let value = |name: &str| {
        let found = |(key, _): &&(&str, String)| key.eq_ignore_ascii_case(name);
        parameters.iter().find(found).map(|(_, value)| value)
    };
    let extended = value("filename*").and_then(|value| {
        let (charset, rest) = value.split_once('\'')?;
        let (_, name) = rest.split_once('\'')?;
        let name = percent_decode_str(name).decode_utf8().ok()?;
        charset
            .eq_ignore_ascii_case("utf-8")
            .then(|| name.into_owned())
    });
    within_directory(&extended.or_else(|| value("filename").cloned())?)
}

/// The parameters after the first semicolon, with their quotes taken off.
fn parameters(header: &str) -> Vec<(&str, String)> {
    let mut found = Vec::new();
    let mut rest = header.split_once(';').map_or("", |(_, rest)| rest);
    while let Some((key, after)) = rest.split_once('=') {
        let after = after.trim_start();
        let (value, behind) = match after.strip_prefix('"') {
            Some(quoted) => quoted_text(quoted),
            None => match after.split_once(';') {
                Some((value, behind)) => (value.trim().to_owned(), behind),
                None => (after.trim().to_owned(), ""),
            },
        };
        found.push((key.trim(), value));
        rest = behind;
    }
    found
}

/// The text up to the quote that ends it, and what stands behind the next semicolon.
fn quoted_text(quoted: &str) -> (String, &str) {
    let mut text = String::new();
    let mut characters = quoted.char_indices();
    while let Some((place, c)) = characters.next() {
        match c {
            '\\' => text.extend(characters.next().map(|(_, escaped)| escaped)),
            '"' => {
                let behind = quoted.get(place + 1..).unwrap_or_default();
                let behind = behind.trim_start();
                return (text, behind.strip_prefix(';').unwrap_or(behind));
            }
            c => text.push(c),
        }
    }
    (text, "")
}

fn within_directory(name: &str) -> Option<String> {
    let last = name.rsplit(['/', '\\']).next()?;
    let name: String = last.chars().filter(|c| !c.is_control()).collect();
    let name = name.trim();
    (!name.is_empty() && name != "." && name != "..").then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_in_each_form() {
        for (header, name) in [
            (r#"attachment; filename="log.txt""#, "log.txt"),
            ("attachment; filename=log.txt", "log.txt"),
            ("attachment;FileName = log.txt ; x=1", "log.txt"),
            (
                r#"inline; x="; filename=no"; filename="a;b.txt""#,
                "a;b.txt",
            ),
            (
                r#"attachment; filename="say \"hi\".txt""#,
                r#"say "hi".txt"#,
            ),
            (
                r#"attachment; filename="na_ve.txt"; filename*=UTF-8''na%C3%AFve%20x.txt"#,
                "naïve x.txt",
            ),
            (
                r#"attachment; filename*=latin1''x; filename="plain.txt""#,
                "plain.txt",
            ),
            (r#"attachment; filename="open"#, "open"),
        ] {
            assert_eq!(read(header).as_deref(), Some(name), "{header}");
        }
    }

    #[test]
    fn no_name_leaves_its_directory() {
        for (header, name) in [
            (r#"attachment; filename="../../etc/passwd""#, Some("passwd")),
            (
                r#"attachment; filename="C:\\Windows\\x.dll""#,
                Some("x.dll"),
            ),
            ("attachment; filename*=UTF-8''..%2F..%2Fx", Some("x")),
            ("attachment; filename*=UTF-8''a%00b%0Ac", Some("abc")),
            (r#"attachment; filename="..""#, None),
            (r#"attachment; filename="/""#, None),
            (r#"attachment; filename=" ""#, None),
            ("attachment", None),
            ("", None),
            (";;;==;\"", None),
        ] {
            assert_eq!(read(header).as_deref(), name, "{header}");
        }
    }
}
