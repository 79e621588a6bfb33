//! A disk of 4 MB that is full, or may be read only: a real one (tmpfs) in a mount namespace of the test's own.

use super::START;
use attune_core::ports::Archive as _;
use attune_core::{Affect, ErrorCode, FeedbackKind, Settings, Span, Timestamp};
use attune_library::Library;
use attune_session::{Engine, EngineOptions};
use attune_store::Store;
use std::env;
use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Set within the namespace: where the disk is mounted.
const DISK: &str = "ATTUNE_TEST_DISK";
const ALL: (Timestamp, Timestamp) = (Timestamp(0), Timestamp(i64::MAX));
/// Above the time between two tries.
const SOON: Span = Span::seconds(11);

/// The disk, for the test of that name. Outside of the namespace it runs the test within one, and gives none.
fn disk(test: &str) -> Option<PathBuf> {
    if let Some(disk) = env::var_os(DISK) {
        return Some(disk.into());
    }
    let place = tempfile::tempdir().unwrap();
    let namespace = |script: &str| {
        let mut command = Command::new("unshare");
        command.args(["--user", "--map-root-user", "--mount", "sh", "-c", script, "sh"]).arg(place.path());
        command
    };
    let mount = r#"mount -t tmpfs -o size=4m none "$1""#;
    if !namespace(mount).output().is_ok_and(|tried| tried.status.success()) {
        println!("skipped: no disk can be mounted here (unshare)");
        return None;
    }
    let name = format!("small_disk::{test}");
    let script = format!(r#"{mount} && export {DISK}="$1" && exec "$2" --exact "$3" --nocapture"#);
    let ran = namespace(&script).arg(env::current_exe().unwrap()).arg(name).output().unwrap();
    let said = String::from_utf8_lossy(&ran.stdout) + String::from_utf8_lossy(&ran.stderr);
    assert!(ran.status.success() && said.contains("1 passed"), "{said}");
    None
}

/// Leaves no room at all; the room comes back when the file is removed.
fn fill(disk: &Path) -> PathBuf {
    let path = disk.join("filler");
    let mut filler = File::create(&path).unwrap();
    for size in [64 * 1024, 4096, 1] {
        while filler.write(&vec![1; size]).is_ok_and(|written| written == size) {}
    }
    path
}

fn remount(disk: &Path, how: &str) {
    let done = Command::new("mount").args(["-o", &format!("remount,{how}")]).arg(disk).status().unwrap();
    assert!(done.success(), "remount,{how}");
}

/// An engine over what can be opened, and the codes of its banners.
fn engine(data: &Path) -> Engine {
    let (store, warnings) = Store::open(data).unwrap();
    Engine::new(Box::new(store), EngineOptions { warnings, ..super::options() }, START)
}

fn codes(engine: &mut Engine, now: Timestamp) -> Vec<ErrorCode> {
    engine.state(now).banners.iter().map(|banner| banner.error.code).collect()
}

/// A mood, a piece of feedback and a setting.
fn use_it(engine: &mut Engine, now: Timestamp) {
    engine.correct_mood(Affect::new(-0.4, 0.3), now);
    let id = engine.state(now).queue.next[0].id.clone();
    engine.feedback(&id, FeedbackKind::Liked, now).unwrap();
    engine.save_settings(Settings { pace: 0.875, ..engine.settings().clone() }, now);
}

/// How many moods and pieces of feedback are in the database, and the pace in the settings file.
fn kept(data: &Path) -> (usize, usize, f64) {
    let (store, warnings) = Store::open(data).unwrap();
    assert_eq!(warnings, []);
    (store.history(ALL.0, ALL.1).unwrap().len(), store.feedback().unwrap().len(), store.settings().pace)
}

#[test]
fn what_did_not_fit_is_written_when_there_is_room_again() {
    let Some(disk) = disk("what_did_not_fit_is_written_when_there_is_room_again") else { return };
    let data = disk.join("data");
    let mut engine = engine(&data);
    engine.correct_mood(Affect::new(0.2, 0.2), START);
    let filler = fill(&disk);
    // The log has some room left in its file: it is used up first.
    let mut now = START;
    for _ in 0..200 {
        now = now + Span::minutes(2);
        use_it(&mut engine, now);
    }
    let shown = engine.history(ALL.0, ALL.1).unwrap().len();
    assert_eq!((shown, codes(&mut engine, now)), (201, vec![ErrorCode::NotSavedYet]));
    let feedback = engine.taste().hearts.len();
    assert!(feedback > 0);
    engine.tick(now + SOON);
    assert_eq!(codes(&mut engine, now + SOON), [ErrorCode::NotSavedYet], "still full");
    fs::remove_file(filler).unwrap();
    let later = now + SOON + SOON;
    engine.tick(later);
    assert_eq!(codes(&mut engine, later), [], "the banner goes by itself");
    assert_eq!(kept(&data), (201, 200, 0.875), "beside the running engine");
}

#[test]
fn a_start_on_a_full_disk_is_said_and_ends_without_a_restart() {
    let Some(disk) = disk("a_start_on_a_full_disk_is_said_and_ends_without_a_restart") else { return };
    let data = disk.join("data");
    // What was there before is there, too.
    engine(&data).correct_mood(Affect::new(0.2, 0.2), START);
    let filler = fill(&disk);
    let mut engine = engine(&data);
    assert_eq!(codes(&mut engine, START), [ErrorCode::DiskFull]);
    use_it(&mut engine, START + Span(1));
    assert_eq!(engine.history(ALL.0, ALL.1).unwrap().len(), 2);
    fs::remove_file(filler).unwrap();
    engine.tick(START + SOON);
    assert_eq!(codes(&mut engine, START + SOON), []);
    assert_eq!(kept(&data), (2, 1, 0.875));
    engine.correct_mood(Affect::new(0.9, 0.9), START + Span::minutes(5));
    assert_eq!(kept(&data).0, 3, "and goes on there");
}

#[test]
fn a_first_start_on_a_full_disk_works_and_says_so() {
    let Some(disk) = disk("a_first_start_on_a_full_disk_works_and_says_so") else { return };
    let data = disk.join("data");
    fs::create_dir(&data).unwrap();
    let filler = fill(&disk);
    let (library, warnings) = Library::open(&data).unwrap();
    let codes_of: Vec<_> = warnings.iter().map(|w| w.code).collect();
    assert_eq!(codes_of, [ErrorCode::LibraryInMemory]);
    assert!(warnings[0].message.starts_with("The disk is full"), "{}", warnings[0].message);
    library.add_folder(&data, START).unwrap();
    let mut engine = engine(&data);
    assert_eq!(codes(&mut engine, START), [ErrorCode::DiskFull]);
    use_it(&mut engine, START + Span(1));
    fs::remove_file(filler).unwrap();
    engine.tick(START + SOON);
    assert_eq!((codes(&mut engine, START + SOON), kept(&data)), (vec![], (1, 1, 0.875)));
}

#[test]
fn a_read_only_disk_is_said_read_and_written_once_it_may_be() {
    let Some(disk) = disk("a_read_only_disk_is_said_read_and_written_once_it_may_be") else { return };
    let data = disk.join("data");
    engine(&data).correct_mood(Affect::new(0.2, 0.2), START);
    remount(&disk, "ro");
    let mut engine = engine(&data);
    assert_eq!(codes(&mut engine, START), [ErrorCode::DataFolderReadOnly]);
    use_it(&mut engine, START + Span(1));
    assert_eq!(engine.history(ALL.0, ALL.1).unwrap().len(), 2, "what was there is read");
    engine.tick(START + SOON);
    assert_eq!(codes(&mut engine, START + SOON), [ErrorCode::DataFolderReadOnly]);
    remount(&disk, "rw");
    engine.tick(START + SOON + SOON);
    assert_eq!((codes(&mut engine, START + SOON + SOON), kept(&data)), (vec![], (2, 1, 0.875)));
}
