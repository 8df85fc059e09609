//! What making and changing a detector have in common.

use serde::Serialize;

use crate::model::{Condition, ConditionGroup, LogicType};
use crate::wire::Numeric;

/// A group of conditions, in the form in which bodies have them.
#[derive(Debug, Clone, Serialize)]
pub(in crate::endpoints) struct Group {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<Numeric>,
    logic_type: LogicType,
    conditions: Vec<Condition>,
}

impl From<ConditionGroup> for Group {
    fn from(group: ConditionGroup) -> Self {
        Self {
            id: group.id.map(Numeric::new),
            logic_type: group.logic_type,
            conditions: group.conditions,
        }
    }
}

macro_rules! arguments {
    ($operation:ident) => {
        impl Call<$operation> {
            /// Adds a workflow, by its id, to those that hear of its issues.
            pub fn workflow(self, id: impl Into<String>) -> Self {
                let id = $crate::wire::Numeric::new(id);
                self.with(|call| call.workflow_ids.get_or_insert_default().push(id))
            }

            /// Looks at this: a [`MetricQuery`](crate::model::MetricQuery), or a source in
            /// Sentry's own form.
            pub fn data_source(self, source: impl Into<serde_json::Value>) -> Self {
                self.with(|call| {
                    call.data_sources
                        .get_or_insert_default()
                        .push(source.into())
                })
            }

            /// Sets when it opens an issue and when it resolves it.
            pub fn condition_group(self, conditions: $crate::model::ConditionGroup) -> Self {
                self.with(|call| call.condition_group = Some(conditions.into()))
            }
        }
    };
}
pub(super) use arguments;
