//! Plays elsewhere, before Attune was there or beside it: what a listener brings along.

use super::features::{BASE, BRIGHTER, DAYTIME, ERA, POPULAR, SOUND, TEMPO, WEIGHTS};
use super::offsets::Offset;
use super::{CountedTimes, Prior, Rating};
use crate::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A play counts half after so many days.
const HALF_LIFE_DAYS: f64 = 1_095.0;
/// A play of which nobody knows when it was counts as one of this many half-lives ago.
const UNDATED: f64 = 1.0;

/// How a play elsewhere ended, as far as is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum PastEnding {
    /// The track was played to its end.
    Finished,
    /// The listener went on.
    Skipped,
    /// Nobody knows.
    Unknown,
}

/// One or several plays of a track elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PastPlay {
    /// When; for several plays, the last of them. None where nobody knows.
    pub at: Option<Timestamp>,
    /// How long it was heard, in milliseconds, for a single play.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heard_ms: Option<u32>,
    /// How it ended.
    pub ending: PastEnding,
    /// How many plays these are, at least 1.
    pub times: u32,
}

impl PastPlay {
    /// When a single play was, where that is known.
    #[must_use]
    pub fn moment(&self) -> Option<Timestamp> {
        self.at.filter(|_| self.times == 1)
    }

    /// Whether it is one of the plays that count already. Several plays in one, and those of no known time, never are.
    #[must_use]
    pub fn is_among(&self, counted: &CountedTimes) -> bool {
        self.moment().is_some_and(|at| counted.have(at))
    }
}

/// A track that was played elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PastTrack {
    /// Title as credited.
    pub title: String,
    /// Artist as credited.
    pub artist: String,
    /// Album, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub album: Option<String>,
    /// Spotify's 22-character identifier, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spotify: Option<String>,
    /// International Standard Recording Code, twelve capital letters and digits, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub isrc: Option<String>,
    /// `MusicBrainz`'s identifier of the recording, 36 lower-case characters, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub musicbrainz: Option<String>,
    /// Its length in milliseconds, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub length_ms: Option<u32>,
    /// Its plays.
    pub plays: Vec<PastPlay>,
}

/// A history that was brought along, for a list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct PastHistory {
    /// Its number.
    pub id: u32,
    /// The service or player it comes from.
    pub source: String,
    /// When it was brought along, in Unix milliseconds.
    pub added_at: f64,
    /// How many plays are in it.
    pub plays: u32,
    /// Of how many tracks.
    pub tracks: u32,
    /// The first play, in Unix milliseconds, where that is known.
    pub from: Option<f64>,
    /// The last one.
    pub to: Option<f64>,
}

impl PastHistory {
    /// What there is to show of a history with these tracks; `added_at` says when it was brought along.
    #[must_use]
    pub fn of(id: u32, source: String, added_at: Timestamp, tracks: &[PastTrack]) -> Self {
        let plays = || tracks.iter().flat_map(|track| &track.plays);
        let times = || plays().filter_map(|play| play.at).map(|at| at.0 as f64);
        Self {
            id,
            source,
            added_at: added_at.0 as f64,
            plays: plays().fold(0, |sum, play| sum.saturating_add(play.times)),
            tracks: u32::try_from(tracks.len()).unwrap_or(u32::MAX),
            from: times().reduce(f64::min),
            to: times().reduce(f64::max),
        }
    }
}

/// What the plays of a track elsewhere come to: how many there were, old ones counting for less.
#[derive(Debug, Clone, PartialEq)]
pub struct PastEvidence {
    /// Title as credited.
    pub title: String,
    /// Artist as credited.
    pub artist: String,
    /// Spotify's 22-character identifier, where it is known.
    pub spotify: Option<String>,
    /// International Standard Recording Code, twelve capital letters and digits, where it is known.
    pub isrc: Option<String>,
    /// `MusicBrainz`'s identifier of the recording, 36 lower-case characters, where it is known.
    pub musicbrainz: Option<String>,
    /// Its length in milliseconds, where it is known.
    pub length_ms: Option<u32>,
    /// Plays that were finished, skipped, or of which the end is not known, faded by age.
    pub faded: PastCounts,
    /// Plays to the end for sure, whenever that was.
    pub finished: u32,
    /// Plays that were skipped for sure, whenever that was.
    pub skipped: u32,
    /// Plays that were not skipped as far as is known, whenever that was.
    pub plays: u32,
    /// What entries of several plays come to, which do not say when each was. They are in none of the numbers above.
    pub summed: PastSum,
}

/// Several plays of a track in one entry, as players count them.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct PastSum {
    /// All of them, faded by the age of the last one.
    pub faded: PastCounts,
    /// Those to the end for sure.
    pub finished: u32,
    /// Those that were skipped for sure.
    pub skipped: u32,
    /// Those that were not skipped as far as is known.
    pub plays: u32,
}

/// Faded numbers of plays.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct PastCounts {
    /// To the end.
    pub finished: f64,
    /// Skipped.
    pub skipped: f64,
    /// Nobody knows.
    pub unknown: f64,
}

impl PastEvidence {
    /// A track of which no play is counted yet, and no more known than its names.
    #[must_use]
    pub fn of(title: String, artist: String) -> Self {
        Self {
            title,
            artist,
            spotify: None,
            isrc: None,
            musicbrainz: None,
            length_ms: None,
            faded: PastCounts::default(),
            finished: 0,
            skipped: 0,
            plays: 0,
            summed: PastSum::default(),
        }
    }

    /// Counts a play in, as it counts now.
    pub fn add(&mut self, play: &PastPlay, now: Timestamp) {
        let weight = f64::from(play.times) * faded(play.at, now);
        let of = if play.times > 1 {
            let sum = &mut self.summed;
            (&mut sum.faded, &mut sum.finished, &mut sum.skipped, &mut sum.plays)
        } else {
            (&mut self.faded, &mut self.finished, &mut self.skipped, &mut self.plays)
        };
        let (faded, finished, skipped, plays) = of;
        let more = |count: &mut u32| *count = count.saturating_add(play.times);
        match play.ending {
            PastEnding::Finished => {
                faded.finished += weight;
                more(finished);
            }
            PastEnding::Skipped => {
                faded.skipped += weight;
                more(skipped);
            }
            PastEnding::Unknown => faded.unknown += weight,
        }
        if play.ending != PastEnding::Skipped {
            more(plays);
        }
    }

    /// Whether no play of it counts.
    pub(crate) fn is_empty(&self) -> bool {
        self.faded == PastCounts::default() && self.summed == PastSum::default()
    }

    /// What the plays of a track come to now, without those that count already.
    #[must_use]
    pub fn from_track(track: &PastTrack, now: Timestamp, counted: &CountedTimes) -> Self {
        let mut all = Self {
            spotify: track.spotify.clone(),
            isrc: track.isrc.clone(),
            musicbrainz: track.musicbrainz.clone(),
            length_ms: track.length_ms,
            ..Self::of(track.title.clone(), track.artist.clone())
        };
        track.plays.iter().filter(|play| !play.is_among(counted)).for_each(|play| all.add(play, now));
        all
    }
}

/// What a whole history comes to.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PastPlays {
    /// By track.
    pub tracks: Vec<PastEvidence>,
    /// When its plays were, as far as each is told, in any order.
    pub times: Vec<Timestamp>,
}

impl PastPlays {
    /// What these tracks come to now, without the plays that count already.
    #[must_use]
    pub fn of(tracks: &[PastTrack], now: Timestamp, counted: &CountedTimes) -> Self {
        let plays = tracks.iter().flat_map(|track| &track.plays);
        Self {
            times: plays.filter_map(PastPlay::moment).collect(),
            tracks: tracks.iter().map(|track| PastEvidence::from_track(track, now, counted)).collect(),
        }
    }
}

/// What a play of that time counts, in (0, 1]; one in the future counts like one of now.
fn faded(at: Option<Timestamp>, now: Timestamp) -> f64 {
    let lives = at.map_or(UNDATED, |at| (now - at).as_seconds().max(0.0) / 86_400.0 / HALF_LIFE_DAYS);
    (-lives).exp2()
}

impl PastCounts {
    /// How often the track was chosen over others: a play that was skipped takes back the choice of it.
    pub(crate) fn chosen(self) -> f64 {
        (self.finished + UNKNOWN * self.unknown - SKIPPED * self.skipped).max(0.0)
    }

    /// So many plays of which nobody knows when they were and how they ended.
    pub(crate) fn of_count(plays: u32) -> Self {
        Self { unknown: f64::from(plays) * (-UNDATED).exp2(), ..Self::default() }
    }

    /// Adds this share of other plays of the same track.
    pub(crate) fn add(&mut self, other: Self, share: f64) {
        self.finished += share * other.finished;
        self.skipped += share * other.skipped;
        self.unknown += share * other.unknown;
    }
}

/// A play of which nobody knows how it ended.
const UNKNOWN: f64 = 0.9;
/// What a skip takes away.
const SKIPPED: f64 = 0.3;

/// How much of the chance to be heard to its end goes with being played e times as often as others.
const SCALE: f64 = 0.15;
/// So many plays are added to both sides of a comparison, so that few plays say little.
const SMOOTHING: f64 = 1.0;
/// Standard deviation of what being played often says of a track, however often it was.
const MISFIT: f64 = 0.2;

/// What is said by a track that was chosen so often, where its popularity alone would have made it so many: its worth over the
/// rest, and the variance of that.
///
/// The logarithm of how much more often it was chosen is the utility of a choice among many (D. `McFadden`, "Conditional logit
/// analysis of qualitative choice behavior", 1974) up to a scale; its variance is that of a Poisson count.
pub(crate) fn worth(chosen: f64, usual: f64) -> (f64, f64) {
    let value = SCALE * ((chosen + SMOOTHING) / (usual + SMOOTHING)).ln();
    (value, SCALE * SCALE / (chosen.max(usual) + SMOOTHING) + MISFIT * MISFIT)
}

/// What one star more adds to the worth of a track.
const STAR: f64 = 0.1;
/// The stars of what is worth as much as the rest.
const USUAL_STARS: f64 = 3.0;
/// Standard deviation of a rating in stars: how far one lies from the same listener's next one (0.6 to 0.8; X. Amatriain, J. M.
/// Pujol and N. Oliver, "I like it... I like it not", UMAP 2009).
const STARS_SD: f64 = 0.8;

/// What is said by how often a track was chosen and would have been by its popularity (see [`worth`]) and by its rating, in one:
/// both are signs of the same liking, and what neither tells of it counts once. None where neither is known.
pub(crate) fn said(plays: Option<(f64, f64)>, rating: Option<Rating>) -> Option<(f64, f64)> {
    let stars = |r: Rating| (STAR * (r.stars() - USUAL_STARS), (STAR * STARS_SD).powi(2) + MISFIT * MISFIT);
    let Some((chosen, usual)) = plays else { return rating.map(stars) };
    let (value, variance) = worth(chosen, usual);
    let Some((rated, rated_variance)) = rating.map(stars) else { return Some((value, variance)) };
    let shared = MISFIT * MISFIT;
    let (one, other) = (1.0 / (variance - shared), 1.0 / (rated_variance - shared));
    Some(((one * value + other * rated) / (one + other), 1.0 / (one + other) + shared))
}

/// Whether plays elsewhere say something about this feature: what the music is, not when or for what it was played.
pub(crate) fn says_of(feature: usize) -> bool {
    let music = (SOUND..POPULAR).contains(&feature)
        || (TEMPO..DAYTIME).contains(&feature)
        || (ERA..BRIGHTER).contains(&feature);
    music || feature == BASE
}

/// Everything that is learned from plays elsewhere about the features, with effects of names learned beside.
#[derive(Debug)]
pub(crate) struct PastWeights {
    gaussian: super::linear::Gaussian,
    usual: Vec<f64>,
    evidence: Vec<f32>,
}

impl PastWeights {
    pub(crate) fn new(prior: &Prior) -> Self {
        let usual = prior.weights().map(|(mean, _)| mean).collect();
        Self { gaussian: prior.gaussian(), usual, evidence: vec![0.0; WEIGHTS] }
    }

    /// Takes in that music with these features and of these effects is worth so much more than the rest.
    pub(crate) fn observe(
        &mut self,
        x: &[(usize, f64)],
        effects: [&mut Offset; 3],
        (value, noise): (f64, f64),
    ) {
        let x = x.iter().copied();
        let (mean, variance) = effects.iter().fold((0.0, 0.0), |s, o| (s.0 + o.mean, s.1 + o.variance));
        let total = self.gaussian.spread(&x) + variance + noise;
        let expected: f64 = x.clone().map(|(i, x)| x * (self.gaussian.mean()[i] - self.usual[i])).sum();
        let gain = (value - expected - mean) / total;
        self.gaussian.observe(&x, gain, total);
        for effect in effects {
            effect.observe(gain, total);
        }
    }

    /// Notes that so many plays had these features.
    pub(crate) fn note(&mut self, x: &[(usize, f64)], plays: f64) {
        for (i, x) in x {
            self.evidence[*i] += (x.abs() * plays) as f32;
        }
    }

    /// What each feature is worth over what is usual.
    pub(crate) fn finish(self) -> PastWorth {
        let mut worth: Vec<f64> =
            self.gaussian.mean().iter().zip(&self.usual).map(|(mean, usual)| mean - usual).collect();
        worth[BASE] = 0.0;
        let sds = (0..worth.len()).map(|i| self.gaussian.variance(i).max(0.0).sqrt()).collect();
        PastWorth { worth, sds, evidence: self.evidence }
    }
}

/// What each feature is worth over what is usual; empty where nothing was heard elsewhere.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct PastWorth {
    pub(crate) worth: Vec<f64>,
    /// Standard deviations.
    sds: Vec<f64>,
    evidence: Vec<f32>,
}

impl PastWorth {
    /// How unsure the worth of a feature is; without end where nothing was heard.
    pub(crate) fn sd(&self, feature: usize) -> f64 {
        self.sds.get(feature).copied().unwrap_or(f64::INFINITY)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.worth.is_empty()
    }

    /// In how many plays a feature was.
    pub(crate) fn evidence(&self, feature: usize) -> f32 {
        self.evidence.get(feature).copied().unwrap_or_default()
    }

    /// What it comes to for a track with these features.
    pub(crate) fn of(&self, x: impl Iterator<Item = (usize, f64)>) -> f64 {
        x.map(|(i, x)| x * self.worth.get(i).copied().unwrap_or_default()).sum()
    }
}

/// What plays elsewhere say of one name.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct PastName {
    pub(crate) shown: String,
    pub(crate) effect: f64,
    pub(crate) sd: f64,
    pub(crate) plays: u32,
}

/// What plays elsewhere say of the listener.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct PastTaste {
    pub(crate) weights: PastWorth,
    /// Effects of the artists that were heard, by folded name.
    pub(crate) artists: BTreeMap<String, PastName>,
    /// The same of genre words.
    pub(crate) genres: BTreeMap<String, PastName>,
}
