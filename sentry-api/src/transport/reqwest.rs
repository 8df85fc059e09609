//! The network, through reqwest.
