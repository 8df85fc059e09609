use super::place::{Expected, FunctionPlace, List, Place, TermPlace, ValuePlace};
use crate::lexer::Cursor;
use crate::schema;

/// Finds what stands at the end of a text that may be half a query.
///
/// The parser cannot say it: to the grammar `level:[err` is the text `[err`.
pub(super) fn place(before: &str) -> Place<'_> {
    let mut scanner = Scanner {
        text: before,
        cursor: Cursor::at(before, 0),
        after_condition: false,
        negated: false,
        broken: 0,
    };
    loop {
        if let Some(place) = scanner.term() {
            return place;
        }
    }
}

struct Scanner<'a> {
    text: &'a str,
    cursor: Cursor<'a>,
    after_condition: bool,
    /// Whether the term starts with a `!`.
    negated: bool,
    /// No list closes that starts before this offset; each is looked at once.
    broken: usize,
}

/// Nothing where the text goes on after what was read.
type Found<'a> = Option<Place<'a>>;

impl<'a> Scanner<'a> {
    /// Reads a term; finds the place when the text ends in it. Each call reads on.
    fn term(&mut self) -> Found<'a> {
        self.cursor.skip_while(|b| matches!(b, b' ' | b'\n'));
        if self.cursor.eat(b'(') {
            self.after_condition = false;
            return None;
        }
        if self.cursor.eat(b')') {
            self.after_condition = true;
            return None;
        }
        let negated = self.cursor.eat(b'!');
        let term = TermPlace {
            negated,
            after_condition: self.after_condition && !negated,
        };
        self.after_condition = true;
        self.negated = negated;
        let start = self.cursor.pos();
        match self.cursor.peek() {
            None => Some(Place::bare(start, "", Expected::Term(term))),
            Some(b'"') => self.quoted_term(),
            Some(_) if self.cursor.eat_str("tags[") => self.attribute(start, false),
            Some(_) if self.cursor.eat_str("flags[") => self.attribute(start, true),
            Some(_) => self.word(term),
        }
    }

    /// A phrase, or a key in quotes.
    fn quoted_term(&mut self) -> Found<'a> {
        let Some(inner) = self.cursor.quoted() else {
            return Some(self.nothing());
        };
        if self.cursor.eat(b':') {
            return self.filter_value(inner.slice(self.text), false);
        }
        self.nothing_at_end()
    }

    /// A key, a function, a boolean word or free text.
    fn word(&mut self, term: TermPlace) -> Found<'a> {
        let start = self.cursor.pos();
        let Some(word) = self.cursor.word() else {
            return self.free_text();
        };
        let word = word.slice(self.text);
        if self.at_end() {
            return Some(Place::bare(start, word, Expected::Term(term)));
        }
        let boolean = ["and", "or"].iter().any(|b| word.eq_ignore_ascii_case(b));
        if boolean && self.cursor.is_end() {
            self.after_condition = false;
            return None;
        }
        let array = self.cursor.eat_str("[*]");
        if self.cursor.eat(b':') {
            return self.value(word, array);
        }
        // Also one that the data set lacks: no key fits into its parentheses.
        if let Some(row) = schema::function(word)
            && self.cursor.eat(b'(')
        {
            return self.arguments(row.name);
        }
        self.free_text()
    }

    fn free_text(&mut self) -> Found<'a> {
        self.cursor
            .skip_while(|b| !matches!(b, b'(' | b')' | b'\n' | b' '));
        self.nothing_at_end()
    }

    fn attribute(&mut self, start: usize, flag: bool) -> Found<'a> {
        let name = self.cursor.pos();
        self.cursor.quotable_word();
        if self.at_end() {
            let expected = Expected::Attribute { flag };
            return Some(Place::bare(name, self.since(name), expected));
        }
        if self.cursor.comma() {
            let kind = self.cursor.pos();
            self.cursor.word();
            if self.at_end() {
                let expected = Expected::AttributeKind { flag };
                return Some(Place::bare(kind, self.since(kind), expected));
            }
        }
        if !self.cursor.eat(b']') {
            return self.free_text();
        }
        let key = self.since(start);
        let array = self.cursor.eat_str("[*]");
        if self.cursor.eat(b':') {
            return self.value(key, array);
        }
        self.free_text()
    }

    /// The arguments of a known function, and its value.
    fn arguments(&mut self, function: &'a str) -> Found<'a> {
        self.cursor.spaces();
        let mut column = None;
        for index in 0.. {
            let start = self.cursor.pos();
            if self.cursor.peek() == Some(b'"') {
                if self.cursor.quoted().is_none() {
                    return Some(self.nothing());
                }
            } else {
                self.cursor
                    .skip_while(|b| !matches!(b, b'(' | b')' | b',' | b' ' | b'\t' | b'\n' | b'"'));
            }
            let argument = self.since(start);
            if self.at_end() {
                let expected = Expected::Column { function, index };
                return Some(Place::bare(start, argument, expected));
            }
            column.get_or_insert(argument);
            if !self.cursor.comma() {
                break;
            }
        }
        self.cursor.spaces();
        if !self.cursor.eat(b')') {
            return self.nothing_at_end();
        }
        if !self.cursor.eat(b':') {
            return self.free_text();
        }
        let compared = self.cursor.operator().is_some();
        let start = self.cursor.pos();
        self.cursor.bare_value();
        let expected = Expected::FunctionValue(FunctionPlace {
            name: function,
            column: column.unwrap_or_default(),
            compared,
        });
        self.at_end()
            .then(|| Place::bare(start, self.since(start), expected))
    }

    /// What follows a key; `is` and `has` are keys like any other in quotes.
    fn value(&mut self, key: &'a str, array: bool) -> Found<'a> {
        match key {
            "is" if !array => self
                .listed(|_| Expected::Nothing)
                .unwrap_or_else(|| self.single(Expected::Is)),
            "has" if !array => self
                .listed(Expected::Has)
                .unwrap_or_else(|| self.single(Expected::Has(List::None))),
            _ => self.filter_value(key, array),
        }
    }

    fn filter_value(&mut self, key: &'a str, array: bool) -> Found<'a> {
        let place = ValuePlace {
            key,
            array,
            negated: self.negated,
            operator: None,
            list: List::None,
        };
        self.cursor.text_operator();
        if !array {
            let item = |list| Expected::Value(ValuePlace { list, ..place });
            if let Some(found) = self.listed(item) {
                return found;
            }
        }
        let operator = self.cursor.operator();
        self.single(Expected::Value(ValuePlace { operator, ..place }))
    }

    fn single(&mut self, expected: Expected<'a>) -> Found<'a> {
        let start = self.cursor.pos();
        if let Some(found) = self.quoted_value(expected) {
            return found;
        }
        self.cursor.bare_value();
        self.at_end()
            .then(|| Place::bare(start, self.since(start), expected))
    }

    /// A value in quotes; nothing where it has none.
    fn quoted_value(&mut self, expected: Expected<'a>) -> Option<Found<'a>> {
        let start = self.cursor.pos();
        if self.cursor.peek() != Some(b'"') {
            return None;
        }
        if self.cursor.quoted().is_some() {
            return Some(self.nothing_at_end());
        }
        Some(Some(Place {
            start,
            typed: self.text.get(start + 1..).unwrap_or_default(),
            quoted: true,
            expected,
        }))
    }

    /// A list, whose items are what `item` says; nothing where there is none.
    fn listed(&mut self, item: impl Fn(List) -> Expected<'a>) -> Option<Found<'a>> {
        let start = self.cursor;
        if start.pos() < self.broken || !self.cursor.eat(b'[') {
            return None;
        }
        let mut list = List::First;
        loop {
            let expected = item(list);
            let start = self.cursor.pos();
            let closed = match self.quoted_value(expected) {
                Some(Some(place)) => return Some(Some(place)),
                Some(None) => self.cursor.eat(b']'),
                None => {
                    self.cursor
                        .skip_while(|b| !matches!(b, b'(' | b')' | b',' | b' '));
                    self.since(start).ends_with(']')
                }
            };
            if closed && self.cursor.is_end() {
                return Some(self.nothing_at_end());
            }
            if self.at_end() {
                return Some(Some(Place::bare(start, self.since(start), expected)));
            }
            if !self.cursor.comma() {
                break;
            }
            list = List::Later;
        }
        self.broken = self.cursor.pos();
        self.cursor = start;
        None
    }

    /// The end of a text to which nothing can be offered.
    fn nothing(&self) -> Place<'a> {
        Place::nothing(self.text.len())
    }

    fn nothing_at_end(&self) -> Found<'a> {
        self.at_end().then(|| self.nothing())
    }

    fn since(&self, start: usize) -> &'a str {
        self.cursor.span_from(start).slice(self.text)
    }

    fn at_end(&self) -> bool {
        self.cursor.peek().is_none()
    }
}
