//! Clips with music under them, as a microphone near a loudspeaker hears both.

use attune_core::Affect;
use attune_simulator::random::Random;
use attune_soundscape::{FRAME_RATE, Request, Source, Stream};

/// Seconds of music alone before and after a clip.
const BEFORE: usize = 8;
const AFTER: usize = 3;
/// Reflections of the room, and how long they go on: 0.2 s to -60 dB.
const REFLECTIONS: usize = 40;
const DECAY: f64 = 0.2;
/// How late the loudspeaker is heard, in seconds: two tenths in the sound system, the rest on the way. Nobody is told.
const DELAY: f64 = 0.22;

/// Soundscapes through a made-up loudspeaker and room.
pub(super) struct Music {
    random: Random,
    /// How far the speech is above the music, in dB.
    ratio: f64,
    /// Whether the player's own sound is taken out of what is heard.
    pub(super) subtract: bool,
}

/// What a microphone hears, and what the loudspeaker was given meanwhile.
pub(super) struct Mixed {
    pub(super) heard: Vec<f32>,
    pub(super) played: Vec<f32>,
}

impl Music {
    pub(super) fn new(seed: u64, ratio: f64, subtract: bool) -> Self {
        Self { random: Random::new(seed), ratio, subtract }
    }

    /// The clip with music under it, from before its start until after its end. Each clip has music of its own.
    pub(super) fn under(&mut self, clip: &[f32], rate: u32) -> Mixed {
        let mut sound = vec![0.0; BEFORE * rate as usize];
        sound.extend_from_slice(clip);
        sound.resize(sound.len() + AFTER * rate as usize, 0.0);
        let played = self.played(sound.len(), rate);
        let music = self.room(&played, rate);
        let gain = level(clip) / level(&music).max(1e-9) * 10_f64.powf(-self.ratio / 20.0);
        let both = sound.iter().zip(music).map(|(x, m)| (x + (gain * f64::from(m)) as f32).clamp(-1.0, 1.0));
        Mixed { heard: both.collect(), played }
    }

    /// So many samples from the middle of a piece.
    fn played(&self, count: usize, rate: u32) -> Vec<f32> {
        let mut random = self.random.part(1);
        let place = Affect::new(random.between(-1.0, 1.0), random.between(-1.0, 1.0));
        let mut piece = Stream::new(&Request::new(random.bits(), place));
        piece.seek(u64::from(FRAME_RATE) * 20);
        let step = f64::from(FRAME_RATE) / f64::from(rate);
        let mut stereo = vec![0.0; 2 * ((count + 1) as f64 * step) as usize + 2];
        piece.read(&mut stereo);
        let mono: Vec<f32> = stereo.chunks_exact(2).map(|frame| 0.5 * (frame[0] + frame[1])).collect();
        let reach = step.max(1.0) as usize;
        (0..count)
            .map(|n| {
                let from = (n as f64 * step) as usize;
                mono.iter().skip(from).take(reach).sum::<f32>() / reach as f32
            })
            .collect()
    }

    fn room(&mut self, played: &[f32], rate: u32) -> Vec<f32> {
        let random = &mut self.random;
        let direct = (DELAY * f64::from(rate)) as usize;
        let mut taps = vec![(direct, 1.0)];
        for _ in 0..REFLECTIONS {
            let late = random.between(0.002, DECAY);
            let strength = 0.4 * random.normal() * 10_f64.powf(-3.0 * late / DECAY);
            taps.push((direct + (late * f64::from(rate)) as usize, strength));
        }
        let mut heard = vec![0.0; played.len()];
        for (late, strength) in taps {
            for (to, x) in heard.iter_mut().skip(late).zip(played) {
                *to += strength as f32 * x;
            }
        }
        heard
    }
}

/// Root mean square of the louder half of stretches of 25 ms, so that pauses do not count.
fn level(sound: &[f32]) -> f64 {
    let power = |part: &[f32]| part.iter().map(|x| f64::from(*x).powi(2)).sum::<f64>() / part.len() as f64;
    let mut powers: Vec<f64> = sound.chunks(sound.len().div_ceil(100).max(1)).map(power).collect();
    powers.sort_unstable_by(f64::total_cmp);
    let loud = &powers[powers.len() / 2..];
    (loud.iter().sum::<f64>() / loud.len().max(1) as f64).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_speech_is_as_far_above_the_music_as_asked_for() {
        let clip: Vec<f32> = (0..32_000).map(|n| 0.1 * (0.3 * n as f32).sin()).collect();
        for ratio in [-5.0, 10.0] {
            let mixed = Music::new(1, ratio, false).under(&clip, 16_000).heard;
            assert_eq!(mixed.len(), clip.len() + 11 * 16_000);
            let music: Vec<f32> =
                mixed[8 * 16_000..10 * 16_000].iter().zip(&clip).map(|(m, c)| m - c).collect();
            let found = 20.0 * (level(&clip) / level(&music)).log10();
            // The level of the music is that of its whole, and it is not equally loud everywhere.
            assert!((found - ratio).abs() < 6.0, "{found} instead of {ratio}");
        }
    }
}
