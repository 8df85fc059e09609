//! The fields of user feedback, which is searched as issues are.

super::fields! {}
