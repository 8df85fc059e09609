//! Finds the id of a request in a line that is too long to be kept.

use rmcp::model::RequestId;

/// The longest id that is looked for, in bytes.
const LONGEST_ID: usize = 256;

/// Walks over JSON byte by byte and keeps the value of `id` in the outermost object.
///
/// Clients put the id first or last, so it cannot be read from the head of the line
/// alone. The walk needs no memory but the id's own. It does not check the JSON; what
/// it finds in a line that is no JSON is of no use to anyone, and does no harm.
#[derive(Debug, Default)]
pub(super) struct RequestIdScanner {
    depth: u32,
    text: Text,
    /// The text or number that is being read, as long as it is short.
    token: Vec<u8>,
    /// The key before the colon was `id`.
    at_id: bool,
    after_colon: bool,
    found: Option<RequestId>,
}

#[derive(Debug, Default, PartialEq)]
enum Text {
    #[default]
    Outside,
    Inside,
    Escaped,
}

impl RequestIdScanner {
    pub(super) fn read(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.step(*byte);
        }
    }

    /// The id, when there was one.
    pub(super) fn finish(self) -> Option<RequestId> {
        self.found
    }

    fn step(&mut self, byte: u8) {
        match (&self.text, byte) {
            (Text::Escaped, _) => {
                self.text = Text::Inside;
                self.keep(byte);
            }
            (Text::Inside, b'\\') => {
                self.text = Text::Escaped;
                self.keep(byte);
            }
            (Text::Inside, b'"') => {
                self.text = Text::Outside;
                self.keep(byte);
            }
            (Text::Outside, b'"') => {
                self.text = Text::Inside;
                self.token.clear();
                self.keep(byte);
            }
            (Text::Outside, b'{' | b'[') => {
                self.depth += 1;
                self.token.clear();
            }
            (Text::Outside, b'}' | b']') => {
                self.value_ends();
                self.depth = self.depth.saturating_sub(1);
            }
            (Text::Outside, b':') => {
                self.at_id = self.depth == 1 && self.token == b"\"id\"";
                self.after_colon = true;
                self.token.clear();
            }
            (Text::Outside, b',') => self.value_ends(),
            (Text::Outside, b' ' | b'\t' | b'\r' | b'\n') => {}
            (Text::Inside | Text::Outside, _) => self.keep(byte),
        }
    }

    fn keep(&mut self, byte: u8) {
        if self.depth == 1 && self.token.len() < LONGEST_ID {
            self.token.push(byte);
        }
    }

    fn value_ends(&mut self) {
        if self.depth == 1 {
            if self.at_id && self.after_colon && self.found.is_none() {
                self.found = serde_json::from_slice(&self.token).ok();
            }
            self.at_id = false;
            self.after_colon = false;
        }
        self.token.clear();
    }
}
