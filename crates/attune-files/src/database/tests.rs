use super::*;
use crate::beside;
use rusqlite::params;
use std::fs;
use std::time::SystemTime;

const THINGS: Database = Database {
    file: "things.db",
    steps: &[
        "CREATE TABLE things (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, size REAL) STRICT;
         CREATE TABLE parts (thing INTEGER NOT NULL REFERENCES things (id) ON DELETE CASCADE, place INTEGER NOT NULL,
             name TEXT NOT NULL, PRIMARY KEY (thing, place)) STRICT, WITHOUT ROWID;
         CREATE TABLE counts (things INTEGER NOT NULL) STRICT;
         INSERT INTO counts VALUES (0);
         CREATE TRIGGER thing_made AFTER INSERT ON things BEGIN UPDATE counts SET things = things + 1; END;",
        "CREATE TABLE notes (text TEXT NOT NULL) STRICT;",
    ],
    log_pages: USUAL_LOG_PAGES,
    after_rescue: "DELETE FROM counts; INSERT INTO counts SELECT count(*) FROM things;",
};
const MANY: u32 = 2_000;
/// With a step that fails in its middle.
const TORN: &[&str] = &[THINGS.steps[0], THINGS.steps[1], "CREATE TABLE one (x) STRICT; CREATE nonsense"];

fn fill(db: &mut Connection, from: u32, count: u32) {
    let tx = db.transaction().unwrap();
    for id in from..from + count {
        let name = format!("thing {id} {}", "x".repeat(100));
        tx.execute("INSERT INTO things (id, name, size) VALUES (?1, ?2, 0.5)", params![id, name]).unwrap();
        tx.execute("INSERT INTO parts VALUES (?1, 1, 'a part')", [id]).unwrap();
    }
    tx.commit().unwrap();
}

/// A closed database with many rows.
fn filled() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    let (mut db, _) = THINGS.open(dir.path()).unwrap();
    fill(&mut db, 1, MANY);
    dir
}

fn count(db: &Connection, table: &str) -> u32 {
    db.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0)).unwrap()
}

/// Overwrites a part of a file.
fn damage(path: &Path, at: usize, length: usize) {
    let mut bytes = fs::read(path).unwrap();
    let end = (at + length).min(bytes.len());
    bytes[at..end].fill(0xA5);
    fs::write(path, bytes).unwrap();
}

/// Opens a damaged one, which must be sound afterwards.
fn rescued(dir: &Path) -> (Connection, Recovery) {
    let (db, recovery) = THINGS.open(dir).unwrap();
    sound(&db).unwrap();
    let things = count(&db, "things");
    assert_eq!(db.query_row("SELECT things FROM counts", [], |r| r.get::<_, u32>(0)).unwrap(), things);
    let orphans = "SELECT count(*) FROM parts WHERE thing NOT IN (SELECT id FROM things)";
    assert_eq!(db.query_row(orphans, [], |r| r.get::<_, u32>(0)).unwrap(), 0);
    (db, recovery.unwrap())
}

#[test]
fn rows_around_damaged_pages_are_saved() {
    let dir = filled();
    let path = dir.path().join(THINGS.file);
    let pages = fs::metadata(&path).unwrap().len() as usize / 4_096;
    // Two pages apart, so that one lies between what is read from either end.
    for page in [pages / 3, pages / 2] {
        damage(&path, page * 4_096, 4_096);
    }
    let before = fs::read(&path).unwrap();
    let (mut db, recovery) = rescued(dir.path());
    let things = count(&db, "things");
    assert!((MANY - 150..MANY).contains(&things), "{things}");
    assert!(!recovery.whole && recovery.salvaged > u64::from(things));
    assert_eq!(fs::read(&recovery.aside).unwrap(), before, "nothing is thrown away");
    assert!(recovery.aside.ends_with("things.db.corrupt-1"));
    fill(&mut db, MANY + 1, 1);
    drop(db);
    assert_eq!(THINGS.open(dir.path()).unwrap().1, None, "once");
}

#[test]
fn a_backup_completes_what_could_not_be_read() {
    let dir = filled();
    assert!(THINGS.back_up(dir.path()).unwrap());
    let (mut db, _) = THINGS.open(dir.path()).unwrap();
    fill(&mut db, MANY + 1, 500);
    drop(db);
    let path = dir.path().join(THINGS.file);
    for page in [0, 1, 2, 10, 20] {
        let kept = fs::read(&path).unwrap();
        damage(&path, page * 4_096, 4_096);
        let (db, recovery) = rescued(dir.path());
        let things = count(&db, "things");
        assert!(things >= MANY, "page {page}: {things} {recovery}");
        assert!(recovery.whole || recovery.backup.is_some(), "page {page}");
        if page > 2 {
            assert_eq!(things, MANY + 500, "page {page} {recovery}");
        }
        drop(db);
        fs::write(&path, kept).unwrap();
    }
}

#[test]
fn nothing_readable_falls_back_to_a_backup_and_then_to_nothing() {
    let dir = filled();
    let path = dir.path().join(THINGS.file);
    THINGS.back_up(dir.path()).unwrap();
    for wrong in [Vec::new(), b"no database".to_vec(), vec![0xFF; 100_000]] {
        fs::write(&path, &wrong).unwrap();
        let (db, recovery) = rescued(dir.path());
        assert_eq!((count(&db, "things"), recovery.salvaged), (MANY, 0), "{} bytes", wrong.len());
    }
    THINGS.forget_backups(dir.path()).unwrap();
    fs::write(&path, vec![0xFF; 100_000]).unwrap();
    let (db, recovery) = rescued(dir.path());
    assert_eq!((count(&db, "things"), recovery.backup), (0, None));
    THINGS.remove_copies(dir.path()).unwrap();
    let left = fs::read_dir(dir.path()).unwrap().count();
    assert_eq!(left, 3, "the database and what SQLite keeps beside it");
}

#[test]
fn changes_behind_damage_in_the_log_are_saved() {
    let dir = tempfile::tempdir().unwrap();
    let (mut db, _) = THINGS.open(dir.path()).unwrap();
    for part in 0..10 {
        fill(&mut db, 1 + part * 20, 20);
    }
    // As a kill leaves it: the log beside the file.
    let killed = tempfile::tempdir().unwrap();
    for side in ["", "-wal"] {
        let file = beside(Path::new(THINGS.file), side);
        fs::copy(dir.path().join(&file), killed.path().join(&file)).unwrap();
    }
    let wal = beside(&killed.path().join(THINGS.file), "-wal");
    let length = fs::metadata(&wal).unwrap().len() as usize;
    let frame = 4_096 + 24;
    let middle = 32 + (length - 32) / frame / 2 * frame + 100;
    damage(&wal, middle, 8);
    assert!(log::is_damaged(&killed.path().join(THINGS.file)).unwrap());
    let (db, recovery) = rescued(killed.path());
    let things = count(&db, "things");
    assert!(things >= 160, "{things} of 200: {recovery}");
    assert!(beside(&recovery.aside, "-wal").exists());
}

#[test]
fn a_log_that_ends_in_the_middle_is_a_crash_and_no_damage() {
    let dir = tempfile::tempdir().unwrap();
    let (mut db, _) = THINGS.open(dir.path()).unwrap();
    fill(&mut db, 1, 20);
    fill(&mut db, 21, 20);
    let killed = tempfile::tempdir().unwrap();
    for side in ["", "-wal"] {
        let file = beside(Path::new(THINGS.file), side);
        fs::copy(dir.path().join(&file), killed.path().join(&file)).unwrap();
    }
    let wal = beside(&killed.path().join(THINGS.file), "-wal");
    let length = fs::metadata(&wal).unwrap().len();
    fs::OpenOptions::new().write(true).open(&wal).unwrap().set_len(length - 1_000).unwrap();
    let (db, recovery) = THINGS.open(killed.path()).unwrap();
    assert_eq!((count(&db, "things"), recovery), (20, None));
}

#[test]
fn an_earlier_format_is_rescued_as_it_is_and_then_brought_up() {
    let dir = tempfile::tempdir().unwrap();
    let first = Database { steps: &THINGS.steps[..1], ..THINGS };
    let (mut db, _) = first.open(dir.path()).unwrap();
    fill(&mut db, 1, MANY);
    drop(db);
    let path = dir.path().join(THINGS.file);
    // The last page is damaged, none before.
    let pages = fs::metadata(&path).unwrap().len() as usize / 4_096;
    damage(&path, (pages - 1) * 4_096, 4_096);
    let (db, recovery) = rescued(dir.path());
    assert!(count(&db, "things") > MANY / 2, "{recovery}");
    assert_eq!((version(&db).unwrap(), count(&db, "notes")), (2, 0));
}

#[test]
fn numbers_of_rows_that_are_gone_are_not_given_again() {
    let dir = filled();
    let (db, _) = THINGS.open(dir.path()).unwrap();
    db.execute("DELETE FROM things WHERE id > 1990", []).unwrap();
    drop(db);
    let path = dir.path().join(THINGS.file);
    damage(&path, 20 * 4_096, 4_096);
    let (db, _) = rescued(dir.path());
    db.execute("INSERT INTO things (name) VALUES ('new')", []).unwrap();
    assert_eq!(db.last_insert_rowid(), i64::from(MANY) + 1);
}

/// The backups' file names, newest first, and how many things are in each.
fn backups(dir: &Path) -> Vec<(String, u32)> {
    let name = |path: PathBuf| path.file_name().unwrap().to_string_lossy().into_owned();
    let all = THINGS.backups(&dir.join(THINGS.file)).into_iter();
    all.map(|(path, _)| (name(path.clone()), count(&Connection::open(path).unwrap(), "things"))).collect()
}

fn make_older(dir: &Path, hours: u64) {
    for (backup, made) in THINGS.backups(&dir.join(THINGS.file)) {
        let file = fs::OpenOptions::new().write(true).open(backup).unwrap();
        file.set_modified(made - Duration::from_hours(hours)).unwrap();
    }
}

#[test]
fn three_backups_roll_a_day_apart() {
    let dir = tempfile::tempdir().unwrap();
    let (mut db, _) = THINGS.open(dir.path()).unwrap();
    for day in 0..5 {
        fill(&mut db, 1 + day * 10, 10);
        assert!(THINGS.back_up(dir.path()).unwrap());
        assert!(!THINGS.back_up(dir.path()).unwrap(), "one a day");
        make_older(dir.path(), 24);
    }
    let expected = [("things.db.backup-1", 50), ("things.db.backup-2", 40), ("things.db.backup-3", 30)];
    assert_eq!(backups(dir.path()), expected.map(|(name, things)| (name.to_owned(), things)));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = fs::metadata(dir.path().join("things.db.backup-1")).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    // A clock that was set back does not stop them.
    let file = fs::OpenOptions::new().write(true).open(dir.path().join("things.db.backup-1")).unwrap();
    file.set_modified(SystemTime::now() + Duration::from_hours(100)).unwrap();
    assert!(THINGS.back_up(dir.path()).unwrap());
}

#[test]
fn a_damaged_database_does_not_become_a_backup() {
    let dir = filled();
    THINGS.back_up(dir.path()).unwrap();
    make_older(dir.path(), 48);
    damage(&dir.path().join(THINGS.file), 20 * 4_096, 4_096);
    assert!(THINGS.back_up(dir.path()).is_err());
    assert_eq!(backups(dir.path()), [("things.db.backup-1".to_owned(), MANY)]);
    let left = fs::read_dir(dir.path())
        .unwrap()
        .filter(|e| e.as_ref().unwrap().file_name().to_string_lossy().starts_with(crate::HALF_WRITTEN));
    assert_eq!(left.count(), 0);
}

#[test]
fn what_is_deleted_is_deleted_from_backups_too() {
    let dir = filled();
    THINGS.back_up(dir.path()).unwrap();
    let place = dir.path().join("things.db.backup-1");
    let holds = |text: &str| fs::read(&place).unwrap().windows(text.len()).any(|w| w == text.as_bytes());
    assert!(holds("thing 1234 "));
    let delete = |db: &mut Connection| db.execute("DELETE FROM things WHERE id = 1234", []).is_ok();
    THINGS.change_backups(dir.path(), delete).unwrap()().unwrap();
    assert!(!holds("thing 1234 "));
    assert_eq!(backups(dir.path())[0].1, MANY - 1);
    THINGS.change_backups(dir.path(), |_| false).unwrap()().unwrap();
    assert_eq!(backups(dir.path()), []);
    assert!(THINGS.change_backups(dir.path(), |_| true).is_none(), "there are none");
}

#[test]
fn a_newer_format_is_left_alone_also_where_it_is_damaged() {
    let dir = filled();
    let path = dir.path().join(THINGS.file);
    Connection::open(&path).unwrap().pragma_update(None, "user_version", 9).unwrap();
    damage(&path, 20 * 4_096, 4_096);
    let before = fs::read(&path).unwrap();
    assert!(matches!(THINGS.open(dir.path()), Err(OpenError::Newer { found: 9, known: 2 })));
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn every_format_leads_to_the_latest() {
    let schema = |db: &Connection| -> Vec<String> {
        let mut q = db.prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name").unwrap();
        q.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    };
    let fresh = THINGS.in_memory().unwrap();
    let mut db = Database { steps: &THINGS.steps[..1], ..THINGS }.in_memory().unwrap();
    db.execute("INSERT INTO things (name) VALUES ('a')", []).unwrap();
    THINGS.bring_up(&mut db).unwrap();
    assert_eq!((schema(&db), count(&db, "things")), (schema(&fresh), 1));
    // A step that fails changes nothing.
    assert!(Database { steps: TORN, ..THINGS }.bring_up(&mut db).is_err());
    assert_eq!((schema(&db), version(&db).unwrap()), (schema(&fresh), 2));
}
