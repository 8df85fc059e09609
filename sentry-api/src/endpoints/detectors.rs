//! Detectors, which Sentry shows as monitors: what looks at data and opens issues.

mod arguments;

super::operations! {
    list::ListOrganizationDetectors,
    get::GetOrganizationDetector,
    update::UpdateOrganizationDetector,
    delete::DeleteOrganizationDetector,
    create::CreateOrganizationProjectDetector,
}

pub(in crate::endpoints) use self::arguments::Group;
use super::organizations::OrganizationHandle;
use crate::operation::handle;

handle! {
    /// A detector by its id, from which its operations begin.
    DetectorHandle: OrganizationHandle(organization)
    /// Names a detector by its id, a number; nothing is sent.
    .detector
}
