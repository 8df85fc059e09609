//! The client on the sandbox.
