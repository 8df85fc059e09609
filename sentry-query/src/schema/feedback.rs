//! The fields of user feedback, which is searched as issues are.

#[doc(no_inline)]
pub use super::issues::*;

super::fields! {
    /// What the feedback is about, in words that a model chose.
    AI_CATEGORIZATION_LABELS = "ai_categorization.labels": Text.several();
    /// The language of the user's device.
    LOCALE_LANG = "locale.lang": Text;
    /// The time zone of the user's device.
    LOCALE_TIMEZONE = "locale.timezone": Text;
    /// What the user wrote; words without a key search it.
    MESSAGE = "message": Text.several();
    /// The version of the operating system.
    OS_VERSION = "os.version": Text;
    /// The page that the feedback was written on.
    URL = "url": Text;
}
