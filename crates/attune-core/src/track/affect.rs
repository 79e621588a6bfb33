//! What is believed of a track's affect, fused from sources that partly say the same.
//!
//! Every source is given as a belief of its own: where the track lies, and how surely, if nothing else were known.
//! Each of those already contains how music lies on the plane at large, so a product of them would count that once
//! a source. It is counted once here: the precisions of the sources add up less one precision of music at large
//! for every source after the first. Sources that rest on the same thing (two computations on one recording, two
//! statements of one editor, an artist and their genre) are one source: they are averaged by precision and are
//! together no surer than the surer of them.

use crate::{Affect, AffectEstimate};
use serde::{Deserialize, Serialize};

/// What a belief about a track's affect rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum AffectSource {
    /// The listener's own word for this track.
    Listener,
    /// An editor's value in the starter catalogue.
    Curated,
    /// The recording itself, analysed here.
    Audio,
    /// Numbers for valence, energy and the like in a catalogue file.
    Features,
    /// A mood word in a catalogue file.
    MoodWord,
    /// Other tracks of the artist.
    Artist,
    /// The genre.
    Genre,
    /// Nothing is known of the track: the middle of the plane, very unsure.
    Unknown,
}

/// Sources that rest on the same thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Family {
    Listener,
    Editor,
    Sound,
    Surroundings,
}

impl AffectSource {
    fn family(self) -> Option<Family> {
        Some(match self {
            Self::Listener => Family::Listener,
            Self::Curated | Self::MoodWord => Family::Editor,
            Self::Audio | Self::Features => Family::Sound,
            Self::Artist | Self::Genre => Family::Surroundings,
            Self::Unknown => return None,
        })
    }
}

/// A Gaussian over a track's affect, and what it rests on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct TrackAffect {
    /// Mean and spread.
    pub estimate: AffectEstimate,
    /// What it was fused from, never empty.
    pub sources: Vec<AffectSource>,
}

impl TrackAffect {
    /// How widely music spreads over either axis: how unsure to be of a track of which nothing is known.
    ///
    /// The starter catalogue spreads by 0.49 and 0.53.
    pub const UNKNOWN_SD: f64 = 0.5;

    /// Nothing known: the middle of the plane, as widely as music spreads.
    #[must_use]
    pub fn unknown() -> Self {
        Self {
            estimate: AffectEstimate::with_sd(Affect::NEUTRAL, Self::UNKNOWN_SD),
            sources: vec![AffectSource::Unknown],
        }
    }

    /// Whether nothing is known.
    #[must_use]
    pub fn is_unknown(&self) -> bool {
        self.sources == [AffectSource::Unknown]
    }

    /// The belief from several sources, each given as what to believe if there were no other; none gives
    /// [`Self::unknown`], one is taken as it is.
    #[must_use]
    pub fn fused(parts: &[(AffectSource, AffectEstimate)]) -> Self {
        let mut families: Vec<(Family, AffectEstimate)> = Vec::new();
        let mut sources = Vec::new();
        for (source, estimate) in parts {
            let Some(family) = source.family() else { continue };
            match families.iter_mut().find(|(f, _)| *f == family) {
                Some((_, known)) => *known = agreed(known, estimate),
                None => families.push((family, *estimate)),
            }
            if !sources.contains(source) {
                sources.push(*source);
            }
        }
        let estimates = families.into_iter().map(|(_, estimate)| estimate);
        match estimates.reduce(|a, b| independent(&a, &b)) {
            Some(estimate) => Self { estimate, sources },
            None => Self::unknown(),
        }
    }

    /// The belief with one more source. A source that rests on the same thing as one already in it moves the
    /// belief but makes it no surer than the surer of the two.
    #[must_use]
    pub fn with(&self, source: AffectSource, estimate: &AffectEstimate) -> Self {
        let Some(family) = source.family() else { return self.clone() };
        if self.is_unknown() {
            return Self { estimate: *estimate, sources: vec![source] };
        }
        let known = self.sources.iter().any(|s| s.family() == Some(family));
        let fuse = if known { agreed } else { independent };
        let mut sources = self.sources.clone();
        if !sources.contains(&source) {
            sources.push(source);
        }
        Self { estimate: fuse(&self.estimate, estimate), sources }
    }
}

/// Two beliefs that rest on different things, with music at large counted once.
fn independent(a: &AffectEstimate, b: &AffectEstimate) -> AffectEstimate {
    per_axis(a, b, |(m1, p), (m2, q)| {
        let at_large = TrackAffect::UNKNOWN_SD.powi(-2);
        let (p, q) = (p.max(at_large), q.max(at_large));
        let total = p + q - at_large;
        ((p * m1 + q * m2) / total, total)
    })
}

/// Two beliefs that rest on the same thing.
fn agreed(a: &AffectEstimate, b: &AffectEstimate) -> AffectEstimate {
    per_axis(a, b, |(m1, p), (m2, q)| ((p * m1 + q * m2) / (p + q), p.max(q)))
}

/// Mean and precision of one axis.
type Axis = (f64, f64);

/// Joins two beliefs axis by axis.
fn per_axis(a: &AffectEstimate, b: &AffectEstimate, join: fn(Axis, Axis) -> Axis) -> AffectEstimate {
    let (valence, p) = join((a.mean.valence, a.sd_valence.powi(-2)), (b.mean.valence, b.sd_valence.powi(-2)));
    let (arousal, q) = join((a.mean.arousal, a.sd_arousal.powi(-2)), (b.mean.arousal, b.sd_arousal.powi(-2)));
    AffectEstimate::new(Affect::new(valence, arousal), p.powf(-0.5), q.powf(-0.5))
}

#[cfg(test)]
mod tests;
