//! Seer, which looks for the cause of an issue and for its fix.

super::operations! {
    start_autofix::StartOrganizationIssueAutofix,
    get_autofix::GetOrganizationIssueAutofixState,
}

pub use self::get_autofix::AutofixState;
pub use self::start_autofix::{AutofixGoal, AutofixRun};
