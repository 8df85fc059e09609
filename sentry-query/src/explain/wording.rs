use crate::Dataset;
use crate::schema::{IsValue, Values};

/// How a common field is spoken of; the others go by their documented name.
#[derive(Clone, Copy)]
pub(super) enum Wording {
    /// `whose <noun> is …`
    Noun(&'static str),
    /// `that happened in the last hour`
    Time(&'static str),
    /// `that happened more than 5 times`: the verb, and the unit in the singular.
    Count(&'static str, &'static str),
    /// `that were handled`, and the opposite.
    Fact { yes: &'static str, no: &'static str },
    /// `that are assigned to …`, and what they then have.
    Relation(&'static str, &'static str),
}

/// The wording of a field by its internal name.
///
/// A noun is no name of another field, and says no less than the name.
pub(super) fn wording(name: &str) -> Option<Wording> {
    use Wording::{Count, Fact, Noun, Relation, Time};
    Some(match name {
        "timestamp" | "date" => Time("that happened"),
        "first_seen" => Time("that were first seen"),
        "last_seen" => Time("that were last seen"),
        "times_seen" => Count("that happened", "time"),
        "user_count" => Count("that affected", "user"),
        "assigned_to" => Relation("assigned to", "assignee"),
        "assigned_or_suggested" => {
            Relation("assigned or suggested to", "assignee or suggested assignee")
        }
        "bookmarked_by" => Relation("bookmarked by", "bookmark"),
        "subscribed_by" => Relation("watched by", "watcher"),
        "error.handled" => Fact {
            yes: "that were handled",
            no: "that were not handled",
        },
        "error.unhandled" => Fact {
            yes: "that were unhandled",
            no: "that were not unhandled",
        },
        "first_release" => Noun("first release"),
        "issue.priority" => Noun("issue priority"),
        "os.name" => Noun("operating system"),
        "browser.name" => Noun("browser name"),
        "http.status_code" => Noun("HTTP status"),
        "span.duration" => Noun("span duration"),
        "transaction.duration" => Noun("transaction duration"),
        "user.email" => Noun("user e-mail"),
        _ => return None,
    })
}

/// What a word means that stands for something else, and the name in it.
pub(super) struct Meaning<'a> {
    pub(super) words: &'static str,
    pub(super) name: Option<&'a str>,
}

/// Finds what a value stands for, where its field knows such words: `me`, `latest`, `#team`.
pub(super) fn meaning<'a>(dataset: Dataset, field: &str, value: &'a str) -> Option<Meaning<'a>> {
    let Values::Suggested(known) = dataset.field(field)?.values else {
        return None;
    };
    let plain = |words| Some(Meaning { words, name: None });
    match value {
        "me" if known.contains(&value) => plain("you"),
        "none" if known.contains(&value) => plain("nobody"),
        "my_teams" if known.contains(&value) => plain("one of your teams"),
        "latest" if known.contains(&value) => plain("the latest one"),
        team if known.contains(&"my_teams") && !team.contains('*') => {
            let name = team.strip_prefix('#');
            name.map(|_| Meaning {
                words: "the team ",
                name,
            })
        }
        _ => None,
    }
}

/// What is found, in the plural.
pub(super) fn nouns(dataset: Dataset) -> &'static str {
    match dataset {
        Dataset::Issues => "issues",
        Dataset::Errors => "errors",
        Dataset::Transactions => "transactions",
        Dataset::Spans => "spans",
        Dataset::Logs => "log entries",
        Dataset::Metrics => "metrics",
        Dataset::Replays => "replays",
        Dataset::Feedback => "feedback entries",
    }
}

/// The word of `is:` as an adjective before the noun, where it is one.
pub(super) fn adjective(value: &IsValue) -> Option<&'static str> {
    Some(is_words(value)).filter(|words| !words.contains(' '))
}

/// What an `is:` word says, after `that are`; `unlinked` after `that are not`.
pub(super) fn is_words(value: &IsValue) -> &'static str {
    match value.name {
        "ignored" | "muted" => "archived",
        "reprocessing" => "being reprocessed",
        "archived_forever" => "archived forever",
        "archived_until_condition_met" => "archived until a condition is met",
        "archived_until_escalating" => "archived until they escalate",
        "for_review" => "up for review",
        "linked" | "unlinked" => "linked to an external ticket",
        name => name,
    }
}

/// What a function computes, in words; others go by their name.
pub(super) fn function_words(name: &str) -> Option<&'static str> {
    Some(match name {
        "avg" => "average",
        "count_unique" => "number of different values",
        "failure_rate" => "failure rate",
        "failure_count" => "number of failures",
        "max" => "highest value",
        "min" => "lowest value",
        "epm" => "number of events per minute",
        "eps" => "number of events per second",
        "tpm" => "number of transactions per minute",
        "tps" => "number of transactions per second",
        _ => return None,
    })
}
