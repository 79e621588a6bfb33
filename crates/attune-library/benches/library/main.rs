//! How many files a second a scan takes, and how soon a large library answers: 100,000 tracks, and a million.
//!
//!     cargo bench -p attune-library --bench library
//!     cargo bench -p attune-library --bench library -- 100000
//!
//! Large libraries are written as an earlier version kept them, so that any version can be measured on the same rows.

mod large;
mod rows;

use attune_core::Timestamp;
use attune_library::{Control, Library};
use std::error::Error;
use std::fs;
use std::path::Path;
use std::time::Instant;

const FILES: u32 = 10_000;
const ROUNDS: usize = 3;

fn main() -> Result<(), Box<dyn Error>> {
    // `cargo xtask bench` hands its filter to all benchmarks.
    let wanted = std::env::args().skip(1).find(|a| !a.starts_with('-'));
    let size = wanted.as_deref().and_then(|word| word.parse().ok());
    if size.is_none() && wanted.is_some_and(|filter| !"library".contains(&filter)) {
        return Ok(());
    }
    if let Some(size) = size {
        return large::measure(size);
    }
    scans()?;
    large::unchanged()?;
    for size in [100_000, 1_000_000] {
        large::measure(size)?;
    }
    Ok(())
}

fn scans() -> Result<(), Box<dyn Error>> {
    let dir = tempfile::tempdir()?;
    let music = dir.path().join("music");
    write(&music)?;
    let mut firsts = Vec::new();
    for round in 0..ROUNDS {
        firsts.push(first(&dir.path().join(round.to_string()), &music)?);
    }
    rate("first scan of new files", median(firsts));
    let (library, _) = Library::open(&dir.path().join("0"))?;
    let again = (0..ROUNDS).map(|_| scan(&library, 0)).collect::<Result<Vec<_>, _>>()?;
    rate("scan of unchanged files", median(again));
    Ok(())
}

fn rate(name: &str, seconds: f64) {
    println!("library: {name:40} {seconds:9.2} s {:9.0} files/s", f64::from(FILES) / seconds);
}

/// Scans into a new library. The files were written just before, so the system still holds them in memory.
fn first(data: &Path, music: &Path) -> Result<f64, Box<dyn Error>> {
    let (library, _) = Library::open(data)?;
    library.add_folder(music, Timestamp(1))?;
    scan(&library, FILES)
}

fn scan(library: &Library, reads: u32) -> Result<f64, Box<dyn Error>> {
    let begin = Instant::now();
    let report = library.scan(&[], Timestamp(2), &Control::new(), &mut |_| {})?;
    let seconds = begin.elapsed().as_secs_f64();
    assert_eq!((report.found, report.read, report.unreadable), (FILES, reads, 0));
    Ok(seconds)
}

fn median(mut all: Vec<f64>) -> f64 {
    all.sort_by(f64::total_cmp);
    all[all.len() / 2]
}

/// Short MP3 files of their own sound, each with title, artist, album and genre.
fn write(music: &Path) -> Result<(), Box<dyn Error>> {
    let coded = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("../attune-audio/tests/data/band.mp3"))?;
    for i in 0..FILES {
        let album = music.join(format!("Artist {:03}", i / 100)).join(format!("Album {}", i / 10 % 10));
        fs::create_dir_all(&album)?;
        let mut bytes = tag(i);
        let start = bytes.len() + 600;
        bytes.extend_from_slice(&coded[..8_000]);
        bytes[start..start + 4].copy_from_slice(&i.to_be_bytes());
        fs::write(album.join(format!("{:02} Title {i}.mp3", i % 10 + 1)), bytes)?;
    }
    Ok(())
}

/// An ID3v2.3 tag.
fn tag(i: u32) -> Vec<u8> {
    let genre = ["Rock", "Jazz", "Ambient", "Folk"][i as usize % 4];
    let texts = [
        ("TIT2", format!("Title {i}")),
        ("TPE1", format!("Artist {}", i / 100)),
        ("TALB", format!("Album {}", i / 10)),
        ("TCON", genre.to_owned()),
        ("TRCK", (i % 10 + 1).to_string()),
        ("TYER", (1960 + i % 60).to_string()),
    ];
    let mut frames = Vec::new();
    for (name, text) in texts {
        frames.extend_from_slice(name.as_bytes());
        frames.extend_from_slice(&(text.len() as u32 + 1).to_be_bytes());
        frames.extend_from_slice(&[0, 0, 0]);
        frames.extend_from_slice(text.as_bytes());
    }
    frames.resize(1_024, 0);
    // The length in sevens of bits.
    [b"ID3\x03\0\0\0\0\x08\0".as_slice(), &frames].concat()
}
