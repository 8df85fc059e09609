/// Whether a text is written in the search language and so is no phrase.
///
/// That takes a quote, a parenthesis, a boolean word in capitals or a filter. Addresses of web
/// pages, paths of code (`std::io`) and times of day have a colon and are no filters.
pub(super) fn is_query(text: &str) -> bool {
    if text.contains(['"', '(', ')', '\u{F00D}']) {
        return true;
    }
    let mut words = text.split_whitespace();
    words.any(|word| matches!(word, "AND" | "OR" | "NOT") || is_filter(word))
}

fn is_filter(word: &str) -> bool {
    let word = word.strip_prefix('!').unwrap_or(word);
    let Some((key, value)) = word.split_once(':') else {
        return false;
    };
    let name = key.split(['[', ',']).next().unwrap_or_default();
    let is_key = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && name.bytes().all(crate::lexer::is_word);
    let is_address = matches!(name, "http" | "https") && value.starts_with("//");
    is_key && !value.is_empty() && !value.starts_with(':') && !is_address
}
