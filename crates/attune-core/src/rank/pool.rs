//! The tracks to choose from, with what was learned of the listener.

use super::Row;
use super::fit::{Aim, fit};
use super::habits::Habits;
use super::merged::Merged;
use super::names::{Effect, Names, effect};
use super::past::Past;
use super::people::{People, guests_of, lead};
use super::row::{Billed, NO_ARTIST};
use crate::credits::{Credits, person};
use crate::feedback::{Circumstances, Feedback, FeedbackKind};
use crate::key::key;
use crate::taste::features::{self, DAYPARTS, FEATURES, Features, Nearness};
use crate::taste::{Lesson, Moment, Prior, StatedPreferences, Subject, Taste};
use crate::track::fold;
use crate::{Affect, AffectEstimate, Track, TrackId, TrackRef, Tracks};
use std::borrow::Borrow;
use std::collections::{HashMap, HashSet};

/// No genre word.
pub(super) const NO_GENRE: u16 = u16::MAX;

/// All tracks that may be played, with what the listener said about them.
#[derive(Debug, Clone, Default)]
pub struct Pool {
    tracks: Merged,
    rows: Vec<Row>,
    pub(super) artists: Names,
    /// Who is credited beside the main artist, for the rows that have somebody.
    pub(super) guests: Vec<Box<[u32]>>,
    pub(super) genres: Names,
    pub(super) taste: Taste,
    /// What plays elsewhere say of these tracks.
    pub(super) past: Past,
    /// What the listener said outright.
    pub(super) stated: StatedPreferences,
    /// What the listener was seen to do with what kind of music.
    pub(super) habits: Habits,
    /// What the listener said about where tracks lie, by track.
    words: HashMap<u32, Vec<StatedAffect>>,
    /// The mean of the features over all tracks.
    typical: Vec<f32>,
    /// Rows that feedback has changed.
    touched: HashSet<u32>,
}

/// What the listener says about where a track lies on the plane.
#[derive(Debug, Clone, Copy, PartialEq)]
enum StatedAffect {
    /// There.
    At(Affect),
    /// Not where it was played, if that is known.
    NotAt(Option<Affect>),
}

impl Pool {
    /// A pool of tracks for a listener of whom nothing is known; of several with the same id the first counts.
    #[must_use]
    pub fn new<T: Borrow<Track>>(tracks: impl IntoIterator<Item = T>) -> Self {
        Self::with_prior(tracks, Prior::default())
    }

    /// A pool for a listener of whom something else is believed than of most.
    #[must_use]
    pub fn with_prior<T: Borrow<Track>>(tracks: impl IntoIterator<Item = T>, prior: Prior) -> Self {
        let tracks = Tracks::new(tracks);
        let credits = Credits::of(tracks.iter().map(|track| track.artist));
        Self::credited([tracks], &credits, prior)
    }

    /// A pool of the tracks of several shelves, in which people are told apart by `credits`. The tracks themselves stay
    /// where they are.
    #[must_use]
    pub fn credited(shelves: impl IntoIterator<Item = Tracks>, credits: &Credits, prior: Prior) -> Self {
        let tracks = Merged::of(shelves);
        let mut pool = Self { taste: Taste::new(prior), ..Self::default() };
        pool.rows.reserve_exact(tracks.len());
        let (mut people, mut genres) = (People::of(credits), HashMap::new());
        for track in tracks.iter() {
            let billed = people.number(&mut pool.artists, &mut pool.guests, track.artist);
            let word = track.genre.map(fold);
            let genre =
                word.map_or(NO_GENRE, |w| pool.genres.number(&mut genres, &w).min(NO_GENRE.into()) as u16);
            pool.rows.push(Row::new(&track, billed, genre, prior.track_sd));
        }
        pool.tracks = tracks;
        pool.artists.keys.shrink_to_fit();
        pool.guests.shrink_to_fit();
        pool.forget();
        pool.typical = typical(&pool.rows);
        pool
    }

    /// Forgets all that was learned of the listener.
    fn forget(&mut self) {
        self.taste = Taste::with_past(self.taste.prior(), self.past.taste.clone());
        self.words.clear();
        self.habits = self.past.habits.clone();
        self.artists.effects = vec![effect(self.taste.artist("")); self.artists.keys.len()];
        self.genres.effects = vec![effect(self.taste.genre_word("")); self.genres.keys.len()];
    }

    /// Learns anew from what was said outright and then from all feedback, oldest first; `elsewhere` finds tracks that are not in this pool.
    pub fn relearn<'a>(
        &mut self,
        log: impl IntoIterator<Item = &'a Feedback>,
        elsewhere: impl Fn(&TrackId) -> Option<Track>,
    ) {
        let sd = self.taste.prior().track_sd;
        for index in self.touched.drain() {
            let row = &mut self.rows[index as usize];
            *row = Row::new(&self.tracks.get(index), row.billed(), row.genre, sd);
        }
        self.forget();
        self.take_stated();
        for feedback in log {
            match self.find(&feedback.track) {
                Some(_) => self.learn(feedback),
                None => self.learn_of(elsewhere(&feedback.track).as_ref(), feedback),
            }
        }
    }

    /// Adds what the listener said; feedback on tracks that are not here changes nothing.
    pub fn learn(&mut self, feedback: &Feedback) {
        let Some(index) = self.find(&feedback.track) else { return };
        let (track, mut row) = (self.track(index), self.rows[index as usize]);
        self.take_lesson(Some(index), &track, &mut row, feedback);
        self.set_row(index, row);
        self.note(feedback);
        let artist = effect(self.taste.artist(&person(lead(&self.artists, row.artist, &track.artist))));
        if let Some(known) = self.artists.effects.get_mut(row.artist as usize) {
            *known = artist;
        }
        if let (Some(known), Some(word)) = (self.genres.effects.get_mut(usize::from(row.genre)), &track.genre)
        {
            *known = effect(self.taste.genre_word(&fold(word)));
        }
    }

    /// Adds what the listener said of a track and draws no conclusion about the listener from it: the track rests, is
    /// blocked or moves on the plane, and the taste stays as it is.
    pub fn note(&mut self, feedback: &Feedback) {
        let Some(index) = self.find(&feedback.track) else { return };
        let (track, mut row) = (self.track(index), self.rows[index as usize]);
        note(&mut row, feedback);
        self.take_word(index, &track, &mut row, feedback);
        self.set_row(index, row);
        self.block_artist(row.artist, feedback.kind);
    }

    fn set_row(&mut self, index: u32, row: Row) {
        self.touched.insert(index);
        self.rows[index as usize] = row;
    }

    /// Learns what feedback on a track outside of this pool says about the listener.
    fn learn_of(&mut self, track: Option<&Track>, feedback: &Feedback) {
        let credited = feedback.artist.as_deref().or(track.map(|t| t.artist.as_str()));
        let artist = credited.and_then(|credit| self.known_lead(credit));
        if let Some(track) = track {
            let sd = self.taste.prior().track_sd;
            let number = self.known_lead(&track.artist).map_or(NO_ARTIST, |(number, _)| number);
            let billed = Billed { artist: number, ..Billed::NOBODY };
            self.take_lesson(None, track, &mut Row::new(&track.into(), billed, NO_GENRE, sd), feedback);
            if let Some(word) = track.genre.as_deref() {
                self.show_genre(&fold(word));
            }
        }
        if let Some((number, name)) = artist {
            self.show_artist(&person(name));
            self.block_artist(number, feedback.kind);
        }
    }

    /// Lays out what is known of an artist, by name as [`person`] gives it, for scoring.
    pub(super) fn show_artist(&mut self, folded: &str) {
        if let Some(i) = self.artists.find(folded) {
            self.artists.effects[i] = effect(self.taste.artist(folded));
        }
    }

    /// The same for a genre word.
    pub(super) fn show_genre(&mut self, folded: &str) {
        if let Some(i) = self.genres.find(folded) {
            self.genres.effects[i] = effect(self.taste.genre_word(folded));
        }
    }

    /// The number of an artist's rows, by name as [`person`] gives it.
    pub(super) fn artist_number(&self, folded: &str) -> Option<u32> {
        self.artists.find(folded).map(|i| i as u32)
    }

    fn take_lesson(&mut self, index: Option<u32>, track: &Track, row: &mut Row, feedback: &Feedback) {
        let shown = lead(&self.artists, row.artist, &track.artist);
        self.habits.note(track, row, shown, feedback);
        let Some(lesson) = Lesson::of(feedback) else { return };
        let features = row_features(row, feedback.circumstances.as_ref());
        let features = features.with_past(self.past.opinion(index, row, &features));
        let (artist, genre) = (person(shown), track.genre.as_deref().map(fold));
        let artist = (!artist.is_empty()).then_some((artist.as_str(), shown));
        let subject = Subject { features: &features, artist, genre: genre.as_deref() };
        let mut effect = row.effect();
        self.taste.learn(subject, &mut effect, lesson, feedback.at);
        row.set_effect(effect);
    }

    /// Takes what the listener says about where a track lies. Of several places the last one counts.
    fn take_word(&mut self, index: u32, track: &Track, row: &mut Row, feedback: &Feedback) {
        let word = match (feedback.kind, feedback.track_affect) {
            (FeedbackKind::Placed, Some(place)) => StatedAffect::At(place),
            (FeedbackKind::WrongMood, _) => {
                StatedAffect::NotAt(feedback.circumstances.map(|c| c.target.mean))
            }
            _ => return,
        };
        let words = self.words.entry(index).or_default();
        if matches!(word, StatedAffect::At(_)) {
            words.retain(|w| !matches!(w, StatedAffect::At(_)));
        }
        words.push(word);
        let affect = words.iter().fold(track.affect.clone(), |affect, word| match word {
            StatedAffect::At(place) => affect.labelled(*place),
            StatedAffect::NotAt(target) => affect.wrong_mood(*target),
        });
        row.set_affect(&affect.estimate);
    }

    fn block_artist(&mut self, artist: u32, kind: FeedbackKind) {
        let blocked = match kind {
            FeedbackKind::ArtistNever => true,
            FeedbackKind::ArtistAllowed => false,
            _ => return,
        };
        if artist == NO_ARTIST {
            return;
        }
        let guests = &self.guests;
        let is_theirs = |r: &Row| r.artist == artist || guests_of(guests, r).contains(&artist);
        for (row, index) in self.rows.iter_mut().zip(0..).filter(|(r, _)| is_theirs(r)) {
            row.artist_never = blocked;
            self.touched.insert(index);
        }
    }

    /// What was learned of the listener.
    #[must_use]
    pub fn taste(&self) -> &Taste {
        &self.taste
    }

    /// The rows, in the order of the tracks.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// A copy of the track at an index.
    #[must_use]
    pub fn track(&self, index: u32) -> Track {
        self.look(index).to_track()
    }

    /// The track at an index.
    #[must_use]
    pub fn look(&self, index: u32) -> TrackRef<'_> {
        self.tracks.get(index)
    }

    /// All tracks, by index.
    #[must_use]
    pub fn tracks(&self) -> impl ExactSizeIterator<Item = TrackRef<'_>> {
        self.tracks.iter()
    }

    /// The index of a track.
    #[must_use]
    pub fn find(&self, id: &TrackId) -> Option<u32> {
        self.tracks.find(id)
    }

    /// The same by the id's text.
    pub(super) fn find_id(&self, id: &str) -> Option<u32> {
        self.tracks.find_id(id)
    }

    /// Whether a track is in the pool and not blocked.
    #[must_use]
    pub fn is_playable(&self, id: &TrackId) -> bool {
        self.find(id).is_some_and(|i| !self.rows[i as usize].is_blocked())
    }

    /// The features of a track at a moment and for a target, zeros too: what another model of taste would be given.
    #[must_use]
    pub fn features(&self, index: u32, moment: Moment, target: &AffectEstimate) -> Vec<f32> {
        let row = &self.rows[index as usize];
        let fit = fit(row, &Aim::new(target));
        Features::of(row.facts, row.mean(), fit, row.is_novel(), moment).dense()
    }

    /// Numbers that stand for the artist, the genre word and the track itself.
    #[must_use]
    pub fn names(&self, index: u32) -> [u64; 3] {
        let track = self.look(index);
        let genre = track.genre.map(fold);
        [key(&("artist", person(self.lead(index)))), key(&("genre", genre)), key(&("track", track.id))]
    }

    /// Bytes in memory beyond the tracks themselves.
    #[must_use]
    pub fn bytes(&self) -> usize {
        let names =
            |n: &Names| n.keys.capacity() * size_of::<u64>() + n.effects.capacity() * size_of::<Effect>();
        self.tracks.bytes()
            + self.rows.capacity() * size_of::<Row>()
            + names(&self.artists)
            + self.guests.iter().map(|g| size_of_val(g) + size_of_val(&**g)).sum::<usize>()
            + names(&self.genres)
    }

    /// What is known of the artist of a row, with what plays elsewhere say; nothing where nobody is credited.
    #[inline]
    pub(super) fn artist_effect(&self, row: &Row) -> Effect {
        self.artists.effects.get(row.artist as usize).copied().unwrap_or_default()
    }

    pub(super) fn genre_effects(&self) -> &[Effect] {
        &self.genres.effects
    }

    pub(super) fn typical(&self) -> &[f32] {
        &self.typical
    }
}

/// The features of a row in the circumstances of some feedback; where nothing is known of them, the middle of
/// the day and a target that nobody knows.
fn row_features(row: &Row, circumstances: Option<&Circumstances>) -> Features {
    let moment = circumstances.map_or_else(Moment::default, |c| Moment { policy: c.policy, hour: c.hour });
    let target = circumstances.map_or_else(|| AffectEstimate::with_sd(row.mean(), 0.6), |c| c.target);
    Features::of(row.facts, row.mean(), fit(row, &Aim::new(&target)), row.is_novel(), moment)
}

/// Notes on the row what was said of its track.
fn note(row: &mut Row, feedback: &Feedback) {
    match feedback.kind {
        FeedbackKind::Finished => row.finished = row.finished.saturating_add(1),
        FeedbackKind::Skipped => row.skipped = row.skipped.saturating_add(1),
        FeedbackKind::Liked => row.liked = true,
        FeedbackKind::Unliked => row.liked = false,
        FeedbackKind::Never => row.never = true,
        FeedbackKind::Allowed => row.never = false,
        _ => {}
    }
    if feedback.kind.lets_rest() {
        row.last_played = row.last_played.max(feedback.at);
    }
}

/// The mean features of rows at no time of the day and for no target: what a typical track has.
fn typical(rows: &[Row]) -> Vec<f32> {
    let mut sum = vec![0.0_f64; FEATURES];
    for row in rows {
        let all = Features::of(row.facts, row.mean(), Nearness::default(), false, Moment::default());
        all.iter().for_each(|(i, x)| sum[i] += x);
    }
    let count = rows.len().max(1) as f64;
    let mut mean: Vec<f32> = sum.into_iter().map(|s| (s / count) as f32).collect();
    // Each part of the day has the energy of a typical track.
    let energy = mean[features::SOUND + 1];
    mean[features::DAYTIME..features::DAYTIME + DAYPARTS.len()].fill(energy);
    mean
}

#[cfg(test)]
mod tests;
