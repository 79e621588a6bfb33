//! Rows of tracks, written straight into a library's database.
//!
//! How they are spread is assumed, near what is described in public: the Free Music Archive has 6.5 tracks to
//! an artist and 7.2 to an album (106,574 tracks, 16,341 artists, 14,854 albums; M. Defferrard et al., "FMA: A dataset for
//! music analysis", ISMIR 2017), and collections of well-known music have more to an artist. Here there are ten to an artist
//! and eight to an album. How many an artist has falls with the square root of their rank: 3,200 for the first of 100,000,
//! five for the last. One track in 25 has a guest.

use rusqlite::{Connection, Transaction, params};
use std::error::Error;
use std::fs;
use std::path::Path;

const WORDS: [&str; 10] = ["Blue", "River", "Night", "Fire", "Gold", "Ever", "Rain", "Wild", "Moon", "Glass"];
const GENRES: [&str; 7] = ["Rock", "Jazz", "Ambient", "Folk", "Pop", "Soul", "Techno"];

/// Tracks to an artist, and to an album.
const ARTIST: u32 = 10;
const ALBUM: u32 = 8;
/// One track of so many has a guest.
const GUEST: u32 = 25;

type Done = Result<(), Box<dyn Error>>;

/// The credit of a track in a library of so many.
pub(crate) fn artist(i: u32, tracks: u32) -> String {
    let main = artist_of(i / ALBUM, tracks);
    let name = |rank: u32| format!("{} Artist {rank}", WORDS[(rank % 10) as usize]);
    if i.is_multiple_of(GUEST) {
        format!("{} feat. {}", name(main), name(artist_of(i, tracks)))
    } else {
        name(main)
    }
}

/// The rank of an album's artist, from 0.
fn artist_of(album: u32, tracks: u32) -> u32 {
    // The golden ratio spreads numbers evenly.
    let even = (f64::from(album) * 0.618_033_988_75).fract();
    (even * even * f64::from(tracks / ARTIST)) as u32
}

pub(crate) fn title(i: u32) -> String {
    format!("{} {} {i}", WORDS[(i % 10) as usize], WORDS[(i / 10 % 10) as usize])
}

/// Writes a library as the version before the indexed orders kept it, of which so many files at the end are there.
pub(crate) fn write(dir: &Path, tracks: u32, there: u32) -> Done {
    let music = dir.join("music");
    fs::create_dir_all(&music)?;
    let mut db = Connection::open(dir.join("library.db"))?;
    db.pragma_update(None, "synchronous", false)?;
    db.execute_batch(include_str!("../../migrations/0001_library.sql"))?;
    db.execute_batch(include_str!("../../migrations/0002_files.sql"))?;
    db.pragma_update(None, "user_version", 2)?;
    let folder = fs::canonicalize(&music)?;
    let folder = folder.to_str().ok_or("a temporary folder without a name")?.as_bytes();
    let tx = db.transaction()?;
    tx.execute("INSERT INTO folders (path, added_at) VALUES (?1, 1)", [folder])?;
    for i in 0..tracks {
        row(&tx, i, tracks)?;
        if i + there >= tracks {
            fs::create_dir_all(music.join(format!("Artist {}", i % 1_000)))?;
            fs::write(music.join(path(i)), "here")?;
        }
    }
    tx.commit()?;
    Ok(())
}

fn path(i: u32) -> String {
    format!("Artist {}/{i}.mp3", i % 1_000)
}

fn row(tx: &Transaction, i: u32, tracks: u32) -> Done {
    let (title, artist) = (title(i), artist(i, tracks));
    let album = format!("Album {}", i / ALBUM);
    let genre = GENRES[(artist_of(i / ALBUM, tracks) % 7) as usize];
    tx.prepare_cached(
        "INSERT INTO tracks (id, name, sound, found_at, title, artist, album, year, genre, number, duration_ms, format)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, 200000 + ?1 % 9999, 'mp3')",
    )?
    .execute(params![
        i + 1,
        format!("local:{i:032x}"),
        u128::from(i).to_le_bytes(),
        10 + i / 1_000,
        title,
        artist,
        album,
        1960 + i % 60,
        genre,
        i % ALBUM + 1
    ])?;
    tx.prepare_cached("INSERT INTO files (folder, path, size, modified, track) VALUES (1, ?1, 1, 1, ?2)")?
        .execute(params![path(i).as_bytes(), i + 1])?;
    tx.prepare_cached(
        "INSERT INTO words (rowid, title, artist, album, genre, path) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute(params![i + 1, title, artist, album, genre, path(i)])?;
    Ok(())
}
