use super::Code;

impl Code {
    /// Returns the message about `subject`, a key or function, and the text that was found.
    pub(crate) fn message(self, subject: &str, found: &str) -> String {
        let found = quoted(found);
        match self {
            Self::InvalidDate
            | Self::InvalidBoolean
            | Self::InvalidNumber
            | Self::BooleanOnNumber => {
                format!("{subject} takes {}, not {found}", kind_of_value(self))
            }
            Self::EmptyValue | Self::EmptyArrayValue => {
                format!("{subject} has no value: nothing follows the colon")
            }
            Self::AggregateUnsupported => {
                format!("issue search has no functions, so {subject} cannot be asked for")
            }
            Self::UnknownFunction => format!("there is no function {subject}"),
            Self::UnknownColumn => format!("{subject} works on a column, and there is no {found}"),
            Self::NotNumericColumn => {
                format!("{subject} works on a numeric column, which {found} is not")
            }
            Self::InvalidRegex => {
                format!("the regular expression of {subject} is invalid: {found}")
            }
            Self::RegexOnTypedKey => {
                format!("{subject} does not hold text to match a pattern with")
            }
            Self::OperatorInText => {
                format!("{subject} takes no comparison: this looks for the text {found}")
            }
            Self::DanglingOperator => {
                let mut words = subject.chars();
                words.next().map_or_else(String::new, |first| {
                    first.to_lowercase().chain(words).collect()
                })
            }
            _ => self.message_of_found(&found),
        }
    }

    fn message_of_found(self, found: &str) -> String {
        match self {
            Self::ImpossibleDate | Self::ImpossibleDateWindow => {
                format!("{found} is not in the calendar")
            }
            Self::RelativeDateTooFar => format!("{found} lies before year 1"),
            Self::InvalidNumberSuffix => format!("{found} is not a suffix of numbers"),
            Self::DurationTooLong => format!("{found} is too long a duration"),
            Self::BareQuote => format!("{found} has a quote inside it"),
            Self::EmptyListItem => format!("{found} ends in a comma"),
            Self::InvalidHas if found == "``" => "has: has no field or tag".to_owned(),
            Self::InvalidHas => format!("has: takes a field or tag, not {found}"),
            Self::IsList => "is: takes one word, not a list".to_owned(),
            Self::UnknownIsValue if found == "``" => "is: has no value".to_owned(),
            Self::UnknownIsValue => format!("is: does not know {found}"),
            Self::TextAfterValue => {
                format!("the value ends here, and {found} is searched for as text")
            }
            Self::OlderThan => format!("{found} asks for what is older than that"),
            Self::MissingColon => {
                format!("{found} has no colon, so it is searched for as text")
            }
            Self::SymbolOperator => format!("{found} is searched for as text here"),
            Self::MisplacedNegation => {
                format!("the ! does not negate here, so {found} is searched for as text")
            }
            Self::OddQuotes => {
                format!("{found} is not quoted: only \" quotes a value")
            }
            Self::ListAsText => format!("{found} is no list: it is text up to the space"),
            Self::ForeignWildcard => format!("{found} is taken literally: only * is a wildcard"),
            Self::AttributeAsText => format!("{found} is searched for as text"),
            Self::KeyCase => format!("{found} is a tag here: the case of is and has matters"),
            Self::ParameterInQuery => format!("{found} is read as a tag"),
            Self::NegatedGroup => {
                "the ! before this group is text and does not negate it".to_owned()
            }
            _ => self.fixed_message().to_owned(),
        }
    }

    fn fixed_message(self) -> &'static str {
        match self {
            Self::UnmatchedParenthesis => "this parenthesis closes nothing",
            Self::UnclosedParenthesis => "this parenthesis is not closed",
            Self::EmptyGroup => "this group is empty",
            Self::NewlineOutsideQuotes => "a line break can only stand inside quotes",
            Self::NestingTooDeep => "parentheses are nested too deeply here",
            Self::BooleanUnsupported => {
                "issue search has no AND and OR: terms beside each other must all hold"
            }
            Self::HasListUnsupported => {
                "issue search takes one key after has:, since a list would mean OR"
            }
            Self::UnclosedQuote => "this quote is not closed",
            Self::IsUnsupported => "is: belongs to issue search",
            Self::RegexTooLong => "the regular expression is longer than 64 characters",
            Self::MinusNegation => "the - is part of the key here, and negates nothing",
            Self::TrailingComma => "the comma is part of the value here",
            Self::NotWord => "NOT is searched for as text here, and negates nothing",
            Self::GroupAsText => {
                "issue search has no groups: this is searched for as text, parentheses and all"
            }
            _ => "this is not understood",
        }
    }
}

fn kind_of_value(code: Code) -> &'static str {
    match code {
        Code::InvalidDate => "a date",
        Code::InvalidBoolean => "true or false",
        _ => "a number",
    }
}

/// The found text in quotes, cut where it is long.
pub(crate) fn quoted(found: &str) -> String {
    const LIMIT: usize = 60;
    let mut text: String = found.chars().take(LIMIT).collect();
    if text.len() < found.len() {
        text.push('…');
    }
    format!("`{text}`")
}
