//! The database's format.

use attune_files::database::Database;

/// The database of moods, feedback and catalogues.
pub(crate) const DATABASE: Database = Database {
    file: "attune.db",
    steps: &[
        include_str!("../migrations/0001_history_feedback_catalogues.sql"),
        include_str!("../migrations/0002_learned.sql"),
        include_str!("../migrations/0003_circumstances.sql"),
        include_str!("../migrations/0004_place.sql"),
        include_str!("../migrations/0005_complete_catalogues.sql"),
        include_str!("../migrations/0006_past.sql"),
        include_str!("../migrations/0007_past_totals.sql"),
    ],
    // 1 MiB: a log that grows until it is brought in takes the room of what is to be written on a small disk.
    log_pages: 250,
    after_rescue: "",
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rows::past;
    use rusqlite::Connection;

    fn tables(db: &Connection) -> Vec<String> {
        let mut q = db.prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name").unwrap();
        q.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    }

    #[test]
    fn every_format_leads_to_the_latest_and_keeps_what_is_there() {
        let fresh = DATABASE.in_memory().unwrap();
        for from in 1..=DATABASE.steps.len() {
            let mut db = Database { steps: &DATABASE.steps[..from], ..DATABASE }.in_memory().unwrap();
            db.execute("INSERT INTO feedback (track, kind, at) VALUES ('a', 'liked', 1)", []).unwrap();
            DATABASE.bring_up(&mut db).unwrap();
            assert_eq!(tables(&db), tables(&fresh));
            let kept: i64 = db.query_row("SELECT count(*) FROM feedback", [], |r| r.get(0)).unwrap();
            assert_eq!(kept, 1, "from format {from}");
        }
    }

    #[test]
    fn histories_of_an_earlier_format_are_counted() {
        let mut db = Database { steps: &DATABASE.steps[..6], ..DATABASE }.in_memory().unwrap();
        db.execute_batch(
            "INSERT INTO past_histories (id, source, added_at, complete) VALUES (4, 'Spotify', 9, 1), (5, 'iTunes', 9, 1);
             INSERT INTO past_tracks (id, history, title, artist) VALUES (1, 4, 'a', 'x'), (2, 4, 'b', 'x');
             INSERT INTO past_plays (track, at, ending, times) VALUES (1, 30, 'finished', 2), (1, 10, 'skipped', 1),
                (2, NULL, 'unknown', 4);",
        )
        .unwrap();
        DATABASE.bring_up(&mut db).unwrap();
        let all = past::all(&db).unwrap();
        let told: Vec<_> = all.iter().map(|h| (h.id, h.tracks, h.plays, h.from, h.to)).collect();
        assert_eq!(told, [(4, 2, 7, Some(10.0), Some(30.0)), (5, 0, 0, None, None)]);
    }
}
