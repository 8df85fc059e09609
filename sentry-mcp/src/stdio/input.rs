//! Bytes of the client, some of them read before they are wanted.

use std::collections::VecDeque;
use std::io;

use tokio::io::{AsyncBufReadExt, AsyncRead, BufReader};

/// A stream that can be asked whether it has ended without taking anything from it.
#[derive(Debug)]
pub(super) struct Input<R> {
    source: BufReader<R>,
    ahead: VecDeque<u8>,
    /// How many bytes may wait in `ahead`.
    most_ahead: usize,
    ended: bool,
}

/// What lies ahead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ahead {
    /// The end of the stream.
    End,
    /// More than is kept.
    More,
}

impl<R: AsyncRead + Unpin> Input<R> {
    pub(super) fn new(source: R, most_ahead: usize) -> Self {
        Self {
            source: BufReader::new(source),
            ahead: VecDeque::new(),
            most_ahead,
            ended: false,
        }
    }

    /// The bytes that come next; none at the end. Each stays until it is consumed.
    pub(super) async fn fill(&mut self) -> io::Result<&[u8]> {
        if !self.ahead.is_empty() {
            return Ok(self.ahead.as_slices().0);
        }
        if self.ended {
            return Ok(&[]);
        }
        let chunk = self.source.fill_buf().await?;
        self.ended = chunk.is_empty();
        Ok(chunk)
    }

    /// Lets go of as many bytes of what [`Input::fill`] gave.
    pub(super) fn consume(&mut self, bytes: usize) {
        if self.ahead.is_empty() {
            self.source.consume(bytes);
        } else {
            self.ahead.drain(..bytes.min(self.ahead.len()));
        }
    }

    /// Reads on, keeping what comes, to the end of the stream or of the room for it.
    ///
    /// May be dropped at any time.
    pub(super) async fn look_ahead(&mut self) -> io::Result<Ahead> {
        while !self.ended {
            if self.ahead.len() >= self.most_ahead {
                return Ok(Ahead::More);
            }
            let chunk = self.source.fill_buf().await?;
            self.ended = chunk.is_empty();
            let taken = chunk.len();
            self.ahead.extend(chunk);
            self.source.consume(taken);
        }
        Ok(Ahead::End)
    }
}

#[cfg(test)]
mod tests {
    use tokio::io::AsyncWriteExt;

    use super::{Ahead, Input};

    #[tokio::test]
    async fn what_was_read_ahead_comes_in_its_order() {
        let mut input = Input::new(b"first,second".as_slice(), 100);
        assert_eq!(input.fill().await.unwrap(), b"first,second");
        input.consume(6);
        assert_eq!(input.look_ahead().await.unwrap(), Ahead::End);
        assert_eq!(input.fill().await.unwrap(), b"second");
        input.consume(6);
        assert!(input.fill().await.unwrap().is_empty());
    }

    #[tokio::test]
    async fn no_more_than_the_bound_is_read_ahead() {
        let (mut client, ours) = tokio::io::duplex(16);
        let mut input = Input::new(ours, 32);
        let written = tokio::spawn(async move { client.write_all(&[b'x'; 1000]).await });
        assert_eq!(input.look_ahead().await.unwrap(), Ahead::More);
        assert!(!written.is_finished());
        let mut taken = 0;
        while taken < 1000 {
            let count = input.fill().await.unwrap().len();
            input.consume(count);
            taken += count;
        }
        written.await.unwrap().unwrap();
        assert_eq!(input.look_ahead().await.unwrap(), Ahead::End);
    }
}
