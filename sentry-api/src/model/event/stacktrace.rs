use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_with::{DefaultOnError, DefaultOnNull, serde_as};

use crate::wire::Number;

/// The calls that led somewhere, the outermost first.
#[serde_as]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Stacktrace {
    /// The calls, the outermost first.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub frames: Vec<Frame>,
    /// The first and the last of the frames that were left out.
    pub frames_omitted: Option<(u64, u64)>,
}

/// One call in a stack trace.
#[serde_as]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Frame {
    /// The file, as short as the platform writes it.
    pub filename: Option<String>,
    /// The file with its path.
    pub abs_path: Option<String>,
    /// The module.
    pub module: Option<String>,
    /// The package or the library.
    pub package: Option<String>,
    /// The function.
    pub function: Option<String>,
    /// The line, counted from one.
    #[serde_as(as = "DefaultOnError<Option<Number>>")]
    #[serde(default)]
    pub line_no: Option<u64>,
    /// The column.
    #[serde_as(as = "DefaultOnError<Option<Number>>")]
    #[serde(default)]
    pub col_no: Option<u64>,
    /// Whether it is the program's own code.
    pub in_app: Option<bool>,
    /// The lines around the call.
    #[serde_as(as = "DefaultOnNull")]
    #[serde(default)]
    pub context: Vec<ContextLine>,
    /// The local variables.
    pub vars: Option<Value>,
    /// The address of the instruction, such as `0x1a2b`, of native code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub instruction_addr: Option<String>,
    /// The address at which the function begins.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub symbol_addr: Option<String>,
    /// The name of the function in its library, as compilers write it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub symbol: Option<String>,
    /// How sure the call is, such as `cfi`, `fp` or `scan`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trust: Option<String>,
    /// The address of the line where the code is kept.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source_link: Option<String>,
}

/// A line of source code: its number and its text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContextLine(pub u64, pub Option<String>);
