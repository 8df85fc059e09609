//! The name in a `Content-Disposition` header.

use percent_encoding::percent_decode_str;

/// Most bytes that a name may have where names are short.
const MAX_LENGTH: usize = 255;

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

/// Reduces a name to one that means the same file on each system: Windows reads `C:x` as another
/// folder, `a:b` as a part of `a`, `a.` as `a`, and `nul.txt` as a device.
fn within_directory(name: &str) -> Option<String> {
    let last = name.rsplit(['/', '\\']).next()?;
    let shown = last
        .chars()
        .filter(|c| !c.is_control() && !is_invisible(*c));
    let name: String = shown.map(|c| if c == ':' { '_' } else { c }).collect();
    let name = name.trim_start();
    let name = match name.split('.').next() {
        Some(stem) if is_device(stem.trim_end()) => format!("_{name}"),
        _ => name.to_owned(),
    };
    let mut end = name.len().min(MAX_LENGTH);
    while !name.is_char_boundary(end) {
        end -= 1;
    }
    let blank = |c: char| c == '.' || c.is_whitespace();
    let name = name.get(..end)?.trim_end_matches(blank);
    (!name.is_empty()).then(|| name.to_owned())
}

/// Whether a character is not seen itself, but changes how others are.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}'
    )
}

/// Whether Windows takes a name for a device, whatever ending it has.
fn is_device(stem: &str) -> bool {
    let stem = stem.to_ascii_uppercase();
    let port = stem.strip_prefix("COM").or(stem.strip_prefix("LPT"));
    let mut number = port.unwrap_or_default().chars();
    let is_port = matches!(number.next(), Some('0'..='9' | '¹' | '²' | '³'));
    matches!(
        stem.as_str(),
        "CON" | "PRN" | "AUX" | "NUL" | "CONIN$" | "CONOUT$"
    ) || (is_port && number.next().is_none())
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
            ("attachment; filename=C:evil.txt", Some("C_evil.txt")),
            ("attachment; filename=a.txt:stream", Some("a.txt_stream")),
            ("attachment; filename=CON", Some("_CON")),
            ("attachment; filename=nul.tar.gz", Some("_nul.tar.gz")),
            ("attachment; filename=\"com1 .txt\"", Some("_com1 .txt")),
            ("attachment; filename=lpt¹", Some("_lpt¹")),
            ("attachment; filename=common.txt", Some("common.txt")),
            ("attachment; filename=com10", Some("com10")),
            ("attachment; filename=\".env. . \"", Some(".env")),
            (
                "attachment; filename*=UTF-8''%E2%80%AEgpj%E2%80%A8.exe",
                Some("gpj.exe"),
            ),
            ("attachment; filename*=UTF-8''%E2%80%AE", None),
            ("attachment; filename=....", None),
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
    #[test]
    fn no_name_is_longer_than_a_system_takes() {
        let long = "é".repeat(5000);
        let name = read(&format!("attachment; filename={long}")).unwrap();
        assert_eq!((name.len(), name.as_str()), (254, &long[..254]));
        let long = format!("{}. x", "a".repeat(254));
        let name = read(&format!("attachment; filename=\"{long}\"")).unwrap();
        assert_eq!(name.len(), 254);
    }
}
