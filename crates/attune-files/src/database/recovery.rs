//! What came back of a damaged database, in a listener's words.

use std::fmt;
use std::path::PathBuf;
use std::time::{Duration, SystemTime};

const DAY: Duration = Duration::from_hours(24);

/// How a damaged database was rescued.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recovery {
    /// Where the damaged file is now.
    pub aside: PathBuf,
    /// Rows that could be read from it.
    pub salvaged: u64,
    /// Whether those were all.
    pub whole: bool,
    /// Rows that came from a backup.
    pub from_backup: u64,
    /// When that backup was made.
    pub backup: Option<SystemTime>,
}

impl fmt::Display for Recovery {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let age = self.backup.map(|made| age(made.elapsed().unwrap_or_default()));
        match (self.salvaged, age) {
            (salvaged, _) if self.whole => write!(f, "All {salvaged} entries in it were saved.")?,
            (0, None) => f.write_str("Nothing in it could be read, so a new, empty one was begun.")?,
            (0, Some(age)) => {
                write!(
                    f,
                    "It could not be read, so {} entries from a backup {age} are used.",
                    self.from_backup
                )?;
            }
            (salvaged, None) => write!(f, "{salvaged} entries in it were saved; the others are lost.")?,
            (salvaged, Some(age)) => write!(
                f,
                "{salvaged} entries in it were saved, and {} more came from a backup {age}.",
                self.from_backup
            )?,
        }
        write!(f, " The damaged file was set aside as {}.", self.aside.display())
    }
}

/// How long ago a backup was made.
fn age(since: Duration) -> String {
    match since.as_secs() / DAY.as_secs() {
        0 => "made within the last 24 hours".into(),
        1 => "made a day ago".into(),
        days => format!("made {days} days ago"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_came_back_is_said() {
        let said = |salvaged, whole, from_backup, days: Option<u32>| {
            let backup = days.map(|days| SystemTime::now() - DAY * days);
            Recovery { aside: "/d/a.db.corrupt-1".into(), salvaged, whole, from_backup, backup }.to_string()
        };
        let aside = " The damaged file was set aside as /d/a.db.corrupt-1.";
        assert_eq!(said(7, true, 0, None), format!("All 7 entries in it were saved.{aside}"));
        assert_eq!(
            said(7, false, 0, None),
            format!("7 entries in it were saved; the others are lost.{aside}")
        );
        assert_eq!(
            said(7, false, 2, Some(3)),
            format!("7 entries in it were saved, and 2 more came from a backup made 3 days ago.{aside}")
        );
        assert_eq!(
            said(0, false, 9, Some(0)),
            format!(
                "It could not be read, so 9 entries from a backup made within the last 24 hours are used.{aside}"
            )
        );
        assert!(
            said(0, false, 0, None)
                .starts_with("Nothing in it could be read, so a new, empty one was begun.")
        );
    }
}
