//! A change of rate that does not ring at its edges.

use crate::AudioError;
use crate::rate::RateChange;
use rubato::WindowFunction;

/// At least so many output samples are transformed at a time.
const BLOCK: u64 = 1_024;
/// About how much is mirrored, in samples of the input: more than the filter's reach.
const MIRROR: u64 = 4_096;

/// One channel of a recording, or of several in a row, at another rate.
///
/// A filter that believes in silence before the first sample and after the last makes a click of a sound that begins
/// or ends in the middle of a wave. This one believes that the wave goes on as it came, turned round the edge.
pub(crate) struct Channel {
    change: RateChange,
    from: u64,
    to: u64,
    /// Input samples mirrored at an edge, and the output samples they make: whole numbers, so that nothing is shifted.
    mirror: usize,
    mirrored: usize,
    /// The first samples until there are enough to mirror; none afterwards.
    head: Option<Vec<f32>>,
    past: Vec<f32>,
    /// Output still to be dropped.
    drop: usize,
    made: Vec<f32>,
    taken: u64,
    given: u64,
}

impl Channel {
    /// Fails with `audio_unsupported` for rates that cannot be changed.
    pub(crate) fn new(from: u32, to: u32) -> Result<Self, AudioError> {
        let (from_hz, to_hz) = (u64::from(from), u64::from(to));
        let common = common_divisor(from_hz, to_hz).max(1);
        let times = MIRROR.div_ceil((from_hz / common).max(1));
        let mirrored = (times * to_hz / common) as usize;
        // The filter delays by half a block: an odd one would shift the sound by half a sample.
        let pairs = BLOCK.div_ceil((2 * to_hz / common).max(1));
        let block = (2 * pairs * to_hz / common) as usize;
        Ok(Self {
            change: RateChange::new(from, to, block, WindowFunction::BlackmanHarris2)?,
            from: from_hz,
            to: to_hz,
            mirror: (times * from_hz / common) as usize,
            mirrored,
            head: (from != to).then(Vec::new),
            past: Vec::new(),
            drop: 0,
            made: Vec::new(),
            taken: 0,
            given: 0,
        })
    }

    /// Takes samples and appends what comes of them to `out`.
    pub(crate) fn push(&mut self, samples: &[f32], out: &mut Vec<f32>) -> Result<(), AudioError> {
        self.taken += samples.len() as u64;
        if self.from == self.to {
            out.extend_from_slice(samples);
            return Ok(());
        }
        self.past.extend_from_slice(samples);
        let old = self.past.len().saturating_sub(self.mirror + 1);
        self.past.drain(..old);
        if let Some(head) = &mut self.head {
            head.extend_from_slice(samples);
            return if head.len() > self.mirror { self.begin(out) } else { Ok(()) };
        }
        self.change.waiting().extend_from_slice(samples);
        self.drain(out)
    }

    /// Appends the rest, so that in all as much time came out as went in.
    pub(crate) fn finish(&mut self, out: &mut Vec<f32>) -> Result<(), AudioError> {
        if self.from == self.to {
            return Ok(());
        }
        self.begin(out)?;
        let beyond = mirror(self.past.iter().rev(), self.mirror);
        self.change.waiting().extend(beyond);
        self.change.finish(&mut self.made)?;
        self.give(out);
        let due = (self.taken * self.to).div_ceil(self.from);
        let surplus = self.given.saturating_sub(due).min(out.len() as u64);
        out.truncate(out.len() - surplus as usize);
        self.given -= surplus;
        Ok(())
    }

    fn begin(&mut self, out: &mut Vec<f32>) -> Result<(), AudioError> {
        let Some(head) = self.head.take() else { return Ok(()) };
        let mut before = mirror(head.iter(), self.mirror);
        before.reverse();
        self.change.waiting().extend(before);
        self.change.waiting().extend(head);
        self.drop = self.mirrored;
        self.drain(out)
    }

    fn drain(&mut self, out: &mut Vec<f32>) -> Result<(), AudioError> {
        self.change.drain(&mut self.made)?;
        self.give(out);
        Ok(())
    }

    fn give(&mut self, out: &mut Vec<f32>) {
        let dropped = self.drop.min(self.made.len());
        self.drop -= dropped;
        self.given += (self.made.len() - dropped) as u64;
        out.extend(self.made.drain(..).skip(dropped));
    }
}

/// What comes beyond an edge, from the edge outwards, for samples from the edge inwards: the wave turned by half round
/// its last point, and silence where there is no more of it.
fn mirror<'a>(mut inwards: impl Iterator<Item = &'a f32>, count: usize) -> Vec<f32> {
    let edge = inwards.next().copied().unwrap_or(0.0);
    inwards.map(|x| 2.0 * edge - x).chain(std::iter::repeat(0.0)).take(count).collect()
}

fn common_divisor(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { common_divisor(b, a % b) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::f64::consts::TAU;

    /// A wave through a change of rate, in blocks.
    fn through(from: u32, to: u32, count: usize, hz: f64, phase: f64) -> Vec<f32> {
        let wave = |i: usize| (TAU * hz * i as f64 / f64::from(from) + phase).sin() as f32;
        let samples: Vec<f32> = (0..count).map(wave).collect();
        let (mut channel, mut out) = (Channel::new(from, to).unwrap(), Vec::new());
        for block in samples.chunks(1_000) {
            channel.push(block, &mut out).unwrap();
        }
        channel.finish(&mut out).unwrap();
        out
    }

    #[test]
    fn a_wave_that_begins_and_ends_in_the_middle_keeps_its_shape_to_the_edges() {
        for (from, to) in [(44_100, 48_000), (48_000, 44_100), (96_000, 48_000), (22_050, 48_000)] {
            for count in [30_000_usize, 5_000, 700] {
                let out = through(from, to, count, 440.0, 1.0);
                assert_eq!(out.len(), (count * to as usize).div_ceil(from as usize), "{from} {to} {count}");
                let wave = |i: usize| (TAU * 440.0 * i as f64 / f64::from(to) + 1.0).sin() as f32;
                let errors = out.iter().enumerate().map(|(i, x)| ((x - wave(i)).abs(), i));
                let (worst, at) = errors.fold((0.0, 0), |a, b| if b.0 > a.0 { b } else { a });
                println!("{from} to {to}, {count}: {worst} at {at} of {}", out.len());
                assert!(worst < 0.02, "{from} {to} {count}: {worst}");
            }
        }
    }

    #[test]
    fn the_same_rate_passes_as_it_is() {
        let (mut channel, mut out) = (Channel::new(8_000, 8_000).unwrap(), Vec::new());
        channel.push(&[0.25, -1.0], &mut out).unwrap();
        channel.finish(&mut out).unwrap();
        assert_eq!(out, [0.25, -1.0]);
    }
}
