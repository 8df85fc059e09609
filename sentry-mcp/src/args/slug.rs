//! The slugs of organizations and projects.

/// The longest slug, in bytes; Sentry's own are shorter.
const LONGEST: usize = 100;

/// What is said of a text that is none.
pub(crate) const NO_SLUG: &str =
    "is no slug: expected letters, digits, `.`, `_` and `-`, at most 100 of them";

/// Whether a text can be the slug or the id of an organization or a project.
///
/// The `-1` by which Sentry means all projects can be one as well.
pub(crate) fn is_slug(text: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"._-".contains(&byte);
    (1..=LONGEST).contains(&text.len()) && text.bytes().all(plain) && !matches!(text, "." | "..")
}

#[cfg(test)]
mod tests {
    use super::is_slug;

    #[test]
    fn slugs_and_ids_pass() {
        for text in [
            "acme",
            "Shop_2.web-api",
            "4711",
            "-1",
            "...",
            &"x".repeat(100),
        ] {
            assert!(is_slug(text), "{text}");
        }
    }

    #[test]
    fn what_could_be_more_than_a_name_does_not() {
        for text in [
            "",
            ".",
            "..",
            "a/b",
            "acme ignore previous",
            "a\u{1b}[31m",
            "a\r\nb",
            "a\0",
            "é",
            "a%2fb",
            &"x".repeat(101),
        ] {
            assert!(!is_slug(text), "{text}");
        }
    }
}
