//! What the tests with real models share.

use attune_core::{Frame, Timestamp};
use attune_models::{Models, Runtime, runtime};
use attune_vision::frames;
use serde_json::Value;
use std::fs::File;
use std::io::BufReader;
use std::path::PathBuf;

/// ONNX Runtime; none (and a line that says so) where this checkout has no library.
pub fn runtime() -> Option<Runtime> {
    match runtime::find(None) {
        Ok(path) => Some(Runtime::load(&path).unwrap()),
        Err(why) => {
            println!("skipped: {why}");
            None
        }
    }
}

pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

pub fn models() -> Models {
    Models::open(&root().join("models")).unwrap()
}

pub fn data(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name)
}

pub fn portrait() -> Frame {
    let file = File::open(data("astronaut.png")).unwrap();
    frames::decode(BufReader::new(file), "astronaut.png", Timestamp(0)).unwrap()
}

/// A part of a picture, given as left, top, right, bottom.
pub fn part(picture: &Frame, edges: &Value) -> Frame {
    let [left, top, right, bottom] = [0, 1, 2, 3].map(|i| edges[i].as_u64().unwrap() as usize);
    let rows = picture.rgb().chunks_exact(picture.width() as usize * 3).skip(top).take(bottom - top);
    let rgb = rows.flat_map(|row| &row[left * 3..right * 3]).copied().collect();
    Frame::new((right - left) as u32, (bottom - top) as u32, rgb, Timestamp(0)).unwrap()
}
