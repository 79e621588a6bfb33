//! What the listener's files and servers keep of tracks: how often each was played elsewhere, and how it was rated.

use crate::Tracks;
use crate::key::key;
use std::sync::Arc;

/// A rating in hundredths: 20 a star, 100 for five.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rating(u8);

impl Rating {
    /// Five stars.
    pub const BEST: Self = Self(100);
    /// From here on the listener likes what they rated.
    const LIKED: Self = Self(80);
    /// Up to here they do not.
    const DISLIKED: Self = Self(40);

    /// From hundredths; none for 0, which is not rated, and beyond 100.
    #[must_use]
    pub fn hundredths(value: u32) -> Option<Self> {
        u8::try_from(value).ok().filter(|value| (1..=100).contains(value)).map(Self)
    }

    /// In hundredths, 1 to 100.
    #[must_use]
    pub fn value(self) -> u8 {
        self.0
    }

    /// In stars, above 0 and at most 5.
    #[must_use]
    pub fn stars(self) -> f64 {
        f64::from(self.0) / 20.0
    }

    /// Whether it says that the listener likes the track: four stars or more.
    #[must_use]
    pub fn is_liking(self) -> bool {
        self >= Self::LIKED
    }

    /// Whether it says that they do not: two stars or fewer.
    #[must_use]
    pub fn is_disliking(self) -> bool {
        self <= Self::DISLIKED
    }
}

/// What is kept of one track.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TrackRecord {
    /// Its place on its shelf.
    place: u32,
    /// A number for its recording code, and one for its `MusicBrainz` identifier; 0 where it has none.
    codes: [u64; 2],
    /// How often it was played, as far as it is counted.
    pub plays: u32,
    /// What the listener gave it.
    pub rating: Option<Rating>,
    /// Whether it was starred: what some players have in place of a rating.
    pub starred: bool,
}

impl TrackRecord {
    /// Of the track at a place of its shelf, of which nothing is kept.
    #[must_use]
    pub fn of(place: u32) -> Self {
        Self { place, codes: [0; 2], plays: 0, rating: None, starred: false }
    }

    /// With the track's International Standard Recording Code, twelve capital letters and digits, and `MusicBrainz`'s
    /// identifier of the recording, 36 lower-case characters.
    #[must_use]
    pub fn with_codes(self, isrc: Option<&str>, musicbrainz: Option<&str>) -> Self {
        Self { codes: [isrc, musicbrainz].map(|text| text.map_or(0, code)), ..self }
    }

    /// With a count of plays, a rating, and whether it was starred.
    #[must_use]
    pub fn keeping(self, plays: u32, rating: Option<Rating>, starred: bool) -> Self {
        Self { plays, rating, starred, ..self }
    }

    /// Whether it says nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::of(self.place)
    }

    pub(crate) fn place(&self) -> u32 {
        self.place
    }

    pub(crate) fn codes(&self) -> impl Iterator<Item = u64> + use<> {
        self.codes.into_iter().filter(|code| *code != 0)
    }
}

/// The number that stands for a recording code or identifier, never 0.
pub(crate) fn code(text: &str) -> u64 {
    key(text) | 1
}

/// What a shelf keeps of its tracks; those of which nothing is kept have no record.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ShelfRecords {
    /// The tracks, as they stand on the shelf.
    pub tracks: Tracks,
    /// What is kept of them.
    pub records: Arc<Vec<TrackRecord>>,
    /// Whether Attune tells the keeper of plays and hearts of here, which are then among what is kept.
    pub knows_of_here: bool,
}

/// What was done here with a track that a keeper who is told of it has counted too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct DoneHere {
    /// How often it was played to its end.
    pub finished: u32,
    /// Whether it was given a heart.
    pub liked: bool,
}

impl TrackRecord {
    /// What is left of it without what was done here, so that this is not counted a second time.
    pub(crate) fn without(self, here: DoneHere) -> Self {
        let plays = self.plays.saturating_sub(here.finished);
        Self { plays, starred: self.starred && !here.liked, ..self }
    }

    /// What the listener said by a rating, or else by a star.
    pub(crate) fn said(&self) -> Option<Rating> {
        self.rating.or(self.starred.then_some(Rating::BEST))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ratings_are_stars_and_zero_is_none() {
        assert_eq!((Rating::hundredths(0), Rating::hundredths(101)), (None, None));
        let rating = |n| Rating::hundredths(n).unwrap();
        assert!(rating(80).is_liking() && !rating(79).is_liking());
        assert!(rating(40).is_disliking() && !rating(41).is_disliking());
        assert!((rating(70).stars() - 3.5).abs() < 1e-9);
    }

    #[test]
    fn what_was_done_here_is_taken_off_once() {
        let kept = TrackRecord { plays: 7, starred: true, ..TrackRecord::of(3) };
        let left = kept.without(DoneHere { finished: 9, liked: true });
        assert!(left.is_empty());
        let rated = TrackRecord { rating: Rating::hundredths(20), ..kept };
        assert_eq!(rated.said(), Rating::hundredths(20), "a rating says more than a star");
        assert_eq!(kept.without(DoneHere { finished: 2, liked: false }).plays, 5);
        assert!(!TrackRecord::of(3).with_codes(Some("GBAYE6900123"), None).is_empty());
    }
}
