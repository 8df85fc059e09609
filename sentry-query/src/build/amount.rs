use std::time;

use super::BuildError;
use crate::Timestamp;
use crate::ast::{Date, Duration, Number, Pattern, Percentage, Size, SizeUnit, Value};
use crate::schema::FieldKind;

/// What a field or a function is compared with: a number, an amount of time or data, a percentage,
/// an instant or a version.
///
/// Everything that a comparison takes converts into it.
///
/// ```
/// use std::time::Duration;
/// use sentry_query::{Percentage, Query, Size, SizeUnit, Timestamp};
///
/// let query = Query::transactions()
///     .field("transaction.duration").at_least(Duration::from_millis(1500))
///     .field("release.version").less_than("2.1.0")
///     .field("timestamp").at_least(Timestamp::parse("2026-01-15T00:00:00Z").unwrap())
///     .function("failure_rate", &[]).greater_than(Percentage::new(5))
///     .function("max", &["http.response_transfer_size"]).less_than(Size::new(10, SizeUnit::Megabyte))
///     .build()?;
/// assert_eq!(
///     query.to_string(),
///     "transaction.duration:>=1500ms release.version:<2.1.0 timestamp:>=2026-01-15 \
///      failure_rate():>5% max(http.response_transfer_size):<10mb",
/// );
/// # Ok::<(), sentry_query::BuildError>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Amount(Kind);

#[derive(Clone, Debug, PartialEq)]
enum Kind {
    Number(f64),
    /// A whole number that is no float.
    Inexact,
    Duration(time::Duration),
    Size(Size),
    Percentage(Percentage),
    Time(Timestamp),
    Version(String),
}

macro_rules! from_numbers {
    ($($number:ty),*) => {
        $(impl From<$number> for Amount {
            fn from(number: $number) -> Self {
                Self(Kind::Number(f64::from(number)))
            }
        })*
    };
}

from_numbers!(i8, i16, i32, u8, u16, u32, f64);

/// A float of 32 bits stands for the shortest number that it is nearest to: `0.1f32` is 0.1.
impl From<f32> for Amount {
    fn from(number: f32) -> Self {
        let number = number.to_string().parse().unwrap_or(f64::from(number));
        Self(Kind::Number(number))
    }
}

macro_rules! from_wide_numbers {
    ($($number:ty),*) => {
        $(
            /// Building fails for a number that a 64-bit float does not hold exactly.
            impl From<$number> for Amount {
                fn from(number: $number) -> Self {
                    Self(exact(i128::try_from(number).ok()))
                }
            }
        )*
    };
}

from_wide_numbers!(i64, u64, isize, usize);

fn exact(number: Option<i128>) -> Kind {
    // Every whole number up to here is one of the floats.
    const LIMIT: u128 = 1 << f64::MANTISSA_DIGITS;
    #[allow(clippy::cast_precision_loss, reason = "it is exact within the limit")]
    let float = |number: i128| Kind::Number(number as f64);
    number
        .filter(|number| number.unsigned_abs() <= LIMIT)
        .map_or(Kind::Inexact, float)
}

impl From<time::Duration> for Amount {
    fn from(duration: time::Duration) -> Self {
        Self(Kind::Duration(duration))
    }
}

impl From<Size> for Amount {
    fn from(size: Size) -> Self {
        Self(Kind::Size(size))
    }
}

impl From<Percentage> for Amount {
    fn from(percentage: Percentage) -> Self {
        Self(Kind::Percentage(percentage))
    }
}

impl From<Timestamp> for Amount {
    fn from(at: Timestamp) -> Self {
        Self(Kind::Time(at))
    }
}

impl From<&str> for Amount {
    fn from(version: &str) -> Self {
        Self(Kind::Version(version.to_owned()))
    }
}

impl From<String> for Amount {
    fn from(version: String) -> Self {
        Self(Kind::Version(version))
    }
}

impl Size {
    /// Makes an amount of data.
    pub fn new(amount: impl Into<f64>, unit: SizeUnit) -> Self {
        let amount = Number(amount.into());
        Self { amount, unit }
    }
}

impl Percentage {
    /// Makes a percentage: 5 is `5%`.
    pub fn new(amount: impl Into<f64>) -> Self {
        let amount = Number(amount.into());
        Self { amount }
    }
}

impl Amount {
    /// The value on a field of this kind.
    pub(super) fn on_field(&self, key: &str, kind: FieldKind) -> Result<Value, BuildError> {
        let fits = match &self.0 {
            Kind::Number(_) | Kind::Inexact => kind.is_numeric() || kind == FieldKind::OrderedText,
            Kind::Duration(_) => kind == FieldKind::Duration,
            Kind::Size(_) => kind == FieldKind::Size,
            Kind::Percentage(_) => false,
            Kind::Time(_) => kind == FieldKind::Date,
            Kind::Version(_) => kind == FieldKind::OrderedText,
        };
        match (&self.0, self.value(key)?) {
            _ if !fits => Err(BuildError::kind(key, kind)),
            (_, Value::Number(number)) if kind == FieldKind::OrderedText => {
                Ok(Value::Text(Pattern::new(number.to_string())))
            }
            (_, value) => Ok(value),
        }
    }

    /// The value on a function, whose result decides whether it fits.
    pub(super) fn on_function(&self, call: &str) -> Result<Value, BuildError> {
        match self.0 {
            Kind::Version(_) => Err(BuildError::function(call)),
            _ => self.value(call),
        }
    }

    fn value(&self, subject: &str) -> Result<Value, BuildError> {
        let finite = |amount: Number| amount.0.is_finite();
        let positive = |amount: Number| finite(amount) && amount.0.is_sign_positive();
        let value = match &self.0 {
            Kind::Number(number) => {
                // The language has no negative zero.
                let number = Number(*number + 0.0);
                finite(number).then_some(Value::Number(number))
            }
            Kind::Inexact => return Err(BuildError::inexact(subject)),
            Kind::Duration(duration) => Duration::in_largest_unit(*duration).map(Value::Duration),
            Kind::Size(size) => positive(size.amount).then_some(Value::Size(*size)),
            Kind::Percentage(percentage) => {
                positive(percentage.amount).then_some(Value::Percentage(*percentage))
            }
            Kind::Time(at) => {
                let at = Timestamp::in_calendar(at.as_micros());
                return at
                    .map(|at| Value::Date(Date::Instant(at)))
                    .ok_or_else(|| BuildError::date(subject));
            }
            Kind::Version(version) => {
                return super::leaf::literal(version, subject).map(Value::Text);
            }
        };
        value.ok_or_else(|| BuildError::range(subject))
    }
}
