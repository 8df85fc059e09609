//! The behaviour of the crate, in one binary.

#[cfg(test)]
mod accept;
#[cfg(test)]
mod build;
#[cfg(test)]
mod build_events;
#[cfg(test)]
mod build_model;
#[cfg(test)]
mod complete;
#[cfg(test)]
mod contradiction;
#[cfg(test)]
mod corpus;
#[cfg(test)]
mod diagnostics;
#[cfg(test)]
mod evaluate;
#[cfg(test)]
mod explain;
#[cfg(test)]
mod features;
#[cfg(test)]
mod grammar;
#[cfg(test)]
mod limits;
#[cfg(test)]
mod phrase;
#[cfg(test)]
mod printing;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod rewrite;
#[cfg(test)]
mod schema;
#[cfg(test)]
mod soup;
#[cfg(test)]
#[path = "../../examples/neutral/tree.rs"]
mod tree;
#[cfg(test)]
mod validate;
