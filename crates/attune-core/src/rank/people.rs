//! Who is behind the rows: the main artist of each and those beside.

use super::Row;
use super::index::key;
use super::pool::{Names, Pool};
use super::row::{Billed, NO_ARTIST, NO_GUESTS};
use crate::credits::{self, Credits, person};
use std::collections::HashMap;

/// Numbers people while a pool is made.
pub(super) struct People<'a> {
    credits: &'a Credits,
    numbers: HashMap<u64, u32>,
    /// What became of a credit before.
    billed: HashMap<String, Billed>,
}

impl<'a> People<'a> {
    pub(super) fn of(credits: &'a Credits) -> Self {
        Self { credits, numbers: HashMap::new(), billed: HashMap::new() }
    }

    /// The numbers of the people of a credit.
    pub(super) fn number(&mut self, pool: &mut Pool, credit: &str) -> Billed {
        if let Some(known) = self.billed.get(credit) {
            return *known;
        }
        let names = self.credits.read(credit);
        let numbers: Vec<u32> =
            names.into_iter().map(|name| pool.artists.number(&mut self.numbers, &person(name))).collect();
        let billed = match numbers[..] {
            [] => Billed::NOBODY,
            [artist] => Billed { artist, guests: NO_GUESTS },
            [artist, ..] => {
                pool.guests.push(numbers[1..].into());
                Billed { artist, guests: pool.guests.len() as u32 - 1 }
            }
        };
        self.billed.insert(credit.to_owned(), billed);
        billed
    }
}

impl Pool {
    /// Whether anybody is credited for both tracks. What nobody is credited for has nothing in common with anything.
    #[must_use]
    pub fn share_an_artist(&self, one: u32, other: u32) -> bool {
        let (a, b) = (&self.rows()[one as usize], &self.rows()[other as usize]);
        if a.artist == b.artist {
            return a.artist != NO_ARTIST;
        }
        if a.guests == NO_GUESTS && b.guests == NO_GUESTS {
            return false;
        }
        let (of_a, of_b) = (guests_of(&self.guests, a), guests_of(&self.guests, b));
        of_a.contains(&b.artist) || of_b.contains(&a.artist) || of_a.iter().any(|guest| of_b.contains(guest))
    }

    /// The main artist of a track as written in its credit; empty where nobody is credited.
    #[must_use]
    pub fn lead(&self, index: u32) -> &str {
        lead(&self.artists, self.rows()[index as usize].artist, &self.track(index).artist)
    }

    /// The main artist of a credit and their number, if they are credited for a track of this pool.
    pub(super) fn known_lead<'a>(&self, credit: &'a str) -> Option<(u32, &'a str)> {
        credits::leads(credit).find_map(|name| Some((self.artist_number(&person(name))?, name)))
    }
}

/// The name that a number stands for in a credit.
pub(super) fn lead<'a>(artists: &Names, number: u32, credit: &'a str) -> &'a str {
    let Some(wanted) = artists.keys.get(number as usize) else {
        return Credits::default().read(credit).first().copied().unwrap_or_default();
    };
    credits::leads(credit).find(|name| key(person(name).as_str()) == *wanted).unwrap_or(credit)
}

/// The numbers of those credited beside the main artist of a row.
pub(super) fn guests_of<'a>(guests: &'a [Box<[u32]>], row: &Row) -> &'a [u32] {
    guests.get(row.guests as usize).map_or(&[], |guests| guests)
}
