//! Events of issues.

super::operations! {
    get_issue_event::GetOrganizationIssueEvent,
}

pub use self::get_issue_event::EventSelector;
