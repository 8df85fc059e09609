//! Path templates and the encoding of what goes into them.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// Everything but RFC 3986's unreserved characters.
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// What the version of a release cannot hold.
const NO_VERSION: [char; 6] = ['/', '\\', '\n', '\r', '\t', '\x0c'];

/// Why a template could not be filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PathProblem {
    /// A value is empty, `.` or `..`, which would name another resource.
    Segment,
    /// The template does not begin with a slash, and would go on with the host's name.
    Template,
    /// A version has a sign that no version of a release has.
    Version,
    /// There are more or fewer values than placeholders.
    Arity,
}

/// Fills the `{placeholders}` of `template` with `values`, each as one encoded segment.
pub(crate) fn fill(template: &str, values: &[&str]) -> Result<String, PathProblem> {
    if !template.starts_with('/') {
        return Err(PathProblem::Template);
    }
    let mut path = String::with_capacity(template.len() + 32);
    let mut values = values.iter();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').ok_or(PathProblem::Arity)?;
        let value = *values.next().ok_or(PathProblem::Arity)?;
        if matches!(value, "" | "." | "..") {
            return Err(PathProblem::Segment);
        }
        if name == "version" && value.contains(NO_VERSION) {
            return Err(PathProblem::Version);
        }
        path.push_str(before);
        path.extend(utf8_percent_encode(value, SEGMENT));
        rest = after;
    }
    path.push_str(rest);
    match values.next() {
        None => Ok(path),
        Some(_) => Err(PathProblem::Arity),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_one_segment_whatever_it_holds() {
        let path = fill("/api/0/x/{org}/y/{name}/", &["acme", "a/b@1+2 ü?#%2e"]);
        assert_eq!(
            path.unwrap(),
            "/api/0/x/acme/y/a%2Fb%401%2B2%20%C3%BC%3F%23%252e/"
        );
    }

    #[test]
    fn values_that_walk_the_tree_are_refused() {
        for value in ["", ".", ".."] {
            assert_eq!(fill("/x/{a}/", &[value]), Err(PathProblem::Segment));
        }
        assert_eq!(fill("/x/{a}/", &["..."]).unwrap(), "/x/.../");
    }

    #[test]
    fn a_version_is_one_that_can_exist() {
        let path = |version| fill("/x/{version}/", &[version]);
        assert_eq!(
            path("shop@1.0+b 2é").unwrap(),
            "/x/shop%401.0%2Bb%202%C3%A9/"
        );
        for version in ["feature/x", r"a\b", "1\n", "1\t"] {
            assert_eq!(path(version), Err(PathProblem::Version), "{version:?}");
        }
        assert!(fill("/x/{key}/", &["a/b"]).is_ok());
    }

    #[test]
    fn a_path_begins_behind_the_host() {
        for template in ["@evil.example/", ".evil.example/", ":1/", "", "{a}/"] {
            assert_eq!(fill(template, &["/"]), Err(PathProblem::Template));
        }
    }

    #[test]
    fn every_placeholder_takes_one_value() {
        assert_eq!(fill("/x/{a}/{b}/", &["1"]), Err(PathProblem::Arity));
        assert_eq!(fill("/x/{a}/", &["1", "2"]), Err(PathProblem::Arity));
    }
}
