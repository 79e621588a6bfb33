//! Deleting everything, so that it cannot be read from the files any more.

use crate::database::DATABASE;
use crate::error::LocalError;
use crate::library::Library;
use attune_core::AppError;
use rusqlite::Connection;
use std::path::Path;

impl Library {
    /// Forgets folders, tracks and what was heard, overwrites them in the database's file, and removes backups and
    /// what was set aside. Music files are not touched.
    ///
    /// Fails with `library_scanning` or `library_analysing` while such work runs, and with `erase_incomplete` where
    /// another process has the file open. All steps are tried even if one fails.
    pub fn erase(&self) -> Result<(), AppError> {
        let (_no_scan, _no_analysis) = (self.one_scan()?, self.one_analysis()?);
        let files = self.dir().map_or(Ok(()), remove_copies);
        let rows = forget(&self.writer());
        Ok(rows.and(files)?)
    }
}

/// Deletes rows (overwritten by `secure_delete`), brings that from the log into the file, and takes out the gaps.
fn forget(db: &Connection) -> Result<(), LocalError> {
    db.execute_batch(
        "BEGIN IMMEDIATE; DELETE FROM words; DELETE FROM files; DELETE FROM analyses; DELETE FROM tracks; DELETE FROM folders;
         DELETE FROM moves; DELETE FROM sqlite_sequence; COMMIT;",
    )?;
    db.execute_batch("INSERT INTO words (words) VALUES ('optimize'); VACUUM;")?;
    let busy: bool = db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
    if busy { Err(LocalError::EraseIncomplete) } else { Ok(()) }
}

/// Removes backups and what was set aside.
fn remove_copies(dir: &Path) -> Result<(), LocalError> {
    Ok(DATABASE.forget_backups(dir).and(DATABASE.remove_copies(dir))?)
}

/// Whether the database's file and its log, in this folder, hold these bytes.
#[cfg(test)]
pub(crate) fn holds(dir: &Path, bytes: &[u8]) -> bool {
    use attune_files::beside;
    let all =
        ["", "-wal"].map(|side| std::fs::read(beside(&dir.join(DATABASE.file), side)).unwrap_or_default());
    all.iter().any(|file| file.windows(bytes.len()).any(|w| w == bytes))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::{tag, wav};
    use crate::{Control, Query};
    use attune_core::Timestamp;

    #[test]
    fn nothing_can_be_read_from_the_file_afterwards() {
        let (data, music) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let (library, warnings) = Library::open(data.path()).unwrap();
        assert_eq!(warnings, []);
        let file = music.path().join("canaryfile.wav");
        std::fs::write(&file, wav(3)).unwrap();
        tag(&file, "Canarytitle", "Canaryartist");
        library.add_folder(music.path(), Timestamp(1)).unwrap();
        library.scan(&[], Timestamp(2), &Control::new(), &mut |_| {}).unwrap();
        std::fs::write(data.path().join(format!("{}1", DATABASE.aside())), "Canarytitle").unwrap();
        let words: [&[u8]; 4] = [b"Canarytitle", b"canarytitle", b"canaryartist", b"canaryfile"];
        assert!(words.iter().any(|w| holds(data.path(), w)));
        let exported = library.export().unwrap();
        assert_eq!(exported["tracks"][0]["title"], "Canarytitle");
        library.erase().unwrap();
        assert!(!words.iter().any(|w| holds(data.path(), w)));
        assert!(!data.path().join(format!("{}1", DATABASE.aside())).exists());
        assert_eq!(library.page(&Query { limit: 5, ..Query::default() }).unwrap().total, 0);
        assert_eq!(library.folders().unwrap(), []);
        // It goes on as new.
        library.add_folder(music.path(), Timestamp(3)).unwrap();
        library.scan(&[], Timestamp(4), &Control::new(), &mut |_| {}).unwrap();
        assert_eq!(
            library.page(&Query { text: "canaryt".into(), limit: 5, ..Query::default() }).unwrap().total,
            1
        );
    }
}
