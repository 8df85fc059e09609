//! Headers of one's own, for a proxy that stands before Sentry.

use secrecy::SecretString;

/// A header that goes with every request; its value may be secret.
pub(crate) type Header = (String, SecretString);

/// Reads `Name: value` pairs with semicolons or line ends between them.
///
/// The error names the header, or the number of the one without a name, never a value.
pub(super) fn read(text: &str) -> Result<Vec<Header>, String> {
    let pairs = text
        .split([';', '\n'])
        .map(str::trim)
        .filter(|pair| !pair.is_empty());
    let headers = pairs.enumerate().map(|(index, pair)| {
        let Some((name, value)) = pair.split_once(':') else {
            return Err(format!(
                "its header number {} is not written as `Name: value`",
                index + 1
            ));
        };
        let name = name.trim();
        let is_name = !name.is_empty()
            && name
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_');
        if !is_name {
            return Err(format!(
                "its header number {} has a name that HTTP forbids",
                index + 1
            ));
        }
        if ["authorization", "host"].contains(&name.to_ascii_lowercase().as_str()) {
            return Err(format!("{name} is not for it to set"));
        }
        Ok((name.to_owned(), SecretString::from(value.trim())))
    });
    headers.collect()
}

#[cfg(test)]
mod tests {
    use secrecy::ExposeSecret;

    use super::read;

    #[test]
    fn pairs_are_read_and_mistakes_told_without_values() {
        let headers = read(" CF-Access-Id: a:b ;\nX-Team: shop;").unwrap();
        let shown: Vec<_> = headers
            .iter()
            .map(|(name, value)| (name.as_str(), value.expose_secret()))
            .collect();
        assert_eq!(shown, [("CF-Access-Id", "a:b"), ("X-Team", "shop")]);
        for text in [
            "secret",
            "X: 1; secret",
            "se cret: x",
            ": secret",
            "Authorization: secret",
        ] {
            let reason = read(text).unwrap_err();
            assert!(!reason.contains("secret"), "{reason}");
        }
    }
}
