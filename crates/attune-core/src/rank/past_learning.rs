//! Plays elsewhere, laid out on the tracks at hand: which they are, and what is learned from them.

use super::Row;
use super::habits::Habits;
use super::past::Past;
use super::past_finder::Finder;
use super::pool::{NO_GENRE, Pool};
use crate::TrackRef;
use crate::credits::person;
use crate::key::key;
use crate::taste::features::{Features, Moment, Nearness};
use crate::taste::offsets::Offset;
use crate::taste::past::{PastName, PastTaste, PastWeights, said, says_of, worth};
use crate::taste::{
    DoneHere, NONE, PastCounts, PastEvidence, PastSum, PastTrack, Rating, ShelfRecords, TrackRecord,
};
use crate::track::fold;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

/// More tracks than this teach nothing more about the listener: of those heard the ones played most often, of the others an
/// even sample.
const MOST_TAUGHT: usize = 5_000;
/// More names than this are not told as learned.
const MOST_NAMED: usize = 512;

/// How many of the tracks that were heard elsewhere are at hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PastMatches {
    /// Tracks that are at hand.
    pub tracks: usize,
    /// Tracks that are not, by an artist of whom others are.
    pub artists: usize,
    /// The rest.
    pub nothing: usize,
}

/// One track that teaches something of the listener.
struct Taught {
    index: u32,
    /// How often it was chosen.
    chosen: f64,
    /// How often it would have been by its popularity alone.
    usual: f64,
    /// What the listener gave it.
    rating: Option<Rating>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Heard {
    faded: PastCounts,
    finished: u32,
    skipped: u32,
    /// Plays that were not skipped, whenever that was.
    plays: u32,
    rating: Option<Rating>,
    /// Whether that is a star.
    starred: bool,
}

impl Heard {
    fn add(&mut self, evidence: &PastEvidence) {
        self.faded.add(evidence.faded, 1.0);
        self.finished = self.finished.saturating_add(evidence.finished);
        self.skipped = self.skipped.saturating_add(evidence.skipped);
        self.plays = self.plays.saturating_add(evidence.plays);
    }

    /// Adds what a player counted in sum, of which other histories may tell play by play: only how many more there were.
    fn add_sum(&mut self, sum: &PastSum) {
        let more = sum.plays.saturating_sub(self.plays);
        let share = if sum.plays == 0 { 1.0 } else { f64::from(more) / f64::from(sum.plays) };
        self.faded.add(sum.faded, share);
        self.finished = self.finished.max(sum.finished);
        self.skipped = self.skipped.max(sum.skipped);
        self.plays += more;
    }

    /// Adds what a file or a server keeps. Its count may be of the same plays as the histories and as other counts, so it says
    /// only how many more there were.
    fn add_record(&mut self, record: &TrackRecord) {
        let more = record.plays.saturating_sub(self.plays);
        self.plays += more;
        self.faded.add(PastCounts::of_count(more), 1.0);
        if record.rating.is_some() || self.rating.is_none() {
            self.starred = record.rating.is_none() && record.starred;
            self.rating = record.said();
        }
    }
}

/// What is known of the listening elsewhere.
#[derive(Debug, Clone, Default)]
pub struct Elsewhere<'a> {
    /// Histories that were brought along.
    pub histories: Vec<&'a [PastEvidence]>,
    /// What shelves keep of their tracks.
    pub shelves: Vec<&'a ShelfRecords>,
    /// Whether play counts and ratings on those count. Recording codes do in any case.
    pub counts: bool,
    /// What was done here, by the id of the track.
    pub here: HashMap<&'a str, DoneHere>,
}

impl Pool {
    /// How many of the tracks that were heard elsewhere are at hand.
    #[must_use]
    pub fn match_past<'a>(
        &self,
        heard: &[PastTrack],
        shelves: impl IntoIterator<Item = &'a ShelfRecords>,
    ) -> PastMatches {
        let (finder, mut matches) = (Finder::of(self, shelves), PastMatches::default());
        for track in heard {
            match finder.find(&track.into()) {
                (Some(_), _) => matches.tracks += 1,
                (None, Some(_)) => matches.artists += 1,
                (None, None) => matches.nothing += 1,
            }
        }
        matches
    }

    /// What the listener heard elsewhere, with nothing kept on shelves; see [`Pool::set_elsewhere`].
    pub fn set_past(&mut self, all: &[PastEvidence]) {
        self.set_elsewhere(&Elsewhere { histories: vec![all], ..Elsewhere::default() });
    }

    /// What is known of the listening elsewhere; it counts from the next [`Pool::relearn`] on, and what it replaces no more.
    pub fn set_elsewhere(&mut self, elsewhere: &Elsewhere<'_>) {
        let (mut heard, mut others) = (BTreeMap::new(), BTreeMap::new());
        let finder = Finder::of(self, elsewhere.shelves.iter().copied());
        let mut sums = Vec::new();
        for evidence in elsewhere.histories.iter().copied().flatten().filter(|e| !e.is_empty()) {
            match finder.find(&evidence.into()) {
                (Some(index), _) => {
                    heard.entry(index).or_insert_with(Heard::default).add(evidence);
                    sums.push((index, &evidence.summed));
                }
                (None, Some(artist)) => {
                    let (tracks, chosen): &mut (u32, f64) = others.entry(artist).or_default();
                    *tracks += 1;
                    *chosen += evidence.faded.chosen() + evidence.summed.faded.chosen();
                }
                (None, None) => {}
            }
        }
        // After all the plays that are told one by one, which they may be of.
        for (index, sum) in sums {
            heard.entry(index).or_default().add_sum(sum);
        }
        let told = !heard.is_empty() || !others.is_empty();
        let counted = self.add_records(elsewhere, &mut heard);
        self.past = if heard.is_empty() && others.is_empty() {
            Past::default()
        } else {
            // A history speaks of all that is at hand; a count of the tracks of its shelf alone.
            let field = if told { Field::All } else { Field::Only(counted) };
            Learning::of(self).learn(&heard, &others, &field)
        };
    }

    /// Adds what shelves keep; gives the tracks of those that count plays.
    fn add_records(&self, elsewhere: &Elsewhere<'_>, heard: &mut BTreeMap<u32, Heard>) -> HashSet<u32> {
        let mut counted = HashSet::new();
        for shelf in elsewhere.shelves.iter().filter(|_| elsewhere.counts) {
            let index = |place: u32| self.find_id(shelf.tracks.get(place).id);
            for record in shelf.records.iter() {
                let id = shelf.tracks.get(record.place()).id;
                let here = elsewhere.here.get(id).filter(|_| shelf.knows_of_here).copied();
                let record = record.without(here.unwrap_or_default());
                let says = record.plays > 0 || record.said().is_some();
                if let Some(index) = index(record.place()).filter(|_| says) {
                    heard.entry(index).or_default().add_record(&record);
                }
            }
            if shelf.records.iter().any(|record| record.plays > 0) {
                counted.extend((0..shelf.tracks.len() as u32).filter_map(index));
            }
        }
        counted
    }
}

/// Of which tracks it says something that they were not played.
enum Field {
    All,
    Only(HashSet<u32>),
}

impl Field {
    fn has(&self, index: u32) -> bool {
        match self {
            Self::All => true,
            Self::Only(those) => those.contains(&index),
        }
    }
}

/// What is being learned from plays elsewhere.
struct Learning<'a> {
    pool: &'a Pool,
    weights: PastWeights,
    artists: Vec<Offset>,
    genres: Vec<Offset>,
    tracks: Vec<f32>,
    artist_plays: Vec<f64>,
    genre_plays: Vec<f64>,
}

impl<'a> Learning<'a> {
    fn of(pool: &'a Pool) -> Self {
        let prior = pool.taste().prior();
        let (artists, genres) = (pool.artists.keys.len(), pool.genres.keys.len());
        Self {
            pool,
            weights: PastWeights::new(prior),
            artists: vec![Offset::new(prior.artist_sd); artists],
            genres: vec![Offset::new(prior.genre_word_sd); genres],
            tracks: vec![f32::NAN; pool.rows().len()],
            artist_plays: vec![0.0; artists],
            genre_plays: vec![0.0; genres],
        }
    }

    fn learn(
        mut self,
        heard: &BTreeMap<u32, Heard>,
        others: &BTreeMap<u32, (u32, f64)>,
        field: &Field,
    ) -> Past {
        let taught = taught(self.pool, heard, field);
        let mean = taught.iter().map(|t| t.usual).sum::<f64>() / taught.len().max(1) as f64;
        for one in &taught {
            self.take(one, heard.contains_key(&one.index));
        }
        for (artist, (tracks, chosen)) in others {
            self.take_artist(*artist, chosen / f64::from(*tracks), mean);
        }
        self.finish(heard)
    }

    fn take(&mut self, one: &Taught, was_heard: bool) {
        let row = &self.pool.rows()[one.index as usize];
        let x = music(row);
        let (mut nobody, mut nothing) = (Offset::new(0.0), Offset::new(0.0));
        let artist = self.artists.get_mut(row.artist as usize).unwrap_or(&mut nobody);
        let genre = self.genres.get_mut(usize::from(row.genre)).unwrap_or(&mut nothing);
        let mut track = Offset::new(self.pool.taste().prior().track_sd);
        let plays = (one.usual > 0.0 || one.chosen > 0.0).then_some((one.chosen, one.usual));
        let Some(says) = said(plays, one.rating) else { return };
        self.weights.observe(&x, [artist, genre, &mut track], says);
        if was_heard {
            self.tracks[one.index as usize] = track.mean as f32;
            self.weights.note(&x, one.chosen);
            if let Some(plays) = self.artist_plays.get_mut(row.artist as usize) {
                *plays += one.chosen;
            }
            if let Some(plays) = self.genre_plays.get_mut(usize::from(row.genre)) {
                *plays += one.chosen;
            }
        }
    }

    /// Takes in that other tracks of an artist were heard so often, in their mean.
    fn take_artist(&mut self, artist: u32, chosen: f64, usual: f64) {
        let Some(effect) = self.artists.get_mut(artist as usize) else { return };
        let (mut word, mut track) = (Offset::new(0.0), Offset::new(self.pool.taste().prior().track_sd));
        self.weights.observe(&[], [effect, &mut word, &mut track], worth(chosen, usual));
        if let Some(plays) = self.artist_plays.get_mut(artist as usize) {
            *plays += chosen;
        }
    }

    fn finish(self, heard: &BTreeMap<u32, Heard>) -> Past {
        let mut habits = Habits::default();
        for (index, heard) in heard {
            let (track, row) = (self.pool.track(*index), &self.pool.rows()[*index as usize]);
            let liking = |one: fn(Rating) -> bool| u32::from(heard.rating.is_some_and(one));
            let finished = heard.finished.saturating_add(liking(Rating::is_liking));
            let refused = heard.skipped.saturating_add(liking(Rating::is_disliking));
            habits.note_past(&track, row, self.pool.lead(*index), finished, refused);
        }
        let taste = PastTaste {
            artists: self.artist_names(),
            genres: self.genre_names(),
            weights: self.weights.finish(),
        };
        let means = |all: &[Offset]| Arc::new(all.iter().map(|o| o.mean as f32).collect());
        Past {
            taste: Arc::new(taste),
            habits,
            artists: means(&self.artists),
            genres: means(&self.genres),
            tracks: Arc::new(self.tracks),
            ratings: Arc::new(ratings(heard)),
        }
    }

    fn artist_names(&self) -> BTreeMap<String, PastName> {
        let name = |index: u32, _: &TrackRef<'_>| self.pool.lead(index).to_owned();
        let number = |row: &Row| Some(row.artist as usize);
        self.named(&self.artists, &self.artist_plays, number, name, person)
    }

    fn genre_names(&self) -> BTreeMap<String, PastName> {
        let name = |_: u32, track: &TrackRef<'_>| track.genre.unwrap_or_default().to_owned();
        let number = |row: &Row| (row.genre != NO_GENRE).then_some(usize::from(row.genre));
        self.named(&self.genres, &self.genre_plays, number, name, fold)
    }

    /// The names that were heard most, with what is said of them.
    fn named(
        &self,
        effects: &[Offset],
        plays: &[f64],
        number: impl Fn(&Row) -> Option<usize>,
        name: impl Fn(u32, &TrackRef<'_>) -> String,
        folded: impl Fn(&str) -> String,
    ) -> BTreeMap<String, PastName> {
        let mut most: Vec<usize> = (0..plays.len()).filter(|n| plays[*n] > 0.0).collect();
        most.sort_by(|a, b| plays[*b].total_cmp(&plays[*a]));
        most.truncate(MOST_NAMED);
        let mut wanted: HashMap<usize, f64> = most.into_iter().map(|n| (n, plays[n])).collect();
        let mut all = BTreeMap::new();
        for (index, (row, track)) in (0..).zip(self.pool.rows().iter().zip(self.pool.tracks())) {
            let Some((number, plays)) = number(row).and_then(|n| Some((n, wanted.remove(&n)?))) else {
                continue;
            };
            let (shown, effect) = (name(index, &track), effects[number]);
            let sd = effect.variance.max(0.0).sqrt();
            all.insert(
                folded(&shown),
                PastName { shown, effect: effect.mean, sd, plays: plays.round() as u32 },
            );
        }
        all
    }
}

/// What the listener gave tracks, and whether that is a star.
fn ratings(heard: &BTreeMap<u32, Heard>) -> HashMap<u32, (Rating, bool)> {
    heard.iter().filter_map(|(index, h)| Some((*index, (h.rating?, h.starred)))).collect()
}

/// The features of a row that plays elsewhere say something about.
fn music(row: &Row) -> Vec<(usize, f64)> {
    let all = Features::of(row.facts, row.mean(), Nearness::default(), false, Moment::default());
    all.iter().filter(|(i, _)| says_of(*i)).collect()
}

/// The tracks that teach something: those that were heard, and an even sample of those that were not.
fn taught(pool: &Pool, heard: &BTreeMap<u32, Heard>, field: &Field) -> Vec<Taught> {
    let total: f64 = heard.values().map(|h| h.faded.chosen()).sum();
    let songs = || (0..).zip(pool.rows()).filter(|(i, row)| !row.soundscape && field.has(*i));
    let popularity =
        |row: &Row| if row.facts.popularity == NONE { 0.5 } else { f64::from(row.facts.popularity) / 100.0 };
    let chosen = |i: u32| heard.get(&i).map_or(0.0, |h| h.faded.chosen());
    let pairs: Vec<(f64, f64)> = songs().map(|(i, row)| (popularity(row), chosen(i))).collect();
    let tilt = tilt(&pairs);
    let weight = |row: &Row| (tilt * popularity(row)).exp();
    let all: f64 = songs().map(|(_, row)| weight(row)).sum();
    let usual = |row: &Row| total * weight(row) / all.max(f64::MIN_POSITIVE);
    let known = heard.iter().map(|(index, h)| {
        let row = &pool.rows()[*index as usize];
        let usual = if field.has(*index) { usual(row) } else { 0.0 };
        Taught { index: *index, chosen: h.faded.chosen(), usual, rating: h.rating }
    });
    let mut known: Vec<Taught> = known.filter(|t| !pool.rows()[t.index as usize].soundscape).collect();
    let rest: Vec<Taught> = songs()
        .filter(|(index, _)| !heard.contains_key(index))
        .map(|(index, row)| Taught { index, chosen: 0.0, usual: usual(row), rating: None })
        .collect();
    known.sort_by(|a, b| b.chosen.total_cmp(&a.chosen).then(a.index.cmp(&b.index)));
    known.truncate(MOST_TAUGHT);
    // Each of the sample stands for so many others, which were not heard either.
    let step = rest.len().div_ceil(MOST_TAUGHT).max(1);
    known.extend(rest.into_iter().step_by(step).map(|t| Taught { usual: t.usual * step as f64, ..t }));
    // In no order that means anything: tracks of one artist stand together, and what is taken in first would claim more.
    known.sort_by_key(|t| key(&t.index));
    known
}

/// How strongly popularity alone decided what was heard: the exponential tilt of the tracks at hand under which their mean
/// popularity is that of what was heard (Newton's method on a convex function of one number).
fn tilt(tracks: &[(f64, f64)]) -> f64 {
    let plays: f64 = tracks.iter().map(|(_, plays)| plays).sum();
    if plays <= 0.0 {
        return 0.0;
    }
    let wanted = tracks.iter().map(|(p, plays)| p * plays).sum::<f64>() / plays;
    let mut tilt = 0.0_f64;
    for _ in 0..20 {
        let sums = tracks.iter().fold((0.0, 0.0, 0.0), |(w, m, s), (p, _)| {
            let weight = (tilt * p).exp();
            (w + weight, m + weight * p, s + weight * p * p)
        });
        let mean = sums.1 / sums.0;
        let variance = (sums.2 / sums.0 - mean * mean).max(1e-6);
        tilt = (tilt + ((wanted - mean) / variance).clamp(-2.0, 2.0)).clamp(-8.0, 8.0);
    }
    tilt
}

#[cfg(test)]
mod tests;
