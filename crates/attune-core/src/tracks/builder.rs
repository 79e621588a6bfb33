//! Putting tracks together.

use super::row::NameNumber;
use super::{Kind, Row, Table, TrackRef, Tracks};
use crate::TrackAffect;
use crate::key::key;
use hashbrown::HashTable;
use std::sync::Arc;

/// Takes tracks one by one, so that nobody has to hold all of them in another form, and lets beliefs about them be
/// revised until it is finished.
#[derive(Debug, Default)]
pub struct TracksBuilder {
    table: Table,
    /// Numbers of names by text.
    names: HashTable<u32>,
    /// Numbers of kinds by content.
    kinds: HashTable<u32>,
}

impl TracksBuilder {
    /// Adds a track at the end, unless one with its id is in already.
    pub fn push(&mut self, track: TrackRef<'_>) {
        let id_key = key(track.id);
        if self.table.place(id_key, track.id).is_some() {
            return;
        }
        let artist = self.name(track.artist);
        let album = track.album.and_then(|album| NameNumber::new(self.name(album) + 1));
        let row = Row::new(&track, artist, album, self.kind(&track));
        let Table { ids, titles, rows, index, .. } = &mut self.table;
        let place = ids.push(track.id);
        titles.push(track.title);
        rows.push(row);
        index.insert_unique(id_key, place, |place| key(ids.get(*place)));
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.table.rows.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.table.rows.is_empty()
    }

    /// The track at a place, from 0.
    ///
    /// # Panics
    ///
    /// If there is no such place.
    #[must_use]
    pub fn get(&self, place: u32) -> TrackRef<'_> {
        self.table.get(place)
    }

    /// All so far, in their order.
    #[must_use]
    pub fn iter(&self) -> impl ExactSizeIterator<Item = TrackRef<'_>> + Clone {
        self.table.iter()
    }

    /// Replaces the genre of the track at a place, and what is believed of its affect.
    ///
    /// # Panics
    ///
    /// If there is no such place.
    pub fn revise(&mut self, place: u32, genre: Option<&str>, affect: &TrackAffect) {
        let table = &mut self.table;
        let track = TrackRef { genre, sources: &affect.sources, ..table.get(place) };
        let kind = if let Some(known) = number_of_kind(&self.kinds, &table.kinds, &track) {
            known
        } else {
            let new = Kind::of(&track);
            add_kind(&mut self.kinds, &mut table.kinds, new)
        };
        let row = &mut table.rows[place as usize];
        row.kind = kind;
        row.believe(&affect.estimate);
    }

    /// The tracks, to be shared.
    #[must_use]
    pub fn finish(mut self) -> Tracks {
        let Table { ids, titles, names, kinds, rows, index } = &mut self.table;
        [&mut *ids, titles, names].into_iter().for_each(super::Texts::shrink_to_fit);
        kinds.shrink_to_fit();
        rows.shrink_to_fit();
        index.shrink_to_fit(|place| key(ids.get(*place)));
        Tracks(Arc::new(self.table))
    }

    fn name(&mut self, text: &str) -> u32 {
        let (names, name_key) = (&mut self.table.names, key(text));
        if let Some(known) = self.names.find(name_key, |number| names.get(*number) == text) {
            return *known;
        }
        let number = names.push(text);
        self.names.insert_unique(name_key, number, |number| key(names.get(*number)));
        number
    }

    fn kind(&mut self, track: &TrackRef<'_>) -> u32 {
        let kinds = &mut self.table.kinds;
        number_of_kind(&self.kinds, kinds, track)
            .unwrap_or_else(|| add_kind(&mut self.kinds, kinds, Kind::of(track)))
    }
}

fn number_of_kind(numbers: &HashTable<u32>, kinds: &[Kind], track: &TrackRef<'_>) -> Option<u32> {
    numbers.find(Kind::key_of(track), |number| kinds[*number as usize].is_of(track)).copied()
}

fn add_kind(numbers: &mut HashTable<u32>, kinds: &mut Vec<Kind>, new: Kind) -> u32 {
    let (kind_key, number) = (new.key(), kinds.len() as u32);
    kinds.push(new);
    numbers.insert_unique(kind_key, number, |number| kinds[*number as usize].key());
    number
}
