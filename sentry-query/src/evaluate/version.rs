use std::cmp::Ordering;

/// Compares two versions: numbers by value, a pre-release before its release.
///
/// A package before `@` and a build after `+` do not count. Versions that do not start with a
/// number have no order.
pub(crate) fn compare(left: &str, right: &str) -> Option<Ordering> {
    let (left, right) = (Version::read(left)?, Version::read(right)?);
    let numbers = left.numbers().cmp(right.numbers());
    Some(numbers.then_with(|| match (left.pre, right.pre) {
        (None, None) => Ordering::Equal,
        (None, Some(_)) => Ordering::Greater,
        (Some(_), None) => Ordering::Less,
        (Some(left), Some(right)) => pre_releases(left, right),
    }))
}

struct Version<'a> {
    core: &'a str,
    pre: Option<&'a str>,
}

impl<'a> Version<'a> {
    fn read(text: &'a str) -> Option<Self> {
        let text = text.rsplit('@').next()?;
        let text = text.split('+').next()?;
        let (core, pre) = match text.split_once('-') {
            Some((core, pre)) => (core, Some(pre)),
            None => (text, None),
        };
        let fits = core.split('.').all(|part| part.parse::<u64>().is_ok());
        fits.then_some(Self { core, pre })
    }

    /// The numbers, without the zeros at the end: `1.0` is `1`.
    fn numbers(&self) -> impl Iterator<Item = u64> + '_ {
        let core = self.core.trim_end_matches(".0");
        core.split('.').map(|part| part.parse().unwrap_or_default())
    }
}

fn pre_releases(left: &str, right: &str) -> Ordering {
    let (mut left, mut right) = (left.split('.'), right.split('.'));
    loop {
        let order = match (left.next(), right.next()) {
            (None, None) => return Ordering::Equal,
            (None, Some(_)) => Ordering::Less,
            (Some(_), None) => Ordering::Greater,
            (Some(a), Some(b)) => match (a.parse::<u64>(), b.parse::<u64>()) {
                (Ok(a), Ok(b)) => a.cmp(&b),
                (Ok(_), Err(_)) => Ordering::Less,
                (Err(_), Ok(_)) => Ordering::Greater,
                (Err(_), Err(_)) => a.cmp(b),
            },
        };
        if order != Ordering::Equal {
            return order;
        }
    }
}
