//! Sentry search language.
