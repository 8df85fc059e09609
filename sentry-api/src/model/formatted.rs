use serde::{Deserialize, Serialize};

use crate::wire::open_enum;

open_enum! {
    /// A form of an answer that is made for language models.
    LlmFormat {
        /// Markdown.
        Markdown = "markdown",
        /// XML.
        Xml = "xml",
    }
}

/// An answer as text for a language model, where the call asked for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Formatted {
    /// The form of the text.
    pub format: Option<LlmFormat>,
    /// The text.
    pub content: Option<String>,
}
