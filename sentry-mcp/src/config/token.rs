//! Reads what stands where a token should.

use secrecy::SecretString;

/// The longest token that is taken, in bytes.
const LONGEST_TOKEN: usize = 4096;

/// Reads a token; the error says what is there instead, never the text itself.
pub(super) fn read(text: &str) -> Result<SecretString, &'static str> {
    let text = super::sentryclirc::unquoted(text);
    let text = text.strip_prefix("Bearer ").unwrap_or(text).trim();
    if text.is_empty() {
        return Err("is empty");
    }
    if text.starts_with(['$', '<', '{']) {
        return Err("is a placeholder that nothing was put into");
    }
    if text.len() > LONGEST_TOKEN || !text.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Err("is no token: it holds spaces, line ends or other characters");
    }
    Ok(SecretString::from(text))
}

#[cfg(test)]
mod tests {
    use secrecy::ExposeSecret;

    use super::read;

    #[test]
    fn a_token_may_stand_in_a_line_of_its_own() {
        for text in ["abc", " abc\n", "\"abc\"", "Bearer abc\r\n"] {
            assert_eq!(read(text).unwrap().expose_secret(), "abc");
        }
    }

    #[test]
    fn what_is_no_token_is_refused_without_being_shown() {
        for text in ["", " ", "${SENTRY_TOKEN}", "<token>", "a b", "a\nb", "é"] {
            let reason = read(text).unwrap_err();
            assert!(reason.starts_with("is "), "{reason}");
        }
    }
}
