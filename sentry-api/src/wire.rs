//! How values look on the wire: arguments, ids, open enumerations, numbers, times, and damaged ones.

mod argument;
mod id;
mod mend;
mod number;
mod open_enum;
mod time;
mod unicode;

pub(crate) use self::argument::{Bit, Moment, Period, Unset};
pub(crate) use self::id::{Numeric, id, id_text};
pub(crate) use self::mend::mend;
pub(crate) use self::number::Number;
pub(crate) use self::open_enum::open_enum;
pub(crate) use self::time::Time;
pub(crate) use self::unicode::unicode;
