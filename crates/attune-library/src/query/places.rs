//! Any place in an order, however far, without reading all before it.
//!
//! An index knows what comes next, but not what comes hundred-thousandth. So places that were looked up are remembered.
//! They follow the tracks that move (`moves.rs`), and are forgotten when too many did, or when listening changed the
//! order by length. The way to another place is counted from an end of the order, or from a remembered place if that is
//! nearer: then in steps that are remembered too. Where equals are shown in ascending order though the first column descends, whole groups
//! of equals are walked backwards, and each is read forwards; where a long one begins and ends is remembered as well.

use super::moves::{Key, Moves, Places, key};
use super::order::{Kept, Sort};
use crate::database::Revision;
use crate::error::LocalError;
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row, params_from_iter};
use std::collections::HashMap;
use std::sync::Arc;

/// The longest step between two remembered places.
const STEP: u32 = 10_000;
/// A row on the way from a remembered place takes as long as so many on the way from an end: SQLite compares each of
/// them with the place again.
const COMPARED: u32 = 2;
/// Equals before or behind a row that are counted anew each time.
const COUNTED: u32 = 500;

/// What is remembered from one page to the next.
#[derive(Debug, Default)]
pub(crate) struct Pages {
    /// Places in the orders, by the names of the indexes that keep them.
    orders: HashMap<&'static str, Remembered>,
    /// The last order that no index keeps, and the library's state of which it is.
    pub(super) list: Option<(Revision, List, Arc<[i64]>)>,
}

/// How many tracks there are, and how often they were put at other places.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct State {
    pub(super) tracks: u32,
    /// In any order.
    orders: i64,
    /// In the order by length, as heard.
    lengths: i64,
}

/// What was found, in an order.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct List {
    pub(super) matching: String,
    pub(super) sort: Sort,
    pub(super) descending: bool,
}

/// What is remembered of an order in one state.
#[derive(Debug, Default)]
struct Remembered {
    state: State,
    places: Places,
    /// How many tracks have a known value in the first column.
    known: Option<u32>,
}

/// One order in a database, with what is remembered of it.
pub(super) struct Walk<'w> {
    db: &'w Connection,
    order: Kept,
    total: u32,
    remembered: &'w mut Remembered,
}

impl State {
    pub(super) fn of(db: &Connection) -> Result<Self, LocalError> {
        let mut state = db.prepare_cached("SELECT tracks, orders, lengths FROM counts")?;
        let read = |row: &Row| Ok(Self { tracks: row.get(0)?, orders: row.get(1)?, lengths: row.get(2)? });
        Ok(state.query_row([], read)?)
    }

    /// As far as it concerns an order.
    fn for_order(self, order: Kept) -> Self {
        Self { lengths: if order.by_length() { self.lengths } else { 0 }, ..self }
    }
}

impl Pages {
    /// An order over all tracks. What is remembered of another state of it is brought to this one, or forgotten.
    pub(super) fn walk<'w>(
        &'w mut self,
        db: &'w Connection,
        order: Kept,
        state: State,
    ) -> Result<Walk<'w>, LocalError> {
        let remembered = self.orders.entry(order.index).or_default();
        remembered.bring_to(db, order, state.for_order(order))?;
        Ok(Walk { db, order, total: state.tracks, remembered })
    }
}

impl Remembered {
    fn bring_to(&mut self, db: &Connection, order: Kept, state: State) -> Result<(), LocalError> {
        if self.state == state {
            return Ok(());
        }
        let before = std::mem::replace(self, Self { state, ..Self::default() });
        if before.state.lengths == state.lengths
            && !before.places.is_empty()
            && let Some(moves) = Moves::between(db, order, before.state.orders, state.orders)?
        {
            self.known = before.known.and_then(|known| known.checked_add_signed(moves.known(order)));
            self.places = moves.follow(before.places);
        }
        Ok(())
    }
}

impl Walk<'_> {
    /// The numbers of `limit` tracks from the place `offset` on.
    pub(super) fn page(&mut self, descending: bool, offset: u32, limit: u32) -> Result<Vec<i64>, LocalError> {
        if offset >= self.total || limit == 0 {
            return Ok(Vec::new());
        }
        if descending { self.descending(offset, limit) } else { self.ascending(offset, limit) }
    }

    fn ascending(&mut self, offset: u32, limit: u32) -> Result<Vec<i64>, LocalError> {
        let Some(key) = self.at(offset)? else { return Ok(Vec::new()) };
        let (all, marks) = (self.order.all(), marks(self.order.columns));
        let sql = self.select("id", &format!("AND ({all}) >= ({marks}) ORDER BY {all} LIMIT ?"));
        numbers(self.db, &sql, key.into_iter().chain([limit.into()]))
    }

    fn descending(&mut self, offset: u32, limit: u32) -> Result<Vec<i64>, LocalError> {
        let known = self.known()?;
        let place = if offset < known {
            // As many as come behind it in its group now, come before the row asked for when the group is turned.
            let Some(turned) = self.at(known - 1 - offset)? else { return Ok(Vec::new()) };
            let (begins, behind) = self.group(known - 1 - offset, &turned)?;
            begins + behind
        } else {
            // Those of which nothing is known come last either way.
            offset
        };
        let Some(key) = self.at(place)? else { return Ok(Vec::new()) };
        let first = self.order.first;
        let mut group = key.first().cloned().unwrap_or(Value::Null);
        let from = format!("({}) >= ({})", self.order.then, marks(self.order.columns - 1));
        let rest = format!("AND {first} = ? AND {from} ORDER BY {} LIMIT ?", self.order.then);
        let mut ids = numbers(self.db, &self.select("id", &rest), key.into_iter().chain([limit.into()]))?;
        loop {
            if ids.len() as u32 >= limit || group == self.order.unknown() {
                return Ok(ids);
            }
            let before = format!("AND {first} < ? ORDER BY {first} DESC LIMIT 1");
            let next = self.one(&self.select(first, &before), [group], |row| row.get(0))?;
            group = next.unwrap_or_else(|| self.order.unknown());
            let equals = format!("AND {first} = ? ORDER BY {} LIMIT ?", self.order.then);
            let missing = limit - ids.len() as u32;
            ids.extend(numbers(self.db, &self.select("id", &equals), [group.clone(), missing.into()])?);
        }
    }

    /// What is remembered.
    #[cfg(test)]
    pub(super) fn places(&self) -> &Places {
        &self.remembered.places
    }

    /// How many tracks have a known value in the first column.
    pub(super) fn known(&mut self) -> Result<u32, LocalError> {
        if let Some(known) = self.remembered.known {
            return Ok(known);
        }
        let sql = self.select("count(*)", &format!("AND {} = ?", self.order.first));
        let unknown: u32 = self.one(&sql, [self.order.unknown()], |row| row.get(0))?.unwrap_or(0);
        Ok(*self.remembered.known.insert(self.total.saturating_sub(unknown)))
    }

    /// Where the group of equals begins in which the track at a place lies, and how many of them come behind it.
    fn group(&mut self, place: u32, key: &Key) -> Result<(u32, u32), LocalError> {
        let remembered =
            self.remembered.places.range(place + 1..).find(|(_, other)| other.first() != key.first());
        let next = remembered.map(|(at, other)| (*at, other.clone()));
        let behind = match next {
            Some((at, next)) if self.before(&next)?.as_ref() == key.first() => at - place - 1,
            _ => {
                let behind = self.equals(key, ">")?;
                self.remember(place + behind + 1, behind)?;
                behind
            }
        };
        let equal =
            self.remembered.places.range(..=place).rev().take_while(|(_, k)| k.first() == key.first());
        let first = equal.last().map(|(at, first)| (*at, first.clone()));
        let begins = match first {
            Some((at, first)) if self.before(&first)?.as_ref() != key.first() => at,
            _ => {
                let before = self.equals(key, "<")?;
                self.remember(place - before, before)?;
                place - before
            }
        };
        Ok((begins, behind))
    }

    /// Remembers a place that is far to count to.
    fn remember(&mut self, place: u32, far: u32) -> Result<(), LocalError> {
        if far > COUNTED && place < self.total {
            self.at(place)?;
        }
        Ok(())
    }

    /// What the row before this one has in the first column.
    fn before(&self, key: &Key) -> Result<Option<Value>, LocalError> {
        let Kept { first, columns, .. } = self.order;
        let back = format!(
            "AND ({}) < ({}) ORDER BY {} LIMIT 1",
            self.order.all(),
            marks(columns),
            self.order.backwards()
        );
        self.one(&self.select(first, &back), key.iter().cloned(), |row| row.get(0))
    }

    /// How many tracks come before or behind this one among those with the same value in the first column.
    fn equals(&self, key: &Key, side: &str) -> Result<u32, LocalError> {
        let Kept { first, then, columns, .. } = self.order;
        let sql =
            self.select("count(*)", &format!("AND {first} = ? AND ({then}) {side} ({})", marks(columns - 1)));
        Ok(self.one(&sql, key.iter().cloned(), |row| row.get(0))?.unwrap_or(0))
    }

    /// The columns of the track at a place in ascending order.
    fn at(&mut self, place: u32) -> Result<Option<Key>, LocalError> {
        let places = &self.remembered.places;
        let below = places.range(..=place).next_back().map(|(at, key)| (*at, key.clone()));
        let above = places.range(place..).next().map(|(at, key)| (*at, key.clone()));
        let (start, end) = (place, self.total - 1 - place);
        let cost = |far: u32| far.saturating_mul(COMPARED);
        let below = below.map(|(at, key)| (place - at, key)).filter(|(up, _)| cost(*up) <= start);
        let above = above.map(|(at, key)| (at - place, key)).filter(|(down, _)| cost(*down) <= end);
        let up = below.as_ref().map_or(start, |(up, _)| cost(*up));
        let down = above.as_ref().map_or(end, |(down, _)| cost(*down));
        let (from, far, back) = if up <= down { (below, start, false) } else { (above, end, true) };
        let (mut left, mut key) = from.map_or((far, None), |(far, key)| (far, Some(key)));
        while key.is_none() || left > 0 {
            let step = if key.is_none() { left } else { left.min(STEP) };
            let Some(next) = self.step(key, step, back)? else { return Ok(None) };
            left -= step;
            let at = if back { place + left } else { place - left };
            self.remembered.places.insert(at, next.clone());
            key = Some(next);
        }
        Ok(key)
    }

    /// The columns of the track so many steps on or back from another one, or from the end.
    fn step(&self, from: Option<Key>, step: u32, back: bool) -> Result<Option<Key>, LocalError> {
        let (all, columns) = (self.order.all(), self.order.columns);
        let (sign, by) = if back { ("<=", self.order.backwards()) } else { (">=", all.clone()) };
        let start =
            from.as_ref().map_or_else(String::new, |_| format!("AND ({all}) {sign} ({})", marks(columns)));
        let sql = self.select(&all, &format!("{start} ORDER BY {by} LIMIT 1 OFFSET ?"));
        self.one(&sql, from.into_iter().flatten().chain([step.into()]), |row| key(row, 0, columns))
    }

    fn select(&self, what: &str, rest: &str) -> String {
        format!("SELECT {what} FROM tracks INDEXED BY {} WHERE gone_at IS NULL {rest}", self.order.index)
    }

    fn one<T>(
        &self,
        sql: &str,
        values: impl IntoIterator<Item = Value>,
        read: impl FnOnce(&Row) -> rusqlite::Result<T>,
    ) -> Result<Option<T>, LocalError> {
        Ok(self.db.prepare_cached(sql)?.query_row(params_from_iter(values), read).optional()?)
    }
}

fn marks(count: usize) -> String {
    vec!["?"; count].join(", ")
}

fn numbers(
    db: &Connection,
    sql: &str,
    values: impl IntoIterator<Item = Value>,
) -> Result<Vec<i64>, LocalError> {
    let mut query = db.prepare_cached(sql)?;
    let rows = query.query_map(params_from_iter(values), |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
