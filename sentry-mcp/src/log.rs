//! What is logged, and what never is.

use std::io;
use std::panic::{self, PanicHookInfo};

use tracing::level_filters::LevelFilter;
use tracing::{Level, Metadata};
use tracing_subscriber::filter::filter_fn;
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;
use tracing_subscriber::{Layer as _, fmt};

/// Logs to stderr from now on, up to `level`, and says of a panic only where it was.
///
/// Standard output belongs to the protocol. Of other crates only errors are logged: on
/// finer levels they write out messages and requests, which hold tokens and what people
/// sent to Sentry. A panic's own message may hold such text too.
pub fn start(level: LevelFilter) {
    panic::set_hook(Box::new(|panic| report(panic, &mut io::stderr())));
    let Some(level) = level.into_level() else {
        return;
    };
    let lines = fmt::layer()
        .with_writer(io::stderr)
        .with_ansi(false)
        .with_filter(filter_fn(move |metadata| shows(metadata, level)));
    // Fails only where an embedding program logs already, which is as good.
    let _ = tracing_subscriber::registry().with(lines).try_init();
}

fn shows(metadata: &Metadata<'_>, level: Level) -> bool {
    let ours = metadata.target().starts_with("sentry_");
    *metadata.level() <= if ours { level } else { level.min(Level::ERROR) }
}

fn report(panic: &PanicHookInfo<'_>, output: &mut impl io::Write) {
    let place = panic
        .location()
        .map(ToString::to_string)
        .unwrap_or_default();
    // There is nowhere left to report a failure to.
    let _ = writeln!(output, "sentry-mcp: defect at {place}");
}
