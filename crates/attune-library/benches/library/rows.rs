//! Rows of tracks, written straight into a library's database.

use rusqlite::{Connection, Transaction, params};
use std::error::Error;
use std::fs;
use std::path::Path;

const WORDS: [&str; 10] = ["Blue", "River", "Night", "Fire", "Gold", "Ever", "Rain", "Wild", "Moon", "Glass"];
const GENRES: [&str; 7] = ["Rock", "Jazz", "Ambient", "Folk", "Pop", "Soul", "Techno"];

type Done = Result<(), Box<dyn Error>>;

pub(crate) fn artist(i: u32) -> String {
    format!("{} Artist {}", WORDS[(i / 7 % 10) as usize], i.wrapping_mul(7_919) % 80_000)
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
        row(&tx, i)?;
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

fn row(tx: &Transaction, i: u32) -> Done {
    let (title, artist) = (title(i), artist(i));
    let album = format!("Album {}", i.wrapping_mul(104_729) % 100_000);
    let genre = GENRES[(i % 7) as usize];
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
        i % 12 + 1
    ])?;
    tx.prepare_cached("INSERT INTO files (folder, path, size, modified, track) VALUES (1, ?1, 1, 1, ?2)")?
        .execute(params![path(i).as_bytes(), i + 1])?;
    tx.prepare_cached(
        "INSERT INTO words (rowid, title, artist, album, genre, path) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute(params![i + 1, title, artist, album, genre, path(i)])?;
    Ok(())
}
