//! Which paths belong to an organization.

/// What lies below an organization and yet outside of its region: Sentry answers it in one
/// place for all.
const ELSEWHERE: [&str; 11] = [
    "api-keys",
    "audit-logs",
    "broadcasts",
    "data-secrecy",
    "integrations",
    "org-auth-tokens",
    "partnership-agreements",
    "region",
    "sentry-app-components",
    "sentry-app-installations",
    "sentry-apps",
];

/// The organization, by slug or id, in whose region the path is answered.
pub(super) fn organization_of(path: &str) -> Option<&str> {
    let mut segments = segments(path)?;
    let noun = segments.next()?;
    let organization = segments.next().filter(|name| !name.is_empty())?;
    let below = segments.next()?;
    match noun {
        "organizations" if ELSEWHERE.contains(&below) => None,
        "organizations" | "projects" | "teams" => Some(organization),
        _ => None,
    }
}

/// Whether the path lists organizations.
pub(super) fn lists_organizations(path: &str) -> bool {
    segments(path).is_some_and(|segments| segments.eq(["organizations", ""]))
}

/// Whether the path is that of one organization itself.
pub(super) fn is_organization(path: &str) -> bool {
    let Some(mut segments) = segments(path) else {
        return false;
    };
    let found = segments.next() == Some("organizations");
    found && segments.next().is_some_and(|name| !name.is_empty()) && segments.eq([""])
}

fn segments(path: &str) -> Option<std::str::Split<'_, char>> {
    let path = path.split_once('?').map_or(path, |(path, _)| path);
    Some(path.strip_prefix("/api/0/")?.split('/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_organizations_paths_name_it() {
        for path in [
            "/api/0/organizations/acme/",
            "/api/0/organizations/acme/issues/?query=a/b",
            "/api/0/projects/acme/web/keys/",
            "/api/0/teams/acme/core/",
        ] {
            assert_eq!(organization_of(path), Some("acme"), "{path}");
        }
    }

    #[test]
    fn what_is_answered_in_one_place_stays_there() {
        for path in [
            "/api/0/",
            "/api/0/auth/",
            "/api/0/organizations/",
            "/api/0/organizations/?query=acme/x",
            "/api/0/organizations/acme",
            "/api/0/organizations//issues/",
            "/api/0/organizations/acme/sentry-apps/",
            "/api/0/organizations/acme/integrations/7/",
            "/api/0/organizations/acme/audit-logs/?query=x",
            "/api/0/projects/",
            "/api/0/users/me/regions/",
            "/api/0/sentry-apps/acme/",
            "/api/0/sentry-app-installations/1/external-issues/",
            "/api/0/issues/1/",
            "/oauth/token/",
        ] {
            assert_eq!(organization_of(path), None, "{path}");
        }
    }

    #[test]
    fn answers_with_organizations_are_known_by_their_path() {
        assert!(lists_organizations("/api/0/organizations/?per_page=1"));
        assert!(!lists_organizations("/api/0/organizations/acme/"));
        assert!(is_organization("/api/0/organizations/acme/?detailed=0"));
        assert!(!is_organization("/api/0/organizations/"));
        assert!(!is_organization("/api/0/organizations/acme/issues/"));
    }
}
