//! Whose the tracks of a pool are.

use super::people::{guests_of, lead};
use super::pool::Pool;
use super::row::{NO_ARTIST, NO_GUESTS};
use crate::credits::{self, person};

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
        lead(&self.artists, self.rows()[index as usize].artist, self.look(index).artist)
    }

    /// The main artist of a credit and their number, if they are credited for a track of this pool.
    pub(super) fn known_lead<'a>(&self, credit: &'a str) -> Option<(u32, &'a str)> {
        credits::leads(credit).find_map(|name| Some((self.artist_number(&person(name))?, name)))
    }
}
