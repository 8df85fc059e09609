//! The feature `serde`; what each type looks like stands in [`deserialize`].

pub mod deserialize;
mod shapes;
mod words;
