//! Human time: where the beats of a phrase fall, in frames.

use crate::FRAME_RATE;
use crate::random::Random;

/// Ticks in a beat.
pub(super) const TICKS: i32 = 48;

/// The starts of the beats of one phrase, and its end.
#[derive(Debug, Default)]
pub(crate) struct Clock {
    starts: Vec<u32>,
}

impl Clock {
    /// Lays out `beats` beats: the tempo (thousandths of a beat per minute) glides from the first to the second
    /// over half of the phrase; the phrase breathes at its end, and the last phrase of a piece slows down.
    pub(super) fn set(&mut self, beats: i32, tempo: (u32, u32), last: bool, seed: u64) {
        let mut random = Random::part(seed, 1);
        self.starts.clear();
        let (mut at, from, to) = (0_i64, i64::from(tempo.0), i64::from(tempo.1));
        let glide = i64::from(beats / 2).max(1);
        for beat in 0..i64::from(beats) {
            self.starts.push(at as u32);
            let now = from + (to - from) * (beat + 1).min(glide) / glide;
            let frames = i64::from(FRAME_RATE) * 60_000 / now.max(1_000);
            let left = i64::from(beats) - beat;
            let breath = match (last, left) {
                (true, 1..=4) => 50 * (5 - left),
                (false, 1..=2) => 15 * (3 - left),
                _ => 0,
            };
            at += frames * (1_000 + breath + i64::from(random.around(8))) / 1_000;
        }
        self.starts.push(at as u32);
    }

    /// The frame of a tick; ticks after the end are the end.
    pub(super) fn frame(&self, tick: i32) -> u32 {
        let (beat, rest) = (tick.max(0) / TICKS, tick.max(0) % TICKS);
        let end = self.frames();
        let start = |beat: i32| self.starts.get(beat as usize).copied().unwrap_or(end);
        let (here, next) = (u64::from(start(beat)), u64::from(start(beat + 1)));
        (here + (next - here) * rest as u64 / TICKS as u64) as u32
    }

    /// The length of the phrase.
    pub(super) fn frames(&self) -> u32 {
        self.starts.last().copied().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tempo_glides_and_the_end_slows_down() {
        let mut clock = Clock::default();
        clock.set(32, (60_000, 120_000), true, 1);
        let beat = |b: i32| clock.frame((b + 1) * TICKS) - clock.frame(b * TICKS);
        assert!((46_000..48_500).contains(&(beat(0) + 2_000)), "{}", beat(0));
        assert!((23_700..24_300).contains(&beat(20)));
        assert!((0..27).all(|b| beat(b + 1) < beat(b) + 800));
        assert!(beat(31) > 28_000 && clock.frame(9_999) == clock.frames());
    }
}
