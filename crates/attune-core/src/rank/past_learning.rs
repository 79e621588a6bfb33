//! Plays elsewhere, laid out on the tracks at hand: which they are, and what is learned from them.

use super::Row;
use super::habits::Habits;
use super::past::Past;
use super::pool::{NO_GENRE, Pool};
use crate::credits::{Credits, person};
use crate::key::key;
use crate::taste::features::{Features, Moment, Nearness};
use crate::taste::offsets::Offset;
use crate::taste::past::{PastName, PastTaste, PastWeights, says_of, worth};
use crate::taste::{NONE, PastCounts, PastEvidence, PastTrack};
use crate::track::fold;
use crate::{TrackId, TrackRef};
use std::collections::{BTreeMap, HashMap};
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

/// Finds the tracks at hand for those that were heard elsewhere.
struct Finder<'a> {
    pool: &'a Pool,
    names: HashMap<(u64, u32), u32>,
    artists: HashMap<u64, u32>,
}

impl<'a> Finder<'a> {
    fn of(pool: &'a Pool) -> Self {
        let mut names = HashMap::with_capacity(pool.rows().len());
        for (index, (row, track)) in (0..).zip(pool.rows().iter().zip(pool.tracks())) {
            names.entry((key(&plain(track.title)), row.artist)).or_insert(index);
        }
        let artists = pool.artists.keys.iter().zip(0..).map(|(key, number)| (*key, number)).collect();
        Self { pool, names, artists }
    }

    /// The track, and else its artist.
    fn find(&self, title: &str, artist: &str, spotify: Option<&str>) -> (Option<u32>, Option<u32>) {
        let by_id = spotify.and_then(|id| self.pool.find(&TrackId::from_spotify(id)));
        let artist = self.artist(artist);
        let by_name = || self.names.get(&(key(&plain(title)), artist?)).copied();
        (by_id.or_else(by_name), artist)
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

/// One track that teaches something of the listener.
struct Taught {
    index: u32,
    /// How often it was chosen.
    chosen: f64,
    /// How often it would have been by its popularity alone.
    usual: f64,
}

#[derive(Debug, Clone, Copy, Default)]
struct Heard {
    faded: PastCounts,
    finished: u32,
    skipped: u32,
}

impl Heard {
    fn add(&mut self, evidence: &PastEvidence) {
        self.faded.add(evidence.faded);
        self.finished = self.finished.saturating_add(evidence.finished);
        self.skipped = self.skipped.saturating_add(evidence.skipped);
    }
}

impl Pool {
    /// How many of the tracks that were heard elsewhere are at hand.
    #[must_use]
    pub fn match_past(&self, heard: &[PastTrack]) -> PastMatches {
        let (finder, mut matches) = (Finder::of(self), PastMatches::default());
        for track in heard {
            match finder.find(&track.title, &track.artist, track.spotify.as_deref()) {
                (Some(_), _) => matches.tracks += 1,
                (None, Some(_)) => matches.artists += 1,
                (None, None) => matches.nothing += 1,
            }
        }
        matches
    }

    /// What the listener heard elsewhere; it counts from the next [`Pool::relearn`] on, and what it replaces no more.
    pub fn set_past<'a>(&mut self, all: impl IntoIterator<Item = &'a PastEvidence>) {
        let (mut heard, mut others) = (BTreeMap::new(), BTreeMap::new());
        let finder = Finder::of(self);
        for evidence in all {
            match finder.find(&evidence.title, &evidence.artist, evidence.spotify.as_deref()) {
                (Some(index), _) => {
                    heard.entry(index).or_insert_with(Heard::default).add(evidence);
                }
                (None, Some(artist)) => {
                    let (tracks, chosen): &mut (u32, f64) = others.entry(artist).or_default();
                    *tracks += 1;
                    *chosen += evidence.faded.chosen();
                }
                (None, None) => {}
            }
        }
        self.past = if heard.is_empty() && others.is_empty() {
            Past::default()
        } else {
            Learning::of(self).learn(&heard, &others)
        };
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

    fn learn(mut self, heard: &BTreeMap<u32, Heard>, others: &BTreeMap<u32, (u32, f64)>) -> Past {
        let taught = taught(self.pool, heard);
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
        self.weights.observe(&x, [artist, genre, &mut track], worth(one.chosen, one.usual));
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
            habits.note_past(&track, row, self.pool.lead(*index), heard.finished, heard.skipped);
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

/// The features of a row that plays elsewhere say something about.
fn music(row: &Row) -> Vec<(usize, f64)> {
    let all = Features::of(row.facts, row.mean(), Nearness::default(), false, Moment::default());
    all.iter().filter(|(i, _)| says_of(*i)).collect()
}

/// The tracks that teach something: those that were heard, and an even sample of those that were not.
fn taught(pool: &Pool, heard: &BTreeMap<u32, Heard>) -> Vec<Taught> {
    let total: f64 = heard.values().map(|h| h.faded.chosen()).sum();
    let songs = || (0..).zip(pool.rows()).filter(|(_, row)| !row.soundscape);
    let popularity =
        |row: &Row| if row.facts.popularity == NONE { 0.5 } else { f64::from(row.facts.popularity) / 100.0 };
    let chosen = |i: u32| heard.get(&i).map_or(0.0, |h| h.faded.chosen());
    let pairs: Vec<(f64, f64)> = songs().map(|(i, row)| (popularity(row), chosen(i))).collect();
    let tilt = tilt(&pairs);
    let weight = |row: &Row| (tilt * popularity(row)).exp();
    let all: f64 = songs().map(|(_, row)| weight(row)).sum();
    let mut known: Vec<Taught> = Vec::new();
    let mut rest: Vec<Taught> = Vec::new();
    for (index, row) in songs() {
        let usual = total * weight(row) / all.max(f64::MIN_POSITIVE);
        match heard.get(&index) {
            Some(h) => known.push(Taught { index, chosen: h.faded.chosen(), usual }),
            None => rest.push(Taught { index, chosen: 0.0, usual }),
        }
    }
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
