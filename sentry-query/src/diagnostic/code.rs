use super::Severity;

/// The kinds of problems. The codes are stable; new ones may be added.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Code {
    /// A `)` without its `(`.
    UnmatchedParenthesis,
    /// A `(` without its `)`.
    UnclosedParenthesis,
    /// `( )`
    EmptyGroup,
    /// A line break that is not inside quotes.
    NewlineOutsideQuotes,
    /// Parentheses nested deeper than [`MAX_DEPTH`](crate::MAX_DEPTH).
    NestingTooDeep,
    /// `AND` or `OR` in issue search.
    BooleanUnsupported,
    /// A list after `has:` in issue search.
    HasListUnsupported,
    /// `AND` or `OR` without a condition on one of its sides.
    DanglingOperator,
    /// Text on a date key.
    InvalidDate,
    /// A date that is not in the calendar, after an operator or compared with a function.
    ImpossibleDate,
    /// A date that is not in the calendar.
    ImpossibleDateWindow,
    /// A relative date before year 1.
    RelativeDateTooFar,
    /// Text on a boolean key.
    InvalidBoolean,
    /// Text on a numeric key.
    InvalidNumber,
    /// `true` or `false` on a numeric key.
    BooleanOnNumber,
    /// A unit that is no suffix of numbers.
    InvalidNumberSuffix,
    /// More than 999,999,999 days.
    DurationTooLong,
    /// `key:` without a value.
    EmptyValue,
    /// `key[*]:` without a value.
    EmptyArrayValue,
    /// A value that starts with a quote which does not close.
    UnclosedQuote,
    /// A quote inside an unquoted value.
    BareQuote,
    /// A list or a call that ends in a comma.
    EmptyListItem,
    /// Something other than a key after `has:`.
    InvalidHas,
    /// `is:` outside issue search.
    IsUnsupported,
    /// A list after `is:`.
    IsList,
    /// A word that `is:` does not know.
    UnknownIsValue,
    /// A function in issue search.
    AggregateUnsupported,
    /// A function that does not exist.
    UnknownFunction,
    /// A column that does not exist.
    UnknownColumn,
    /// A column that holds no numbers.
    NotNumericColumn,
    /// A regular expression that does not close a bracket.
    InvalidRegex,
    /// A regular expression of more than 64 characters.
    RegexTooLong,
    /// A regular expression on a key that is not text.
    RegexOnTypedKey,
    /// `!(…)`: the sign is text, and does not negate the group.
    NegatedGroup,
    /// `NOT` is text.
    NotWord,
    /// A group in issue search is text, with its parentheses.
    GroupAsText,
    /// A comparison on a key that takes none is part of the text.
    OperatorInText,
    /// Text right after a value, without a space: it is a search of its own.
    TextAfterValue,
    /// `age:+7d`: longer ago than that, not within it.
    OlderThan,
    /// `level=error`: a known key that is compared without a colon.
    MissingColon,
    /// `&&` and `||`
    SymbolOperator,
    /// `-level:error`: the sign is part of the key.
    MinusNegation,
    /// `!!level:error`, `level!:error` and `! level:error`.
    MisplacedNegation,
    /// `'a b'`: single quotes are part of the text.
    SingleQuotes,
    /// `level:error, os:iOS`: the comma is part of the value.
    TrailingComma,
    /// A key that is no field of the data set, though close to one.
    UnknownField,
    /// A key that is a field of another data set.
    FieldOfAnotherDataset,
    /// A name that a field had in older versions.
    FormerField,
    /// The internal name of a field that has a documented one.
    InternalField,
    /// An older word for a value.
    FormerValue,
    /// A value that its field never has.
    UnknownValue,
    /// A wildcard on a field that takes whole values.
    WildcardUnsupported,
    /// A comparison on a key that is text, or with one of the words that a field has for values.
    ComparisonUnsupported,
    /// A value that is none of the kind its key holds.
    ValueKind,
    /// Two filters that nothing matches together.
    ConflictingFilters,
    /// The same filter twice.
    DuplicateFilter,
    /// A function that is not known, though close to one that is.
    MisspelledFunction,
}

impl Code {
    /// Returns the stable name, in kebab case.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::UnmatchedParenthesis => "unmatched-parenthesis",
            Self::UnclosedParenthesis => "unclosed-parenthesis",
            Self::EmptyGroup => "empty-group",
            Self::NewlineOutsideQuotes => "newline-outside-quotes",
            Self::NestingTooDeep => "nesting-too-deep",
            Self::BooleanUnsupported => "boolean-unsupported",
            Self::HasListUnsupported => "has-list-unsupported",
            Self::DanglingOperator => "dangling-operator",
            Self::InvalidDate => "invalid-date",
            Self::ImpossibleDate => "impossible-date",
            Self::ImpossibleDateWindow => "impossible-date-window",
            Self::RelativeDateTooFar => "relative-date-too-far",
            Self::InvalidBoolean => "invalid-boolean",
            Self::InvalidNumber => "invalid-number",
            Self::BooleanOnNumber => "boolean-on-number",
            Self::InvalidNumberSuffix => "invalid-number-suffix",
            Self::DurationTooLong => "duration-too-long",
            Self::EmptyValue => "empty-value",
            Self::EmptyArrayValue => "empty-array-value",
            Self::UnclosedQuote => "unclosed-quote",
            Self::BareQuote => "bare-quote",
            Self::EmptyListItem => "empty-list-item",
            Self::InvalidHas => "invalid-has",
            Self::IsUnsupported => "is-unsupported",
            Self::IsList => "is-list",
            Self::UnknownIsValue => "unknown-is-value",
            Self::AggregateUnsupported => "aggregate-unsupported",
            Self::UnknownFunction => "unknown-function",
            Self::UnknownColumn => "unknown-column",
            Self::NotNumericColumn => "not-numeric-column",
            Self::InvalidRegex => "invalid-regex",
            Self::RegexTooLong => "regex-too-long",
            Self::RegexOnTypedKey => "regex-on-typed-key",
            Self::NegatedGroup => "negated-group",
            Self::NotWord => "not-word",
            Self::GroupAsText => "group-as-text",
            Self::OperatorInText => "operator-in-text",
            Self::TextAfterValue => "text-after-value",
            Self::OlderThan => "older-than",
            Self::MissingColon => "missing-colon",
            Self::SymbolOperator => "symbol-operator",
            Self::MinusNegation => "minus-negation",
            Self::MisplacedNegation => "misplaced-negation",
            Self::SingleQuotes => "single-quotes",
            Self::TrailingComma => "trailing-comma",
            Self::UnknownField => "unknown-field",
            Self::FieldOfAnotherDataset => "field-of-another-dataset",
            Self::FormerField => "former-field",
            Self::InternalField => "internal-field",
            Self::FormerValue => "former-value",
            Self::UnknownValue => "unknown-value",
            Self::WildcardUnsupported => "wildcard-unsupported",
            Self::ComparisonUnsupported => "comparison-unsupported",
            Self::ValueKind => "value-kind",
            Self::ConflictingFilters => "conflicting-filters",
            Self::DuplicateFilter => "duplicate-filter",
            Self::MisspelledFunction => "misspelled-function",
        }
    }

    /// Returns how much problems of this kind matter.
    pub fn severity(self) -> Severity {
        match self {
            Self::NegatedGroup
            | Self::NotWord
            | Self::GroupAsText
            | Self::OperatorInText
            | Self::TextAfterValue
            | Self::MissingColon
            | Self::SymbolOperator
            | Self::MinusNegation
            | Self::MisplacedNegation
            | Self::SingleQuotes
            | Self::TrailingComma
            | Self::FormerField
            | Self::UnknownValue
            | Self::WildcardUnsupported
            | Self::ComparisonUnsupported
            | Self::ValueKind
            | Self::ConflictingFilters => Severity::Warning,
            Self::UnknownField
            | Self::FieldOfAnotherDataset
            | Self::InternalField
            | Self::FormerValue
            | Self::DuplicateFilter
            | Self::MisspelledFunction
            | Self::OlderThan => Severity::Note,
            _ => Severity::Error,
        }
    }

    /// Says whether Sentry's parser itself refuses the query, rather than the stage after it.
    pub fn is_syntax(self) -> bool {
        self.severity() == Severity::Error
            && !matches!(self, Self::DanglingOperator | Self::AggregateUnsupported)
    }

    /// Returns what would have been right.
    pub fn expected(self) -> &'static str {
        match self {
            Self::UnmatchedParenthesis => "a term, or a quoted text for a literal parenthesis",
            Self::UnclosedParenthesis => "a closing parenthesis",
            Self::EmptyGroup => "at least one term in the parentheses",
            Self::NewlineOutsideQuotes => "a space",
            Self::NestingTooDeep => "fewer parentheses",
            Self::BooleanUnsupported => "filters beside each other, or key:[a, b]",
            Self::HasListUnsupported => "one key",
            Self::DanglingOperator => "a condition on both sides",
            Self::InvalidDate | Self::ImpossibleDate | Self::ImpossibleDateWindow => {
                "a relative date such as -24h or +7d, or a date such as 2026-01-15 or \
                 >=2026-01-15T12:00:00"
            }
            Self::RelativeDateTooFar => "a relative date after year 1",
            Self::InvalidBoolean => "true, 1, false or 0",
            Self::InvalidNumber | Self::BooleanOnNumber | Self::InvalidNumberSuffix => {
                "a number, optionally with k, m or b"
            }
            Self::DurationTooLong => "at most 999999999 days",
            Self::EmptyValue | Self::EmptyArrayValue => "a value right after the colon",
            Self::UnclosedQuote => "a closing quote",
            Self::BareQuote => "a quote around the whole value, or \\\"",
            Self::EmptyListItem => "a value after the comma",
            Self::InvalidHas => "the name of a field or tag",
            Self::IsUnsupported => "a field",
            Self::IsList | Self::UnknownIsValue => {
                "one of unresolved, resolved, archived, escalating, new, ongoing, regressed, \
                 assigned, unassigned, for_review, linked, unlinked"
            }
            Self::AggregateUnsupported => "a field such as timesSeen or userCount",
            Self::UnknownFunction => "a function such as count() or p95()",
            Self::UnknownColumn | Self::NotNumericColumn => "a numeric column",
            Self::InvalidRegex => "a regular expression",
            Self::RegexTooLong => "at most 64 characters",
            Self::RegexOnTypedKey => "a key that holds text",
            Self::NegatedGroup => "the negation of each filter in the group",
            Self::NotWord => "! before the key",
            Self::GroupAsText => "filters without parentheses",
            Self::OperatorInText | Self::ComparisonUnsupported => "a value without an operator",
            Self::TextAfterValue => "a space, or quotes around the whole value",
            Self::OlderThan => "- instead of + for what happened since then",
            Self::MissingColon => "a colon after the key",
            Self::SymbolOperator => {
                "AND or OR in event search, nothing or key:[a, b] in issue search"
            }
            Self::MinusNegation | Self::MisplacedNegation => "one ! right before the key",
            Self::SingleQuotes => "double quotes",
            Self::TrailingComma => "a space between filters",
            Self::UnknownField | Self::FieldOfAnotherDataset => "a field of the data set",
            Self::FormerField | Self::InternalField => "the documented name",
            Self::FormerValue => "the word that is used now",
            Self::UnknownValue => "a value of the field",
            Self::WildcardUnsupported => "a whole value",
            Self::ValueKind => "a value of that kind",
            Self::ConflictingFilters => "filters that can both hold",
            Self::DuplicateFilter => "each filter once",
            Self::MisspelledFunction => "a function of the data set",
        }
    }
}
