use super::Parser;
use super::filter::{Matched, operator, written};
use super::key::KeyToken;
use crate::ast::{
    Aggregate, Date, DurationUnit, Function, KeyForm, Number, Operator, Pattern, Percentage, Size,
    SizeUnit, Term, Value,
};
use crate::diagnostic::Code;
use crate::lexer::Cursor;
use crate::schema::{FunctionProblem, ResultKind, names_a_date, result_kind};
use crate::{Span, Text};

/// A whole aggregate filter, as the look-ahead of free text has to match it.
pub(super) struct AggregateHead<'a> {
    start: usize,
    negated: bool,
    call: Span,
    name: Span,
    empty_argument: bool,
    operator: Option<(Operator, Span)>,
    value: AggregateValue,
    value_span: Span,
    end: Cursor<'a>,
}

enum AggregateValue {
    Duration(Span, DurationUnit),
    Percentage(Span),
    Number(Number),
    Size(Span, SizeUnit),
    Date,
    Relative,
}

impl<'a> Parser<'a> {
    /// `fn ":" op? V`
    pub(super) fn aggregate_head(
        &self,
        start: usize,
        negated: bool,
        cursor: &mut Cursor<'a>,
    ) -> Option<AggregateHead<'a>> {
        cursor.attempt(|c| {
            let call_start = c.pos();
            let name = c.word()?;
            c.eat(b'(').then_some(())?;
            let empty_argument = self.arguments(c)?;
            let call = c.span_from(call_start);
            c.eat(b':').then_some(())?;
            let operator = operator(c);
            let value_start = c.pos();
            let value = self.aggregate_value(c)?;
            let value_span = c.span_from(value_start);
            let end = *c;
            Some(AggregateHead {
                start,
                negated,
                call,
                name,
                empty_argument,
                operator,
                value,
                value_span,
                end,
            })
        })
    }

    /// `sp args? sp ")"`; says whether the last argument was left out.
    fn arguments(&self, cursor: &mut Cursor<'a>) -> Option<bool> {
        let mut missing = false;
        cursor.spaces();
        if self.argument(cursor).is_some() {
            while !missing && cursor.comma() {
                missing = self.argument(cursor).is_none();
            }
        }
        cursor.spaces();
        cursor.eat(b')').then_some(missing)
    }

    fn argument(&self, cursor: &mut Cursor<'a>) -> Option<()> {
        let start = cursor.pos();
        let found = self.any_argument(cursor);
        self.step(1 + cursor.pos() - start);
        found
    }

    fn any_argument(&self, cursor: &mut Cursor<'a>) -> Option<()> {
        if cursor.attempt(|c| self.tag_argument(c)).is_some() {
            return Some(());
        }
        match cursor.peek()? {
            b'`' => cursor.attempt(back_quoted),
            b'"' => cursor.attempt(quoted),
            _ => {
                let plain = cursor
                    .skip_while(|b| !matches!(b, b'(' | b')' | b'\t' | b'\n' | b',' | b' ' | b'"'));
                (!plain.is_empty()).then_some(())
            }
        }
    }

    fn tag_argument(&self, cursor: &mut Cursor<'a>) -> Option<KeyToken> {
        if !cursor.rest().starts_with("tags[") {
            return None;
        }
        let key = self.text_key(cursor)?;
        (key.form != KeyForm::Field).then_some(key)
    }

    /// `V`, in the order of the grammar.
    fn aggregate_value(&self, cursor: &mut Cursor<'a>) -> Option<AggregateValue> {
        if let Some((digits, unit)) = cursor.duration() {
            return Some(AggregateValue::Duration(digits, unit));
        }
        if let Some(digits) = cursor.percentage() {
            return Some(AggregateValue::Percentage(digits));
        }
        if let Some(number) = self.number_at(cursor) {
            return Some(AggregateValue::Number(number));
        }
        if let Some((digits, unit)) = cursor.size() {
            return Some(AggregateValue::Size(digits, unit));
        }
        if cursor.iso_date().is_some() {
            return Some(AggregateValue::Date);
        }
        cursor.relative_date().map(|_| AggregateValue::Relative)
    }

    /// Rule 9: reads the value as the function's result asks for.
    pub(super) fn aggregate(&mut self, head: &AggregateHead<'a>) -> Matched<'a> {
        let end = head.end;
        if head.empty_argument {
            self.refuse_gap(head.call);
            return (None, end);
        }
        let function = self.function(head);
        let Some((operator, value)) = self.aggregate_meaning(head, &function) else {
            return (None, end);
        };
        let span = Span::new(head.start, head.value_span.end());
        if !self.dialect.has_boolean_logic() {
            let name = function.call.clone();
            self.report(Code::AggregateUnsupported, span).subject = name;
        }
        let value_span = head.value_span;
        let aggregate = Aggregate {
            span,
            function,
            operator,
            value,
            value_span,
        };
        (Some(Term::Aggregate(aggregate)), end)
    }

    fn aggregate_meaning(
        &mut self,
        head: &AggregateHead<'a>,
        function: &Function,
    ) -> Option<(Operator, Value)> {
        let operator = written(head.operator).negated_if(head.negated);
        let span = head.value_span;
        let value = match head.value {
            AggregateValue::Number(number) => Value::Number(number),
            AggregateValue::Size(digits, unit) => Value::Size(Size {
                amount: self.read_number(digits, None),
                unit,
            }),
            AggregateValue::Duration(digits, unit) => match self.result_kind(head, function)? {
                ResultKind::Duration => Value::Duration(self.duration_value(digits, unit, span)?),
                _ => Value::Number(self.suffixed(digits, span)?),
            },
            AggregateValue::Percentage(digits) => match self.result_kind(head, function)? {
                ResultKind::Percentage => Value::Percentage(Percentage {
                    amount: self.read_number(digits, None),
                }),
                _ => return Some(self.aggregate_text(operator, digits)),
            },
            AggregateValue::Date | AggregateValue::Relative
                if !names_a_date(self.dialect, &function.call) =>
            {
                return Some(self.aggregate_text(operator, span));
            }
            AggregateValue::Date => {
                Value::Date(Date::Instant(self.instant(span, Code::ImpossibleDate)?.0))
            }
            AggregateValue::Relative => {
                let date = self.relative_date(span)?;
                let forced = if date.newer {
                    Operator::GreaterOrEqual
                } else {
                    Operator::LessOrEqual
                };
                return Some((forced, Value::Date(Date::Relative(date))));
            }
        };
        Some((operator, value))
    }

    /// A value that does not suit the function is text, its operator with it.
    fn aggregate_text(&self, operator: Operator, span: Span) -> (Operator, Value) {
        let raw = if operator == Operator::Equal {
            self.slice(span)
        } else {
            Text::from([operator.as_str(), self.str(span)].concat())
        };
        (Operator::Equal, Value::Text(Pattern::new(raw)))
    }

    fn result_kind(&mut self, head: &AggregateHead<'a>, function: &Function) -> Option<ResultKind> {
        let problem = match result_kind(function.name(), function.first_argument(), &self.options) {
            Ok(kind) => return Some(kind),
            Err(problem) => problem,
        };
        let code = match problem {
            FunctionProblem::UnknownFunction => Code::UnknownFunction,
            FunctionProblem::UnknownColumn => Code::UnknownColumn,
            FunctionProblem::NotNumeric => Code::NotNumericColumn,
        };
        let subject = Text::from(function.name());
        let found = Text::from(function.first_argument());
        let diagnostic = self.report(code, head.call);
        diagnostic.subject = subject;
        diagnostic.found = found;
        None
    }

    /// The canonical call: arguments joined by a comma and a space, tags without inner spaces.
    fn function(&self, head: &AggregateHead<'a>) -> Function {
        let name_len = head.name.len();
        let (call, first_end) = match self.written_canonically(head) {
            Some(first_end) => (self.slice(head.call), first_end),
            None => self.rewritten(head),
        };
        Function {
            span: head.call,
            call,
            name_len,
            first_end,
        }
    }

    /// Where the first argument ends in a call that needs no rewriting.
    fn written_canonically(&self, head: &AggregateHead<'a>) -> Option<usize> {
        let written = self.str(head.call);
        let mut rest = written.get(head.name.len() + 1..);
        let mut first_end = None;
        self.each_argument(head, |argument| {
            let joined = rest.and_then(|rest| match first_end {
                Some(_) => rest.strip_prefix(", "),
                None => Some(rest),
            });
            rest = joined.and_then(|rest| rest.strip_prefix(argument));
            first_end = first_end.or_else(|| Some(written.len() - rest?.len()));
        });
        (rest == Some(")")).then(|| first_end.unwrap_or(written.len() - 1))
    }

    fn rewritten(&self, head: &AggregateHead<'a>) -> (Text, usize) {
        let mut call = String::with_capacity(head.call.len());
        call.push_str(self.str(head.name));
        call.push('(');
        let mut first_end = None;
        self.each_argument(head, |argument| {
            if first_end.is_some() {
                call.push_str(", ");
            }
            call.push_str(argument);
            first_end.get_or_insert(call.len());
        });
        let first_end = first_end.unwrap_or(call.len());
        call.push(')');
        (Text::from(call), first_end)
    }

    /// Calls `take` with the canonical spelling of each argument.
    fn each_argument(&self, head: &AggregateHead<'a>, mut take: impl FnMut(&str)) {
        let mut cursor = Cursor::at(self.text, head.name.end() + 1);
        cursor.spaces();
        while cursor.pos() + 1 < head.call.end() {
            let start = cursor.pos();
            let tag = cursor.attempt(|c| self.tag_argument(c));
            if tag.is_none() && self.argument(&mut cursor).is_none() {
                break;
            }
            match tag {
                Some(key) => take(self.key_of(key).name()),
                None => take(self.str(cursor.span_from(start))),
            }
            cursor.comma();
        }
    }
}

/// `` "`" ( quoted | ~[^ ` " ]+ )* "`" ``
fn back_quoted(cursor: &mut Cursor<'_>) -> Option<()> {
    cursor.skip(1);
    loop {
        cursor.skip_while(|b| b != b'`' && b != b'"');
        if cursor.eat(b'`') {
            return Some(());
        }
        cursor.quoted()?;
    }
}

/// `'"' ( '\"' | ~[^ tab \n " ] )* '"'`
fn quoted(cursor: &mut Cursor<'_>) -> Option<()> {
    let line = cursor.rest();
    let inner = cursor.quoted()?;
    let text = line.get(1..=inner.len())?;
    (!text.contains(['\t', '\n'])).then_some(())
}
