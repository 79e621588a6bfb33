//! A stereo room: eight delay lines that feed one another (J.-M. Jot, A. Chaigne, "Digital delay networks for
//! designing artificial reverberators", AES 90th Convention (1991)), behind all-passes that blur the input.

use super::RATE;
use super::block::BLOCK;
use crate::palette::RoomSize;

const LINES: usize = 8;
/// Lengths in frames: primes, so that few echoes coincide.
const LENGTHS: [usize; LINES] = [1_493, 1_747, 2_011, 2_273, 2_659, 3_001, 3_407, 3_821];
const LONGEST: usize = 4_096;
/// All-passes on each side.
const BLURS: [[usize; 3]; 2] = [[229, 401, 613], [251, 379, 641]];
const BLUR: f32 = 0.6;
/// Frames before the room answers: 14 ms.
const DELAY: usize = 672;

/// A ring of samples.
#[derive(Debug)]
struct Line {
    samples: Vec<f32>,
    at: usize,
}

impl Line {
    fn new(length: usize) -> Self {
        Self { samples: vec![0.0; length], at: 0 }
    }

    /// The oldest sample, replaced by `input`.
    fn pass(&mut self, input: f32) -> f32 {
        let out = std::mem::replace(&mut self.samples[self.at], input);
        self.at = if self.at + 1 == self.samples.len() { 0 } else { self.at + 1 };
        out
    }

    fn oldest(&self) -> f32 {
        self.samples[self.at]
    }
}

/// The room.
#[derive(Debug)]
pub(super) struct Room {
    before: [Line; 2],
    blurs: [[Line; 3]; 2],
    lines: [Line; LINES],
    low: [f32; LINES],
    keep: [f32; LINES],
    damp: f32,
}

impl Room {
    pub(super) fn new(size: RoomSize) -> Self {
        debug_assert!(LENGTHS.iter().all(|&l| l < LONGEST));
        let seconds = size.decay as f32 / 1e3;
        Self {
            before: std::array::from_fn(|_| Line::new(DELAY)),
            blurs: BLURS.map(|side| side.map(Line::new)),
            lines: LENGTHS.map(Line::new),
            low: [0.0; LINES],
            keep: LENGTHS.map(|length| 10_f32.powf(-3.0 * length as f32 / (seconds * RATE))),
            damp: 0.42,
        }
    }

    /// Empties the room.
    pub(super) fn clear(&mut self) {
        let blurs = self.blurs.iter_mut().flatten();
        for line in self.lines.iter_mut().chain(&mut self.before).chain(blurs) {
            line.samples.fill(0.0);
            line.at = 0;
        }
        self.low = [0.0; LINES];
    }

    /// Turns what goes in into what comes back.
    pub(super) fn render(&mut self, left: &mut [f32; BLOCK], right: &mut [f32; BLOCK]) {
        for (l, r) in left.iter_mut().zip(right) {
            let input = [self.blurred(0, *l), self.blurred(1, *r)];
            let mut out = [0.0; LINES];
            for (i, place) in out.iter_mut().enumerate() {
                self.low[i] += (1.0 - self.damp) * (self.lines[i].oldest() - self.low[i]);
                *place = self.low[i] * self.keep[i];
            }
            *l = 0.5 * (out[0] - out[2] + out[4] - out[6]);
            *r = 0.5 * (out[1] - out[3] + out[5] - out[7]);
            hadamard(&mut out);
            for (i, (line, back)) in self.lines.iter_mut().zip(out).enumerate() {
                line.pass(back + 0.5 * input[i % 2]);
            }
        }
    }

    fn blurred(&mut self, side: usize, input: f32) -> f32 {
        let late = self.before[side].pass(input);
        self.blurs[side].iter_mut().fold(late, |x, line| {
            let inside = x + BLUR * line.oldest();
            line.pass(inside) - BLUR * inside
        })
    }
}

/// The orthogonal matrix that mixes all lines into all.
fn hadamard(x: &mut [f32; LINES]) {
    for span in [1, 2, 4] {
        for i in 0..LINES {
            if i & span == 0 {
                (x[i], x[i + span]) = (x[i] + x[i + span], x[i] - x[i + span]);
            }
        }
    }
    // One over the square root of the number of lines.
    for v in x.iter_mut() {
        *v *= 0.353_553_4;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The level of a second of the room's answer to a click, in dB.
    fn levels(decay: i32) -> Vec<f32> {
        let mut room = Room::new(RoomSize { decay, wet: 300 });
        let blocks = RATE as usize / BLOCK;
        let mut second = |click: f32| {
            let mut power = 0.0;
            for block in 0..blocks {
                let (mut l, mut r) = ([0.0; BLOCK], [0.0; BLOCK]);
                (l[0], r[0]) = if block == 0 { (click, click) } else { (0.0, 0.0) };
                room.render(&mut l, &mut r);
                power += l.iter().chain(&r).map(|x| x * x).sum::<f32>();
            }
            10.0 * power.max(1e-20).log10()
        };
        [1.0, 0.0, 0.0, 0.0].map(&mut second).into()
    }

    #[test]
    fn a_room_fades_no_slower_than_it_says_and_never_grows() {
        for decay in [1_500, 2_600, 4_200] {
            let levels = levels(decay);
            let fall = 60_000.0 / decay as f32;
            assert!(levels[0] > -30.0, "{levels:?}");
            for pair in levels.windows(2) {
                assert!(pair[0] - pair[1] > 0.85 * fall, "{decay}: {levels:?}");
            }
        }
    }
}
