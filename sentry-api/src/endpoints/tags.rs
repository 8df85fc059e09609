//! Tags of issues' events and their values.

super::operations! {
    get_issue_tag::GetOrganizationIssueTag,
    unstable {
        list_issue_tags::ListOrganizationIssueTags,
        list_values::ListOrganizationTagValues,
    }
}
