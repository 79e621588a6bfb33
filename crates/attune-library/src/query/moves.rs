//! What was looked up of an order follows the tracks that moved in it since.
//!
//! A place that was looked up has a row's columns and how many rows come before it. One track that leaves or comes
//! changes that number by one, for all places behind it. The database keeps the last moves (`migrations/0005_moves.sql`),
//! so that a change of a few tracks does not cost the way through half an index again.

use super::order::Kept;
use crate::error::LocalError;
use rusqlite::types::Value;
use rusqlite::{Connection, Row};
use std::cmp::Ordering;
use std::collections::{BTreeMap, HashSet};

/// The values of an order's columns in one row.
pub(super) type Key = Vec<Value>;

/// A track that left a place of an order, or came to one.
struct Move {
    came: bool,
    key: Key,
}

/// Places in an order, by how many rows come before them.
pub(super) type Places = BTreeMap<u32, Key>;

/// The moves in an order since its state had this number, until it has that one.
pub(super) struct Moves(Vec<Move>);

impl Moves {
    /// None where the database does not hold them all any more.
    pub(super) fn between(
        db: &Connection,
        order: Kept,
        before: i64,
        now: i64,
    ) -> Result<Option<Self>, LocalError> {
        // Counts begin anew when a database is rescued.
        let Ok(wanted) = usize::try_from(now - before) else { return Ok(None) };
        let (mut times, mut moves) = (HashSet::new(), Vec::new());
        let sql = format!("SELECT at, came, {} FROM moves WHERE at > ?1 ORDER BY at, came", order.all());
        let mut query = db.prepare_cached(&sql)?;
        let read = |row: &Row| {
            let one = Move { came: row.get(1)?, key: key(row, 2, order.columns)? };
            Ok((row.get::<_, i64>(0)?, one))
        };
        for row in query.query_map([before], read)? {
            let (at, one) = row?;
            times.insert(at);
            moves.push(one);
        }
        Ok((times.len() == wanted).then_some(Self(moves)))
    }

    /// The places as they are after the moves, without those whose own track left.
    pub(super) fn follow(&self, places: Places) -> Places {
        let mut places: Vec<(u32, Key, bool)> = places.into_iter().map(|(at, key)| (at, key, true)).collect();
        // By how much the number of rows before a place changes from there on.
        let mut changes = vec![0_i64; places.len() + 1];
        for Move { came, key } in &self.0 {
            let behind = places.partition_point(|(_, place, _)| compare(place, key).is_le());
            changes[behind] += if *came { 1 } else { -1 };
            if let Some((_, place, stays)) = behind.checked_sub(1).and_then(|at| places.get_mut(at))
                && compare(place, key).is_eq()
            {
                *stays = *came;
            }
        }
        let mut change = 0;
        let moved = places.into_iter().zip(changes).filter_map(|((at, key, stays), by)| {
            change += by;
            let at = u32::try_from(i64::from(at) + change).ok()?;
            stays.then_some((at, key))
        });
        moved.collect()
    }

    /// By how many tracks with a known value in the first column there are more.
    pub(super) fn known(&self, order: Kept) -> i32 {
        let unknown = order.unknown();
        let known = self.0.iter().filter(|m| m.key.first() != Some(&unknown));
        known.map(|m| if m.came { 1 } else { -1 }).sum()
    }
}

/// The columns of a key, of which the first one stands at `first` in the row.
pub(super) fn key(row: &Row, first: usize, columns: usize) -> rusqlite::Result<Key> {
    (first..first + columns).map(|at| row.get(at)).collect()
}

/// As the database orders rows; a column has values of one kind only.
fn compare(a: &[Value], b: &[Value]) -> Ordering {
    let one = |(a, b): (&Value, &Value)| match (a, b) {
        (Value::Integer(a), Value::Integer(b)) => a.cmp(b),
        (Value::Blob(a), Value::Blob(b)) => a.cmp(b),
        _ => Ordering::Equal,
    };
    a.iter().zip(b).map(one).find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::order::KEPT;
    use crate::query::places::{Pages, State};
    use crate::query::tests::library;

    /// All rows of an order as they stand.
    fn rows(db: &Connection, order: Kept) -> Vec<Key> {
        let sql = format!("SELECT {0} FROM tracks WHERE gone_at IS NULL ORDER BY {0}", order.all());
        let mut query = db.prepare(&sql).unwrap();
        query.query_map([], |row| key(row, 0, order.columns)).unwrap().map(Result::unwrap).collect()
    }

    /// Looks some places up and gives all that is remembered, each of which has to be true.
    fn remembered(db: &Connection, pages: &mut Pages, order: Kept) -> Places {
        let state = State::of(db).unwrap();
        let rows = rows(db, order);
        let mut walk = pages.walk(db, order, state).unwrap();
        let places = walk.places().clone();
        for (at, key) in &places {
            assert_eq!(rows.get(*at as usize), Some(key), "{} at {at}", order.index);
        }
        for descending in [false, true] {
            for offset in [20, 90, 150] {
                assert_eq!(walk.page(descending, offset, 7).unwrap().len(), 7);
            }
        }
        let known = rows.iter().filter(|key| key.first() != Some(&order.unknown())).count();
        assert_eq!(walk.known().unwrap() as usize, known, "{}", order.index);
        places
    }

    #[test]
    fn places_follow_whatever_moves() {
        let library = library(200);
        let db = library.writer();
        let mut pages = Pages::default();
        let mut kept = 0;
        for round in 0..60_u32 {
            let id = round * 37 % 180 + 1;
            let change = match round % 6 {
                0 => "UPDATE tracks SET artist_key = x'41', number = 3 WHERE id = ?1",
                1 => "UPDATE tracks SET gone_at = iif(gone_at IS NULL, 1, NULL), year = NULL WHERE id = ?1",
                2 => "DELETE FROM tracks WHERE id = ?1",
                3 => {
                    "UPDATE tracks SET title_key = x'7A', genre_key = x'FFFFFFFF', duration_ms = 9 WHERE id = ?1"
                }
                4 => {
                    "INSERT INTO tracks (name, sound, found_at, title, artist, format, title_key)
                     VALUES ('new' || ?1, ?1 || 'new', 5, 't', 'a', 'mp3', x'50')"
                }
                _ => "UPDATE tracks SET album_key = title_key, owner_key = x'42', found_at = 4 WHERE id > ?1",
            };
            // A sound is bytes.
            let change = change.replace("?1 || 'new'", "CAST(?1 || 'new' AS BLOB)");
            db.execute(&change, [id]).unwrap();
            kept += KEPT.iter().map(|order| remembered(&db, &mut pages, *order).len()).sum::<usize>();
        }
        // Five places or so in each order, less those whose own track left.
        assert!(kept > 59 * KEPT.len() * 3, "only {kept} were kept");
    }

    #[test]
    fn what_the_database_knows_no_more_is_forgotten() {
        let library = library(200);
        let db = library.writer();
        let mut pages = Pages::default();
        let order = KEPT[0];
        remembered(&db, &mut pages, order);
        assert_ne!(remembered(&db, &mut pages, order), Places::new());
        for i in 0..1_001 {
            db.execute("UPDATE tracks SET number = ?1 WHERE id = 5", [i + 10]).unwrap();
        }
        assert_eq!(remembered(&db, &mut pages, order), Places::new(), "more moves than are kept");
        db.execute("UPDATE tracks SET number = 5 WHERE id = 5", []).unwrap();
        assert_ne!(remembered(&db, &mut pages, order), Places::new());
        db.execute_batch("UPDATE tracks SET number = 6 WHERE id = 5; DELETE FROM moves").unwrap();
        assert_eq!(remembered(&db, &mut pages, order), Places::new(), "as when a folder was removed");
        let kept: u32 = db.query_row("SELECT count(*) FROM moves", [], |row| row.get(0)).unwrap();
        assert_eq!(kept, 0);
    }
}
