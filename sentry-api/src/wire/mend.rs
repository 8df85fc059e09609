//! Answers of which a part is not what the model says.

use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_path_to_error::{Path, Segment};

/// The longest text that is mended: it is held in memory as a tree, and more than once read.
const LONGEST: usize = 4 * 1024 * 1024;
/// How many bytes are read again at most, for one answer or one element of a list.
const WORK: usize = 16 * 1024 * 1024;
/// How many parts are taken out of one answer or one element of a list.
const MOST: usize = 64;

/// Reads `text` without the parts that have another shape than the model's; the error is
/// the path of the part that the model cannot be without.
///
/// A damaged field counts as absent, and so does what needs it: a reference to a project
/// without its id, an element of a list within. An element of the answer itself is not left
/// out, since a list must not lose one in silence.
pub(crate) fn mend<T: DeserializeOwned>(text: &[u8]) -> Result<T, String> {
    let whole = if text.len() > LONGEST {
        None
    } else {
        serde_json::from_slice(text).ok()
    };
    match whole {
        Some(Value::Array(items)) => {
            let size = text.len() / items.len().max(1);
            let mended = items.into_iter().enumerate();
            let mended = mended.map(|(number, item)| element::<T>(item, number, size));
            read(&Value::Array(mended.collect::<Result<_, _>>()?))
        }
        Some(mut value) => without_damage(&mut value, text.len()),
        None => {
            let mut input = serde_json::Deserializer::from_slice(text);
            serde_path_to_error::deserialize(&mut input).map_err(|error| error.path().to_string())
        }
    }
}

/// Mends one element of a list alone, so that the work grows no faster than the list.
fn element<T: DeserializeOwned>(item: Value, number: usize, size: usize) -> Result<Value, String> {
    let mut alone = Value::Array(vec![item]);
    without_damage::<T>(&mut alone, size).map_err(|path| match path.strip_prefix("[0]") {
        Some(rest) => format!("[{number}]{rest}"),
        None => path,
    })?;
    Ok(alone.get_mut(0).map(Value::take).unwrap_or_default())
}

fn without_damage<T: DeserializeOwned>(value: &mut Value, size: usize) -> Result<T, String> {
    let tries = (WORK / size.max(1)).clamp(4, MOST);
    let mut last = String::new();
    for _ in 0..tries {
        let error = match serde_path_to_error::deserialize(&*value) {
            Ok(read) => return Ok(read),
            Err(error) => error,
        };
        let path = error.path();
        // What was taken out and is then missed is the part to name.
        let text = path.to_string();
        if !(text == "." || last.starts_with(&text)) || last.is_empty() {
            last = text;
        }
        if !take_out(value, path) {
            break;
        }
    }
    Err(last)
}

fn read<T: DeserializeOwned>(value: &Value) -> Result<T, String> {
    serde_path_to_error::deserialize(value).map_err(|error| error.path().to_string())
}

/// Takes out the value at `path`, or the nearest one around it that is there.
fn take_out(value: &mut Value, path: &Path) -> bool {
    let steps: Vec<&Segment> = path.iter().collect();
    (0..steps.len()).rev().any(|depth| {
        let (before, rest) = steps.split_at(depth);
        let parent = before
            .iter()
            .try_fold(&mut *value, |at, step| inside(at, step));
        match (parent, rest.first()) {
            (Some(Value::Object(map)), Some(Segment::Map { key })) => map.remove(key).is_some(),
            (Some(Value::Array(items)), Some(Segment::Seq { index })) => {
                let is_there = depth > 0 && *index < items.len();
                if is_there {
                    items.remove(*index);
                }
                is_there
            }
            _ => false,
        }
    })
}

fn inside<'a>(value: &'a mut Value, step: &Segment) -> Option<&'a mut Value> {
    match step {
        Segment::Map { key } => value.get_mut(key),
        Segment::Seq { index } => value.get_mut(index),
        Segment::Enum { .. } | Segment::Unknown => None,
    }
}
