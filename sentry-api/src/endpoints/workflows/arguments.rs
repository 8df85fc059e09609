//! What making and changing a workflow have in common.

macro_rules! arguments {
    ($operation:ident) => {
        impl Call<$operation> {
            /// Adds a detector, by its id, to those that it hears of.
            pub fn detector(self, id: impl Into<String>) -> Self {
                let id = $crate::wire::Numeric::new(id);
                self.with(|call| call.detector_ids.get_or_insert_default().push(id))
            }

            /// Lets it act on the same issue again after so many minutes: 0, 5, 10, 30, 60, 180,
            /// 720 or 1440.
            pub fn frequency(self, minutes: u64) -> Self {
                self.with(|call| {
                    call.config.get_or_insert_default().frequency = Some(minutes);
                })
            }

            /// Sets what sets it off.
            pub fn triggers(self, conditions: $crate::model::ConditionGroup) -> Self {
                self.with(|call| call.triggers = Some(conditions.into()))
            }
        }
    };
}
pub(super) use arguments;
