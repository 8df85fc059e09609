//! Text that nobody can guess.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use secrecy::SecretString;

use crate::error::{Error, ErrorKind};

/// 256 bits of the system's own randomness, in 43 characters.
pub(super) fn unguessable() -> Result<SecretString, Error> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).map_err(|error| {
        Error::new(ErrorKind::InvalidRequest)
            .with_problem("the system gives no random numbers")
            .with_source(error.to_string())
    })?;
    Ok(SecretString::from(URL_SAFE_NO_PAD.encode(bytes)))
}
