//! How values look on the wire: ids, open enumerations, numbers and times.

mod id;
mod number;
mod open_enum;
mod time;

pub(crate) use self::id::{id, id_text};
pub(crate) use self::number::Number;
pub(crate) use self::open_enum::open_enum;
pub(crate) use self::time::Time;
