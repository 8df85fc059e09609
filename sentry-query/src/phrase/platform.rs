//! Systems, browsers and languages: "on iOS", "in Firefox", "python errors".

use super::condition::Condition;
use super::grammar::field;
use super::piece::{Found, Place};
use super::words::Words;
use crate::Dataset;

pub(super) fn read(words: &Words<'_>, at: usize, dataset: Dataset) -> Option<Found> {
    let len = words.skip(
        at,
        &["running on", "on", "in", "for", "using", "under", "from"],
    );
    let name = at + len;
    let (key, values) = named(words.at(name))?;
    if matches!(words.at(name), "edge" | "go") && is_small(words.written(name)) {
        // Too common as words.
        return None;
    }
    let condition = Condition::one_of(field(dataset, key)?, values);
    let kind = match words.at(name) {
        "mac" => words.skip(name + 1, &["os x", "os"]),
        _ if key == "browser.name" => words.skip(name + 1, &["browser", "browsers"]),
        _ => 0,
    };
    let place = if len > 0 {
        Place::Clause
    } else {
        Place::Adjective
    };
    Some(Found::new(len + 1 + kind, place, condition))
}

fn is_small(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_lowercase())
}

/// The field that a name belongs to, and the values that Sentry has for it.
fn named(word: &str) -> Option<(&'static str, &'static [&'static str])> {
    Some(match word {
        "ios" => ("os.name", &["iOS"]),
        "ipados" => ("os.name", &["iPadOS"]),
        "android" => ("os.name", &["Android"]),
        "windows" => ("os.name", &["Windows"]),
        // Browsers tell the old name, native programs the new one.
        "macos" | "mac" => ("os.name", &["macOS", "Mac OS X"]),
        "linux" => ("os.name", &["Linux"]),
        "chrome" => ("browser.name", &["Chrome"]),
        "firefox" => ("browser.name", &["Firefox"]),
        "safari" => ("browser.name", &["Safari"]),
        "edge" => ("browser.name", &["Edge"]),
        "opera" => ("browser.name", &["Opera"]),
        "python" => ("platform", &["python"]),
        "javascript" => ("platform", &["javascript"]),
        "node.js" | "nodejs" => ("platform", &["node"]),
        "java" => ("platform", &["java"]),
        "php" => ("platform", &["php"]),
        "ruby" => ("platform", &["ruby"]),
        "go" | "golang" => ("platform", &["go"]),
        "elixir" => ("platform", &["elixir"]),
        "c#" => ("platform", &["csharp"]),
        // Its events have the platform of everything native.
        "rust" => ("sdk.name", &["sentry.rust"]),
        _ => return None,
    })
}
