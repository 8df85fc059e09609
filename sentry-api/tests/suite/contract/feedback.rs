//! What users wrote.

use super::{cases, cursor};

cases! {
    ListProjectUserFeedback:
        |client| client.organization("acme").project("shop-web").user_feedback(),
        client
            .organization("acme")
            .project("shop-web")
            .user_feedback()
            .per_page(5)
            .cursor(cursor());
    ListOrganizationIssueUserReports:
        |client| client.organization("acme").issue("7").user_reports(),
        client.organization("acme").issue("7").user_reports().per_page(5).cursor(cursor());
}
