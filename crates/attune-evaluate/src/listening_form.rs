//! A blind listening form: clips in random order, a page that rates them, and the key apart.

use attune_app::sound_file::{unwritable, write_flac};
use attune_core::{Affect, AppError};
use attune_soundscape::{FRAME_RATE, Request, Source, Stream};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// Places along either axis; the middle is left out, which makes 24 clips.
const GRID: u64 = 5;
/// Length of a clip and of its fades, in frames.
const CLIP: u64 = 24 * FRAME_RATE as u64;
const FADE: u64 = FRAME_RATE as u64;

const PAGE: &str = include_str!("listening_form.html");

/// Writes `form/` (the page and its clips, to be handed out) and `key.csv` (what the clips were asked to be).
/// Fails with `output_failed`.
pub fn write(folder: &Path, seed: u64) -> Result<(), AppError> {
    let form = folder.join("form");
    fs::create_dir_all(&form).map_err(|e| unwritable(&form, &e))?;
    let mut key = String::from("clip,valence,arousal\n");
    let places = shuffled(seed);
    for (index, &place) in places.iter().enumerate() {
        let at = affect(place);
        let name = format!("{:02}", index + 1);
        clip(&form.join(format!("{name}.flac")), &Request::new(seed.wrapping_add(place), at))?;
        // Writing to a string cannot fail.
        let _ = writeln!(key, "{name},{},{}", at.valence, at.arousal);
    }
    let (page, file) = (form.join("index.html"), folder.join("key.csv"));
    fs::write(&page, PAGE.replace("{{count}}", &places.len().to_string()))
        .map_err(|e| unwritable(&page, &e))?;
    fs::write(&file, key).map_err(|e| unwritable(&file, &e))
}

/// The places of the grid in an order that only the seed tells.
fn shuffled(seed: u64) -> Vec<u64> {
    let mut keyed: Vec<(u64, u64)> =
        (0..GRID * GRID).filter(|p| *p != GRID * GRID / 2).map(|p| (mixed(seed ^ p << 32), p)).collect();
    keyed.sort_unstable();
    keyed.into_iter().map(|(_, place)| place).collect()
}

/// The finishing steps of `SplitMix64`: neighbours come out far apart.
fn mixed(x: u64) -> u64 {
    let x = (x ^ (x >> 30)).wrapping_add(0x9E37_79B9_7F4A_7C15).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    x ^ (x >> 31)
}

fn affect(place: u64) -> Affect {
    let axis = |i: u64| ((1.8 * i as f64 / (GRID - 1) as f64 - 0.9) * 100.0).round() / 100.0;
    Affect::new(axis(place / GRID), axis(place % GRID))
}

/// The first theme of a piece, faded in and out.
fn clip(path: &Path, request: &Request) -> Result<(), AppError> {
    let mut stream = Stream::new(request);
    stream.seek(stream.score().phrases.first().map_or(0, |p| u64::from(p.frames)));
    let mut at = 0;
    let mut read = |block: &mut [f32]| {
        let room = (block.len() as u64 / 2).min(CLIP - at) as usize;
        let frames = stream.read(&mut block[..2 * room]);
        for frame in block[..2 * frames].chunks_exact_mut(2) {
            let gain = (at.min(CLIP - at) as f32 / FADE as f32).min(1.0);
            for x in frame {
                *x *= gain;
            }
            at += 1;
        }
        frames
    };
    write_flac(path, FRAME_RATE, &mut read)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_place_comes_once_and_seeds_order_them_differently() {
        let (one, other) = (shuffled(1), shuffled(2));
        assert_eq!(one.iter().collect::<HashSet<_>>().len(), 24);
        assert_ne!(one, other);
        assert_eq!((affect(0), affect(24)), (Affect::new(-0.9, -0.9), Affect::new(0.9, 0.9)));
    }
}
