//! Alert rules, the older form of detectors and workflows. Sentry documents none of it.

mod model;

super::operations! {
    unstable {
        list::ListOrganizationAlertRules,
        get::GetOrganizationAlertRule,
        list_combined::ListOrganizationCombinedRules,
        list_of_project::ListProjectRules,
    }
}

pub use self::model::{
    AlertRule, AlertRuleId, AlertRuleTrigger, AlertRuleTriggerId, CombinedRule, CombinedRuleType,
    IssueAlertRule, IssueAlertRuleId, RuleCreator,
};
use super::organizations::OrganizationHandle;
use crate::operation::handle;

handle! {
    /// An alert rule on a metric by its id, from which its operations begin.
    AlertRuleHandle: OrganizationHandle(organization)
    /// Names an alert rule on a metric by its id, a number; nothing is sent.
    .alert_rule
}
