use super::Severity;

/// Makes the kinds of problems: a row is a sentence or an example, the kind, its stable name, how
/// much it matters, and what would have been right.
macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $code:ident = $name:literal, $severity:ident, $expected:literal;)*) => {
        /// The kinds of problems. The codes are stable; new ones may be added.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Code {
            $($(#[doc = $doc])+ $code,)*
        }

        impl Code {
            /// Every kind.
            pub const ALL: &'static [Self] = &[$(Self::$code),*];

            /// Returns the stable name, in kebab case.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$code => $name,)*
                }
            }

            /// Returns how much problems of this kind matter.
            pub fn severity(self) -> Severity {
                match self {
                    $(Self::$code => Severity::$severity,)*
                }
            }

            /// Returns what would have been right.
            pub fn expected(self) -> &'static str {
                match self {
                    $(Self::$code => $expected,)*
                }
            }
        }
    };
}

codes! {
    /// A `)` without its `(`.
    UnmatchedParenthesis = "unmatched-parenthesis", Error,
        "a term, or a quoted text for a literal parenthesis";
    /// A `(` without its `)`.
    UnclosedParenthesis = "unclosed-parenthesis", Error,
        "a closing parenthesis";
    /// `( )`
    EmptyGroup = "empty-group", Error,
        "at least one term in the parentheses";
    /// A line break that is not inside quotes.
    NewlineOutsideQuotes = "newline-outside-quotes", Error,
        "a space";
    /// Parentheses nested deeper than [`MAX_DEPTH`](crate::MAX_DEPTH).
    NestingTooDeep = "nesting-too-deep", Error,
        "fewer parentheses";
    /// `AND` or `OR` in issue search.
    BooleanUnsupported = "boolean-unsupported", Error,
        "filters beside each other, or key:[a, b]";
    /// A list after `has:` in issue search.
    HasListUnsupported = "has-list-unsupported", Error,
        "one key";
    /// `AND` or `OR` without a condition on one of its sides.
    DanglingOperator = "dangling-operator", Error,
        "a condition on both sides";
    /// Text on a date key.
    InvalidDate = "invalid-date", Error,
        "a relative date such as -24h or +7d, or a date such as 2026-01-15 or >=2026-01-15T12:00:00";
    /// A date that is not in the calendar, after an operator or compared with a function.
    ImpossibleDate = "impossible-date", Error,
        "a relative date such as -24h or +7d, or a date such as 2026-01-15 or >=2026-01-15T12:00:00";
    /// A date that is not in the calendar.
    ImpossibleDateWindow = "impossible-date-window", Error,
        "a relative date such as -24h or +7d, or a date such as 2026-01-15 or >=2026-01-15T12:00:00";
    /// A relative date before year 1.
    RelativeDateTooFar = "relative-date-too-far", Error,
        "a relative date after year 1";
    /// Text on a boolean key.
    InvalidBoolean = "invalid-boolean", Error,
        "true, 1, false or 0";
    /// Text on a numeric key.
    InvalidNumber = "invalid-number", Error,
        "a number, optionally with k, m or b";
    /// `true` or `false` on a numeric key.
    BooleanOnNumber = "boolean-on-number", Error,
        "a number, optionally with k, m or b";
    /// A unit that is no suffix of numbers.
    InvalidNumberSuffix = "invalid-number-suffix", Error,
        "a number, optionally with k, m or b";
    /// More than 999,999,999 days.
    DurationTooLong = "duration-too-long", Error,
        "at most 999999999 days";
    /// `key:` without a value.
    EmptyValue = "empty-value", Error,
        "a value right after the colon";
    /// `key[*]:` without a value.
    EmptyArrayValue = "empty-array-value", Error,
        "a value right after the colon";
    /// A value that starts with a quote which does not close.
    UnclosedQuote = "unclosed-quote", Error,
        "a closing quote";
    /// A quote inside an unquoted value.
    BareQuote = "bare-quote", Error,
        "a quote around the whole value, or \\\"";
    /// A list or a call that ends in a comma.
    EmptyListItem = "empty-list-item", Error,
        "a value after the comma";
    /// Something other than a key after `has:`.
    InvalidHas = "invalid-has", Error,
        "the name of a field or tag";
    /// `is:` outside issue search.
    IsUnsupported = "is-unsupported", Error,
        "a field";
    /// A list after `is:`.
    IsList = "is-list", Error,
        "one of unresolved, resolved, archived, escalating, new, ongoing, regressed, assigned, unassigned, for_review, linked, unlinked";
    /// A word that `is:` does not know.
    UnknownIsValue = "unknown-is-value", Error,
        "one of unresolved, resolved, archived, escalating, new, ongoing, regressed, assigned, unassigned, for_review, linked, unlinked";
    /// A function in issue search.
    AggregateUnsupported = "aggregate-unsupported", Error,
        "a field such as timesSeen or userCount";
    /// A function that does not exist.
    UnknownFunction = "unknown-function", Error,
        "a function such as count() or p95()";
    /// A column that does not exist.
    UnknownColumn = "unknown-column", Error,
        "a numeric column";
    /// A column that holds no numbers.
    NotNumericColumn = "not-numeric-column", Error,
        "a numeric column";
    /// A regular expression that does not close a bracket.
    InvalidRegex = "invalid-regex", Error,
        "a regular expression";
    /// A regular expression of more than 64 characters.
    RegexTooLong = "regex-too-long", Error,
        "at most 64 characters";
    /// A regular expression on a key that is not text.
    RegexOnTypedKey = "regex-on-typed-key", Error,
        "a key that holds text";
    /// `!(…)`: the sign is text, and does not negate the group.
    NegatedGroup = "negated-group", Warning,
        "the negation of each filter in the group";
    /// `NOT` is text.
    NotWord = "not-word", Warning,
        "! before the key";
    /// A group in issue search is text, with its parentheses.
    GroupAsText = "group-as-text", Warning,
        "filters without parentheses";
    /// A comparison on a key that takes none is part of the text.
    OperatorInText = "operator-in-text", Warning,
        "a value without an operator";
    /// Text right after a value, without a space: it is a search of its own.
    TextAfterValue = "text-after-value", Warning,
        "a space, or quotes around the whole value";
    /// `age:+7d`: longer ago than that, not within it.
    OlderThan = "older-than", Note,
        "- instead of + for what happened since then";
    /// `level=error`: a known key that is compared without a colon.
    MissingColon = "missing-colon", Warning,
        "a colon after the key";
    /// `&&` and `||`
    SymbolOperator = "symbol-operator", Warning,
        "AND or OR in event search, nothing or key:[a, b] in issue search";
    /// `-level:error`: the sign is part of the key.
    MinusNegation = "minus-negation", Warning,
        "one ! right before the key";
    /// `!!level:error`, `level!:error` and `! level:error`.
    MisplacedNegation = "misplaced-negation", Warning,
        "one ! right before the key";
    /// `'a b'`: other quotes than `"` are part of the text.
    OddQuotes = "odd-quotes", Warning,
        "double quotes";
    /// `[a b]`: what is no list is text.
    ListAsText = "list-as-text", Warning,
        "a list such as [a, b], with a comma between its values";
    /// `%a%` and `/a.*/`: wildcards of other languages are text.
    ForeignWildcard = "foreign-wildcard", Warning,
        "* for any run of characters";
    /// `tags["a"]:b`: what is no tag or flag is text.
    AttributeAsText = "attribute-as-text", Warning,
        "tags[name] or flags[name], the name without quotes and spaces";
    /// `Is:unresolved`: the case of `is` and `has` matters.
    KeyCase = "key-case", Warning,
        "is or has, in lower case";
    /// `sort:freq`: a parameter of the search, not of the query.
    ParameterInQuery = "parameter-in-query", Warning,
        "filters; order, limit and period are set beside the query";
    /// `level:error, os:iOS`: the comma is part of the value.
    TrailingComma = "trailing-comma", Warning,
        "a space between filters";
    /// A key that is no field of the data set, though close to one.
    UnknownField = "unknown-field", Note,
        "a field of the data set";
    /// A key that is a field of another data set.
    FieldOfAnotherDataset = "field-of-another-dataset", Note,
        "a field of the data set";
    /// A name that a field had in older versions.
    FormerField = "former-field", Warning,
        "the documented name";
    /// The internal name of a field that has a documented one.
    InternalField = "internal-field", Note,
        "the documented name";
    /// An older word for a value.
    FormerValue = "former-value", Note,
        "the word that is used now";
    /// A value that its field never has.
    UnknownValue = "unknown-value", Warning,
        "a value of the field";
    /// A wildcard on a field that takes whole values.
    WildcardUnsupported = "wildcard-unsupported", Warning,
        "a whole value";
    /// A comparison on a key that is text, or with one of the words that a field has for values.
    ComparisonUnsupported = "comparison-unsupported", Warning,
        "a value without an operator";
    /// A value that is none of the kind its key holds.
    ValueKind = "value-kind", Warning,
        "a value of that kind";
    /// Two filters that nothing matches together.
    ConflictingFilters = "conflicting-filters", Warning,
        "filters that can both hold";
    /// The same filter twice.
    DuplicateFilter = "duplicate-filter", Note,
        "each filter once";
    /// A function that is not known, though close to one that is.
    MisspelledFunction = "misspelled-function", Note,
        "a function of the data set";
}

impl Code {
    /// Says whether Sentry's parser itself refuses the query, rather than the stage after it.
    pub fn is_syntax(self) -> bool {
        self.severity() == Severity::Error
            && !matches!(self, Self::DanglingOperator | Self::AggregateUnsupported)
    }
}
