//! Issues.

use sentry_api::endpoints::{
    IssueCollapse, IssueDetailCollapse, IssueDetailExpand, IssueExpand, IssueSort, StatusChange,
};
use sentry_api::model::{Assignee, Priority, Substatus, TeamId, UserId};

use super::{END, START, cases, cursor};

cases! {
    ListOrganizationIssues: |client| client.organization("acme").issues(),
        client
            .organization("acme")
            .issues()
            .query("is:unresolved")
            .project("shop-api")
            .project("-1")
            .environment("prod")
            .environment("a+b")
            .stats_period("24h")
            .between(START, END)
            .sort(IssueSort::Freq)
            .limit(25)
            .expand(IssueExpand::Owners)
            .expand(IssueExpand::Inbox)
            .collapse(IssueCollapse::Stats)
            .group_stats_period("auto")
            .short_id_lookup(true)
            .view_id("9")
            .cursor(cursor());
    GetOrganizationIssue: |client| client.organization("acme").issue("7").get(),
        client
            .organization("acme")
            .issue("SHOP-12")
            .get()
            .environment("prod")
            .expand(IssueDetailExpand::Forecast)
            .collapse(IssueDetailCollapse::Tags);
    UpdateOrganizationIssue: |client| client.organization("acme").issue("7").update(),
        client
            .organization("acme")
            .issue("SHOP-12")
            .update()
            .resolve_in_release("latest")
            .status(StatusChange::Resolved)
            .substatus(Substatus::Ongoing)
            .assigned_to(Assignee::Team(TeamId::new("1")))
            .priority(Priority::High)
            .has_seen(true)
            .is_bookmarked(false)
            .is_subscribed(true)
            .is_public(false)
            .inbox(true)
            .merge()
            .discard();
    UpdateOrganizationIssues: |client| client.organization("acme").update_issues(),
        client
            .organization("acme")
            .update_issues()
            .id("7")
            .ids(["8", "9"])
            .query("is:unresolved")
            .project("shop-api")
            .environment("prod")
            .view_id("9")
            .sort(IssueSort::New)
            .limit(10)
            .archive_until_count(10, Some(60))
            .priority(Priority::Low)
            .assigned_to(UserId::new("1"))
            .has_seen(true)
            .is_bookmarked(false)
            .is_subscribed(true)
            .is_public(false)
            .inbox(true)
            .merge()
            .discard();
    ResolveOrganizationShortId: |client| client.organization("acme").short_id("SHOP-12"),
        client.organization("acme").short_id("SHOP-12").collapse(IssueCollapse::Base);
    ListProjectIssues: |client| client.organization("acme").project("shop-api").issues(),
        client
            .organization("acme")
            .project("shop-api")
            .issues()
            .query("is:unresolved")
            .stats_period("14d")
            .short_id_lookup(true)
            .hashes("a4b")
            .sort(IssueSort::Trends)
            .limit(5)
            .cursor(cursor());
    ListOrganizationIssueExternalIssues:
        |client| client.organization("acme").issue("7").external_issues(),
        client.organization("acme").issue("7").external_issues();
    GetIssue: |client| client.issue_by_id("7"),
        client.issue_by_id("7").collapse(IssueCollapse::Stats);
    ListOrganizationIssueActivities: |client| client.organization("acme").issue("7").activities(),
        client.organization("acme").issue("7").activities();
    ListOrganizationIssueNotes: |client| client.organization("acme").issue("7").notes(),
        client.organization("acme").issue("7").notes().per_page(5).cursor(cursor());
    CreateOrganizationIssueNote: |client| client.organization("acme").issue("7").create_note("x"),
        client.organization("acme").issue("7").create_note("x").mentions("user:1");
}
