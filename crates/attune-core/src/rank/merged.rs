//! The tracks of several shelves under one numbering.

use crate::{TrackId, TrackRef, Tracks};

/// Shelves one after another; of several tracks with the same id only the first has a number.
#[derive(Debug, Clone, Default)]
pub(super) struct Merged {
    shelves: Vec<Shelf>,
    /// Where each numbered track is, counted through all shelves.
    positions: Vec<u32>,
    /// The number of the track at each position; that of the last one before it where it has none.
    numbers: Vec<u32>,
}

#[derive(Debug, Clone)]
struct Shelf {
    tracks: Tracks,
    /// The position of its first track.
    start: u32,
}

impl Merged {
    pub(super) fn of(shelves: impl IntoIterator<Item = Tracks>) -> Self {
        let mut merged = Self::default();
        for tracks in shelves {
            let start = merged.numbers.len() as u32;
            for track in tracks.iter() {
                if merged.shelves.iter().all(|shelf| shelf.tracks.place(track.id).is_none()) {
                    merged.positions.push(merged.numbers.len() as u32);
                }
                merged.numbers.push((merged.positions.len() as u32).saturating_sub(1));
            }
            merged.shelves.push(Shelf { tracks, start });
        }
        merged.positions.shrink_to_fit();
        merged.numbers.shrink_to_fit();
        merged
    }

    pub(super) fn len(&self) -> usize {
        self.positions.len()
    }

    pub(super) fn get(&self, number: u32) -> TrackRef<'_> {
        let position = self.positions[number as usize];
        let after = self.shelves.partition_point(|shelf| shelf.start <= position);
        let Shelf { tracks, start } = &self.shelves[after - 1];
        tracks.get(position - start)
    }

    pub(super) fn iter(&self) -> impl ExactSizeIterator<Item = TrackRef<'_>> {
        (0..self.positions.len() as u32).map(|number| self.get(number))
    }

    pub(super) fn find(&self, id: &TrackId) -> Option<u32> {
        let position = self.shelves.iter().find_map(|s| Some(s.start + s.tracks.place(&id.0)?))?;
        self.numbers.get(position as usize).copied()
    }

    /// Bytes in memory beyond the shelves.
    pub(super) fn bytes(&self) -> usize {
        (self.positions.capacity() + self.numbers.capacity()) * size_of::<u32>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Track;

    fn shelf(titles: &[(&str, &str)]) -> Tracks {
        Tracks::new(titles.iter().map(|(id, title)| Track::new(TrackId((*id).into()), *title, "")))
    }

    #[test]
    fn numbers_go_through_all_shelves_and_the_first_of_an_id_counts() {
        let shelves = [
            shelf(&[("a", "1")]),
            shelf(&[]),
            shelf(&[("b", "2"), ("a", "3"), ("c", "4")]),
            shelf(&[("c", "5"), ("d", "6")]),
        ];
        let merged = Merged::of(shelves);
        assert_eq!(merged.iter().map(|t| t.title).collect::<Vec<_>>(), ["1", "2", "4", "6"]);
        for (id, number) in [("a", 0), ("b", 1), ("c", 2), ("d", 3)] {
            assert_eq!(merged.find(&TrackId(id.into())), Some(number), "{id}");
            assert_eq!(merged.get(number).id, id);
        }
        assert_eq!(merged.find(&TrackId("e".into())), None);
        assert_eq!(Merged::default().find(&TrackId("a".into())), None);
    }
}
