//! Listeners with a hidden taste.
//!
//! What a listener thinks of a track is a number (log odds) made of:
//!
//! | part | standard deviation over tracks | can the model express it? |
//! |---|---|---|
//! | latent qualities of genre word, artist and track, times the listener's leanings, saturating | 1.3 | genre and artist by name; the track after it was played |
//! | how close the track, as this listener feels it, is to the mood they want | 0.6 | in part: the listener's feeling and wish are hidden |
//! | what all agree on of the track; popularity shows a part of it | 0.3 | in part |
//! | distance of the year from the listener's years | 0.4 | roughly, by decade |
//! | liking of the language | 0.3 | yes |
//! | energy at this time of the day | 0.2 | yes |
//! | liking of an era within a family of genres | 0.4 | no |
//! | another leaning in low moods | 0.5 | no |
//! | boredom with a track, an artist, a genre just heard | | in part |
//! | the session's humour | 0.4 | no |
//!
//! One track in five is not heard to its end whatever it is (the phone rings), one in fifty always is.

use super::days::Situation;
use super::kin::Kin;
use super::latent::{LATENT, Latent, latent};
use crate::random::Random;
use attune_core::taste::genre::groups_of;
use attune_core::track::fold;
use attune_core::{Affect, Timestamp, Track};
use std::collections::HashMap;
use std::sync::Arc;

const LEANING: f64 = 2.6;
const LOW_LEANING: f64 = 0.5;
const BASE: f64 = -0.75;
pub(super) const INTERRUPTED: f64 = 0.2;
const ALWAYS: f64 = 0.02;
const DAY_MS: f64 = 86_400_000.0;

/// Which listeners to simulate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Kind {
    /// Genre words have nothing in common, and how long a track was heard tells nothing.
    #[default]
    Unrelated,
    /// Genre words have kin (see `kin.rs`), and who dislikes a track leaves sooner than who is interrupted
    /// (see [`super::response`]).
    Related,
}

/// What all listeners share: the hidden qualities of the tracks.
#[derive(Debug, Clone)]
pub struct World {
    /// The tracks.
    pub tracks: Vec<Arc<Track>>,
    /// Which listeners live here.
    pub kind: Kind,
    /// Of the genre word, the artist and the track itself.
    qualities: Vec<[Latent; 3]>,
    /// What popularity shows of what all agree on, and the rest.
    agreed: Vec<(f64, f64)>,
    artists: Vec<u32>,
}

impl World {
    /// Hidden qualities for tracks.
    #[must_use]
    pub fn new(tracks: Vec<Arc<Track>>, kind: Kind, random: &mut Random) -> Self {
        let (mut genres, mut artists) = (HashMap::new(), HashMap::new());
        let mut numbers = HashMap::new();
        let mut kin = (kind == Kind::Related).then(|| Kin::new(random));
        let mut world = Self { kind, qualities: vec![], agreed: vec![], artists: vec![], tracks: vec![] };
        for track in &tracks {
            let style = fold(track.genre.as_deref().unwrap_or_default());
            let name = fold(&track.artist);
            let next = numbers.len() as u32;
            world.artists.push(*numbers.entry(name.clone()).or_insert(next));
            let genre = match kin.as_mut().filter(|_| !style.is_empty()) {
                Some(kin) => *genres.entry(style).or_insert_with_key(|word| kin.word(word, random)),
                None => *genres.entry(style).or_insert_with(|| latent(random)),
            };
            let artist = *artists.entry(name).or_insert_with(|| latent(random));
            let own = latent(random);
            world.qualities.push([genre.map(|x| 0.63 * x), artist.map(|x| 0.62 * x), own.map(|x| 0.47 * x)]);
            let shown = track.popularity.map_or(0.0, |p| (f64::from(p) - 50.0) / 50.0);
            world.agreed.push((0.25 * shown, 0.25 * random.normal()));
        }
        world.tracks = tracks;
        world
    }

    fn quality(&self, track: usize, known: Known) -> Latent {
        let shares = [known.genres, known.artists, known.tracks];
        let parts = self.qualities[track].iter().zip(shares).filter(|(_, known)| *known);
        parts.fold([0.0; LATENT], |sum, (part, _)| std::array::from_fn(|i| sum[i] + part[i]))
    }

    /// The number of a track's artist.
    #[must_use]
    pub fn artist(&self, track: usize) -> u32 {
        self.artists[track]
    }
}

/// What somebody who chooses for a listener may know besides the plain facts (years, languages, times of the day).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is known or not, whatever the others")]
pub struct Known {
    /// What the listener thinks of each genre word.
    pub genres: bool,
    /// What the listener thinks of each artist.
    pub artists: bool,
    /// What is special about each track.
    pub tracks: bool,
    /// The mood itself in place of the one that is seen, and how tracks feel to this listener.
    pub feelings: bool,
    /// What low moods change, and which eras of which genres are liked.
    pub moods: bool,
}

impl Known {
    /// Everything.
    pub const ALL: Self = Self { genres: true, artists: true, tracks: true, feelings: true, moods: true };
}

/// What a listener has heard: for boredom.
#[derive(Debug, Clone, Default)]
pub struct Heard {
    tracks: HashMap<usize, Timestamp>,
    artists: HashMap<u32, Timestamp>,
}

impl Heard {
    /// Notes a play.
    pub fn note(&mut self, world: &World, track: usize, at: Timestamp) {
        self.tracks.insert(track, at);
        self.artists.insert(world.artist(track), at);
    }
}

/// One listener.
#[derive(Debug, Clone)]
pub struct Listener {
    leanings: Latent,
    low_leanings: Latent,
    years: f64,
    languages: HashMap<String, f64>,
    energy: [f64; 4],
    eras: HashMap<(usize, i16), f64>,
    wish: Affect,
    width: f64,
    felt: Vec<Affect>,
}

impl Listener {
    /// A listener to whom the tracks of `world` feel as they do to nobody else.
    #[must_use]
    pub fn new(world: &World, random: &mut Random) -> Self {
        let unit = |l: Latent| {
            let length = l.iter().map(|x| x * x).sum::<f64>().sqrt().max(0.1);
            l.map(|x| x / length)
        };
        let mut listener = Self {
            leanings: unit(latent(random)),
            low_leanings: unit(latent(random)),
            years: random.between(1965.0, 2020.0),
            languages: HashMap::new(),
            energy: std::array::from_fn(|_| 0.4 * random.normal()),
            eras: HashMap::new(),
            wish: Affect::new(0.15 + 0.15 * random.normal(), 0.15 * random.normal()),
            width: random.between(0.35, 0.6),
            felt: Vec::new(),
        };
        for track in &world.tracks {
            let e = track.affect.estimate;
            let shift = |sd: f64, random: &mut Random| sd.min(0.3) * random.normal();
            listener.felt.push(Affect::new(
                e.mean.valence + shift(e.sd_valence, random),
                e.mean.arousal + shift(e.sd_arousal, random),
            ));
            let language = track.language.clone().unwrap_or_default();
            listener.languages.entry(language).or_insert_with(|| 0.35 * random.normal());
            listener.eras.entry(era(track)).or_insert_with(|| 0.45 * random.normal());
        }
        listener
    }

    /// The probability that a track is heard to its end.
    #[must_use]
    pub fn finishes(&self, world: &World, track: usize, at: &Situation, heard: &Heard) -> f64 {
        self.seems_to_finish(world, track, at, heard, Known::ALL)
    }

    /// The same to somebody who knows so much of the listener and of the tracks, and takes the rest for average.
    #[must_use]
    pub fn seems_to_finish(
        &self,
        world: &World,
        track: usize,
        at: &Situation,
        heard: &Heard,
        known: Known,
    ) -> f64 {
        let odds = BASE + self.liking(world, track, at, known) + boredom(world, track, at, heard) + at.humour;
        ALWAYS + (1.0 - INTERRUPTED - ALWAYS) / (1.0 + (-odds).exp())
    }

    fn liking(&self, world: &World, track: usize, at: &Situation, known: Known) -> f64 {
        let t = &world.tracks[track];
        let q = world.quality(track, known);
        let moods = if known.moods { 1.0 } else { 0.0 };
        let low =
            moods * LOW_LEANING * dot(&self.low_leanings, &q) * (-2.0 * at.mood.valence).clamp(0.0, 1.0);
        let felt = if known.feelings { self.felt[track] } else { t.affect.estimate.mean };
        let mood = if known.feelings { at.mood } else { at.seen };
        let wanted = Affect::new(mood.valence + self.wish.valence, mood.arousal + self.wish.arousal);
        let near = (-felt.distance(wanted).powi(2) / (2.0 * self.width * self.width)).exp();
        let energy = self.energy[usize::from(at.hour / 6).min(3)] * felt.arousal;
        self.lasting(world, track, known) + low + 2.0 * (near - 0.4) + 0.8 + energy
    }

    /// What the listener thinks of tracks like this one whatever the mood, the hour and what was on before, in log odds:
    /// of all by an artist where `artists`, else of all of a genre word.
    #[must_use]
    pub fn thinks_of_such(&self, world: &World, track: usize, artists: bool) -> f64 {
        self.lasting(world, track, Known { artists, tracks: false, ..Known::ALL })
    }

    /// What the listener thinks of a track whatever the mood, the hour and what was on before, in log odds.
    #[must_use]
    pub fn thinks_of(&self, world: &World, track: usize) -> f64 {
        self.lasting(world, track, Known::ALL)
    }

    fn lasting(&self, world: &World, track: usize, known: Known) -> f64 {
        let t = &world.tracks[track];
        // Very good is not much better than good.
        let leaning = LEANING * (0.55 * dot(&self.leanings, &world.quality(track, known))).tanh();
        let years = t.year.map_or(0.0, |y| (f64::from(y) - self.years).abs() / 10.0);
        let language = t.language.as_deref().unwrap_or_default();
        let agreed = world.agreed[track].0 + if known.tracks { world.agreed[track].1 } else { 0.0 };
        let era = self.eras.get(&era(t)).copied().unwrap_or(0.0);
        let language = self.languages.get(language).copied().unwrap_or(0.0);
        leaning - 0.3 * years + language + agreed + if known.moods { era } else { 0.0 }
    }
}

fn dot(a: &Latent, b: &Latent) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

/// The family of genres and the decade.
fn era(track: &Track) -> (usize, i16) {
    let group = track.genre.as_deref().and_then(groups_of).map_or(usize::MAX, |(g, _)| g as usize);
    (group, track.year.unwrap_or(0) / 20)
}

fn boredom(world: &World, track: usize, at: &Situation, heard: &Heard) -> f64 {
    let days = |last: Option<&Timestamp>| last.map(|t| (at.now.0 - t.0).max(0) as f64 / DAY_MS);
    let track_days = days(heard.tracks.get(&track));
    let artist_days = days(heard.artists.get(&world.artist(track)));
    -track_days.map_or(0.0, |d| 2.0 * (-d / 1.5).exp()) - artist_days.map_or(0.0, |d| 0.5 * (-d * 6.0).exp())
}
