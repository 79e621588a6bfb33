//! Ways of choosing the next track.

use super::days::{SEEN_SD, Situation};
use super::listener::{Heard, Known, Listener, World};
use super::neural::Network;
pub use super::response::Response;
use crate::random::Random;
use attune_core::rank::{ARTIST_WINDOW, DEFAULT_SURPRISE, Elsewhere, Pool, Request, odds, rank};
use attune_core::taste::{Moment, PastEvidence, Prior, ShelfRecords, StatedPreferences};
use attune_core::{AffectEstimate, Circumstances, Feedback, FeedbackKind, Policy};

/// A track rests for so many plays in the ways of choosing that have no rule of their own.
const REST: usize = 40;

/// What a way of choosing may look at. Only the oracle looks at the listener.
pub struct View<'a> {
    /// The tracks.
    pub world: &'a World,
    /// The hidden listener.
    pub listener: &'a Listener,
    /// What was heard.
    pub heard: &'a Heard,
    /// The moment.
    pub at: &'a Situation,
    /// What was played, oldest first.
    pub played: &'a [usize],
}

impl View<'_> {
    /// Whether a track may be played: its artist and it itself have rested.
    fn allows(&self, track: usize) -> bool {
        let last = |n: usize| &self.played[self.played.len().saturating_sub(n)..];
        let artist = self.world.artist(track);
        !last(REST).contains(&track)
            && last(ARTIST_WINDOW - 1).iter().all(|t| self.world.artist(*t) != artist)
    }

    fn best(&self, score: impl Fn(usize) -> f64) -> usize {
        let allowed = (0..self.world.tracks.len()).filter(|t| self.allows(*t));
        let scored = allowed.map(|t| (t, score(t)));
        scored.max_by(|a, b| a.1.total_cmp(&b.1)).map_or(0, |(t, _)| t)
    }
}

/// A way of choosing.
pub trait Chooser {
    /// The next track, by its number in the world.
    fn choose(&mut self, view: &View<'_>) -> usize;
    /// Takes what the listener did with it.
    fn learn(&mut self, view: &View<'_>, track: usize, response: Response);
}

/// Any track.
pub struct AnyTrack(pub Random);

impl Chooser for AnyTrack {
    fn choose(&mut self, view: &View<'_>) -> usize {
        let noise: Vec<f64> = view.world.tracks.iter().map(|_| self.0.uniform()).collect();
        view.best(|t| noise[t])
    }

    fn learn(&mut self, _: &View<'_>, _: usize, _: Response) {}
}

/// The most popular track.
pub struct MostPopular;

impl Chooser for MostPopular {
    fn choose(&mut self, view: &View<'_>) -> usize {
        view.best(|t| f64::from(view.world.tracks[t].popularity.unwrap_or(0)))
    }

    fn learn(&mut self, _: &View<'_>, _: usize, _: Response) {}
}

/// The track whose affect, as far as it is known, is most probably that of the mood.
pub struct MoodMatch;

impl Chooser for MoodMatch {
    fn choose(&mut self, view: &View<'_>) -> usize {
        view.best(|t| {
            let e = view.world.tracks[t].affect.estimate;
            let axis = |x: f64, sd: f64, at: f64| {
                let variance = sd * sd + 2.0 * SEEN_SD * SEEN_SD;
                -(x - at).powi(2) / (2.0 * variance) - 0.5 * variance.ln()
            };
            axis(e.mean.valence, e.sd_valence, view.at.seen.valence)
                + axis(e.mean.arousal, e.sd_arousal, view.at.seen.arousal)
        })
    }

    fn learn(&mut self, _: &View<'_>, _: usize, _: Response) {}
}

/// The track that will most probably be heard to its end, by looking into the listener.
pub struct Oracle;

impl Chooser for Oracle {
    fn choose(&mut self, view: &View<'_>) -> usize {
        view.best(|t| view.listener.finishes(view.world, t, view.at, view.heard))
    }

    fn learn(&mut self, _: &View<'_>, _: usize, _: Response) {}
}

/// Attune's ranking and taste, as shipped.
pub struct Ours {
    pool: Pool,
    seed: u64,
    surprise: f32,
    /// The probability of the last choice.
    pub propensity: f64,
}

/// The tracks played last, as far back as an artist is remembered.
fn before(view: &View<'_>) -> Vec<u32> {
    let last = &view.played[view.played.len().saturating_sub(ARTIST_WINDOW - 1)..];
    last.iter().map(|t| *t as u32).collect()
}

impl Ours {
    /// A listener of whom only this is believed.
    #[must_use]
    pub fn new(world: &World, seed: u64, prior: Prior) -> Self {
        Self {
            pool: Pool::with_prior(world.tracks.iter().cloned(), prior),
            seed,
            surprise: DEFAULT_SURPRISE,
            propensity: 1.0,
        }
    }

    /// The same listener after they said this of themselves.
    #[must_use]
    pub fn stated(mut self, stated: StatedPreferences) -> Self {
        self.pool.set_stated(stated);
        self.pool.relearn([], |_| None);
        self
    }

    /// The same listener with what was heard elsewhere.
    #[must_use]
    pub fn heard_before(mut self, past: &[PastEvidence]) -> Self {
        self.pool.set_past(past);
        self.pool.relearn([], |_| None);
        self
    }

    /// The same listener with what a player keeps of tracks, beside a history or without one.
    #[must_use]
    pub fn with_kept(mut self, past: &[PastEvidence], kept: &ShelfRecords) -> Self {
        let elsewhere =
            Elsewhere { histories: vec![past], shelves: vec![kept], counts: true, ..Elsewhere::default() };
        self.pool.set_elsewhere(&elsewhere);
        self.pool.relearn([], |_| None);
        self
    }

    /// The same with another position of the slider "surprise me".
    #[must_use]
    pub fn surprised(mut self, surprise: f32) -> Self {
        self.surprise = surprise;
        self
    }

    /// What could be chosen now with another position of the slider, each with its probability.
    #[must_use]
    pub fn odds(&self, view: &View<'_>, surprise: f32) -> Vec<(usize, f64)> {
        let (path, before) = ([view.at.seen], before(view));
        let request = Request { surprise, ..self.request(view, &path, &before) };
        odds(&self.pool, &request).into_iter().map(|(t, p)| (t as usize, f64::from(p))).collect()
    }

    fn request<'a>(
        &self,
        view: &View<'_>,
        path: &'a [attune_core::Affect],
        before: &'a [u32],
    ) -> Request<'a> {
        Request {
            mood_sd: (SEEN_SD, SEEN_SD),
            moment: Moment { policy: Policy::Match, hour: view.at.hour },
            seed: self.seed,
            slot: view.played.len() as u64,
            surprise: self.surprise,
            before,
            ..Request::new(path, view.at.now)
        }
    }

    fn say(&mut self, view: &View<'_>, track: usize, kind: FeedbackKind, heard: Option<f64>) {
        let circumstances = Circumstances {
            target: AffectEstimate::with_sd(view.at.seen, SEEN_SD),
            policy: Policy::Match,
            hour: view.at.hour,
            heard,
            propensity: Some(self.propensity),
        };
        let id = view.world.tracks[track].id.clone();
        let said = Feedback { circumstances: Some(circumstances), ..Feedback::new(id, kind, view.at.now) };
        self.pool.learn(&said);
    }
}

impl Chooser for Ours {
    fn choose(&mut self, view: &View<'_>) -> usize {
        let (path, before) = ([view.at.seen], before(view));
        let chosen = rank(&self.pool, &self.request(view, &path, &before));
        let Some(first) = chosen.first() else { return 0 };
        self.propensity = f64::from(first.propensity);
        first.index as usize
    }

    fn learn(&mut self, view: &View<'_>, track: usize, response: Response) {
        let kind = if response.finished { FeedbackKind::Finished } else { FeedbackKind::Skipped };
        self.say(view, track, kind, Some(response.heard));
        if response.liked {
            self.say(view, track, FeedbackKind::Liked, None);
        }
    }
}

/// A small neural network over the same features, with the same share of exploration.
pub struct Neural {
    pool: Pool,
    network: Network,
    random: Random,
}

impl Neural {
    /// A network that starts from the same prior knowledge.
    #[must_use]
    pub fn new(world: &World, mut random: Random) -> Self {
        let pool = Pool::new(world.tracks.iter().cloned());
        let network = Network::new(&pool, &mut random);
        Self { pool, network, random }
    }

    fn moment(view: &View<'_>) -> (Moment, AffectEstimate) {
        let moment = Moment { policy: Policy::Match, hour: view.at.hour };
        (moment, AffectEstimate::with_sd(view.at.seen, SEEN_SD))
    }
}

impl Chooser for Neural {
    fn choose(&mut self, view: &View<'_>) -> usize {
        let (moment, target) = Self::moment(view);
        if self.random.chance(0.05) {
            let noise: Vec<f64> = view.world.tracks.iter().map(|_| 0.1 * self.random.normal()).collect();
            return view.best(|t| self.network.score(&self.pool, t, moment, &target) + noise[t]);
        }
        view.best(|t| self.network.score(&self.pool, t, moment, &target))
    }

    fn learn(&mut self, view: &View<'_>, track: usize, response: Response) {
        let (moment, target) = Self::moment(view);
        self.network.learn(&self.pool, track, moment, &target, response.heard, &mut self.random);
        // Only so that the features know what was played; the linear model in there is not asked.
        let id = view.world.tracks[track].id.clone();
        self.pool.learn(&Feedback::new(id, FeedbackKind::Finished, view.at.now));
    }
}

/// The track that seems best to somebody who knows only a part of the listener.
pub struct Informed(pub Known);

impl Chooser for Informed {
    fn choose(&mut self, view: &View<'_>) -> usize {
        view.best(|t| view.listener.seems_to_finish(view.world, t, view.at, view.heard, self.0))
    }

    fn learn(&mut self, _: &View<'_>, _: usize, _: Response) {}
}
