use std::fmt;

/// A number; `k`, `m` and `b` suffixes are already multiplied in.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Number(pub f64);

impl fmt::Display for Number {
    /// Writes plain digits, since the language has no exponent.
    ///
    /// A number beyond the range of `f64` is written as the largest one in thousands, which reads
    /// back as the same infinity.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_finite() {
            write!(f, "{}", self.0)
        } else {
            write!(f, "{}k", f64::MAX.copysign(self.0))
        }
    }
}

/// An amount of time, such as `1.5h`.
///
/// ```
/// use sentry_query::{Duration, DurationUnit, Number};
///
/// let duration = Duration { amount: Number(1.5), unit: DurationUnit::Hour };
/// assert_eq!(duration.as_millis(), 5_400_000.0);
/// assert_eq!(duration.to_string(), "1.5h");
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Duration {
    /// How many units; never negative.
    pub amount: Number,
    /// The unit.
    pub unit: DurationUnit,
}

impl Duration {
    /// The longest duration that Sentry accepts, in microseconds: 999,999,999 days and the rest of
    /// that day.
    const LIMIT: f64 = 1e9 * 86_400e6;

    /// Returns the milliseconds, rounded half to even to whole microseconds.
    pub fn as_millis(&self) -> f64 {
        (self.amount.0 * self.unit.micros()).round_ties_even() / 1000.0
    }

    pub(crate) fn is_representable(&self) -> bool {
        self.amount.0 * self.unit.micros() < Self::LIMIT
    }
}

impl fmt::Display for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.amount, self.unit.as_str())
    }
}

/// The units of durations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DurationUnit {
    /// `ms`
    Millisecond,
    /// `s`
    Second,
    /// `m` or `min`
    Minute,
    /// `h` or `hr`
    Hour,
    /// `d` or `day`
    Day,
    /// `w` or `wk`
    Week,
}

impl DurationUnit {
    /// In the order of the grammar: the first that fits is taken.
    pub(crate) const SPELLINGS: [(Self, &'static str); 10] = [
        (Self::Millisecond, "ms"),
        (Self::Second, "s"),
        (Self::Minute, "min"),
        (Self::Minute, "m"),
        (Self::Hour, "hr"),
        (Self::Hour, "h"),
        (Self::Day, "day"),
        (Self::Day, "d"),
        (Self::Week, "wk"),
        (Self::Week, "w"),
    ];

    /// Returns the shortest spelling.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Millisecond => "ms",
            Self::Second => "s",
            Self::Minute => "m",
            Self::Hour => "h",
            Self::Day => "d",
            Self::Week => "w",
        }
    }

    fn micros(self) -> f64 {
        match self {
            Self::Millisecond => 1e3,
            Self::Second => 1e6,
            Self::Minute => 60e6,
            Self::Hour => 3600e6,
            Self::Day => 86_400e6,
            Self::Week => 604_800e6,
        }
    }
}

/// An amount of data, such as `10mb`.
///
/// ```
/// use sentry_query::{Number, Size, SizeUnit};
///
/// let size = Size { amount: Number(2.0), unit: SizeUnit::Kibibyte };
/// assert_eq!(size.as_bytes(), 2048.0);
/// assert_eq!(size.to_string(), "2kib");
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size {
    /// How many units; never negative.
    pub amount: Number,
    /// The unit.
    pub unit: SizeUnit,
}

impl Size {
    /// Returns the number of bytes.
    pub fn as_bytes(&self) -> f64 {
        self.amount.0 * self.unit.bytes()
    }
}

impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.amount, self.unit.spelling())
    }
}

/// The units of sizes: powers of 1000 (`kb`) and of 1024 (`kib`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(
    missing_docs,
    reason = "the names of the units are their documentation"
)]
pub enum SizeUnit {
    Bit,
    Kibibyte,
    Mebibyte,
    Gibibyte,
    Tebibyte,
    Pebibyte,
    Exbibyte,
    Zebibyte,
    Yobibyte,
    Byte,
    /// Half a byte, `nb`.
    Nibble,
    Kilobyte,
    Megabyte,
    Gigabyte,
    Terabyte,
    Petabyte,
    Exabyte,
    Zettabyte,
    Yottabyte,
}

impl SizeUnit {
    pub(crate) const ALL: [Self; 19] = [
        Self::Bit,
        Self::Kibibyte,
        Self::Mebibyte,
        Self::Gibibyte,
        Self::Tebibyte,
        Self::Pebibyte,
        Self::Exbibyte,
        Self::Zebibyte,
        Self::Yobibyte,
        Self::Byte,
        Self::Nibble,
        Self::Kilobyte,
        Self::Megabyte,
        Self::Gigabyte,
        Self::Terabyte,
        Self::Petabyte,
        Self::Exabyte,
        Self::Zettabyte,
        Self::Yottabyte,
    ];

    /// Returns the spelling in lower case.
    pub fn spelling(self) -> &'static str {
        self.row().0
    }

    /// Returns the number of bytes in one unit.
    pub fn bytes(self) -> f64 {
        self.row().1
    }

    fn row(self) -> (&'static str, f64) {
        match self {
            Self::Bit => ("bit", 0.125),
            Self::Kibibyte => ("kib", 1024.0),
            Self::Mebibyte => ("mib", 1_048_576.0),
            Self::Gibibyte => ("gib", 1_073_741_824.0),
            Self::Tebibyte => ("tib", 1_099_511_627_776.0),
            Self::Pebibyte => ("pib", 1_125_899_906_842_624.0),
            Self::Exbibyte => ("eib", 1_152_921_504_606_846_976.0),
            Self::Zebibyte => ("zib", 1_180_591_620_717_411_303_424.0),
            Self::Yobibyte => ("yib", 1_208_925_819_614_629_174_706_176.0),
            Self::Byte => ("bytes", 1.0),
            Self::Nibble => ("nb", 0.5),
            Self::Kilobyte => ("kb", 1e3),
            Self::Megabyte => ("mb", 1e6),
            Self::Gigabyte => ("gb", 1e9),
            Self::Terabyte => ("tb", 1e12),
            Self::Petabyte => ("pb", 1e15),
            Self::Exabyte => ("eb", 1e18),
            Self::Zettabyte => ("zb", 1e21),
            Self::Yottabyte => ("yb", 1e24),
        }
    }
}

/// A percentage, as written: `5%` has the amount 5.
///
/// ```
/// use sentry_query::{Number, Percentage};
///
/// assert_eq!(Percentage { amount: Number(5.0) }.as_fraction(), 0.05);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Percentage {
    /// The number before the sign; never negative.
    pub amount: Number,
}

impl Percentage {
    /// Returns the fraction: 0.05 for `5%`.
    pub fn as_fraction(&self) -> f64 {
        self.amount.0 / 100.0
    }
}

impl fmt::Display for Percentage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}%", self.amount)
    }
}
