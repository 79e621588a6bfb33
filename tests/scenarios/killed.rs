//! A program that is killed at any moment loses at most what it had not acknowledged, and leaves nothing damaged.

use super::options;
use attune_core::ports::Archive as _;
use attune_core::{Affect, ErrorCode, Feedback, FeedbackKind, Settings, Timestamp, TrackId};
use attune_library::Library;
use attune_session::Engine;
use attune_store::Store;
use std::env;
use std::fs::{self, File};
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

/// Set for the program that is killed: the folder in which it works.
const FOLDER: &str = "ATTUNE_TEST_KILLED";
/// How often it is killed; `cargo xtask faults` asks for 200.
const KILLS: &str = "ATTUNE_TEST_KILLS";
const ALL: (Timestamp, Timestamp) = (Timestamp(0), Timestamp(i64::MAX));

/// What is there: moods, feedback, the number in the settings, folders.
type Counts = [u64; 4];

fn counts(store: &Store, library: &Library) -> Counts {
    let settings = (store.settings().pace * 1e6).round() as u64;
    let history = store.history(ALL.0, ALL.1).unwrap();
    assert!(
        history.iter().enumerate().all(|(n, entry)| entry.at as usize == n + 1),
        "none is missing between"
    );
    let feedback = store.feedback().unwrap().len() as u64;
    [history.len() as u64, feedback, settings, library.folders().unwrap().len() as u64]
}

/// What the program does until it is killed: it writes, and then says that it has.
fn write_for_ever(dir: &Path) -> ! {
    let data = dir.join("data");
    let (store, _) = Store::open(&data).unwrap();
    let (library, _) = Library::open(&data).unwrap();
    let mut counts = counts(&store, &library);
    let mut engine = Engine::new(Box::new(store), options(), Timestamp(1));
    let (mut feedback, _) = Store::open(&data).unwrap();
    let mut said = File::options().append(true).create(true).open(dir.join("said")).unwrap();
    loop {
        for (kind, count) in counts.iter_mut().enumerate() {
            *count += 1;
            let now = Timestamp(count.cast_signed());
            match kind {
                0 => engine.add_moment(now, Affect::new(0.1, 0.2), None, now).unwrap(),
                1 => {
                    let liked = Feedback::new(TrackId(count.to_string()), FeedbackKind::Liked, now);
                    feedback.add_feedback(&liked).unwrap();
                }
                2 => engine.save_settings(Settings { pace: *count as f64 / 1e6, ..Settings::default() }, now),
                _ => {
                    let folder = dir.join(format!("music/{count}"));
                    fs::create_dir_all(&folder).unwrap();
                    library.add_folder(&folder, now).unwrap();
                }
            }
            said.write_all(&[kind as u8]).unwrap();
        }
    }
}

/// How often each was acknowledged.
fn said(dir: &Path) -> Counts {
    let bytes = fs::read(dir.join("said")).unwrap_or_default();
    [0, 1, 2, 3].map(|kind| bytes.iter().map(|byte| u64::from(*byte == kind)).sum())
}

fn kill_after(dir: &Path, time: Duration) {
    let mut program = Command::new(env::current_exe().unwrap());
    program.args(["--exact", "killed::at_most_what_was_not_acknowledged_is_lost"]).env(FOLDER, dir);
    let mut running = program.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    sleep(time);
    // SIGKILL on Unix: nothing of the program runs any more.
    running.kill().unwrap();
    running.wait().unwrap();
}

fn is_sound(file: &Path) {
    let db = rusqlite::Connection::open(file).unwrap();
    let verdict: String = db.pragma_query_value(None, "quick_check", |row| row.get(0)).unwrap();
    assert_eq!(verdict, "ok", "{}", file.display());
}

#[test]
fn at_most_what_was_not_acknowledged_is_lost() {
    if let Some(dir) = env::var_os(FOLDER) {
        write_for_ever(Path::new(&dir));
    }
    let kills: u64 = env::var(KILLS).ok().and_then(|text| text.parse().ok()).unwrap_or(12);
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("data");
    // What the settings say before anything: each run goes on from there.
    let (mut store, _) = Store::open(&data).unwrap();
    store.save_settings(&Settings { pace: 0.0, ..Settings::default() }).unwrap();
    drop(store);
    let mut random = 0x2545_F491_4F6C_DD1D_u64;
    let mut unacknowledged = 0;
    for kill in 0..kills {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        kill_after(dir.path(), Duration::from_millis(5 + random % 1_000));
        if data.join("attune.db").exists() && data.join("library.db").exists() {
            is_sound(&data.join("attune.db"));
            is_sound(&data.join("library.db"));
        }
        let (store, warnings) = Store::open(&data).unwrap();
        let (library, more) = Library::open(&data).unwrap();
        let codes: Vec<ErrorCode> = warnings.iter().chain(&more).map(|warning| warning.code).collect();
        assert_eq!(codes, [], "kill {kill}");
        let (kept, said) = (counts(&store, &library), said(dir.path()));
        for (kept, said) in kept.iter().zip(said) {
            assert!(said <= *kept, "kill {kill}: {kept} of {said} that were acknowledged");
            unacknowledged += kept - said;
        }
        // What was written and not acknowledged is acknowledged now.
        let mut file = File::options().append(true).create(true).open(dir.path().join("said")).unwrap();
        for (kind, (kept, said)) in (0_u8..).zip(kept.iter().zip(said)) {
            assert!(kept - said <= 1, "kill {kill}: one write was under way, not {}", kept - said);
            file.write_all(&vec![kind; (kept - said) as usize]).unwrap();
        }
    }
    let written: u64 = said(dir.path()).iter().sum();
    assert!(written > kills, "{written}");
    println!(
        "killed {kills} times: {written} writes kept, {unacknowledged} of them not acknowledged, none lost"
    );
}
