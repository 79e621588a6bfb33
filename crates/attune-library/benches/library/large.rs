//! How soon libraries answer that are too large to be made of files.

use super::rows::{self, artist, title};
use attune_core::{AnalysisVersions, Timestamp, TrackAnalysis};
use attune_library::{AnalysisRequest, Control, Job, Library, NotAnalysed, Query, Sort};
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

type Done = Result<(), Box<dyn Error>>;

/// Prints how soon a library of so many tracks answers.
pub(crate) fn measure(tracks: u32) -> Done {
    let dir = tempfile::tempdir()?;
    rows::write(dir.path(), tracks, THERE)?;
    let name = |what: &str| format!("{tracks} tracks: {what}");
    let opened = Instant::now();
    let (library, warnings) = Library::open(dir.path())?;
    assert!(warnings.is_empty(), "{warnings:?}");
    print(&name("opening a library of an earlier version"), opened.elapsed());
    let opened = Instant::now();
    drop(Library::open(dir.path())?);
    print(&name("opening it again"), opened.elapsed());
    pages(&library, dir.path(), tracks, &name)?;
    let folders = median(9, || Ok(library.folders()?))?;
    print(&name("the folders"), folders);
    let versions = AnalysisVersions { features: 1, model: "x".into() };
    let counts = median(3, || Ok(library.analysis_counts(&versions)?))?;
    print(&name("counting what was listened to"), counts);
    playlists(&library, dir.path(), tracks, &name)?;
    while_all_are_read(&library, tracks, &name)?;
    listening(&library, &versions, &name)?;
    let size = fs::metadata(dir.path().join("library.db"))?.len();
    println!("library: {:58} {:10.0} MB", name("the database"), size as f64 / 1e6);
    println!("library: {:58} {:10.0} MB", name("this process, all tracks held once at most"), most_memory());
    Ok(())
}

fn pages(library: &Library, dir: &Path, tracks: u32, name: &dyn Fn(&str) -> String) -> Done {
    for (sort, word) in
        [(Sort::Artist, "artist"), (Sort::Title, "title"), (Sort::Year, "year"), (Sort::Genre, "genre")]
    {
        for descending in [false, true] {
            let way = if descending { ", descending" } else { "" };
            let page = |offset: u32| {
                let query = Query { sort, descending, offset, limit: 100, ..Query::default() };
                Ok::<_, Box<dyn Error>>(library.page(&query)?)
            };
            let middle = |when: &str| {
                let begin = Instant::now();
                black_box(page(tracks / 2)?);
                print(&name(&format!("a page in the middle by {word}{way}, {when}")), begin.elapsed());
                Done::Ok(())
            };
            if !descending {
                middle("the first of all")?;
            }
            stir(dir)?;
            middle("just changed")?;
            let mut at = tracks / 3;
            let others = median(9, || {
                at = (at + tracks / 7 * 3) % (tracks - 100);
                page(at)
            })?;
            print(&name(&format!("pages elsewhere by {word}{way}")), others);
        }
    }
    for text in ["gold moon 77", "blue", "b"] {
        let query = Query { text: text.into(), limit: 100, ..Query::default() };
        let begin = Instant::now();
        let total = library.page(&query)?.total;
        print(&name(&format!("searching {text:?}, {total} found")), begin.elapsed());
    }
    Ok(())
}

/// Puts a track at another place, so that what is remembered of pages has to follow.
fn stir(dir: &Path) -> Done {
    let db = rusqlite::Connection::open(dir.join("library.db"))?;
    Ok(db.execute_batch("UPDATE tracks SET found_at = found_at + 1, number = number + 1 WHERE id = 1")?)
}

fn playlists(library: &Library, dir: &Path, tracks: u32, name: &dyn Fn(&str) -> String) -> Done {
    let list = dir.join("list.m3u8");
    for (what, text) in [
        ("importing a playlist of one line", "nowhere.mp3\n".to_owned()),
        (
            "importing a playlist of 1,000 lines",
            (0..1_000).map(|i| entry(i * (tracks / 1_000), tracks)).collect(),
        ),
    ] {
        fs::write(&list, text)?;
        let import = median(5, || Ok(library.import_playlist(&list)?))?;
        print(&name(what), import);
    }
    Ok(())
}

/// A line that only artist and title, or name and folder, tell.
fn entry(i: u32, tracks: u32) -> String {
    format!("#EXTINF:200,{} - {}\n/old/Artist {}/{i}.mp3\n", artist(i, tracks), title(i), i % 1_000)
}

/// How long playback waits for a track's place while somebody reads all tracks and another one writes.
fn while_all_are_read(library: &Library, tracks: u32, name: &dyn Fn(&str) -> String) -> Done {
    let begin = Instant::now();
    let id = library.tracks()?.pop().ok_or("no tracks")?.id;
    print(&name("all tracks at once"), begin.elapsed());
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
    print(&name("longest wait for a place meanwhile"), longest);
    Ok(())
}

fn listening(library: &Library, versions: &AnalysisVersions, name: &dyn Fn(&str) -> String) -> Done {
    let request = AnalysisRequest { versions: versions.clone(), threads: 1, effort: 1.0 };
    let (control, count) = (Control::new(), AtomicU32::new(0));
    let hear = |_: &Job, _: &dyn Fn() -> bool| Ok::<_, NotAnalysed>(TrackAnalysis::default());
    let mut first = None;
    let since = std::sync::Mutex::new(&mut first);
    library.analyse(&request, &control, &|| Timestamp(1), &hear, &|_| {
        let done = count.fetch_add(1, Ordering::Relaxed);
        if done == 0 {
            **since.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = Some(Instant::now());
        } else if done == HEARD {
            control.cancel();
        }
    })?;
    let first = first.ok_or("nothing was heard")?;
    print(&name("bookkeeping for each track listened to"), first.elapsed() / HEARD);
    // The rest that is there, then all that is away, until it is cancelled.
    let control = Control::new();
    let other = control.clone();
    let cancelled = std::thread::spawn(move || {
        std::thread::sleep(Duration::from_millis(300));
        other.cancel();
        Instant::now()
    });
    library.analyse(&request, &control, &|| Timestamp(1), &hear, &|_| {})?;
    let ended = Instant::now();
    let since = cancelled.join().map_err(|_| "cancelling panicked")?;
    print(&name("from cancelling to the end, tracks away"), ended.saturating_duration_since(since));
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
    print(&format!("{UNCHANGED} files that are no music: the first scan"), first);
    let (again, read) = scan()?;
    assert_eq!(read, 0);
    print(&format!("{UNCHANGED} files: a scan without changes"), again);
    Ok(())
}

fn print(name: &str, time: Duration) {
    println!("library: {name:58} {:10.2} ms", time.as_secs_f64() * 1e3);
}

fn median<T>(
    rounds: usize,
    mut work: impl FnMut() -> Result<T, Box<dyn Error>>,
) -> Result<Duration, Box<dyn Error>> {
    let mut all = Vec::new();
    for _ in 0..rounds {
        let begin = Instant::now();
        black_box(work()?);
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
