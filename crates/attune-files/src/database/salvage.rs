//! Reading the rows of a damaged database, around what cannot be read.
//!
//! A table is a tree of pages in the order of its rows' numbers. Rows are read upwards until one fails, then downwards from
//! the end; what lies between is halved and read in the same way until nothing is left of it, or too much was tried.

use super::OpenError;
use rusqlite::types::Value;
use rusqlite::{Connection, Row, params_from_iter};

/// How many gaps of a table are looked into.
const GAPS: u32 = 2_000;

/// What was brought over.
#[derive(Debug, Default)]
pub(super) struct Salvaged {
    /// How many rows.
    pub(super) rows: u64,
    /// Whether all that there were.
    pub(super) whole: bool,
    /// The tables in which something could not be read.
    pub(super) incomplete: Vec<String>,
}

/// Brings over the rows of all tables that `target` has.
pub(super) fn rows(source: &Connection, target: &mut Connection) -> Result<Salvaged, OpenError> {
    rows_of(source, target, &tables(target)?)
}

/// Brings over the rows of some tables. A row that is there already stays as it is. Only trouble with `target` is an error.
pub(super) fn rows_of(
    source: &Connection,
    target: &mut Connection,
    tables: &[String],
) -> Result<Salvaged, OpenError> {
    target.pragma_update(None, "foreign_keys", false)?;
    let triggers = take_triggers(target)?;
    let tx = target.transaction()?;
    let mut salvaged = Salvaged { whole: true, ..Salvaged::default() };
    for name in tables {
        let before = tx.total_changes();
        if !Table::of(source, &tx, name)?.map_or(Ok(false), |table| table.copy())? {
            salvaged.whole = false;
            salvaged.incomplete.push(name.clone());
        }
        salvaged.rows += tx.total_changes() - before;
    }
    keep_numbering(source, &tx)?;
    for trigger in triggers {
        tx.execute_batch(&trigger)?;
    }
    tx.commit()?;
    Ok(salvaged)
}

/// Deletes rows that belong to one that was lost.
pub(super) fn drop_orphans(db: &Connection) -> Result<(), OpenError> {
    let sql = "SELECT t.name, f.\"table\", f.\"from\", coalesce(f.\"to\", (SELECT name FROM pragma_table_info(f.\"table\") WHERE pk = 1))
               FROM pragma_table_list AS t JOIN pragma_foreign_key_list(t.name) AS f WHERE t.schema = 'main'";
    let mut references = db.prepare(sql)?;
    let references: Vec<[String; 4]> = references
        .query_map([], |row| Ok([row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?]))?
        .collect::<Result<_, _>>()?;
    // Each time round may orphan others, as deep as tables refer to each other.
    for _ in 0..=references.len() {
        for [child, parent, from, to] in &references {
            db.execute(
                &format!(
                    r#"DELETE FROM "{child}" WHERE "{from}" IS NOT NULL AND "{from}" NOT IN (SELECT "{to}" FROM "{parent}")"#
                ),
                [],
            )?;
        }
    }
    Ok(())
}

/// The tables with rows of their own: none of SQLite's, no index of words.
pub(super) fn tables(db: &Connection) -> Result<Vec<String>, OpenError> {
    let sql = "SELECT name FROM pragma_table_list
               WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'";
    let mut names = db.prepare(sql)?;
    let names = names.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    Ok(names)
}

/// Takes triggers off, so that rows arrive as they were; gives what makes them again.
fn take_triggers(db: &Connection) -> Result<Vec<String>, OpenError> {
    let mut found = db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")?;
    let found: Vec<(String, String)> =
        found.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
    for (name, _) in &found {
        db.execute_batch(&format!(r#"DROP TRIGGER "{name}""#))?;
    }
    Ok(found.into_iter().map(|(_, sql)| sql).collect())
}

/// Numbers that were given once are not given again, also those of rows that are gone.
fn keep_numbering(source: &Connection, target: &Connection) -> Result<(), OpenError> {
    let Ok(mut numbering) = source.prepare("SELECT name, seq FROM sqlite_sequence") else { return Ok(()) };
    let Ok(mut rows) = numbering.query([]) else { return Ok(()) };
    while let Ok(Some(row)) = rows.next() {
        let (Ok(name), Ok(last)) = (row.get::<_, String>(0), row.get::<_, i64>(1)) else { continue };
        let known =
            target.execute("UPDATE sqlite_sequence SET seq = max(seq, ?2) WHERE name = ?1", (&name, last))?;
        if known == 0 && tables(target)?.contains(&name) {
            target.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (?1, ?2)", (&name, last))?;
        }
    }
    Ok(())
}

/// One table on its way.
struct Table<'c> {
    source: &'c Connection,
    target: &'c Connection,
    /// Reads rows, without an order and a limit.
    select: String,
    insert: String,
    /// What rows are ordered by: their number, or the columns of their key where they have none.
    order: Vec<String>,
    numbered: bool,
}

impl<'c> Table<'c> {
    /// None if the source has no such table, or none that can be read.
    fn of(source: &'c Connection, target: &'c Connection, name: &str) -> Result<Option<Self>, OpenError> {
        let known = columns(target, name)?;
        // A damaged source may have anything for an answer.
        let found = columns(source, name).unwrap_or_default();
        let numbered: bool =
            target.query_row("SELECT wr = 0 FROM pragma_table_list WHERE name = ?1", [name], |r| r.get(0))?;
        let key: Vec<String> = known.iter().filter(|c| c.1).map(|c| c.0.clone()).collect();
        let mut shared: Vec<String> = known
            .into_iter()
            .map(|(column, _)| column)
            .filter(|column| found.iter().any(|(f, _)| f == column))
            .collect();
        if shared.is_empty() {
            return Ok(None);
        }
        if numbered {
            shared.insert(0, "rowid".into());
        }
        let list = shared.iter().map(|column| quoted(column)).collect::<Vec<_>>().join(", ");
        let places = (1..=shared.len()).map(|n| format!("?{n}")).collect::<Vec<_>>().join(", ");
        Ok(Some(Self {
            source,
            target,
            select: format!("SELECT {list} FROM {} NOT INDEXED", quoted(name)),
            insert: format!("INSERT OR IGNORE INTO {} ({list}) VALUES ({places})", quoted(name)),
            order: if numbered { vec!["rowid".into()] } else { key },
            numbered,
        }))
    }

    /// Copies all rows that can be read; whether those were all.
    fn copy(&self) -> Result<bool, OpenError> {
        if self.numbered {
            return self.copy_numbered();
        }
        let (read, _) = self.run(&self.ordered("", ""), &[])?;
        if !read {
            self.run(&self.ordered("", " DESC"), &[])?;
        }
        Ok(read)
    }

    fn copy_numbered(&self) -> Result<bool, OpenError> {
        // SQLite numbers rows from 1.
        let (mut gaps, mut whole, mut tried) = (vec![(1, i64::MAX)], true, 0);
        while let Some((first, last)) = gaps.pop() {
            tried += 1;
            let within = " WHERE rowid >= ?1 AND rowid <= ?2";
            let (read, up) = self.run(&self.ordered(within, ""), &[first, last])?;
            if read {
                continue;
            }
            whole = false;
            let first = up.map_or(first, |number| number.saturating_add(1));
            let (_, down) = self.run(&self.ordered(within, " DESC"), &[first, last])?;
            let last = down.map_or(last, |number| number.saturating_sub(1));
            if last > first && tried < GAPS {
                let middle = first + (last - first) / 2;
                // The lower one first: rows are numbered densely from below.
                gaps.extend([(middle + 1, last), (first, middle)]);
            }
        }
        Ok(whole)
    }

    fn ordered(&self, within: &str, direction: &str) -> String {
        let order: Vec<_> = self.order.iter().map(|column| quoted(column) + direction).collect();
        format!("{}{within} ORDER BY {}", self.select, order.join(", "))
    }

    /// Copies the rows that a query gives up to the first that cannot be read; whether there was none, and the number of
    /// the last row that was read.
    fn run(&self, sql: &str, bounds: &[i64]) -> Result<(bool, Option<i64>), OpenError> {
        let mut insert = self.target.prepare_cached(&self.insert)?;
        let mut last = None;
        let Ok(mut query) = self.source.prepare_cached(sql) else { return Ok((false, last)) };
        let width = query.column_count();
        let Ok(mut rows) = query.query(params_from_iter(bounds)) else { return Ok((false, last)) };
        let mut whole = true;
        loop {
            match rows.next() {
                Ok(None) => return Ok((whole, last)),
                Err(_) => return Ok((false, last)),
                Ok(Some(row)) => {
                    if self.numbered {
                        last = row.get(0).ok().or(last);
                    }
                    match insert.execute(params_from_iter(values(row, width))) {
                        // A value of another type than the column's: the row is not what was written.
                        Err(rusqlite::Error::SqliteFailure(error, _))
                            if error.code == rusqlite::ErrorCode::ConstraintViolation =>
                        {
                            whole = false;
                        }
                        inserted => drop(inserted?),
                    }
                }
            }
        }
    }
}

/// The values of a row; bytes that are no text become text as far as they can.
fn values(row: &Row, width: usize) -> Vec<Value> {
    let value = |at| match row.get_ref(at) {
        Ok(rusqlite::types::ValueRef::Text(bytes)) => {
            Value::Text(String::from_utf8_lossy(bytes).into_owned())
        }
        Ok(value) => value.try_into().unwrap_or(Value::Null),
        Err(_) => Value::Null,
    };
    (0..width).map(value).collect()
}

/// The columns that are written, and whether they belong to the key.
fn columns(db: &Connection, table: &str) -> Result<Vec<(String, bool)>, rusqlite::Error> {
    let mut columns = db.prepare("SELECT name, pk > 0 FROM pragma_table_xinfo(?1) WHERE hidden = 0")?;
    columns.query_map([table], |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
}

fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}
