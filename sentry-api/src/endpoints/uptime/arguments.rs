//! What making and changing an uptime monitor have in common.

macro_rules! arguments {
    ($operation:ident) => {
        impl Call<$operation> {
            /// Sends a header with the request.
            pub fn header(self, name: impl Into<String>, value: impl Into<String>) -> Self {
                let header = (name.into(), value.into());
                self.with(|call| call.headers.get_or_insert_default().push(header))
            }
        }
    };
}
pub(super) use arguments;
