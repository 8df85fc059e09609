//! What making and changing a dashboard have in common.

use serde::Serialize;

use crate::wire::Numeric;

/// Who may change a dashboard.
#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct Permissions {
    pub(super) is_editable_by_everyone: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) teams_with_edit_access: Vec<Numeric>,
}

macro_rules! arguments {
    ($operation:ident) => {
        impl Call<$operation> {
            /// Adds a project, by its id, to those that it looks at.
            pub fn project(self, id: impl Into<String>) -> Self {
                let id = $crate::wire::Numeric::new(id);
                self.with(|call| call.projects.get_or_insert_default().push(id))
            }

            /// Adds a release, by its version, to those that it looks at.
            pub fn release(self, version: impl Into<String>) -> Self {
                self.with(|call| {
                    let filters = call.filters.get_or_insert_default();
                    filters.release.push(version.into());
                })
            }

            /// Adds a filter on another field, in Sentry's own form.
            pub fn global_filter(self, filter: serde_json::Map<String, serde_json::Value>) -> Self {
                self.with(|call| {
                    let filters = call.filters.get_or_insert_default();
                    filters.global_filter.push(filter);
                })
            }

            /// Lets everybody change it, or not.
            pub fn editable_by_everyone(self, is_editable: bool) -> Self {
                self.with(|call| {
                    let permissions = call.permissions.get_or_insert_default();
                    permissions.is_editable_by_everyone = is_editable;
                })
            }

            /// Adds a team, by its id, to those that may change it where not everybody may.
            pub fn editable_by_team(self, id: impl Into<String>) -> Self {
                self.with(|call| {
                    let permissions = call.permissions.get_or_insert_default();
                    let id = $crate::wire::Numeric::new(id);
                    permissions.teams_with_edit_access.push(id);
                })
            }
        }
    };
}
pub(super) use arguments;
