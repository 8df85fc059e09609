//! The `Link` header.
//!
//! Sentry writes two links in one line, each `<url>; rel="…"; results="…"; cursor="…"`.
//! Compatible servers leave the cursor out, or write the whole as the text of a Python
//! set, so the header is searched for links rather than read by its grammar. The URLs are
//! not followed: their host need not be the one that was asked.

use http::HeaderMap;
use http::header::LINK;
use url::form_urlencoded;

use super::Cursor;

#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Links {
    pub(super) next: Option<Cursor>,
    pub(super) previous: Option<Cursor>,
}

pub(super) fn read(headers: &HeaderMap) -> Links {
    let mut links = Links::default();
    for value in headers.get_all(LINK) {
        read_line(&String::from_utf8_lossy(value.as_bytes()), &mut links);
    }
    links
}

fn read_line(text: &str, links: &mut Links) {
    for link in text.split('<').skip(1) {
        // Of a URL whose text of the search nobody encoded, the last one is its end.
        let Some((url, parameters)) = link.rsplit_once('>') else {
            continue;
        };
        if parameter(parameters, "results").is_some_and(|results| results != "true") {
            continue;
        }
        let cursor = parameter(parameters, "cursor")
            .map(str::to_owned)
            .or_else(|| cursor_in(url))
            .filter(|cursor| !cursor.is_empty())
            .map(Cursor);
        match parameter(parameters, "rel") {
            Some("next") => links.next = cursor,
            Some("previous") => links.previous = cursor,
            _ => {}
        }
    }
}

/// The value of `name="…"` or `name=…` behind a link.
fn parameter<'a>(parameters: &'a str, name: &str) -> Option<&'a str> {
    parameters.split(';').find_map(|parameter| {
        let (found, value) = parameter.split_once('=')?;
        if !found.trim().eq_ignore_ascii_case(name) {
            return None;
        }
        match value.trim_start().strip_prefix('"') {
            Some(quoted) => quoted.split_once('"').map(|(value, _)| value),
            None => value.trim().split([',', '\'', '}', ' ']).next(),
        }
    })
}

fn cursor_in(url: &str) -> Option<String> {
    let (_, query) = url.split_once('?')?;
    form_urlencoded::parse(query.as_bytes())
        .find(|(key, _)| key == "cursor")
        .map(|(_, value)| value.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn links(header: &str) -> (Option<String>, Option<String>) {
        let headers = [(LINK, header.parse().unwrap())].into_iter().collect();
        let links = read(&headers);
        let text = |cursor: Option<Cursor>| cursor.map(|cursor| cursor.to_string());
        (text(links.previous), text(links.next))
    }

    #[test]
    fn sentrys_own_form() {
        let header = r#"<https://sentry.io/api/0/organizations/acme/issues/?&cursor=0:0:1>; rel="previous"; results="false"; cursor="0:0:1", <https://sentry.io/api/0/organizations/acme/issues/?&cursor=0:100:0>; rel="next"; results="true"; cursor="0:100:0""#;
        assert_eq!(links(header), (None, Some("0:100:0".to_owned())));
    }

    #[test]
    fn a_sets_text_with_a_link_that_has_no_cursor() {
        let header = r#"{'<http://127.0.0.1/api/0/x/?cursor=Y2o9&limit=5>; rel="previous"; results="true"; cursor="Y2o9", <http://127.0.0.1/api/0/x/?limit=5>; rel="next"; results="false"'}"#;
        assert_eq!(links(header), (Some("Y2o9".to_owned()), None));
    }

    #[test]
    fn a_cursor_that_stands_in_the_url_alone() {
        let header = r#"<http://127.0.0.1/?cursor=a%3D%3D&q=1>; rel="next"; results="true""#;
        assert_eq!(links(header), (None, Some("a==".to_owned())));
        assert_eq!(
            links(r#"<http://127.0.0.1/>; rel="next"; results="true""#),
            (None, None)
        );
    }

    #[test]
    fn parameters_stand_in_any_case_and_need_no_quotes() {
        let header = "<http://127.0.0.1/?cursor=a>; REL=next; Results=true; cursor=b, <http://127.0.0.1/?cursor=c>; rel=previous; results=false";
        assert_eq!(links(header), (None, Some("b".to_owned())));
    }

    #[test]
    fn text_of_the_search_makes_no_link() {
        let header = r#"<https://sentry.io/?query=a>b; rel="next"; results="true"; cursor="evil">; rel="next"; results="false"; cursor="0:0:0""#;
        assert_eq!(links(header), (None, None));
    }

    #[test]
    fn rubbish_is_no_link() {
        for header in [
            "",
            "<",
            "<>",
            ">;rel",
            r#"rel="next"; cursor="x""#,
            "<a>; rel=next",
            "<a>; rel=\"next",
        ] {
            assert_eq!(links(header), (None, None), "{header}");
        }
    }
}
