/// Compares two texts in any case.
pub(crate) fn same_text(left: &str, right: &str) -> bool {
    if left.is_ascii() && right.is_ascii() {
        return left.eq_ignore_ascii_case(right);
    }
    folded(left).eq(folded(right))
}

fn folded(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().flat_map(char::to_lowercase)
}

fn same_char(left: char, right: char) -> bool {
    left == right || left.to_lowercase().eq(right.to_lowercase())
}

/// Says whether `needle` stands anywhere in `text`, in any case.
pub(crate) fn contains_text(text: &str, needle: &str) -> bool {
    let mut rest = text.chars();
    loop {
        let mut here = rest.clone();
        if needle
            .chars()
            .all(|want| here.next().is_some_and(|have| same_char(want, have)))
        {
            return true;
        }
        if rest.next().is_none() {
            return false;
        }
    }
}

/// One step of a pattern.
#[derive(Clone, Copy)]
enum Step {
    Any,
    Literal(char),
}

/// The steps of a pattern; a backslash takes the next character literally.
#[derive(Clone)]
struct Steps<'a>(std::str::Chars<'a>);

impl Iterator for Steps<'_> {
    type Item = Step;

    fn next(&mut self) -> Option<Step> {
        Some(match self.0.next()? {
            '*' => Step::Any,
            '\\' => Step::Literal(self.0.next().unwrap_or('\\')),
            c => Step::Literal(c),
        })
    }
}

/// Says whether a pattern with stars matches the whole of `text`, in any case.
///
/// A mismatch goes back to the last star only, which is enough since an earlier star that takes
/// more leaves less for the later ones.
pub(crate) fn matches_wildcard(pattern: &str, text: &str) -> bool {
    let mut steps = Steps(pattern.chars());
    let mut chars = text.chars();
    let mut retry = None;
    loop {
        let mut ahead = steps.clone();
        let matched = match (ahead.next(), chars.clone().next()) {
            (Some(Step::Any), _) => {
                steps = ahead;
                retry = Some((steps.clone(), chars.clone()));
                continue;
            }
            (None, None) => return true,
            (Some(Step::Literal(want)), Some(have)) => same_char(want, have),
            _ => false,
        };
        if matched {
            steps = ahead;
            chars.next();
            continue;
        }
        let Some((after_star, mut from)) = retry else {
            return false;
        };
        if from.next().is_none() {
            return false;
        }
        steps = after_star.clone();
        chars = from.clone();
        retry = Some((after_star, from));
    }
}
