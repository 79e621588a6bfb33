//! One sounding note.

use super::block::BLOCK;
use super::drum;
use super::modal::Modal;
use super::patch::{Make, patch};
use super::plucked::{LONGEST, Pluck};
use super::sustained::Tone;
use super::{amplitude, hertz};
use crate::palette::Instrument;

/// A voice whose block stays below this (-104 dB) has died away.
const SILENT: f32 = 6e-6;

/// What makes the sound.
#[derive(Debug, Clone)]
enum Body {
    Silent,
    Modal(Modal),
    Pluck(Pluck),
    Tone(Tone),
    Drum(drum::Struck),
}

/// How a note is to sound.
#[derive(Debug, Clone, Copy)]
pub(super) struct Onset {
    /// None for drums.
    pub(super) instrument: Option<Instrument>,
    pub(super) pitch: u8,
    /// 0 to 1.
    pub(super) force: f32,
    /// 0 to 1.
    pub(super) brightness: f32,
    /// Tenths of a decibel.
    pub(super) gain: i32,
    /// -1 to 1.
    pub(super) pan: f32,
    /// What goes into the room, beside what is heard directly.
    pub(super) send: f32,
    /// Frames from the start of the block to the start of the note, and from there to its end.
    pub(super) delay: u32,
    pub(super) length: u32,
    pub(super) seed: u32,
}

/// One place in the pool.
#[derive(Debug)]
pub(super) struct Voice {
    body: Body,
    line: Vec<f32>,
    delay: u32,
    held: u32,
    left: f32,
    right: f32,
    send: f32,
}

/// Where voices add themselves up: heard directly, and sent into the room.
#[derive(Debug)]
pub(super) struct Buses {
    pub(super) left: [f32; BLOCK],
    pub(super) right: [f32; BLOCK],
    pub(super) room_left: [f32; BLOCK],
    pub(super) room_right: [f32; BLOCK],
}

impl Voice {
    pub(super) fn new() -> Self {
        Self {
            body: Body::Silent,
            line: vec![0.0; LONGEST],
            delay: 0,
            held: 0,
            left: 0.0,
            right: 0.0,
            send: 0.0,
        }
    }

    pub(super) fn is_free(&self) -> bool {
        matches!(self.body, Body::Silent)
    }

    pub(super) fn silence(&mut self) {
        self.body = Body::Silent;
    }

    /// Begins a note.
    pub(super) fn start(&mut self, onset: &Onset) {
        let how = (onset.force, onset.brightness);
        let mut level = 0;
        self.body = match onset.instrument {
            None => Body::Drum(drum::Struck::new(onset.pitch, how, onset.seed)),
            Some(instrument) => {
                let hz = hertz(f32::from(onset.pitch));
                let (make, own) = patch(instrument);
                level = own;
                match make {
                    Make::Struck(p) => Body::Modal(Modal::new(&p, hz, how.0, how.1)),
                    Make::Plucked(p) => Body::Pluck(Pluck::new(&p, hz, how, onset.seed, &mut self.line)),
                    Make::Sustained(p) => Body::Tone(Tone::new(&p, hz, how, onset.seed)),
                }
            }
        };
        let gain = amplitude(onset.gain + level);
        // Constant power over the stereo picture.
        let angle = (onset.pan.clamp(-1.0, 1.0) + 1.0) * std::f32::consts::FRAC_PI_4;
        (self.left, self.right) = (gain * angle.cos(), gain * angle.sin());
        (self.send, self.delay, self.held) = (onset.send, onset.delay, onset.delay + onset.length);
    }

    /// Adds the next block.
    pub(super) fn render(&mut self, buses: &mut Buses) {
        let from = (self.delay as usize).min(BLOCK);
        self.delay = 0;
        let held = self.held > 0;
        self.held = self.held.saturating_sub(BLOCK as u32);
        let (mut middle, mut side) = ([0.0; BLOCK], [0.0; BLOCK]);
        let out = &mut middle[from..];
        match &mut self.body {
            Body::Silent => return,
            Body::Modal(modal) => modal.render(held, out),
            Body::Pluck(pluck) => pluck.render(held, &mut self.line, out),
            Body::Tone(tone) => tone.render(held, out, &mut side[from..]),
            Body::Drum(drum) => drum.render(out),
        }
        let mut most = 0.0_f32;
        for i in 0..BLOCK {
            let (l, r) = ((middle[i] + side[i]) * self.left, (middle[i] - side[i]) * self.right);
            buses.left[i] += l;
            buses.right[i] += r;
            buses.room_left[i] += l * self.send;
            buses.room_right[i] += r * self.send;
            most = most.max(middle[i].abs());
        }
        // A tone that has just begun is silent too, so it is left alone while it is held.
        if !held && most < SILENT {
            self.body = Body::Silent;
        }
    }
}
