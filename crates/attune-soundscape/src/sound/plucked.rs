//! Plucked strings: a delay line as long as one cycle that loses its highs (K. Karplus, A. Strong, "Digital synthesis
//! of plucked-string and drum timbres", Computer Music Journal 7 (1983), with the tuning of D. Jaffe and J. O. Smith).

use super::noise::Noise;
use super::patch::Plucked;
use super::{RATE, fall};

/// The longest cycle in frames: 24 Hz.
pub(super) const LONGEST: usize = 2_048;

/// A string that rings. Its delay line lies with the voice.
#[derive(Debug, Clone)]
pub(super) struct Pluck {
    length: usize,
    at: usize,
    loss: f32,
    keep: f32,
    damp: f32,
    before: f32,
    tune: f32,
    tune_in: f32,
    tune_out: f32,
    rise: f32,
    rise_step: f32,
}

impl Pluck {
    /// A string plucked at `hz`; `force` and `brightness` lie in [0, 1]; `line` becomes its delay line.
    pub(super) fn new(
        patch: &Plucked,
        hz: f32,
        (force, brightness): (f32, f32),
        seed: u32,
        line: &mut [f32],
    ) -> Self {
        let cycle = RATE / hz;
        // The loss delays by about its own share of a frame; the rest is tuned by an all-pass.
        let whole = cycle - patch.loss;
        let length = ((whole - 0.3) as usize).clamp(2, LONGEST);
        let rest = whole - length as f32;
        excite(patch, hz, (force, brightness), seed, &mut line[..length]);
        let ring = patch.ring * (220.0 / hz).sqrt().clamp(0.3, 1.6);
        Self {
            length,
            at: 0,
            loss: patch.loss,
            keep: fall(ring).powf(cycle),
            damp: fall(patch.release).powf(cycle),
            before: 0.0,
            tune: (1.0 - rest) / (1.0 + rest),
            tune_in: 0.0,
            tune_out: 0.0,
            rise: 0.0,
            // From 2 ms for a bright pluck to 7 ms for a soft one.
            rise_step: 1.0 / (340.0 - 240.0 * brightness),
        }
    }

    /// The next samples.
    pub(super) fn render(&mut self, held: bool, line: &mut [f32], out: &mut [f32]) {
        let keep = if held { self.keep } else { self.keep.min(self.damp) };
        for sample in out {
            let now = line[self.at];
            let soft = (1.0 - self.loss) * now + self.loss * self.before;
            self.before = now;
            let tuned = self.tune * (soft - self.tune_out) + self.tune_in;
            self.tune_in = soft;
            self.tune_out = tuned;
            line[self.at] = keep * tuned;
            self.at = if self.at + 1 == self.length { 0 } else { self.at + 1 };
            self.rise = (self.rise + self.rise_step).min(1.0);
            *sample = now * self.rise;
        }
    }
}

/// One cycle of noise, as soft as the finger, without the overtones that have a node where it plucks, without a mean.
fn excite(patch: &Plucked, hz: f32, (force, brightness): (f32, f32), seed: u32, line: &mut [f32]) {
    let mut noise = Noise::new(seed);
    let share = (0.35 * force + 0.65 * brightness).clamp(0.0, 1.0);
    let cutoff = hz * (patch.pluck.0 + (patch.pluck.1 - patch.pluck.0) * share);
    let k = 1.0 - (-std::f32::consts::TAU * cutoff.min(16_000.0) / RATE).exp();
    let (mut first, mut second) = (0.0_f32, 0.0_f32);
    // Once around before it counts, so that the cycle closes on itself.
    for round in 0..2 {
        let mut source = noise;
        for sample in line.iter_mut() {
            first += k * (source.sample() - first);
            second += k * (first - second);
            *sample = second;
        }
        if round == 1 {
            noise = source;
        }
    }
    let shift = ((line.len() as f32 * patch.place) as usize).max(1);
    for i in (shift..line.len()).rev() {
        line[i] -= 0.8 * line[i - shift];
    }
    let mean = line.iter().sum::<f32>() / line.len() as f32;
    let power = line.iter().map(|x| (x - mean).powi(2)).sum::<f32>() / line.len() as f32;
    let gain = 0.25 / power.sqrt().max(1e-6);
    for x in line.iter_mut() {
        *x = (*x - mean) * gain;
    }
}

#[cfg(test)]
mod tests {
    use super::super::patch::{Make, patch};
    use super::*;
    use crate::palette::Instrument;

    /// The period in frames from the highest self-similarity near ten expected periods.
    fn period(samples: &[f32], expected: f32) -> f32 {
        let likeness =
            |lag: usize| samples.iter().zip(&samples[lag..]).map(|(a, b)| f64::from(a * b)).sum::<f64>();
        let about = (10.0 * expected) as usize;
        let best = (about - 12..about + 12).max_by(|&a, &b| likeness(a).total_cmp(&likeness(b))).unwrap();
        let [below, here, above] = [best - 1, best, best + 1].map(likeness);
        let shift = 0.5 * (below - above) / (below - 2.0 * here + above);
        (best as f32 + shift as f32) / 10.0
    }

    #[test]
    fn strings_are_in_tune() {
        for instrument in
            [Instrument::Harp, Instrument::Guitar, Instrument::SteelString, Instrument::PluckedBass]
        {
            let (Make::Plucked(make), _) = patch(instrument) else { panic!("{instrument:?} is not plucked") };
            for hz in [65.4, 146.8, 329.6, 740.0] {
                let mut line = vec![0.0; LONGEST];
                let mut pluck = Pluck::new(&make, hz, (0.6, 0.5), 1, &mut line);
                let mut samples = vec![0.0; 24_000];
                pluck.render(true, &mut line, &mut samples);
                let cents = 1_200.0 * (RATE / hz / period(&samples[2_000..], RATE / hz)).log2();
                assert!(cents.abs() < 4.0, "{instrument:?} at {hz} Hz is off by {cents} cents");
            }
        }
    }
}
