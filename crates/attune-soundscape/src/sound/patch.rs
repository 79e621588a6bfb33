//! How each instrument sounds: the numbers behind the voices.

use super::tables::Shape;
use crate::palette::Instrument;

/// A struck or rung body: partials that die away.
#[derive(Debug, Clone, Copy)]
pub(super) struct Struck {
    /// Frequency over the fundamental, strength, and share of the fundamental's ring, for each partial.
    pub(super) partials: &'static [(f32, f32, f32)],
    /// Seconds until the fundamental of A3 has fallen by 60 dB.
    pub(super) ring: f32,
    /// How much a partial is weakened by its frequency when played softly or dull.
    pub(super) softness: f32,
    /// Seconds until it has risen.
    pub(super) attack: f32,
    /// Seconds until it falls by 60 dB once let go.
    pub(super) release: f32,
    /// Hz by which a second set of low partials is off, which makes them beat.
    pub(super) beating: f32,
}

/// A plucked string.
#[derive(Debug, Clone, Copy)]
pub(super) struct Plucked {
    pub(super) ring: f32,
    pub(super) release: f32,
    /// Loss of high overtones in the string, 0 to 0.5.
    pub(super) loss: f32,
    /// The lowest and highest cutoff of the pluck in overtones.
    pub(super) pluck: (f32, f32),
    /// Where the string is plucked, as a share of its length.
    pub(super) place: f32,
}

/// A sustained tone.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sustained {
    pub(super) shape: Shape,
    /// How many oscillators, 1 to 3, and how far the outer ones are off, in cents.
    pub(super) count: usize,
    pub(super) detune: f32,
    /// How far the outer ones are apart in the stereo picture, 0 to 1.
    pub(super) spread: f32,
    /// Seconds of attack at full calm and at full energy, and of release.
    pub(super) attack: (f32, f32),
    pub(super) release: f32,
    /// The lowest and highest cutoff in Hz.
    pub(super) cutoff: (f32, f32),
    /// Vibrato in cents.
    pub(super) vibrato: f32,
    /// Breath or bow noise beside the tone.
    pub(super) noise: f32,
}

/// The make of an instrument.
#[derive(Debug, Clone, Copy)]
pub(super) enum Make {
    Struck(Struck),
    Plucked(Plucked),
    Sustained(Sustained),
}

/// Piano-like overtones, slightly stretched.
const PIANO: &[(f32, f32, f32)] = &[
    (1.0, 1.0, 1.0),
    (2.001, 0.55, 0.8),
    (3.004, 0.3, 0.6),
    (4.010, 0.18, 0.5),
    (5.019, 0.11, 0.4),
    (6.032, 0.07, 0.33),
    (7.05, 0.03, 0.28),
    (8.075, 0.03, 0.22),
];
const TINES: &[(f32, f32, f32)] = &[
    (1.0, 1.0, 1.0),
    (2.0, 0.22, 0.8),
    (3.0, 0.12, 0.6),
    (4.0, 0.05, 0.5),
    (7.1, 0.09, 0.12),
    (12.3, 0.03, 0.08),
];
const BARS: &[(f32, f32, f32)] = &[(1.0, 1.0, 1.0), (3.98, 0.24, 0.35), (9.6, 0.07, 0.14), (2.0, 0.04, 0.5)];
const COMB: &[(f32, f32, f32)] =
    &[(1.0, 1.0, 1.0), (2.0, 0.3, 0.7), (3.0, 0.16, 0.45), (5.4, 0.12, 0.22), (8.9, 0.05, 0.12)];
const GLASSES: &[(f32, f32, f32)] =
    &[(1.0, 1.0, 1.0), (2.0, 0.26, 0.8), (3.0, 0.14, 0.6), (4.02, 0.08, 0.45), (5.4, 0.04, 0.25)];

/// How an instrument is made, and what brings it to the loudness of the others, in tenths of a decibel.
pub(super) fn patch(instrument: Instrument) -> (Make, i32) {
    let struck = |partials, ring, softness, attack, release, beating| {
        Make::Struck(Struck { partials, ring, softness, attack, release, beating })
    };
    let plucked =
        |ring, release, loss, pluck, place| Make::Plucked(Plucked { ring, release, loss, pluck, place });
    match instrument {
        Instrument::FeltPiano => (struck(PIANO, 7.0, 1.1, 0.006, 0.5, 0.45), -24),
        Instrument::ElectricPiano => (struck(TINES, 5.0, 0.7, 0.004, 0.35, 0.3), -15),
        Instrument::Marimba => (struck(BARS, 1.3, 0.6, 0.002, 0.9, 0.0), 45),
        Instrument::MusicBox => (struck(COMB, 3.0, 0.5, 0.002, 2.0, 0.6), -8),
        Instrument::Glass => (struck(GLASSES, 5.5, 0.5, 0.02, 3.0, 0.8), -6),
        Instrument::Harp => (plucked(4.5, 3.0, 0.28, (3.0, 14.0), 0.32), 23),
        Instrument::Guitar => (plucked(3.2, 0.6, 0.3, (4.0, 22.0), 0.2), 30),
        Instrument::SteelString => (plucked(4.0, 0.5, 0.26, (5.0, 26.0), 0.15), 30),
        Instrument::PluckedBass => (plucked(2.6, 0.25, 0.36, (3.0, 16.0), 0.25), 18),
        Instrument::Solo => (solo(), -33),
        Instrument::Strings => (strings(), -36),
        Instrument::Flute => (flute(), -35),
        Instrument::Clarinet => (clarinet(), -35),
        Instrument::WarmPad => (warm_pad(), -38),
        Instrument::AirPad => (air_pad(), -46),
        Instrument::RoundBass => (round_bass(), -30),
    }
}

fn solo() -> Make {
    Make::Sustained(Sustained {
        shape: Shape::Saw,
        count: 2,
        detune: 3.0,
        spread: 0.15,
        attack: (0.16, 0.05),
        release: 0.35,
        cutoff: (700.0, 6_500.0),
        vibrato: 11.0,
        noise: 0.03,
    })
}

fn strings() -> Make {
    Make::Sustained(Sustained {
        shape: Shape::Saw,
        count: 3,
        detune: 8.0,
        spread: 0.7,
        attack: (0.5, 0.09),
        release: 0.7,
        cutoff: (550.0, 6_000.0),
        vibrato: 5.0,
        noise: 0.02,
    })
}

fn flute() -> Make {
    Make::Sustained(Sustained {
        shape: Shape::Flute,
        count: 1,
        detune: 0.0,
        spread: 0.0,
        attack: (0.11, 0.04),
        release: 0.22,
        cutoff: (1_400.0, 7_000.0),
        vibrato: 9.0,
        noise: 0.035,
    })
}

fn clarinet() -> Make {
    Make::Sustained(Sustained {
        shape: Shape::Reed,
        count: 1,
        detune: 0.0,
        spread: 0.0,
        attack: (0.1, 0.035),
        release: 0.2,
        cutoff: (800.0, 6_000.0),
        vibrato: 4.0,
        noise: 0.012,
    })
}

fn warm_pad() -> Make {
    Make::Sustained(Sustained {
        shape: Shape::Warm,
        count: 3,
        detune: 7.0,
        spread: 0.8,
        attack: (0.9, 0.12),
        release: 1.4,
        cutoff: (450.0, 5_000.0),
        vibrato: 3.0,
        noise: 0.0,
    })
}

fn air_pad() -> Make {
    Make::Sustained(Sustained {
        shape: Shape::Flute,
        count: 3,
        detune: 6.0,
        spread: 0.9,
        attack: (0.9, 0.14),
        release: 1.6,
        cutoff: (900.0, 8_000.0),
        vibrato: 4.0,
        noise: 0.03,
    })
}

fn round_bass() -> Make {
    Make::Sustained(Sustained {
        shape: Shape::Round,
        count: 1,
        detune: 0.0,
        spread: 0.0,
        attack: (0.05, 0.012),
        release: 0.22,
        cutoff: (300.0, 2_500.0),
        vibrato: 0.0,
        noise: 0.0,
    })
}
