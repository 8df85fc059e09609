//! The resources, one file each.

mod recent;

use rmcp::ErrorData;
use rmcp::model::{ReadResourceResult, Resource};
use serde_json::json;

use crate::ToolError;
use crate::server::Server;

/// All resources that have an address of their own.
pub(crate) fn list() -> Vec<Resource> {
    vec![recent::resource()]
}

/// Reads the resource of an address.
pub(crate) async fn read(server: &Server, uri: &str) -> Result<ReadResourceResult, ErrorData> {
    match uri {
        recent::URI => recent::read(server).await.map_err(|error| failure(&error)),
        _ => Err(ErrorData::resource_not_found(
            "there is no resource of this address; resources/list names them",
            Some(json!({ "uri": uri })),
        )),
    }
}

/// The failure of a tool, as the error of the protocol that a resource can give.
fn failure(error: &ToolError) -> ErrorData {
    ErrorData::internal_error(error.to_string(), Some(json!({ "code": error.code() })))
}
