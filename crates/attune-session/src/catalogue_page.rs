//! Looking through all catalogues: pages of the library, artists and genres to state a preference about.
//!
//! [`Catalogues`] is a picture of the catalogues at one moment, cheap to take from the engine and read on the thread of
//! whoever asks: sorting and searching 100,000 tracks must not hold up the session.

use crate::view::{FamilyChoice, LibraryPage, LibraryRow, LibrarySort, StatedChoices};
use attune_core::credits::Credits;
use attune_core::rank::{PastMatches, Pool};
use attune_core::taste::genre::{GenreGroup, groups_of};
use attune_core::taste::stated::{eras, language_code};
use attune_core::taste::{PastTrack, Prior, ShelfRecords};
use attune_core::track::fold;
use attune_core::{TrackId, TrackRef, Tracks};
use std::cmp::Ordering;
use std::collections::{BTreeMap, HashMap};

/// So many words of a family are shown.
const WORDS_SHOWN: usize = 60;

/// Which rows of the library to show.
#[derive(Debug, Clone)]
pub struct LibraryQuery {
    /// Part of a title or artist, in any case; empty for all.
    pub text: String,
    /// The column to sort by.
    pub sort: LibrarySort,
    /// Downwards.
    pub descending: bool,
    /// Rows to leave out at the start.
    pub offset: usize,
    /// Rows to give at most.
    pub limit: usize,
}

/// The catalogues that are on, at one moment.
#[derive(Debug, Clone, Default)]
pub struct Catalogues {
    /// Changes whenever they do.
    pub(crate) version: u64,
    pub(crate) shelves: Vec<OpenShelf>,
}

/// One of them.
#[derive(Debug, Clone)]
pub(crate) struct OpenShelf {
    pub(crate) id: String,
    pub(crate) tracks: Tracks,
    /// Whether it is here for the session only: it is shown, and no preference is asked about it.
    pub(crate) session_only: bool,
}

/// The rows of a query in order, to take pages from. Pages of one query cost nothing once they are sorted.
#[derive(Debug, Default)]
pub struct SortedCatalogues {
    version: u64,
    text: String,
    by: Option<(LibrarySort, bool)>,
    /// Shelf and position of each row.
    rows: Vec<(u32, u32)>,
}

impl SortedCatalogues {
    /// A page of a query, sorting anew only if the query or the catalogues have changed.
    pub fn page(&mut self, catalogues: &Catalogues, query: &LibraryQuery) -> LibraryPage {
        let needle = query.text.trim().to_lowercase();
        let by = Some((query.sort, query.descending));
        if self.version != catalogues.version || self.text != needle || self.by != by {
            self.rows = catalogues.sorted(&needle, query.sort, query.descending);
            (self.version, self.text, self.by) = (catalogues.version, needle, by);
        }
        let shown = self.rows.iter().skip(query.offset).take(query.limit);
        let rows = shown.map(|place| catalogues.row(*place)).collect();
        LibraryPage { total: self.rows.len() as u32, rows }
    }
}

impl Catalogues {
    fn sorted(&self, needle: &str, sort: LibrarySort, descending: bool) -> Vec<(u32, u32)> {
        let all = self.shelves.iter().enumerate().flat_map(|(shelf, open)| {
            open.tracks.iter().enumerate().map(move |(i, track)| ((shelf as u32, i as u32), track))
        });
        let mut rows: Vec<(Key, (u32, u32))> =
            all.filter(|(_, t)| matches(t, needle)).map(|(place, t)| (Key::of(&t, sort), place)).collect();
        rows.sort_by(|(one, _), (two, _)| if descending { two.compare(one) } else { one.compare(two) });
        rows.into_iter().map(|(_, place)| place).collect()
    }

    fn row(&self, place: (u32, u32)) -> LibraryRow {
        let open = &self.shelves[place.0 as usize];
        row(&open.id, &open.tracks.get(place.1))
    }

    /// The track of that id with its catalogue, the first that has it.
    pub(crate) fn find(&self, id: &TrackId) -> Option<(&str, TrackRef<'_>)> {
        self.shelves.iter().find_map(|s| Some((s.id.as_str(), s.tracks.find(id)?)))
    }

    fn lasting(&self) -> impl Iterator<Item = TrackRef<'_>> {
        self.shelves.iter().filter(|s| !s.session_only).flat_map(|s| s.tracks.iter())
    }

    /// How many of the tracks that were heard elsewhere are in the catalogues.
    pub(crate) fn match_past(&self, heard: &[PastTrack], records: &[ShelfRecords]) -> PastMatches {
        let shelves = || self.shelves.iter().map(|s| s.tracks.clone());
        let tracks: Vec<Tracks> = shelves().collect();
        let credits = Credits::of(tracks.iter().flat_map(Tracks::iter).map(|track| track.artist));
        Pool::credited(tracks, &credits, Prior::default()).match_past(heard, records)
    }

    /// What there is to state a preference about.
    #[must_use]
    pub fn stated_choices(&self) -> StatedChoices {
        let mut words: HashMap<String, (u32, &str)> = HashMap::new();
        let (mut languages, mut found_eras) = (BTreeMap::<&str, u32>::new(), vec![false; eras().len()]);
        for track in self.lasting() {
            if let Some(word) = track.genre {
                words.entry(fold(word)).or_insert((0, word)).0 += 1;
            }
            if let Some(tag) = track.language {
                *languages.entry(language_code(tag)).or_default() += 1;
            }
            if let Some(place) = track.year.and_then(attune_core::taste::stated::era_of_year) {
                found_eras[place] = true;
            }
        }
        StatedChoices {
            families: family_choices(words.into_values()),
            eras: eras()
                .iter()
                .zip(found_eras)
                .filter(|(_, found)| *found)
                .map(|(e, _)| (*e).into())
                .collect(),
            languages: most_first(languages.into_iter().map(|(code, count)| (count, code)))
                .into_iter()
                .map(str::to_owned)
                .collect(),
        }
    }

    /// Artists whose name has `text` in it, as credited, at most `most`: those whose name begins with it first, then those
    /// with most tracks. For an empty text those with most tracks.
    #[must_use]
    pub fn find_artists(&self, text: &str, most: usize) -> Vec<String> {
        let needle = fold(text);
        let mut found: HashMap<String, (u32, &str)> = HashMap::new();
        for track in self.lasting() {
            let key = fold(track.artist);
            if !key.is_empty() && key.contains(&needle) {
                found.entry(key).or_insert((0, track.artist)).0 += 1;
            }
        }
        let mut all: Vec<(bool, u32, String, &str)> =
            found.into_iter().map(|(key, (n, name))| (key.starts_with(&needle), n, key, name)).collect();
        all.sort_by(|a, b| b.0.cmp(&a.0).then(b.1.cmp(&a.1)).then_with(|| a.2.cmp(&b.2)));
        all.into_iter().take(most).map(|(.., name)| name.to_owned()).collect()
    }
}

/// Families of genres with their words, those with most tracks first.
fn family_choices<'a>(counted: impl Iterator<Item = (u32, &'a str)>) -> Vec<FamilyChoice> {
    let mut families: HashMap<GenreGroup, Vec<(u32, &str)>> = HashMap::new();
    for (count, word) in counted {
        let Some((one, other)) = groups_of(word) else { continue };
        for family in if one == other { vec![one] } else { vec![one, other] } {
            families.entry(family).or_default().push((count, word));
        }
    }
    let tracks = |words: &[(u32, &str)]| words.iter().map(|(count, _)| count).sum();
    most_first(families.iter().map(|(family, words)| (tracks(words), *family)))
        .into_iter()
        .map(|family| FamilyChoice {
            code: family.code().into(),
            words: shown_words(families.remove(&family).unwrap_or_default()),
        })
        .collect()
}

/// The most frequent words.
fn shown_words(counted: Vec<(u32, &str)>) -> Vec<String> {
    most_first(counted).into_iter().take(WORDS_SHOWN).map(str::to_owned).collect()
}

/// Things by how often they come, the most frequent first; of those equally frequent the first in order.
fn most_first<T: Ord>(counted: impl IntoIterator<Item = (u32, T)>) -> Vec<T> {
    let mut all: Vec<(u32, T)> = counted.into_iter().collect();
    all.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    all.into_iter().map(|(_, thing)| thing).collect()
}

/// What rows are sorted by.
enum Key {
    Text(String, String),
    Year(Option<i16>, String),
    Number(f64),
}

impl Key {
    fn of(track: &TrackRef<'_>, sort: LibrarySort) -> Self {
        let title = || track.title.to_lowercase();
        let mean = track.estimate.mean;
        match sort {
            LibrarySort::Title => Self::Text(title(), String::new()),
            LibrarySort::Artist => Self::Text(track.artist.to_lowercase(), title()),
            LibrarySort::Year => Self::Year(track.year, title()),
            LibrarySort::Valence => Self::Number(mean.valence),
            LibrarySort::Arousal => Self::Number(mean.arousal),
        }
    }

    /// Keys of one query are of one kind.
    fn compare(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Text(a, b), Self::Text(c, d)) => a.cmp(c).then_with(|| b.cmp(d)),
            (Self::Year(a, b), Self::Year(c, d)) => a.cmp(c).then_with(|| b.cmp(d)),
            (Self::Number(a), Self::Number(b)) => a.total_cmp(b),
            _ => Ordering::Equal,
        }
    }
}

fn matches(track: &TrackRef<'_>, needle: &str) -> bool {
    needle.is_empty()
        || track.title.to_lowercase().contains(needle)
        || track.artist.to_lowercase().contains(needle)
}

pub(crate) fn row(catalogue: &str, track: &TrackRef<'_>) -> LibraryRow {
    LibraryRow {
        id: track.track_id(),
        title: track.title.into(),
        artist: track.artist.into(),
        year: track.year,
        genre: track.genre.map(str::to_owned),
        catalogue: catalogue.into(),
        affect: track.estimate,
    }
}
