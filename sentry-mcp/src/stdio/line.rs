//! Reads one line at a time, of bounded length.

use std::io;

use rmcp::model::RequestId;
use tokio::io::AsyncRead;

use super::input::{Ahead, Input};
use super::request_id::RequestIdScanner;

/// The longest line that is read as a message, in bytes.
///
/// No argument of any tool comes near it; without a bound a client that never ends its
/// line would take all memory.
pub(super) const LONGEST_LINE: usize = 4 * 1024 * 1024;

/// Reads lines and keeps the one at hand.
#[derive(Debug)]
pub(super) struct LineReader<R> {
    input: Input<R>,
    line: Vec<u8>,
    longest: usize,
    /// What was seen of the line that is being passed over, once it is too long.
    passing: Option<RequestIdScanner>,
}

/// What came.
#[derive(Debug, PartialEq)]
pub(super) enum Line {
    /// A line is in [`LineReader::line`].
    Whole,
    /// A line was longer than allowed; the id of its request where one could be found.
    TooLong(Option<RequestId>),
    /// The other end has closed, or reading failed.
    End,
}

impl<R: AsyncRead + Unpin> LineReader<R> {
    pub(super) fn new(input: R) -> Self {
        Self::with_longest(input, LONGEST_LINE)
    }

    pub(super) fn with_longest(input: R, longest: usize) -> Self {
        Self {
            input: Input::new(input, longest),
            line: Vec::new(),
            longest,
            passing: None,
        }
    }

    /// The line at hand, without its end.
    pub(super) fn line(&self) -> &[u8] {
        let line = self.line.strip_suffix(b"\n").unwrap_or(&self.line);
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(line)
    }

    /// Lets go of the line at hand.
    pub(super) fn clear(&mut self) {
        self.line.clear();
    }

    /// What lies ahead of the next line, up to the length of the longest.
    ///
    /// May be dropped at any time.
    pub(super) async fn look_ahead(&mut self) -> io::Result<Ahead> {
        self.input.look_ahead().await
    }

    /// Reads on to the end of the next line.
    ///
    /// May be dropped at any time: what was read stays, and the next call goes on from
    /// there. A last line without its end is a message like any other.
    pub(super) async fn next(&mut self) -> io::Result<Line> {
        loop {
            let chunk = self.input.fill().await?;
            if chunk.is_empty() {
                return Ok(if let Some(scanner) = self.passing.take() {
                    Line::TooLong(scanner.finish())
                } else if self.line.is_empty() {
                    Line::End
                } else {
                    Line::Whole
                });
            }
            let end = chunk.iter().position(|byte| *byte == b'\n');
            let taken = end.map_or(chunk.len(), |end| end + 1);
            let piece = chunk.get(..taken).unwrap_or(chunk);
            if let Some(scanner) = &mut self.passing {
                scanner.read(piece);
            } else if self.line.len() + taken > self.longest {
                let mut scanner = RequestIdScanner::default();
                scanner.read(&self.line);
                scanner.read(piece);
                self.line = Vec::new();
                self.passing = Some(scanner);
            } else {
                self.line.extend_from_slice(piece);
            }
            self.input.consume(taken);
            if end.is_some() {
                return Ok(match self.passing.take() {
                    Some(scanner) => Line::TooLong(scanner.finish()),
                    None => Line::Whole,
                });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn lines(input: &[u8], longest: usize) -> Vec<(Line, String)> {
        let mut reader = LineReader::with_longest(input, longest);
        let mut lines = Vec::new();
        loop {
            match reader.next().await.unwrap() {
                Line::End => return lines,
                line => {
                    let text = String::from_utf8(reader.line().to_vec()).unwrap();
                    reader.clear();
                    lines.push((line, text));
                }
            }
        }
    }

    #[tokio::test]
    async fn ends_of_lines_and_a_byte_order_mark_are_left_out() {
        let lines = lines("\u{feff}{}\r\n\n{\"a\":1}".as_bytes(), 100).await;
        let texts: Vec<_> = lines.iter().map(|(_, text)| text.as_str()).collect();
        assert_eq!(texts, ["{}", "", "{\"a\":1}"]);
    }

    #[tokio::test]
    async fn a_line_that_is_too_long_gives_its_id_wherever_it_stands() {
        let long = "x".repeat(200);
        let input = format!(
            "{{\"id\":\"a\\u0062\",\"params\":{{\"id\":1,\"text\":\"{long}\"}}}}\n\
             {{\"method\":\"m\",\"params\":[{{\"id\":9}},\"{long}\\\"]}}\"],\"id\": 12 }}\n\
             {{\"method\":\"{long}\"}}\n{{}}\n"
        );
        let lines = lines(input.as_bytes(), 64).await;
        let found: Vec<_> = lines.into_iter().map(|(line, _)| line).collect();
        assert_eq!(
            found,
            [
                Line::TooLong(Some(RequestId::String("ab".into()))),
                Line::TooLong(Some(RequestId::Number(12))),
                Line::TooLong(None),
                Line::Whole,
            ]
        );
    }
}
