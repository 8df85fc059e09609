//! Changing a query that somebody wrote, without rewriting the rest of it.

use crate::ast::{BooleanOperator, BooleanWord, Group, HasKeys, Query, Term};
use crate::{BuildError, ParseOptions, Span, print};

impl Query {
    /// Returns the query as it was written: every term that is unchanged keeps its spelling, and
    /// the others are printed as `Display` prints them.
    ///
    /// A query that is not changed is its source, to the byte. The result reads back as this
    /// query; where that takes another spelling, because words have new neighbors, it is the one
    /// of `Display`. What the query searches is a [`Dataset`](crate::Dataset), a
    /// [`Dialect`](crate::Dialect) or options, as for parsing.
    ///
    /// # Errors
    ///
    /// When words that end in a backslash have come to stand beside others, which has no spelling,
    /// when the query was read for another search, or when it is a changed one that Sentry refuses.
    ///
    /// ```
    /// use sentry_query::{Dataset, Query, Status, Term};
    ///
    /// let source = r#"is:ignored   timesSeen:>=1k !url:"/health" browser:[ie,edge]"#;
    /// let mut query = Dataset::Issues.parse(source).into_result()?;
    /// assert_eq!(query.as_written(Dataset::Issues)?, source);
    ///
    /// query.retain(|term| !matches!(term, Term::Is(_)));
    /// let open = Query::issues().is(Status::Unresolved).build()?;
    /// assert_eq!(
    ///     query.and(open).as_written(Dataset::Issues)?,
    ///     r#"timesSeen:>=1k !url:"/health" browser:[ie,edge] is:unresolved"#,
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn as_written<'k>(
        &self,
        searched: impl Into<ParseOptions<'k>>,
    ) -> Result<String, BuildError> {
        let options = searched.into();
        if !self.source.is_empty() && options.parse(&self.source).query() == self {
            return Ok(self.source.as_ref().to_owned());
        }
        let reads_back = |text: &str| {
            let read = options.parse(text);
            read.is_ok() && read.query() == self
        };
        let written = print::Written(self).to_string();
        if reads_back(&written) {
            return Ok(written);
        }
        let canonical = self.to_string();
        if reads_back(&canonical) {
            return Ok(canonical);
        }
        Err(BuildError::misread(self, &options))
    }

    /// Keeps the terms for which `keep` returns true, in groups as well.
    ///
    /// `keep` is asked about filters and text, not about groups and operators: a group without
    /// terms goes, and an operator goes with a side of it. Where nothing is removed, nothing
    /// changes: an OR that lacks a side is still refused by Sentry.
    ///
    /// ```
    /// use sentry_query::{Dialect, Term, parse};
    ///
    /// let source = "a:1 OR (b:2 OR count():>5) c:3 OR count():<9";
    /// let mut query = parse(source, Dialect::Events).into_result()?;
    /// query.retain(|term| !matches!(term, Term::Aggregate(_)));
    /// assert_eq!(query.to_string(), "a:1 OR (b:2) c:3");
    /// # Ok::<(), sentry_query::ParseError>(())
    /// ```
    pub fn retain(&mut self, mut keep: impl FnMut(&Term) -> bool) {
        retain(&mut self.terms, &mut keep);
    }

    /// Joins two queries of the same search: both must match.
    ///
    /// A side that is an OR becomes a group.
    ///
    /// ```
    /// use sentry_query::{Dialect, parse};
    ///
    /// let asked = parse("os:ios  or os:android", Dialect::Events).into_result()?;
    /// let ours = parse("level:error", Dialect::Events).into_result()?;
    /// let both = asked.and(ours);
    /// assert_eq!(both.to_string(), "(os:ios OR os:android) level:error");
    /// assert_eq!(both.as_written(Dialect::Events)?, "(os:ios or os:android) level:error");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        let mut theirs = other.terms;
        if self.source.is_empty() {
            // The spans of one side can be kept, and only one side was written.
            self.source = other.source;
        } else {
            theirs.iter_mut().for_each(forget_spans);
        }
        // Alone, an operator is no condition and no mistake; beside others it would be one.
        for side in [&mut self.terms, &mut theirs] {
            if matches!(side[..], [Term::Boolean(_)]) {
                side.clear();
            }
        }
        if !theirs.is_empty() {
            group_alternatives(&mut self.terms);
        }
        if !self.terms.is_empty() {
            group_alternatives(&mut theirs);
        }
        self.terms.append(&mut theirs);
        self
    }
}

fn group_alternatives(terms: &mut Vec<Term>) {
    if terms.iter().any(Term::is_or) {
        let inner = std::mem::take(terms);
        let span = Span::default();
        terms.push(Term::Group(Group { span, terms: inner }));
    }
}

/// Says whether anything was removed.
fn retain(terms: &mut Vec<Term>, keep: &mut impl FnMut(&Term) -> bool) -> bool {
    let mut changed = false;
    let mut stays = |term: &mut Term| match term {
        Term::Boolean(_) => true,
        Term::Group(group) => {
            if retain(&mut group.terms, keep) {
                group.span = Span::default();
                changed = true;
            }
            !group.terms.is_empty()
        }
        term => keep(term),
    };
    let stay: Vec<bool> = terms.iter_mut().map(&mut stays).collect();
    if stay.contains(&false) {
        *terms = kept(std::mem::take(terms), &stay);
        changed = true;
    }
    changed
}

/// The terms that stay, with one operator between two of them where there was one.
fn kept(terms: Vec<Term>, stay: &[bool]) -> Vec<Term> {
    let mut kept: Vec<Term> = Vec::with_capacity(terms.len());
    // What stands between the last term that was kept and the next one: an OR, or else an AND.
    let mut between: Option<BooleanOperator> = None;
    for (term, stays) in terms.into_iter().zip(stay) {
        if let Term::Boolean(operator) = term {
            let or = between.is_some_and(|held| held.word == BooleanWord::Or);
            if !or && !kept.is_empty() {
                between = Some(operator);
            }
        } else if *stays {
            kept.extend(between.take().map(Term::Boolean));
            kept.push(term);
        }
    }
    kept
}

/// Makes a term one that nobody wrote.
fn forget_spans(term: &mut Term) {
    let nowhere = Span::default();
    match term {
        Term::Filter(filter) => {
            filter.span = nowhere;
            filter.key.span = nowhere;
            filter.value_span = nowhere;
        }
        Term::Has(has) => {
            has.span = nowhere;
            match &mut has.keys {
                HasKeys::One(key) => key.span = nowhere,
                HasKeys::List(keys) => keys.iter_mut().for_each(|key| key.span = nowhere),
            }
        }
        Term::Is(is) => {
            is.span = nowhere;
            is.value_span = nowhere;
        }
        Term::Aggregate(aggregate) => {
            aggregate.span = nowhere;
            aggregate.function.span = nowhere;
            aggregate.value_span = nowhere;
        }
        Term::FreeText(text) => text.span = nowhere,
        Term::Group(group) => {
            group.span = nowhere;
            group.terms.iter_mut().for_each(forget_spans);
        }
        Term::Boolean(operator) => operator.span = nowhere,
    }
}
