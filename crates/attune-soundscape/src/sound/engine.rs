//! The pool of voices, the room and the way out.

use super::RATE;
use super::block::{BLOCK, Mix};
use super::limiter::Limiter;
use super::room::Room;
use super::tables::tables;
use super::tilt::Tilt;
use super::voice::{Buses, Onset, Voice};
use crate::cues::Cues;
use crate::palette::{Instrument, PALETTES, Palette, Seat};
use crate::score::{Note, Part};

/// Notes that can sound at once; more are not begun.
const POOL: usize = 72;
/// The gain of everything, in tenths of a decibel: brings a neutral piece to -18 LUFS.
const MASTER: i32 = -63;
/// The velocity that plays at its instrument's own level, and tenths of a decibel a step.
const USUAL_VELOCITY: i32 = 80;
const VELOCITY: i32 = 3;
/// What lies below this is no music and would only use up the room for it, in Hz.
const LOWEST: f32 = 24.0;

/// Everything that sounds.
#[derive(Debug)]
pub(crate) struct Engine {
    palette: &'static Palette,
    voices: Vec<Voice>,
    buses: Buses,
    room: Room,
    limiter: Limiter,
    /// The last input and output of the filter against constant parts, for each side.
    steady: [[f32; 2]; 2],
    seed: u32,
    tilt: Tilt,
}

impl Engine {
    pub(crate) fn new(palette: usize, seed: u64) -> Self {
        let palette = &PALETTES[palette];
        // Made here so that the first note does not have to.
        tables();
        Self {
            palette,
            voices: (0..POOL).map(|_| Voice::new()).collect(),
            buses: Buses {
                left: [0.0; BLOCK],
                right: [0.0; BLOCK],
                room_left: [0.0; BLOCK],
                room_right: [0.0; BLOCK],
            },
            room: Room::new(palette.room),
            limiter: Limiter::new(),
            steady: [[0.0; 2]; 2],
            tilt: Tilt::default(),
            seed: seed as u32 ^ (seed >> 32) as u32,
        }
    }

    /// Falls silent at once, as if nothing had sounded before.
    pub(crate) fn clear(&mut self) {
        self.voices.iter_mut().for_each(Voice::silence);
        self.room.clear();
        self.limiter.clear();
        self.steady = [[0.0; 2]; 2];
        self.tilt = Tilt::default();
    }

    /// Begins a note `delay` frames into the next block. `number` tells it from the others of the piece.
    pub(crate) fn start(&mut self, note: &Note, cues: &Cues, delay: u32, number: u32) {
        let brightness = (cues.brightness + self.palette.brightness).clamp(0, 1_000) as f32 / 1e3;
        self.tilt.goal = brightness;
        let Some(voice) = self.voices.iter_mut().find(|v| v.is_free()) else { return };
        let (seat, instrument) = seat(self.palette, note);
        let velocity = i32::from(note.velocity);
        let depth = if matches!(note.part, Part::Bass | Part::Chords) { cues.depth } else { 0 };
        let wet = self.palette.room.wet as f32 / 1e3;
        voice.start(&Onset {
            instrument,
            pitch: note.pitch,
            force: velocity as f32 / 127.0,
            brightness,
            gain: MASTER
                + self.palette.trim
                + seat.gain
                + depth
                + cues.level
                + 40
                + VELOCITY * (velocity - USUAL_VELOCITY),
            pan: seat.pan as f32 / 1e3,
            send: wet * send(note.part),
            delay,
            length: note.length,
            seed: self.seed ^ number.wrapping_mul(0x9E37_79B9),
        });
    }

    /// The next block.
    pub(crate) fn render(&mut self, mix: &mut Mix) {
        let buses = &mut self.buses;
        for bus in [&mut buses.left, &mut buses.right, &mut buses.room_left, &mut buses.room_right] {
            bus.fill(0.0);
        }
        for voice in &mut self.voices {
            voice.render(buses);
        }
        self.room.render(&mut buses.room_left, &mut buses.room_right);
        for i in 0..BLOCK {
            mix.left[i] = buses.left[i] + buses.room_left[i];
            mix.right[i] = buses.right[i] + buses.room_right[i];
        }
        self.tilt.render(mix);
        steady_removed(&mut self.steady[0], &mut mix.left);
        steady_removed(&mut self.steady[1], &mut mix.right);
        self.limiter.render(&mut mix.left, &mut mix.right);
    }
}

/// Takes off what is constant.
fn steady_removed([input, output]: &mut [f32; 2], samples: &mut [f32; BLOCK]) {
    let keep = 1.0 - std::f32::consts::TAU * LOWEST / RATE;
    for sample in samples {
        *output = *sample - *input + keep * *output;
        *input = *sample;
        *sample = *output;
    }
}

fn seat(palette: &Palette, note: &Note) -> (Seat, Option<Instrument>) {
    let drums = Seat {
        gain: -8,
        pan: [0, 120, -350, 380, -200, 260][usize::from(note.pitch).min(5)],
        ..palette.bass
    };
    let seat = match note.part {
        Part::Lead => palette.lead,
        Part::Counter => palette.counter,
        Part::Chords => palette.chords,
        Part::Broken => palette.broken,
        Part::Bass => palette.bass,
        Part::Percussion => return (drums, None),
    };
    (seat, Some(seat.instrument))
}

/// What of a part goes into the room, beside the palette's own share.
fn send(part: Part) -> f32 {
    match part {
        Part::Lead | Part::Counter => 1.3,
        Part::Chords => 1.0,
        Part::Broken => 1.1,
        Part::Bass => 0.25,
        Part::Percussion => 0.5,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plane::Plane;

    /// The power of a second of one note of that part, with bass and held chords held back by so much.
    fn power(part: Part, depth: i32) -> f32 {
        let mut engine = Engine::new(0, 1);
        let cues = Cues { depth, ..Cues::of(Plane::default(), 0) };
        let note = Note { part, voice: 0, start: 0, length: crate::FRAME_RATE, pitch: 48, velocity: 80 };
        engine.start(&note, &cues, 0, 0);
        let mut mix = Mix { left: [0.0; BLOCK], right: [0.0; BLOCK] };
        (0..crate::FRAME_RATE as usize / BLOCK).fold(0.0, |sum, _| {
            engine.render(&mut mix);
            sum + mix.left.iter().chain(&mix.right).map(|x| x * x).sum::<f32>()
        })
    }

    #[test]
    fn bass_and_held_chords_are_held_back_and_nothing_else_is() {
        for (part, lost) in [(Part::Bass, 6.0), (Part::Chords, 6.0), (Part::Lead, 0.0), (Part::Broken, 0.0)] {
            let decibels = 10.0 * (power(part, 0) / power(part, -60)).log10();
            assert!((decibels - lost).abs() < 0.1, "{part:?} {decibels}");
        }
    }
}
