//! The tracks of several shelves under one numbering.

use crate::{TrackId, TrackRef, Tracks};

/// Shelves one after another; of several tracks with the same id only the first has a number.
#[derive(Debug, Clone, Default)]
pub(super) struct Merged {
    shelves: Vec<Shelf>,
    /// The positions, counted through all shelves, of the tracks that have no number, in their order.
    repeated: Vec<u32>,
    /// How many have one.
    len: u32,
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
            let start = merged.len + merged.repeated.len() as u32;
            for (track, position) in tracks.iter().zip(start..) {
                if merged.shelves.iter().any(|shelf| shelf.tracks.place(track.id).is_some()) {
                    merged.repeated.push(position);
                }
            }
            merged.shelves.push(Shelf { tracks, start });
            let all: usize = merged.shelves.iter().map(|shelf| shelf.tracks.len()).sum();
            merged.len = (all - merged.repeated.len()) as u32;
        }
        merged.repeated.shrink_to_fit();
        merged
    }

    pub(super) fn len(&self) -> usize {
        self.len as usize
    }

    pub(super) fn get(&self, number: u32) -> TrackRef<'_> {
        let position = number + self.repeated_before(number);
        let after = self.shelves.partition_point(|shelf| shelf.start <= position);
        let Shelf { tracks, start } = &self.shelves[after - 1];
        tracks.get(position - start)
    }

    pub(super) fn iter(&self) -> impl ExactSizeIterator<Item = TrackRef<'_>> {
        (0..self.len).map(|number| self.get(number))
    }

    pub(super) fn find(&self, id: &TrackId) -> Option<u32> {
        self.find_id(&id.0)
    }

    pub(super) fn find_id(&self, id: &str) -> Option<u32> {
        let position = self.shelves.iter().find_map(|s| Some(s.start + s.tracks.place(id)?))?;
        Some(position - self.repeated.partition_point(|repeated| *repeated < position) as u32)
    }

    /// How many without a number come before the track of a number.
    fn repeated_before(&self, number: u32) -> u32 {
        let (mut low, mut high) = (0, self.repeated.len());
        while low < high {
            let middle = low.midpoint(high);
            // As many numbered ones come before it.
            if self.repeated[middle] - middle as u32 <= number {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low as u32
    }

    /// Bytes in memory beyond the shelves.
    pub(super) fn bytes(&self) -> usize {
        self.repeated.capacity() * size_of::<u32>()
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
