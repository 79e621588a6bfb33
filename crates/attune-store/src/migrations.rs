//! Numbered steps from each format of the database to the next. Only forward, each step once, all or nothing.
//!
//! A step that was released is never edited; a change is a new file with the next number.

use crate::error::StoreError;
use rusqlite::{Connection, TransactionBehavior};

/// The steps in order: the first makes format 1.
pub(crate) const STEPS: &[&str] = &[
    include_str!("../migrations/0001_history_feedback_catalogues.sql"),
    include_str!("../migrations/0002_learned.sql"),
    include_str!("../migrations/0003_circumstances.sql"),
    include_str!("../migrations/0004_place.sql"),
    include_str!("../migrations/0005_complete_catalogues.sql"),
];

/// The format of a database; 0 for an empty one.
pub(crate) fn version(db: &Connection) -> Result<u32, StoreError> {
    let version: i64 = db.pragma_query_value(None, "user_version", |row| row.get(0))?;
    Ok(u32::try_from(version).unwrap_or(0))
}

/// Refuses a database of a format that is not known here.
pub(crate) fn check_known(db: &Connection, steps: &[&str]) -> Result<(), StoreError> {
    let (found, known) = (version(db)?, steps.len() as u32);
    if found > known { Err(StoreError::Newer { found, known }) } else { Ok(()) }
}

/// Takes the steps that are missing, in one transaction.
pub(crate) fn run(db: &mut Connection, steps: &[&str]) -> Result<(), StoreError> {
    check_known(db, steps)?;
    if version(db)? as usize == steps.len() {
        return Ok(());
    }
    let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Another process may have been quicker while this one waited for the lock.
    let done = version(&tx)? as usize;
    for (i, step) in steps.iter().enumerate().skip(done) {
        tx.execute_batch(step)?;
        tx.pragma_update(None, "user_version", i as u32 + 1)?;
    }
    tx.commit()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tables(db: &Connection) -> Vec<String> {
        let mut q = db.prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name").unwrap();
        q.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    }

    #[test]
    fn every_format_leads_to_the_latest() {
        let mut fresh = Connection::open_in_memory().unwrap();
        run(&mut fresh, STEPS).unwrap();
        for from in 0..=STEPS.len() {
            let mut db = Connection::open_in_memory().unwrap();
            run(&mut db, &STEPS[..from]).unwrap();
            assert_eq!(version(&db).unwrap() as usize, from);
            if from > 0 {
                db.execute("INSERT INTO feedback (track, kind, at) VALUES ('a', 'liked', 1)", []).unwrap();
            }
            run(&mut db, STEPS).unwrap();
            assert_eq!(tables(&db), tables(&fresh));
            let kept: i64 = db.query_row("SELECT count(*) FROM feedback", [], |r| r.get(0)).unwrap();
            assert_eq!(kept, i64::from(from > 0), "from format {from}");
        }
    }

    #[test]
    fn a_later_step_keeps_what_is_there() {
        let mut db = Connection::open_in_memory().unwrap();
        run(&mut db, STEPS).unwrap();
        db.execute("INSERT INTO feedback (track, kind, at) VALUES ('a', 'liked', 1)", []).unwrap();
        let more = [STEPS, &["ALTER TABLE feedback ADD COLUMN why TEXT"]].concat();
        run(&mut db, &more).unwrap();
        let track: String =
            db.query_row("SELECT track FROM feedback WHERE why IS NULL", [], |r| r.get(0)).unwrap();
        assert_eq!((track.as_str(), version(&db).unwrap() as usize), ("a", more.len()));
    }

    #[test]
    fn a_step_that_fails_changes_nothing() {
        let mut db = Connection::open_in_memory().unwrap();
        run(&mut db, STEPS).unwrap();
        let before = tables(&db);
        let more = [STEPS, &["CREATE TABLE one (x) STRICT; CREATE nonsense"]].concat();
        assert!(run(&mut db, &more).is_err());
        assert_eq!((tables(&db), version(&db).unwrap() as usize), (before, STEPS.len()));
    }

    #[test]
    fn a_newer_format_is_refused() {
        let mut db = Connection::open_in_memory().unwrap();
        db.pragma_update(None, "user_version", STEPS.len() as u32 + 5).unwrap();
        assert!(matches!(run(&mut db, STEPS), Err(StoreError::Newer { .. })));
    }
}
