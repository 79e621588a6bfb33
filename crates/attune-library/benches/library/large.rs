//! Libraries that are too large to be made of files: their rows are written straight into the database.

use attune_core::Timestamp;
use attune_library::{
    AnalyseOrder, Control, Job, Library, NotAnalysed, Query, Sort, TrackAnalysis, Versions,
};
use rusqlite::{Connection, Transaction, params};
use std::error::Error;
use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

/// Tracks at the end of the library whose files are there; those before them are away.
const THERE: u32 = 400;
/// Tracks listened to for the time that the bookkeeping takes.
const HEARD: u32 = 100;
/// Files that a scan finds unchanged.
const UNCHANGED: u32 = 100_000;
const WORDS: [&str; 10] = ["Blue", "River", "Night", "Fire", "Gold", "Ever", "Rain", "Wild", "Moon", "Glass"];
const GENRES: [&str; 7] = ["Rock", "Jazz", "Ambient", "Folk", "Pop", "Soul", "Techno"];

type Done = Result<(), Box<dyn Error>>;

/// Prints how soon a library of so many tracks answers.
pub(crate) fn measure(tracks: u32) -> Done {
    let dir = tempfile::tempdir()?;
    write(dir.path(), tracks)?;
    let name = |what: &str| format!("{tracks} tracks: {what}");
    let opened = Instant::now();
    let (library, warnings) = Library::open(dir.path())?;
    assert!(warnings.is_empty(), "{warnings:?}");
    tell(&name("opening a library of an earlier version"), opened.elapsed());
    let opened = Instant::now();
    drop(Library::open(dir.path())?);
    tell(&name("opening it again"), opened.elapsed());
    pages(&library, tracks, &name)?;
    let folders = median(9, || Ok(drop(black_box(library.folders()?))))?;
    tell(&name("the folders"), folders);
    let versions = Versions { features: 1, model: "x".into() };
    let counts = median(3, || {
        black_box(library.analysis_counts(&versions)?);
        Ok(())
    })?;
    tell(&name("counting what was listened to"), counts);
    playlists(&library, dir.path(), tracks, &name)?;
    while_all_are_read(&library, tracks, &name)?;
    listening(&library, &versions, &name)?;
    let size = fs::metadata(dir.path().join("library.db"))?.len();
    println!("library: {:58} {:10.0} MB", name("the database"), size as f64 / 1e6);
    println!("library: {:58} {:10.0} MB", name("this process, all tracks held once at most"), most_memory());
    Ok(())
}

fn pages(library: &Library, tracks: u32, name: &dyn Fn(&str) -> String) -> Done {
    for (sort, word) in [(Sort::Artist, "artist"), (Sort::Title, "title"), (Sort::Year, "year")] {
        for descending in [false, true] {
            let way = if descending { ", descending" } else { "" };
            let page = |offset: u32| {
                let query = Query { sort, descending, offset, limit: 100, ..Query::default() };
                Ok(drop(black_box(library.page(&query)?)))
            };
            let begin = Instant::now();
            page(tracks / 2)?;
            tell(&name(&format!("the first page, from the middle by {word}{way}")), begin.elapsed());
            let mut at = tracks / 3;
            let others = median(9, || {
                at = (at + tracks / 7 * 3) % (tracks - 100);
                page(at)
            })?;
            tell(&name(&format!("pages elsewhere by {word}{way}")), others);
        }
    }
    for text in ["gold moon 77", "blue", "b"] {
        let query = Query { text: text.into(), limit: 100, ..Query::default() };
        let begin = Instant::now();
        let total = library.page(&query)?.total;
        tell(&name(&format!("searching {text:?}, {total} found")), begin.elapsed());
    }
    Ok(())
}

fn playlists(library: &Library, dir: &Path, tracks: u32, name: &dyn Fn(&str) -> String) -> Done {
    let list = dir.join("list.m3u8");
    for (what, text) in [
        ("importing a playlist of one line", "nowhere.mp3\n".to_owned()),
        ("importing a playlist of 1,000 lines", (0..1_000).map(|i| entry(i * (tracks / 1_000))).collect()),
    ] {
        fs::write(&list, text)?;
        let import = median(5, || Ok(drop(black_box(library.import_playlist(&list)?))))?;
        tell(&name(what), import);
    }
    Ok(())
}

/// A line that only artist and title, or name and folder, tell.
fn entry(i: u32) -> String {
    format!("#EXTINF:200,{} - {}\n/old/Artist {}/{i}.mp3\n", artist(i), title(i), i % 1_000)
}

/// How long playback waits for a track's place while somebody reads all tracks and another one writes.
fn while_all_are_read(library: &Library, tracks: u32, name: &dyn Fn(&str) -> String) -> Done {
    let begin = Instant::now();
    let id = library.tracks()?.pop().ok_or("no tracks")?.id;
    tell(&name("all tracks at once"), begin.elapsed());
    let reader = library.clone();
    let reading = std::thread::spawn(move || reader.tracks().map(|all| all.len()));
    let mut longest = Duration::ZERO;
    while !reading.is_finished() {
        let begin = Instant::now();
        black_box(library.path_of(&id)?);
        longest = longest.max(begin.elapsed());
        std::thread::sleep(Duration::from_millis(1));
    }
    let all = reading.join().map_err(|_| "reading panicked")??;
    assert_eq!(all, tracks as usize);
    tell(&name("longest wait for a place meanwhile"), longest);
    Ok(())
}

fn listening(library: &Library, versions: &Versions, name: &dyn Fn(&str) -> String) -> Done {
    let order = AnalyseOrder { versions: versions.clone(), threads: 1, effort: 1.0 };
    let (control, count) = (Control::new(), AtomicU32::new(0));
    let hear = |_: &Job, _: &dyn Fn() -> bool| Ok::<_, NotAnalysed>(TrackAnalysis::default());
    let mut first = None;
    let since = std::sync::Mutex::new(&mut first);
    library.analyse(&order, &control, &|| Timestamp(1), &hear, &|_| {
        let done = count.fetch_add(1, Ordering::Relaxed);
        if done == 0 {
            **since.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = Some(Instant::now());
        } else if done == HEARD {
            control.cancel();
        }
    })?;
    let first = first.ok_or("nothing was heard")?;
    tell(&name("bookkeeping for each track listened to"), first.elapsed() / HEARD);
    // The rest that is there, then all that is away, until it is cancelled.
    let control = Control::new();
    let other = control.clone();
    let cancelled = std::thread::spawn(move || {
        std::thread::sleep(Duration::from_millis(300));
        other.cancel();
        Instant::now()
    });
    library.analyse(&order, &control, &|| Timestamp(1), &hear, &|_| {})?;
    let ended = Instant::now();
    let since = cancelled.join().map_err(|_| "cancelling panicked")?;
    tell(&name("from cancelling to the end, tracks away"), ended.saturating_duration_since(since));
    Ok(())
}

/// Prints how long a scan takes that finds nothing new.
pub(crate) fn unchanged() -> Done {
    let dir = tempfile::tempdir()?;
    let music = dir.path().join("music");
    for i in 0..UNCHANGED {
        if i % 100 == 0 {
            fs::create_dir_all(music.join(format!("{}", i / 100)))?;
        }
        fs::write(music.join(format!("{}/{i}.mp3", i / 100)), b"no music")?;
    }
    let (library, _) = Library::open(dir.path())?;
    library.add_folder(&music, Timestamp(1))?;
    let scan = || -> Result<(Duration, u32), Box<dyn Error>> {
        let begin = Instant::now();
        let report = library.scan(&[], Timestamp(2), &Control::new(), &mut |_| {})?;
        Ok((begin.elapsed(), report.read))
    };
    let (first, read) = scan()?;
    assert_eq!(read, UNCHANGED);
    tell(&format!("{UNCHANGED} files that are no music: the first scan"), first);
    let (again, read) = scan()?;
    assert_eq!(read, 0);
    tell(&format!("{UNCHANGED} files: a scan without changes"), again);
    Ok(())
}

fn artist(i: u32) -> String {
    format!("{} Artist {}", WORDS[(i / 7 % 10) as usize], i.wrapping_mul(7_919) % 80_000)
}

fn title(i: u32) -> String {
    format!("{} {} {i}", WORDS[(i % 10) as usize], WORDS[(i / 10 % 10) as usize])
}

/// Writes a library as the version before the indexed orders kept it.
fn write(dir: &Path, tracks: u32) -> Done {
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
        if i + THERE >= tracks {
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

fn tell(name: &str, time: Duration) {
    println!("library: {name:58} {:10.2} ms", time.as_secs_f64() * 1e3);
}

fn median(rounds: usize, mut work: impl FnMut() -> Done) -> Result<Duration, Box<dyn Error>> {
    let mut all = Vec::new();
    for _ in 0..rounds {
        let begin = Instant::now();
        work()?;
        all.push(begin.elapsed());
    }
    all.sort();
    Ok(all[all.len() / 2])
}

/// The most memory this process has held, in megabytes; 0 where the system does not say.
fn most_memory() -> f64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|rest| rest.trim().split(' ').next()?.parse::<f64>().ok()).unwrap_or(0.0) / 1e3
}
