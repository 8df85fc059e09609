//! What the file of a token store holds.

use std::io;

use serde_json::{Map, Value, json};

use crate::error::{Error, ErrorKind};
use crate::oauth::grant::GrantJson;

/// The version of the format; another one is not understood.
const VERSION: u64 = 1;

/// The grants by server and client id. What is not understood in it is kept as it is.
pub(super) struct Document(Map<String, Value>);

impl Default for Document {
    fn default() -> Self {
        let empty = [
            ("version".to_owned(), json!(VERSION)),
            ("grants".to_owned(), json!({})),
        ];
        Self(empty.into_iter().collect())
    }
}

impl Document {
    /// Reads a file. The reader's own messages quote what they found, so they are not used.
    pub(super) fn parse(text: &[u8]) -> io::Result<Self> {
        let Ok(Value::Object(document)) = serde_json::from_slice(text) else {
            return damaged("it is no JSON object");
        };
        match document.get("version").and_then(Value::as_u64) {
            Some(VERSION) => {}
            Some(_) => return damaged("it has the format of a newer version"),
            None => return damaged("it names no version of its format"),
        }
        let grants = document.get("grants").and_then(Value::as_object);
        if !grants.is_some_and(|grants| grants.values().all(Value::is_object)) {
            return damaged("it has no grants by server");
        }
        Ok(Self(document))
    }

    pub(super) fn get(&self, server: &str, client_id: &str) -> io::Result<Option<GrantJson>> {
        let grant = self
            .0
            .get("grants")
            .and_then(|all| all.get(server)?.get(client_id));
        match grant.map(GrantJson::from_value) {
            None => Ok(None),
            Some(Ok(grant)) => Ok(Some(grant)),
            Some(Err(_)) => damaged("its fields have other types"),
        }
    }

    pub(super) fn set(
        &mut self,
        server: &str,
        client_id: &str,
        grant: &GrantJson,
    ) -> Result<(), Error> {
        let grant = serde_json::to_value(grant).map_err(|_| no_json())?;
        if let Some(Value::Object(grants)) = self.0.get_mut("grants") {
            let of_server = grants.entry(server).or_insert_with(|| json!({}));
            if let Value::Object(of_server) = of_server {
                of_server.insert(client_id.to_owned(), grant);
            }
        }
        Ok(())
    }

    /// Removes a grant, and tells whether there was one.
    pub(super) fn remove(&mut self, server: &str, client_id: &str) -> bool {
        let grants = self.0.get_mut("grants").and_then(Value::as_object_mut);
        let of_server = grants.and_then(|grants| grants.get_mut(server)?.as_object_mut());
        of_server.is_some_and(|grants| grants.remove(client_id).is_some())
    }

    pub(super) fn text(&self) -> Result<Vec<u8>, Error> {
        serde_json::to_vec_pretty(&self.0).map_err(|_| no_json())
    }
}

fn no_json() -> Error {
    Error::new(ErrorKind::TokenStore).with_problem("the grant makes no JSON")
}

fn damaged<T>(why: &str) -> io::Result<T> {
    Err(io::Error::new(io::ErrorKind::InvalidData, why))
}
