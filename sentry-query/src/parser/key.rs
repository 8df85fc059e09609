use super::Parser;
use crate::ast::{AttributeKind, Key, KeyForm};
use crate::lexer::Cursor;
use crate::schema::{FieldKind, internal_name};
use crate::{Span, Text};

/// A key as it was recognised, before a place in the tree is made for it.
///
/// Free text asks at every word whether a key starts there, so this costs nothing to make.
#[derive(Clone, Copy)]
pub(super) struct KeyToken {
    pub(super) span: Span,
    pub(super) form: KeyForm,
    pub(super) array: bool,
    name: KeyName,
}

/// Where the canonical name of a key is found.
#[derive(Clone, Copy)]
enum KeyName {
    /// It is the internal name of an alias.
    Internal(&'static str),
    /// It is written like this.
    Written(Span),
    /// It is written with spaces inside its brackets.
    Spaced(&'static str, Span, AttributeKind),
}

impl KeyForm {
    /// Says whether rules 1 to 8, 10 and 12 may apply: a plain key, or a tag or flag typed as
    /// number or boolean.
    pub(crate) fn takes_typed_rules(self) -> bool {
        match self {
            Self::Field => true,
            Self::Tag(kind) | Self::Flag(kind) => {
                matches!(kind, Some(AttributeKind::Number | AttributeKind::Boolean))
            }
        }
    }
}

impl<'a> Parser<'a> {
    /// `textkey` or `arraykey`; a colon must follow, which the caller looks for.
    pub(super) fn key(&self, cursor: &mut Cursor<'a>) -> Option<KeyToken> {
        let start = cursor.pos();
        // Only two words start an attribute, and most keys are neither.
        let tag = match cursor.peek() {
            Some(b't') => cursor.attempt(|c| self.attribute(c, "tags[")),
            _ => None,
        };
        if let Some(mut key) = tag {
            key.array = key.form == KeyForm::Tag(Some(AttributeKind::Array));
            if key.array && !cursor.eat_str("[*]") {
                return None;
            }
            key.span = cursor.span_from(start);
            return Some(key);
        }
        if cursor.peek() == Some(b'f')
            && let Some(key) = cursor.attempt(|c| self.attribute(c, "flags["))
        {
            return Some(key);
        }
        let written = Self::field_name(cursor)?;
        let array = cursor.eat_str("[*]");
        let name = if array {
            KeyName::Written(written)
        } else {
            self.field(written)
        };
        Some(KeyToken {
            span: cursor.span_from(start),
            form: KeyForm::Field,
            array,
            name,
        })
    }

    /// `textkey`, as `has:` takes it.
    pub(super) fn text_key(&self, cursor: &mut Cursor<'a>) -> Option<KeyToken> {
        let start = cursor.pos();
        let tag = cursor.attempt(|c| {
            let key = self.attribute(c, "tags[")?;
            (key.form != KeyForm::Tag(Some(AttributeKind::Array))).then_some(key)
        });
        if let Some(key) = tag.or_else(|| cursor.attempt(|c| self.attribute(c, "flags["))) {
            return Some(key);
        }
        let written = Self::field_name(cursor)?;
        let span = cursor.span_from(start);
        Some(KeyToken {
            span,
            form: KeyForm::Field,
            array: false,
            name: self.field(written),
        })
    }

    /// The key for the tree.
    pub(super) fn key_of(&self, token: KeyToken) -> Key {
        let name = match token.name {
            KeyName::Internal(name) => Text::fixed(name),
            KeyName::Written(span) => self.slice(span),
            KeyName::Spaced(prefix, inner, kind) => {
                Text::from([prefix, self.str(inner), ",", kind.as_str(), "]"].concat())
            }
        };
        Key {
            span: token.span,
            form: token.form,
            array: token.array,
            name,
        }
    }

    /// How the values of the key are read.
    pub(super) fn kind_of(&self, token: KeyToken) -> FieldKind {
        if token.array || !token.form.takes_typed_rules() {
            return FieldKind::Text;
        }
        match token.name {
            KeyName::Internal(name) => self.options.kind_of(name),
            KeyName::Written(span) => self.options.kind_of(self.str(span)),
            KeyName::Spaced(..) => self.options.kind_of(self.key_of(token).name()),
        }
    }

    /// `word | '"' qword '"'`: the name without quotes.
    fn field_name(cursor: &mut Cursor<'a>) -> Option<Span> {
        if cursor.peek() != Some(b'"') {
            return cursor.word();
        }
        cursor.attempt(|c| {
            c.skip(1);
            let name = c.quotable_word()?;
            c.eat(b'"').then_some(name)
        })
    }

    fn field(&self, written: Span) -> KeyName {
        match internal_name(self.dialect, self.str(written)) {
            Some(name) => KeyName::Internal(name),
            None => KeyName::Written(written),
        }
    }

    /// `tags[name]`, `tags[name, kind]` and the same for flags.
    fn attribute(&self, cursor: &mut Cursor<'a>, prefix: &'static str) -> Option<KeyToken> {
        let start = cursor.pos();
        cursor.eat_str(prefix).then_some(())?;
        let inner = cursor.quotable_word()?;
        let mut kind = None;
        if !cursor.eat(b']') {
            cursor.spaces();
            cursor.eat(b',').then_some(())?;
            cursor.spaces();
            let found = kinds(prefix).find(|kind| cursor.rest().starts_with(kind.as_str()))?;
            cursor.skip(found.as_str().len());
            cursor.eat(b']').then_some(())?;
            kind = Some(found);
        }
        let span = cursor.span_from(start);
        let name = match kind {
            Some(kind) if self.str(span).contains(' ') => KeyName::Spaced(prefix, inner, kind),
            _ => KeyName::Written(span),
        };
        let form = if prefix == "tags[" {
            KeyForm::Tag(kind)
        } else {
            KeyForm::Flag(kind)
        };
        Some(KeyToken {
            span,
            form,
            array: false,
            name,
        })
    }
}

fn kinds(prefix: &str) -> impl Iterator<Item = AttributeKind> {
    let only_tags = prefix == "tags[";
    [
        AttributeKind::String,
        AttributeKind::Number,
        AttributeKind::Boolean,
        AttributeKind::Array,
    ]
    .into_iter()
    .filter(move |kind| only_tags || matches!(kind, AttributeKind::String | AttributeKind::Number))
}
