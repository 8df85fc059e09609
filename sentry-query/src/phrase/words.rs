use crate::Span;

/// A phrase in words, which are separated by whitespace and lose the punctuation around them.
pub(super) struct Words<'a> {
    text: &'a str,
    lower: String,
    list: Vec<Word>,
}

struct Word {
    span: Span,
    /// Where the word ends for the grammar: before an apostrophe.
    end: usize,
    comma: bool,
}

impl<'a> Words<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let mut list = Vec::new();
        let mut at = 0;
        for token in text.split(char::is_whitespace) {
            if !token.is_empty() {
                list.push(word(token, at));
            }
            // The separator may be longer than a byte.
            let rest = text.get(at + token.len()..).unwrap_or_default();
            at += token.len() + rest.chars().next().map_or(0, char::len_utf8);
        }
        Self {
            text,
            lower: text.to_ascii_lowercase(),
            list,
        }
    }

    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    /// The word in small letters, up to an apostrophe; empty beyond the end.
    pub(super) fn at(&self, index: usize) -> &str {
        let word = self.list.get(index);
        word.and_then(|word| self.lower.get(word.span.start()..word.end))
            .unwrap_or_default()
    }

    /// The word before this one.
    pub(super) fn before(&self, index: usize) -> &str {
        index.checked_sub(1).map_or("", |before| self.at(before))
    }

    /// The word as it is written, without punctuation around it.
    pub(super) fn written(&self, index: usize) -> &'a str {
        self.span(index, index + 1).slice(self.text)
    }

    /// A part of the phrase as it is written.
    pub(super) fn written_in(&self, span: Span) -> &'a str {
        span.slice(self.text)
    }

    /// Where the words from `first` up to `end` stand.
    pub(super) fn span(&self, first: usize, end: usize) -> Span {
        let words = self.list.get(first..end).unwrap_or_default();
        match words {
            [first, .., last] => first.span.to(last.span),
            [only] => only.span,
            [] => Span::default(),
        }
    }

    /// Whether a comma or the like follows the word.
    pub(super) fn comma_after(&self, index: usize) -> bool {
        self.list.get(index).is_some_and(|word| word.comma)
    }

    /// How many words the first of these phrases takes that stands here.
    pub(super) fn take(&self, index: usize, phrases: &[&str]) -> Option<usize> {
        let first = self.at(index);
        if first.is_empty() {
            return None;
        }
        phrases.iter().find_map(|phrase| {
            // Nearly all end here, and there are hundreds for each word.
            let rest = phrase.strip_prefix(first)?;
            if rest.is_empty() {
                return Some(1);
            }
            let mut rest = rest.strip_prefix(' ')?.split(' ').zip(index + 1..);
            let more = rest.clone().count();
            let fits = rest.all(|(word, at)| self.at(at) == word);
            fits.then_some(1 + more)
        })
    }

    /// How many words of the optional phrase stand here: none, or all of one.
    pub(super) fn skip(&self, index: usize, phrases: &[&str]) -> usize {
        self.take(index, phrases).unwrap_or(0)
    }
}

fn word(token: &str, at: usize) -> Word {
    let core = token.trim_end_matches(is_punctuation);
    let core = if core.is_empty() { token } else { core };
    let lead = lead(core);
    let core = core.get(lead..).unwrap_or_default();
    let start = at + lead;
    let after = token.get(lead + core.len()..).unwrap_or_default();
    let apostrophe = core.find(['\'', '’']).filter(|&end| end > 0);
    Word {
        span: Span::new(start, start + core.len()),
        end: start + apostrophe.unwrap_or(core.len()),
        comma: after.contains([',', ';']),
    }
}

/// How much punctuation stands before a word: a `!` negates it and a dot makes it a fraction, so
/// these belong to it.
fn lead(word: &str) -> usize {
    for (at, c) in word.char_indices() {
        let next = word
            .get(at + c.len_utf8()..)
            .and_then(|rest| rest.chars().next());
        let part = match c {
            '!' => next.is_some(),
            '.' => next.is_some_and(|next| next.is_ascii_digit()),
            _ => !is_punctuation(c),
        };
        if part {
            return at;
        }
    }
    0
}

fn is_punctuation(c: char) -> bool {
    matches!(
        c,
        ',' | '.' | ';' | ':' | '!' | '?' | '\'' | '`' | '\\' | '[' | ']' | '{' | '}'
    ) || matches!(c, '‘' | '’' | '“' | '”' | '…')
}
