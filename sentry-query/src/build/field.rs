use super::leaf::{Leaf, Test};
use super::{Age, Amount, BuildError, Condition, Negated, Ranges, Search, all};
use crate::ast::{AttributeKind, Operator};

/// Starts a condition on any field; `tags[name]` and `flags[name]` are fields too, and `name[*]`
/// asks for a member of an array.
///
/// ```
/// use sentry_query::{Query, schema::spans};
/// use sentry_query::build::{any, field};
///
/// let database = any([field("span.op").starts_with("db"), field("db.system").not().equals("")]);
/// let query = Query::spans().field(spans::SPAN_DURATION).at_least(250).and(database).build()?;
/// assert_eq!(query.to_string(), "span.duration:>=250 (span.op:db* OR !db.system:\"\")");
/// # Ok::<(), sentry_query::BuildError>(())
/// ```
pub fn field(key: impl AsRef<str>) -> FieldBuilder {
    FieldBuilder::new((), key.as_ref())
}

/// Starts a condition on a tag, even where a field has the same name.
///
/// ```
/// use sentry_query::{Query, build::{flag, tag}};
///
/// let trial = tag("plan").equals("trial").or(flag("new-cart").is_true());
/// let query = Query::errors().and(trial).build()?;
/// assert_eq!(query.to_string(), "tags[plan]:trial OR flags[new-cart]:true");
/// # Ok::<(), sentry_query::BuildError>(())
/// ```
pub fn tag(name: impl AsRef<str>) -> FieldBuilder {
    FieldBuilder::tag((), name.as_ref())
}

/// Starts a condition on a tag or attribute that is read as this type.
///
/// ```
/// use sentry_query::{AttributeKind, Query, build::typed_tag};
///
/// let large = typed_tag("cart.items", AttributeKind::Number).at_least(20);
/// let query = Query::logs().and(large).build()?;
/// assert_eq!(query.to_string(), "tags[cart.items,number]:>=20");
/// # Ok::<(), sentry_query::BuildError>(())
/// ```
pub fn typed_tag(name: impl AsRef<str>, kind: AttributeKind) -> FieldBuilder {
    FieldBuilder::typed_tag((), name.as_ref(), kind)
}

/// Starts a condition on a feature flag, as it was when the event happened.
pub fn flag(name: impl AsRef<str>) -> FieldBuilder {
    FieldBuilder::flag((), name.as_ref())
}

/// Builds one filter; its last method goes back to the query, or returns the condition.
///
/// ```
/// use sentry_query::Query;
///
/// let query = Query::issues()
///     .field("user.email").ends_with("@example.com")
///     .field("timesSeen").not().at_most(10)
///     .build()?;
/// assert_eq!(query.to_string(), "user.email:*@example.com timesSeen:>10");
/// # Ok::<(), sentry_query::BuildError>(())
/// ```
#[derive(Clone, Debug)]
#[must_use = "a field without a value is no filter"]
pub struct FieldBuilder<Q = ()> {
    search: Q,
    key: Result<String, BuildError>,
}

impl<Q> FieldBuilder<Q> {
    pub(super) fn new(search: Q, key: &str) -> Self {
        let key = Ok(key.to_owned());
        Self { search, key }
    }

    /// A bracketed key; a name such as `*` or `a,number` would make it a key of another form.
    fn bracketed(search: Q, name: &str, key: String) -> Self {
        let fits = name.bytes().all(|b| crate::lexer::is_word(b) || b == b':');
        let key = if fits {
            Ok(key)
        } else {
            Err(BuildError::bad_key(&key))
        };
        Self { search, key }
    }

    pub(super) fn tag(search: Q, name: &str) -> Self {
        Self::bracketed(search, name, format!("tags[{name}]"))
    }

    pub(super) fn typed_tag(search: Q, name: &str, kind: AttributeKind) -> Self {
        let members = if kind == AttributeKind::Array {
            "[*]"
        } else {
            ""
        };
        let key = format!("tags[{name},{}]{members}", kind.as_str());
        Self::bracketed(search, name, key)
    }

    pub(super) fn flag(search: Q, name: &str) -> Self {
        Self::bracketed(search, name, format!("flags[{name}]"))
    }
}

impl<Q: Search> FieldBuilder<Q> {
    /// Negates the filter; a field that is not set then matches.
    #[allow(
        clippy::should_implement_trait,
        reason = "`!builder` would not read as a part of the chain"
    )]
    pub fn not(self) -> FieldBuilder<Negated<Q>> {
        self.not_if(true)
    }

    /// Negates the filter where that is asked for.
    ///
    /// ```
    /// use sentry_query::Query;
    ///
    /// for (negated, text) in [(false, "level:info"), (true, "!level:info")] {
    ///     let query = Query::issues().field("level").not_if(negated).equals("info").build()?;
    ///     assert_eq!(query.to_string(), text);
    /// }
    /// # Ok::<(), sentry_query::BuildError>(())
    /// ```
    pub fn not_if(self, negated: bool) -> FieldBuilder<Negated<Q>> {
        let Self { search, key } = self;
        let search = Negated { search, negated };
        FieldBuilder { search, key }
    }

    /// Asks for exactly this value; a `*` in it is a star.
    ///
    /// Sentry looks for text anywhere in the `message` of an event, so there the value may also be
    /// a part; that goes for [`one_of`](Self::one_of) as well.
    ///
    /// Fields that hold numbers, dates or truth values read the text as one.
    pub fn equals(self, value: impl AsRef<str>) -> Q::Whole {
        self.test(Test::Equals(value.as_ref().to_owned()))
    }

    /// Asks for one of these values.
    pub fn one_of<I>(self, values: I) -> Q::Whole
    where
        I: IntoIterator,
        I::Item: AsRef<str>,
    {
        let values = values.into_iter().map(|value| value.as_ref().to_owned());
        self.test(Test::OneOf(values.collect()))
    }

    /// Asks for a value that contains this text.
    pub fn contains(self, text: impl AsRef<str>) -> Q::Whole {
        self.wildcard("*", text.as_ref(), "*")
    }

    /// Asks for a value that starts with this text.
    pub fn starts_with(self, text: impl AsRef<str>) -> Q::Whole {
        self.wildcard("", text.as_ref(), "*")
    }

    /// Asks for a value that ends with this text.
    pub fn ends_with(self, text: impl AsRef<str>) -> Q::Whole {
        self.wildcard("*", text.as_ref(), "")
    }

    /// Asks for exactly this amount.
    pub fn equal_to(self, amount: impl Into<Amount>) -> Q::Whole {
        self.compare(Operator::Equal, amount.into())
    }

    /// Asks for more.
    pub fn greater_than(self, amount: impl Into<Amount>) -> Q::Whole {
        self.compare(Operator::Greater, amount.into())
    }

    /// Asks for this amount or more.
    pub fn at_least(self, amount: impl Into<Amount>) -> Q::Whole {
        self.compare(Operator::GreaterOrEqual, amount.into())
    }

    /// Asks for less.
    pub fn less_than(self, amount: impl Into<Amount>) -> Q::Whole {
        self.compare(Operator::Less, amount.into())
    }

    /// Asks for this amount or less.
    pub fn at_most(self, amount: impl Into<Amount>) -> Q::Whole {
        self.compare(Operator::LessOrEqual, amount.into())
    }

    /// Asks for an amount within the range, both ends included.
    ///
    /// A negated filter of an issue query has no ranges: see [`Ranges`].
    ///
    /// ```
    /// use std::time::Duration;
    /// use sentry_query::{Query, build::field};
    ///
    /// let query = Query::issues().field("timesSeen").between(10, 100).build()?;
    /// assert_eq!(query.to_string(), "timesSeen:>=10 timesSeen:<=100");
    ///
    /// let (low, high) = (Duration::from_secs(1), Duration::from_secs(90));
    /// let query = Query::spans().field("span.duration").not().between(low, high).build()?;
    /// assert_eq!(query.to_string(), "span.duration:<1s OR span.duration:>90s");
    /// # Ok::<(), sentry_query::BuildError>(())
    /// ```
    pub fn between(self, low: impl Into<Amount>, high: impl Into<Amount>) -> Q::Whole
    where
        Q: Ranges,
    {
        let Self { search, key } = self;
        let end = |operator, amount| {
            let (search, key) = ((), key.clone());
            FieldBuilder { search, key }.compare(operator, amount)
        };
        search.take(all([
            end(Operator::GreaterOrEqual, low.into()),
            end(Operator::LessOrEqual, high.into()),
        ]))
    }

    /// Asks for a time, on a field that holds dates.
    pub fn at(self, age: Age) -> Q::Whole {
        self.test(Test::At(age))
    }

    /// Asks that the field is true.
    ///
    /// A tag is true when it has the text `true`.
    pub fn is_true(self) -> Q::Whole {
        self.test(Test::Truth(true))
    }

    /// Asks that the field is false.
    pub fn is_false(self) -> Q::Whole {
        self.test(Test::Truth(false))
    }

    fn wildcard(self, before: &'static str, text: &str, after: &'static str) -> Q::Whole {
        let text = text.to_owned();
        self.test(Test::Wildcard {
            before,
            text,
            after,
        })
    }

    fn compare(self, operator: Operator, amount: Amount) -> Q::Whole {
        self.test(Test::Compare(operator, amount))
    }

    fn test(self, test: Test) -> Q::Whole {
        let Self { search, key } = self;
        search.take(Condition::leaf(match key {
            Ok(key) => Leaf::Field { key, test },
            Err(error) => Leaf::Refused(error),
        }))
    }
}
