//! What a listener heard elsewhere, on an ordinary player that knows nothing of moods.
//!
//! Written before anything was measured with it. The listener looks for something to play: what is offered depends on
//! popularity (the most popular track is offered e^`OFFERED`, twenty, times as often as the least popular one), and of
//! what is offered they take what they like, whatever their mood: the chance to take a track grows with what they think of
//! it in log odds, as in a choice among many with chance in it. A track may come again at any time. One play in ten is
//! skipped, and what is liked less is skipped more often. Plays lie up to three years back, evenly.

use super::listener::{Listener, World};
use crate::random::Random;
use attune_core::taste::{PastEnding, PastEvidence, PastPlay, Rating, ShelfRecords, TrackRecord};
use attune_core::{Timestamp, Tracks};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Logarithm of how much more often the most popular track is offered than the least popular one.
const OFFERED: f64 = 3.0;
/// Share of plays that are skipped.
const SKIPPED: f64 = 0.1;
const YEARS: f64 = 3.0;
const YEAR_MS: f64 = 365.25 * 86_400_000.0;

/// So many plays of a listener before time 0, as they count then.
#[must_use]
pub fn past(world: &World, listener: &Listener, plays: usize, random: &mut Random) -> Vec<PastEvidence> {
    let liked: Vec<f64> = (0..world.tracks.len()).map(|t| listener.thinks_of(world, t)).collect();
    let popularity = |t: usize| f64::from(world.tracks[t].popularity.unwrap_or(50)) / 100.0;
    let weights: Vec<f64> =
        liked.iter().enumerate().map(|(t, l)| (OFFERED * popularity(t) + l).exp()).collect();
    let sums: Vec<f64> = weights
        .iter()
        .scan(0.0, |sum, w| {
            Some({
                *sum += w;
                *sum
            })
        })
        .collect();
    let total = sums.last().copied().unwrap_or_default();
    let chance = |t: usize| weights[t] / total;
    let dislike = dislike(&liked, &chance);
    let mut heard: BTreeMap<usize, PastEvidence> = BTreeMap::new();
    for _ in 0..plays {
        let drawn = total * random.uniform();
        let track = sums.partition_point(|sum| *sum < drawn).min(liked.len() - 1);
        let skipped = random.chance(skips(liked[track], dislike));
        let at = Timestamp((-YEARS * YEAR_MS * random.uniform()) as i64);
        let ending = if skipped { PastEnding::Skipped } else { PastEnding::Finished };
        let play = PastPlay { at: Some(at), heard_ms: None, ending, times: 1 };
        let of = &world.tracks[track];
        let new = || PastEvidence::of(of.title.clone(), of.artist.clone());
        heard.entry(track).or_insert_with(new).add(&play, Timestamp(0));
    }
    heard.into_values().collect()
}

/// What a player keeps beside the tracks of such a listener's past: how often each was played to its end, and stars for one in
/// so many of those, from one to five.
///
/// Ratings are of the listener's own mean of 3.5 and spread of 1 among what they heard, with an error of 0.8 stars: how far
/// ratings lie from those of the same people later (Amatriain, Pujol and Oliver, UMAP 2009).
#[must_use]
pub fn kept(
    world: &World,
    listener: &Listener,
    past: &[PastEvidence],
    one_in: usize,
    random: &mut Random,
) -> ShelfRecords {
    let tracks = Tracks::new(world.tracks.iter().map(|track| (**track).clone()));
    let names: BTreeMap<(&str, &str), u32> =
        tracks.iter().zip(0..).map(|(t, place)| ((t.title, t.artist), place)).collect();
    let heard =
        past.iter().filter_map(|p| Some((*names.get(&(p.title.as_str(), p.artist.as_str()))?, p.plays)));
    let heard: Vec<(u32, u32)> = heard.collect();
    let liked: Vec<f64> = heard.iter().map(|(place, _)| listener.thinks_of(world, *place as usize)).collect();
    let mean = liked.iter().sum::<f64>() / liked.len().max(1) as f64;
    let variance = liked.iter().map(|l| (l - mean).powi(2)).sum::<f64>() / liked.len().max(1) as f64;
    let mut record = |(place, plays): (u32, u32), liked: f64| {
        let rated = random.chance(1.0 / one_in.max(1) as f64);
        let stars = 3.5 + (liked - mean) / variance.sqrt().max(1e-9) + 0.8 * random.normal();
        let rating = rated.then(|| Rating::hundredths(20 * stars.round().clamp(1.0, 5.0) as u32)).flatten();
        TrackRecord::of(place).keeping(plays, rating, false)
    };
    let records = heard.into_iter().zip(liked).map(|(heard, liked)| record(heard, liked)).collect();
    ShelfRecords { tracks: tracks.clone(), records: Arc::new(records), knows_of_here: false }
}

fn skips(liked: f64, dislike: f64) -> f64 {
    1.0 / (1.0 + (liked - dislike).exp())
}

/// The place of the skips on the scale of liking at which one play in ten is skipped, by bisection.
fn dislike(liked: &[f64], chance: &dyn Fn(usize) -> f64) -> f64 {
    let (mut low, mut high) = (-20.0, 20.0);
    for _ in 0..60 {
        let middle = 0.5 * (low + high);
        let share: f64 = liked.iter().enumerate().map(|(t, l)| chance(t) * skips(*l, middle)).sum();
        if share < SKIPPED { low = middle } else { high = middle }
    }
    low
}
