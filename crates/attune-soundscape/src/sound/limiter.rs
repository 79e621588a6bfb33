//! Keeps peaks below full scale: sees them 2 ms ahead and turns down smoothly. Music of the usual level passes it
//! unchanged.

use super::block::BLOCK;

/// Frames that it looks ahead.
const AHEAD: usize = 96;
/// The highest sample, -2.6 dB: what lies between samples then stays below -1 dB.
const CEILING: f32 = 0.74;
/// Taps that give the value in the middle of the last [`TAPS`] samples; a few frames late, which looking ahead covers.
const TAPS: usize = 8;
const BETWEEN: [f32; TAPS] = [-0.0035, 0.0393, -0.1466, 0.6124, 0.6124, -0.1466, 0.0393, -0.0035];
/// Share of the way back that is made a sample.
const RECOVER: f32 = 2e-4;

/// A stereo limiter; its output is [`AHEAD`] frames late.
#[derive(Debug)]
pub(super) struct Limiter {
    late: [[f32; 2]; AHEAD],
    /// The gain that each waiting frame needs.
    needs: [f32; AHEAD],
    at: usize,
    gain: f32,
    /// The last samples of either side, for the peaks between them.
    recent: [[f32; TAPS]; 2],
    /// Frames for which the lowest gain of what waits is below 1.
    busy: usize,
}

impl Limiter {
    pub(super) fn new() -> Self {
        Self {
            recent: [[0.0; TAPS]; 2],
            late: [[0.0; 2]; AHEAD],
            needs: [1.0; AHEAD],
            at: 0,
            gain: 1.0,
            busy: 0,
        }
    }

    pub(super) fn clear(&mut self) {
        *self = Self::new();
    }

    pub(super) fn render(&mut self, left: &mut [f32; BLOCK], right: &mut [f32; BLOCK]) {
        for (l, r) in left.iter_mut().zip(right) {
            let peak = peak(&mut self.recent[0], *l).max(peak(&mut self.recent[1], *r));
            let need = if peak > CEILING { CEILING / peak } else { 1.0 };
            if need < 1.0 {
                self.busy = AHEAD;
            }
            let [was_left, was_right] = std::mem::replace(&mut self.late[self.at], [*l, *r]);
            let own = std::mem::replace(&mut self.needs[self.at], need);
            self.at = (self.at + 1) % AHEAD;
            self.follow(own);
            (*l, *r) = (was_left * self.gain, was_right * self.gain);
        }
    }

    /// Moves the gain so that it is low enough when each waiting frame comes out.
    fn follow(&mut self, own: f32) {
        if self.busy == 0 {
            self.gain += RECOVER * (1.0 - self.gain);
            return;
        }
        self.busy -= 1;
        let mut step = RECOVER * (1.0 - self.gain);
        for ahead in 0..AHEAD {
            let need = self.needs[(self.at + ahead) % AHEAD];
            if need < self.gain {
                step = step.min((need - self.gain) / (ahead + 1) as f32);
            }
        }
        self.gain = (self.gain + step).min(own);
    }
}

/// The greater of a new sample and the value half a sample before it, by a short windowed sinc.
fn peak(recent: &mut [f32; TAPS], sample: f32) -> f32 {
    recent.copy_within(1.., 0);
    recent[TAPS - 1] = sample;
    let between: f32 = recent.iter().zip(BETWEEN).map(|(x, c)| x * c).sum();
    between.abs().max(sample.abs())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_loud_burst_is_turned_down_without_a_step_and_quiet_music_is_untouched() {
        let mut limiter = Limiter::new();
        let mut heard = Vec::new();
        for block in 0..200 {
            let loud = if (60..70).contains(&block) { 1.6 } else { 0.5 };
            let tone = |i: usize| loud * ((block * BLOCK + i) as f32 * 0.05).sin();
            let (mut l, mut r): ([f32; BLOCK], [f32; BLOCK]) =
                (std::array::from_fn(tone), std::array::from_fn(tone));
            limiter.render(&mut l, &mut r);
            heard.extend(l);
        }
        assert!(heard.iter().all(|x| x.abs() <= CEILING + 1e-6));
        let before = 30 * BLOCK;
        let expected = 0.5 * ((before - AHEAD) as f32 * 0.05).sin();
        assert!((heard[before] - expected).abs() < 1e-6);
    }
}
