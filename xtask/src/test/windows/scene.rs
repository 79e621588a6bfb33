//! The files that the scenarios are played with: pictures, a few seconds of music, lists as Windows programs write them.

use std::{
    f64::consts::TAU,
    fs,
    path::{Path, PathBuf},
};

use anyhow::Result;

use crate::repo;

/// The picture that is looked at: in the public domain, and part of the tests.
const PORTRAIT: &str = "crates/attune-vision/tests/data/astronaut.png";
/// Samples a second.
const RATE: u32 = 22_050;
/// How long each piece is, in seconds.
const SECONDS: u32 = 4;
/// A folder of this name in itself three times makes a path longer than the 260 characters that Windows once allowed.
const LONG: &str = "a folder with a name so long that its path was once refused by Windows altogether and by all of its programs";

/// A table with a byte order mark and the line ends of Windows.
const SONGS: &str = "\u{feff}name,artist,mood,popularity\r\nUne fête,Chloé,happy,80\r\nÖdland,Der Chor,sad,60\r\n\
    Sunshine,The Band,happy,90\r\n";

/// A playlist whose names are spelt as Windows allows: either slash, either case, a drive that this machine does not have.
const PLAYLIST: &str = "#EXTM3U\r\n#PLAYLIST:Für unterwegs\r\nÄrger\\Straße 01.wav\r\nupper\\MIXED case.wav\r\n\
    .\\Ärger\\..\\UPPER\\Mixed Case.WAV\r\nD:\\Musik\\Ärger\\Straße 01.wav\r\nÄrger/Straße%2001.wav\r\nnowhere\\at all.wav\r\n";

/// A folder with all of them.
pub(super) struct Scene(PathBuf);

impl Scene {
    /// Makes the scene anew.
    pub(super) fn make(folder: &Path) -> Result<Self> {
        if folder.exists() {
            fs::remove_dir_all(folder)?;
        }
        let scene = Self(folder.to_path_buf());
        scene.pictures()?;
        scene.music()?;
        scene.put("songs.csv", SONGS.as_bytes())?;
        scene.put("music/list.m3u8", PLAYLIST.as_bytes())?;
        // The letters of this list have the same numbers in Windows' western encoding as in Unicode.
        let western: Vec<u8> = PLAYLIST.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect();
        scene.put("music/western.m3u", &western)?;
        scene.put(
            "music/winamp.pls",
            b"[playlist]\r\nFile1=UPPER\\Mixed Case.WAV\r\nTitle1=x\r\nNumberOfEntries=1\r\n",
        )?;
        fs::create_dir(folder.join("lists"))?;
        Ok(scene)
    }

    pub(super) fn folder(&self) -> &Path {
        &self.0
    }

    fn pictures(&self) -> Result<()> {
        let portrait = fs::read(repo::root().join(PORTRAIT))?;
        for number in 0..6 {
            self.put(&format!("pictures/{number}.png"), &portrait)?;
        }
        self.put("broken/1 empty.png", b"")?;
        self.put("broken/2 cut.png", &portrait[..portrait.len() / 3])?;
        self.put("broken/3 whole.png", &portrait)
    }

    fn music(&self) -> Result<()> {
        let long = format!("music/{LONG}/{LONG}/{LONG}/long.wav");
        let names =
            ["music/Ärger/Straße 01.wav", "music/UPPER/Mixed Case.WAV", "music/日本/曲 #1 100%.wav", &long];
        for (number, name) in (1_u32..).zip(names) {
            self.put(name, &wav(number))?;
        }
        self.put("music/no music.wav", b"RIFF")
    }

    fn put(&self, name: &str, bytes: &[u8]) -> Result<()> {
        let path = self.0.join(name);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        Ok(fs::write(path, bytes)?)
    }
}

/// A WAV file with beats of a chord, one of its own for each number, and that number in its title.
fn wav(number: u32) -> Vec<u8> {
    let samples: Vec<u8> = (0..RATE * SECONDS).flat_map(|at| sample(number, at).to_le_bytes()).collect();
    let title = format!("Piece No. {number} äß\0");
    let title = [title.as_bytes(), if title.len() % 2 == 1 { b"\0" } else { b"" }].concat();
    let about = [b"INFOINAM", &(title.len() as u32).to_le_bytes()[..], &title].concat();
    let mut format = Vec::new();
    for part in [1_u16, 1] {
        format.extend(part.to_le_bytes());
    }
    for part in [RATE, RATE * 2] {
        format.extend(part.to_le_bytes());
    }
    for part in [2_u16, 16] {
        format.extend(part.to_le_bytes());
    }
    let chunks = [chunk(*b"fmt ", &format), chunk(*b"data", &samples), chunk(*b"LIST", &about)].concat();
    chunk(*b"RIFF", &[&b"WAVE"[..], &chunks].concat())
}

fn chunk(name: [u8; 4], bytes: &[u8]) -> Vec<u8> {
    [&name[..], &(bytes.len() as u32).to_le_bytes(), bytes].concat()
}

/// One sample of a chord that fades after each of two beats a second.
fn sample(number: u32, at: u32) -> i16 {
    let root = 110.0 * 2.0_f64.powf(f64::from(number) * 5.0 / 12.0);
    let seconds = f64::from(at) / f64::from(RATE);
    let fade = (-6.0 * (seconds * 2.0).fract()).exp();
    let chord: f64 = [1.0, 1.25, 1.5].iter().map(|step| (TAU * root * step * seconds).sin()).sum();
    (chord * fade * 8_000.0) as i16
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_chunks_of_a_piece_fill_it() {
        let whole = wav(3);
        let word = |at: usize| u32::from_le_bytes(whole[at..at + 4].try_into().unwrap()) as usize;
        let mut at = 12;
        while at < whole.len() {
            at += 8 + word(at + 4);
        }
        assert_eq!((at, word(4) + 8), (whole.len(), whole.len()));
    }

    #[test]
    fn a_path_is_longer_than_windows_once_allowed() {
        assert!(LONG.len() * 3 > 260 && LONG.len() < 256);
    }
}
