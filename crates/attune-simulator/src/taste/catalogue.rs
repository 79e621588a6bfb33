//! The tracks of the simulation: a real catalogue, and made-up tracks that know more about themselves.

use crate::random::Random;
use attune_core::track::AffectSource;
use attune_core::{Affect, AffectEstimate, Track, TrackAffect};

/// Genres of made-up artists, with their middle on the plane and how many artists play them.
const GENRES: [(&str, f64, f64, u32); 24] = [
    ("pop", 0.40, 0.30, 4),
    ("dance-pop", 0.45, 0.60, 2),
    ("indie pop", 0.30, 0.10, 2),
    ("rock", 0.15, 0.50, 4),
    ("alternative rock", -0.05, 0.45, 3),
    ("indie rock", 0.10, 0.35, 2),
    ("heavy metal", -0.25, 0.80, 2),
    ("punk rock", -0.05, 0.80, 2),
    ("hip-hop", 0.05, 0.40, 4),
    ("trap", -0.15, 0.35, 2),
    ("house", 0.35, 0.60, 2),
    ("techno", 0.00, 0.65, 2),
    ("ambient", 0.15, -0.70, 2),
    ("soul", 0.35, -0.05, 2),
    ("funk", 0.55, 0.50, 1),
    ("jazz", 0.25, -0.25, 2),
    ("blues", -0.20, -0.05, 1),
    ("classical", 0.10, -0.45, 2),
    ("folk", 0.10, -0.35, 2),
    ("country", 0.25, 0.10, 2),
    ("salsa", 0.60, 0.60, 1),
    ("reggaeton", 0.40, 0.60, 2),
    ("reggae", 0.40, 0.00, 1),
    ("film score", -0.05, -0.20, 1),
];

const LANGUAGES: [(&str, u32); 8] =
    [("en", 10), ("es", 3), ("fr", 2), ("de", 2), ("pt", 2), ("ja", 1), ("ko", 1), ("it", 1)];

/// Made-up tracks, eight to an artist.
#[must_use]
pub fn made_up(count: usize, random: &mut Random) -> Vec<Track> {
    let mut tracks = Vec::with_capacity(count);
    while tracks.len() < count {
        let artist = Artist::new(tracks.len(), random);
        let room = (count - tracks.len()).min(8);
        tracks.extend((0..room).map(|n| artist.track(n, random)));
    }
    tracks
}

struct Artist {
    name: String,
    genre: &'static str,
    middle: Affect,
    language: &'static str,
    debut: i16,
    fame: f64,
}

impl Artist {
    fn new(number: usize, random: &mut Random) -> Self {
        let (genre, valence, arousal, _) = *weighted(&GENRES, |g| g.3, random);
        let sung = weighted(&LANGUAGES, |l| l.1, random).0;
        Self {
            name: format!("Made-up artist {number}"),
            genre,
            middle: near(Affect::new(valence, arousal), 0.18, random),
            language: if matches!(genre, "ambient" | "classical" | "film score" | "techno") {
                "zxx"
            } else {
                sung
            },
            debut: 1960 + random.index(58).cast_signed() as i16,
            fame: random.uniform(),
        }
    }

    fn track(&self, number: usize, random: &mut Random) -> Track {
        let place = near(self.middle, 0.22, random);
        // What is believed is off by as much as it says.
        let (sd_valence, sd_arousal) = (0.3, 0.22);
        let believed = Affect::new(
            place.valence + 0.6 * sd_valence * random.normal(),
            place.arousal + 0.6 * sd_arousal * random.normal(),
        );
        let mut track = Track::named(format!("Song {number}"), self.name.clone());
        track.genre = Some(self.genre.into());
        track.language = Some(self.language.into());
        track.year = Some((self.debut + random.index(12).cast_signed() as i16).min(2025));
        track.popularity = Some((100.0 * (0.7 * self.fame + 0.3 * random.uniform())) as u8);
        track.tempo = Some((115.0 + 30.0 * place.arousal + 14.0 * random.normal()).clamp(60.0, 200.0) as f32);
        let estimate = AffectEstimate::new(believed, sd_valence, sd_arousal);
        track.affect = TrackAffect { estimate, sources: vec![AffectSource::Features] };
        track
    }
}

fn near(place: Affect, sd: f64, random: &mut Random) -> Affect {
    Affect::new(place.valence + sd * random.normal(), place.arousal + sd * random.normal())
}

fn weighted<'a, T>(all: &'a [T], weight: impl Fn(&T) -> u32, random: &mut Random) -> &'a T {
    let total: u32 = all.iter().map(&weight).sum();
    let mut left = random.index(total as usize) as u32;
    let found = all.iter().find(|item| {
        let (w, here) = (weight(item), left);
        left = left.saturating_sub(w);
        here < w
    });
    found.unwrap_or(&all[0])
}
