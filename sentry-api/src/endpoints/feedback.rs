//! What users wrote about errors that they met.

super::operations! {
    list_project::ListProjectUserFeedback,
    unstable {
        list_issue::ListOrganizationIssueUserReports,
    }
}
