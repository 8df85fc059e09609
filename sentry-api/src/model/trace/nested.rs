//! A tree of objects as a list of objects.

/// An object of the tree: how many stand above it, and its text without its children.
pub(super) struct Object {
    pub(super) depth: usize,
    pub(super) text: Vec<u8>,
}

/// What is being read.
enum Open {
    /// The answer, or the `children` of an object.
    Objects,
    /// An object of the tree.
    Object,
    /// An object or a list within one.
    Within,
}

/// Takes apart a list of objects, each with such a list as its `children`, parents first.
///
/// It takes time in proportion to the length of the text, which is known to be JSON, and no
/// stack: serde would recur with the depth, and ends at 128 levels.
pub(super) fn flatten(text: &str) -> Result<Vec<Object>, &'static str> {
    let mut reading = Reading::default();
    let mut rest = text.as_bytes();
    while let Some(first) = rest.first() {
        let length = if *first == b'"' { string(rest) } else { 1 };
        let (token, after) = rest.split_at_checked(length).unwrap_or((rest, b""));
        reading.token(*first, token)?;
        rest = after;
    }
    Ok(reading.found)
}

/// The length of the text in quotes that `text` begins with.
fn string(text: &[u8]) -> usize {
    let mut is_escaped = false;
    let end = text.iter().skip(1).position(|byte| match byte {
        _ if is_escaped => {
            is_escaped = false;
            false
        }
        b'\\' => {
            is_escaped = true;
            false
        }
        byte => *byte == b'"',
    });
    end.map_or(text.len(), |end| end + 2)
}

#[derive(Default)]
struct Reading<'a> {
    found: Vec<Object>,
    open: Vec<Open>,
    /// The places in `found` of the objects that are open.
    path: Vec<usize>,
    /// The last text of the innermost object, which is a key where a list follows.
    key: &'a [u8],
}

impl<'a> Reading<'a> {
    fn token(&mut self, first: u8, token: &'a [u8]) -> Result<(), &'static str> {
        match self.open.last() {
            None if first == b'[' => self.open.push(Open::Objects),
            None if first.is_ascii_whitespace() => {}
            None => return Err("a trace is a list"),
            Some(Open::Objects) => return self.between(first),
            Some(Open::Object) => self.inside(first, token),
            Some(Open::Within) => {
                match first {
                    b'{' | b'[' => self.open.push(Open::Within),
                    b'}' | b']' => drop(self.open.pop()),
                    _ => {}
                }
                self.keep(token);
            }
        }
        Ok(())
    }

    fn between(&mut self, first: u8) -> Result<(), &'static str> {
        match first {
            b'{' => {
                self.found.push(Object {
                    depth: self.path.len(),
                    text: Vec::new(),
                });
                self.path.push(self.found.len() - 1);
                self.open.push(Open::Object);
                self.keep(b"{");
            }
            b']' => drop(self.open.pop()),
            b',' => {}
            space if space.is_ascii_whitespace() => {}
            _ if self.path.is_empty() => return Err("a trace is a list of objects"),
            b'[' => self.open.push(Open::Objects),
            // A child that is no object counts as absent.
            _ => {}
        }
        Ok(())
    }

    fn inside(&mut self, first: u8, token: &'a [u8]) {
        match first {
            b'[' if self.key == b"\"children\"" => {
                self.keep(b"[]");
                return self.open.push(Open::Objects);
            }
            b'{' | b'[' => self.open.push(Open::Within),
            b'}' => drop(self.open.pop()),
            b'"' => self.key = token,
            b',' => self.key = b"",
            _ => {}
        }
        self.keep(token);
        if first == b'}' {
            self.path.pop();
        }
    }

    fn keep(&mut self, token: &[u8]) {
        let innermost = self.path.last().and_then(|at| self.found.get_mut(*at));
        if let Some(object) = innermost {
            object.text.extend_from_slice(token);
        }
    }
}
