//! What a piece keeps from its first to its last phrase.

use super::title;
use crate::cues::Cues;
use crate::form::{self, Unit};
use crate::harmony::{Chord, Voicing, pivot};
use crate::mode::{Key, Mode};
use crate::motif::Motif;
use crate::palette::{self, PALETTES, Palette};
use crate::plane::Plane;
use crate::random::Random;
use crate::request::{Before, Request};

/// The farthest that the key of a piece lies from the one before, in fifths.
pub(crate) const NEAR: u8 = 2;

/// Settled once a piece.
#[derive(Debug, Clone)]
pub(crate) struct Plan {
    pub(crate) seed: u64,
    pub(crate) target: Plane,
    pub(crate) palette: usize,
    pub(crate) key: Key,
    /// Beats in a bar.
    pub(crate) beats: u8,
    /// The piece's own deviation from the tempo of the affect, in thousandths.
    pub(crate) tempo_trim: i32,
    pub(crate) motif: Motif,
    pub(crate) form: Vec<Unit>,
    /// The first chord, where a piece went before.
    pub(crate) pivot: Option<Chord>,
    /// The tempo of the piece before, from which this one glides.
    pub(crate) tempo_before: Option<u32>,
    /// The affect that the piece before ended with.
    pub(crate) affect_before: Option<Plane>,
    pub(crate) title: String,
}

/// What one phrase hands to the next.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct State {
    pub(crate) mode: Mode,
    pub(crate) tempo: u32,
    pub(crate) affect: Plane,
    pub(crate) voicing: Option<Voicing>,
    pub(crate) lead: i32,
    pub(crate) bass: i32,
}

impl Plan {
    pub(crate) fn new(request: &Request) -> Self {
        let Request { seed, target, before } = *request;
        let palette = palette::choose(target, &mut Random::part(seed, 1));
        let colours = &PALETTES[palette];
        let mut random = Random::part(seed, 2);
        let beats = if random.chance(colours.waltz) { 3 } else { 4 };
        let tempo_trim = random.around(40);
        let tempo = u64::from(Cues::of(target, tempo_trim).tempo);
        let bar = u64::from(beats) * u64::from(crate::FRAME_RATE) * 60_000 / tempo;
        let key = key(seed, Cues::mode(target), before);
        let mut random = Random::part(seed, 3);
        let motif = match before.and_then(|b| b.motif) {
            Some(old) => old.relative(beats, &mut random),
            None => Motif::new(beats, &mut random),
        };
        Self {
            seed,
            target,
            palette,
            key,
            beats,
            tempo_trim,
            motif,
            form: form::choose(bar, &mut Random::part(seed, 4)),
            pivot: before.and_then(|b| pivot(b.key, key)),
            tempo_before: before.map(|b| b.tempo),
            affect_before: before.map(|b| b.affect),
            title: title::of(seed, target, key),
        }
    }

    pub(crate) fn palette(&self) -> &'static Palette {
        &PALETTES[self.palette]
    }

    /// The state before the first phrase.
    pub(crate) fn start(&self) -> State {
        let tempo = Cues::of(self.target, self.tempo_trim).tempo;
        // The join glides from at most an eighth off.
        let from = self.tempo_before.map_or(tempo, |b| b.clamp(tempo - tempo / 8, tempo + tempo / 8));
        let affect = self.affect_before.unwrap_or(self.target);
        State { mode: self.key.mode(), tempo: from, affect, voicing: None, lead: 70, bass: 38 }
    }
}

/// The seed's own key, or the nearest to it that is near the key of the piece before.
fn key(seed: u64, mode: Mode, before: Option<Before>) -> Key {
    let own = Random::part(seed, 5).index(12) as u8;
    let near = |key: &Key| before.is_none_or(|b| b.key.distance(*key) <= NEAR);
    let keys = (0..12).map(|up| Key::new(own + up * 7, mode));
    keys.clone().find(near).unwrap_or(Key::new(own, mode))
}
