//! Who is behind the rows: the main artist of each and those beside.

use super::Row;
use super::names::Names;
use super::row::{Billed, NO_GUESTS};
use crate::credits::{self, Credits, person, person_key};
use crate::key::key;
use std::collections::HashMap;

/// Numbers people while a pool is made.
pub(super) struct People<'a> {
    credits: &'a Credits,
    numbers: HashMap<u64, u32>,
    /// What became of a credit before, by its text.
    billed: HashMap<u64, Billed>,
}

impl<'a> People<'a> {
    pub(super) fn of(credits: &'a Credits) -> Self {
        Self { credits, numbers: HashMap::new(), billed: HashMap::new() }
    }

    /// The numbers of the people of a credit.
    pub(super) fn number(
        &mut self,
        artists: &mut Names,
        guests: &mut Vec<Box<[u32]>>,
        credit: &str,
    ) -> Billed {
        let text = key(credit);
        if let Some(known) = self.billed.get(&text) {
            return *known;
        }
        let names = self.credits.read(credit);
        let numbers: Vec<u32> =
            names.into_iter().map(|name| artists.number(&mut self.numbers, &person(name))).collect();
        let billed = match numbers[..] {
            [] => Billed::NOBODY,
            [artist] => Billed { artist, guests: NO_GUESTS },
            [artist, ..] => {
                guests.push(numbers[1..].into());
                Billed { artist, guests: guests.len() as u32 - 1 }
            }
        };
        self.billed.insert(text, billed);
        billed
    }
}

/// The name that a number stands for in a credit.
pub(super) fn lead<'a>(artists: &Names, number: u32, credit: &'a str) -> &'a str {
    let Some(wanted) = artists.keys.get(number as usize) else {
        return Credits::default().read(credit).first().copied().unwrap_or_default();
    };
    credits::leads(credit).find(|name| person_key(name) == *wanted).unwrap_or(credit)
}

/// The numbers of those credited beside the main artist of a row.
pub(super) fn guests_of<'a>(guests: &'a [Box<[u32]>], row: &Row) -> &'a [u32] {
    guests.get(row.guests as usize).map_or(&[], |guests| guests)
}
