//! What narrows a search besides its query, as its answer says it.

use std::fmt;

use serde::Serialize;
use serde_with::skip_serializing_none;

use crate::args::quoted;
use crate::untrusted::clean;

/// The filters that a search was sent with, whoever set them.
///
/// A default project may come from a file of the working tree, so an answer that left
/// it out could not be understood.
#[skip_serializing_none]
#[derive(Debug, Default, Serialize)]
pub(crate) struct Scope {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    project: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    environment: Vec<String>,
    period: Option<String>,
    /// Said of a project that the call does not name itself.
    #[serde(skip)]
    default: &'static str,
}

impl Scope {
    /// The projects of the call, else the one of the configuration.
    pub(crate) fn projects(named: &[String], default: Option<&str>) -> Self {
        let default = default.filter(|_| named.is_empty());
        Self {
            project: named
                .iter()
                .cloned()
                .chain(default.map(str::to_owned))
                .collect(),
            default: default.map_or("", |_| " (default)"),
            ..Self::default()
        }
    }

    /// Says how a call can look beyond the default project, where that is in force.
    pub(crate) fn advise(mut self, advice: &'static str) -> Self {
        if !self.default.is_empty() {
            self.default = advice;
        }
        self
    }

    pub(crate) fn environments(mut self, names: &[String]) -> Self {
        self.environment = names.iter().map(|name| clean(name).into_owned()).collect();
        self
    }

    /// Such as `24h`, or two times.
    pub(crate) fn period(mut self, period: Option<String>) -> Self {
        self.period = period;
        self
    }
}

impl fmt::Display for Scope {
    /// Goes on from the name of the organization; empty when nothing narrows.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.project.iter().any(|project| project == "-1") {
            f.write_str(", all projects")?;
        } else {
            list(f, "project", &self.project)?;
            f.write_str(self.default)?;
        }
        list(f, "environment", &self.environment)?;
        match &self.period {
            Some(period) => write!(f, ", {period}"),
            None => Ok(()),
        }
    }
}

/// How many names are shown.
const SHOWN: usize = 5;

fn list(f: &mut fmt::Formatter<'_>, thing: &str, names: &[String]) -> fmt::Result {
    if names.is_empty() {
        return Ok(());
    }
    let end = if names.len() == 1 { "" } else { "s" };
    let shown: Vec<_> = names.iter().take(SHOWN).map(|name| quoted(name)).collect();
    write!(f, ", {thing}{end} {}", shown.join(" "))?;
    match names.len().saturating_sub(SHOWN) {
        0 => Ok(()),
        more => write!(f, " and {more} more"),
    }
}

#[cfg(test)]
mod tests {
    use super::Scope;

    #[test]
    fn many_names_are_counted() {
        assert_eq!(Scope::default().to_string(), "");
        let names: Vec<_> = (1..=7).map(|number| format!("p{number}")).collect();
        let scope = Scope::projects(&names, Some("web")).environments(&names[..1]);
        assert_eq!(
            scope.to_string(),
            ", projects `p1` `p2` `p3` `p4` `p5` and 2 more, environment `p1`"
        );
    }
}
