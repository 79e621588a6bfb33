//! Which of the tracks at hand a track is that was heard elsewhere.

use super::pool::Pool;
use crate::TrackId;
use crate::credits::{Credits, person};
use crate::key::key;
use crate::taste::record::code;
use crate::taste::{PastEvidence, PastTrack, ShelfRecords};
use crate::track::fold;
use std::collections::HashMap;

/// Two lengths of one recording differ by no more: services and files cut silence, and count it, in different ways.
const SAME_LENGTH_MS: u32 = 7_000;

/// What is known of a track that was heard elsewhere.
pub(super) struct Sought<'a> {
    title: &'a str,
    artist: &'a str,
    spotify: Option<&'a str>,
    isrc: Option<&'a str>,
    musicbrainz: Option<&'a str>,
    length_ms: Option<u32>,
}

impl<'a> From<&'a PastEvidence> for Sought<'a> {
    fn from(of: &'a PastEvidence) -> Self {
        let (spotify, isrc, musicbrainz) =
            (of.spotify.as_deref(), of.isrc.as_deref(), of.musicbrainz.as_deref());
        Self { title: &of.title, artist: &of.artist, spotify, isrc, musicbrainz, length_ms: of.length_ms }
    }
}

impl<'a> From<&'a PastTrack> for Sought<'a> {
    fn from(of: &'a PastTrack) -> Self {
        let (spotify, isrc, musicbrainz) =
            (of.spotify.as_deref(), of.isrc.as_deref(), of.musicbrainz.as_deref());
        Self { title: &of.title, artist: &of.artist, spotify, isrc, musicbrainz, length_ms: of.length_ms }
    }
}

/// Finds the tracks at hand for those that were heard elsewhere.
pub(super) struct Finder<'a> {
    pool: &'a Pool,
    /// By title and artist, in order; several recordings may be called the same.
    names: Vec<((u64, u32), u32)>,
    artists: HashMap<u64, u32>,
    codes: HashMap<u64, u32>,
}

impl<'a> Finder<'a> {
    /// For the tracks of a pool, some of which have recording codes on their shelves.
    pub(super) fn of<'s>(pool: &'a Pool, shelves: impl IntoIterator<Item = &'s ShelfRecords>) -> Self {
        let named = |(index, (row, track)): (u32, (&super::Row, crate::TrackRef<'_>))| {
            ((key(&plain(track.title)), row.artist), index)
        };
        let mut by_name: Vec<_> = (0..).zip(pool.rows().iter().zip(pool.tracks())).map(named).collect();
        by_name.sort_unstable();
        let artists = pool.artists.keys.iter().zip(0..).map(|(key, number)| (*key, number)).collect();
        let mut codes = HashMap::new();
        for shelf in shelves {
            for record in shelf.records.iter() {
                let index = || pool.find_id(shelf.tracks.get(record.place()).id);
                for (code, index) in record.codes().filter_map(|code| Some((code, index()?))) {
                    codes.entry(code).or_insert(index);
                }
            }
        }
        Self { pool, names: by_name, artists, codes }
    }

    /// The track, and else its artist.
    pub(super) fn find(&self, sought: &Sought<'_>) -> (Option<u32>, Option<u32>) {
        let by_id = sought.spotify.and_then(|id| self.pool.find(&TrackId::from_spotify(id)));
        let mut written = [sought.isrc, sought.musicbrainz].into_iter().flatten();
        let by_code = || written.find_map(|text| self.codes.get(&code(text)).copied());
        let artist = self.artist(sought.artist);
        (by_id.or_else(by_code).or_else(|| self.by_name(sought, artist?)), artist)
    }

    /// The recording of that name. Of several the one of the same length is meant; where the length is another than that of
    /// all, it is none of them.
    fn by_name(&self, sought: &Sought<'_>, artist: u32) -> Option<u32> {
        let name = (key(&plain(sought.title)), artist);
        let from = self.names.partition_point(|(known, _)| *known < name);
        let called = self.names[from..].iter().take_while(|(known, _)| *known == name);
        let title = fold(sought.title);
        let candidates = called.filter_map(|(_, index)| {
            let track = self.pool.look(*index);
            let apart = sought.length_ms.zip(track.duration_ms).map(|(one, other)| one.abs_diff(other));
            let fits = apart.is_none_or(|apart| apart <= SAME_LENGTH_MS);
            // Without a length to go by, one that is called the very same comes first.
            fits.then(|| (apart.is_none(), fold(track.title) != title, apart, *index))
        });
        candidates.min().map(|(.., index)| index)
    }

    fn artist(&self, credit: &str) -> Option<u32> {
        let names = Credits::default().read(credit);
        let by = |name: &str| self.artists.get(&key(person(name).as_str())).copied();
        names.first().and_then(|name| by(name)).or_else(|| by(credit))
    }
}

/// A title without what services add to it: "Song (feat. Ada) - Remastered 2011" is "song".
fn plain(title: &str) -> String {
    let folded = fold(title);
    let mut short = folded.as_str();
    for mark in [" (feat", " [feat", " (ft.", " (with ", " feat. "] {
        short = short.split(mark).next().unwrap_or(short);
    }
    for (at, _) in folded.match_indices([' ']) {
        let rest = folded[at..].trim_start_matches([' ', '-', '–', '(', '[']);
        let added = ["remaster", "mono", "stereo", "single version", "album version", "radio edit"];
        let is_year = |word: &str| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
        let after_year =
            rest.split_once(' ').filter(|(word, _)| is_year(word)).map_or(rest, |(_, after)| after);
        let opens = folded[at..].trim_start().starts_with(['-', '–', '(', '[']);
        if opens && added.iter().any(|a| after_year.starts_with(a)) && at < short.len() {
            short = &folded[..at];
        }
    }
    short.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::taste::TrackRecord;
    use crate::{Track, Tracks};
    use std::sync::Arc;

    fn named(title: &str, artist: &str, seconds: Option<u32>) -> Track {
        Track {
            duration_ms: seconds.map(|s| s * 1_000),
            ..Track::new(TrackId(format!("{title} {seconds:?}")), title, artist)
        }
    }

    fn sought(title: &'static str, artist: &'static str) -> Sought<'static> {
        Sought { title, artist, spotify: None, isrc: None, musicbrainz: None, length_ms: None }
    }

    #[test]
    fn names_are_found_as_services_write_them() {
        let pool = Pool::new([
            named("Tide", "Oda", None),
            named("Bread (live)", "Oda", None),
            named("1999", "Prince", None),
        ]);
        let finder = Finder::of(&pool, []);
        let find = |title, artist| finder.find(&sought(title, artist));
        for title in ["TIDE ", "Tide - Remastered 2011", "Tide - 2011 Remaster", "Tide (feat. Lund)"] {
            assert_eq!(find(title, "oda").0, Some(0), "{title}");
        }
        assert_eq!(find("Tide", "Oda feat. Lund").0, Some(0));
        assert_eq!(find("1999 - Remastered", "Prince").0, Some(2));
        assert_eq!(find("Bread", "Oda").0, None, "another recording");
        assert!(find("Bread", "Oda").1.is_some(), "whose artist is at hand");
        assert_eq!(find("Tide", "Nobody Here"), (None, None));
    }

    #[test]
    fn recordings_of_one_name_are_told_apart_by_length_and_wording() {
        let all = [
            named("Tide", "Oda", Some(200)),
            named("Tide - 2011 Remaster", "Oda", Some(240)),
            named("Tide (Remastered)", "Oda", None),
        ];
        let pool = Pool::new(all);
        let finder = Finder::of(&pool, []);
        let find = |title, seconds: Option<u32>| {
            finder.find(&Sought { length_ms: seconds.map(|s| s * 1_000), ..sought(title, "Oda") }).0
        };
        assert_eq!((find("Tide", Some(203)), find("Tide", Some(236))), (Some(0), Some(1)));
        assert_eq!((find("Tide", None), find("Tide - 2011 Remaster", None)), (Some(0), Some(1)));
        assert_eq!(find("Tide", Some(400)), Some(2), "the one whose length nobody knows");
        let pool = Pool::new([named("Tide", "Oda", Some(200))]);
        let finder = Finder::of(&pool, []);
        let long = Sought { length_ms: Some(400_000), ..sought("Tide", "Oda") };
        assert!(finder.find(&long).0.is_none() && finder.find(&long).1.is_some(), "another recording");
    }

    #[test]
    fn a_recording_code_goes_before_names() {
        let shelf = Tracks::new([named("Tide", "Oda", None), named("Ebb", "Somebody Else", None)]);
        let id = "0f0e0d0c-0000-4000-8000-00000000000a";
        let records = vec![TrackRecord::of(1).with_codes(Some("GBAYE6900123"), Some(id))];
        let shelf = ShelfRecords { tracks: shelf, records: Arc::new(records), ..ShelfRecords::default() };
        let pool = Pool::new(shelf.tracks.iter().map(|t| t.to_track()));
        let finder = Finder::of(&pool, [&shelf]);
        let coded = |isrc| finder.find(&Sought { isrc: Some(isrc), ..sought("Tide", "Oda") }).0;
        assert_eq!((coded("GBAYE6900123"), coded("GBAYE6900124")), (Some(1), Some(0)));
        let by_id = Sought { musicbrainz: Some(id), ..sought("Tide", "Oda") };
        assert_eq!(finder.find(&by_id).0, Some(1));
    }
}
