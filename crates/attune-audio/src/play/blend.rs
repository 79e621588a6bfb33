//! Crossfades between tracks, and the last stage before the sound card: what is made is kept back at a track's end until it
//! is known what follows, laid over the next track's start where the two are to overlap, and kept from clipping.

use super::guard::Guard;
use std::collections::VecDeque;
use std::f32::consts::FRAC_PI_2;
use std::sync::Arc;

/// The stage. Frames are interleaved.
pub(crate) struct Blend {
    rate: u32,
    channels: usize,
    /// The last frames of a track, kept back.
    held: VecDeque<f32>,
    fade: Option<Fade>,
    guard: Guard,
    mixed: Vec<f32>,
}

/// A crossfade under way.
struct Fade {
    /// The end of the track before, as it would sound without a crossfade.
    tail: Arc<[f32]>,
    /// Samples of it that are mixed by now.
    done: usize,
}

impl Blend {
    /// For frames of `channels` samples, `rate` of them a second.
    pub(crate) fn new(rate: u32, channels: usize) -> Self {
        let channels = channels.max(1);
        Self {
            rate,
            channels,
            held: VecDeque::new(),
            fade: None,
            guard: Guard::new(rate, channels),
            mixed: Vec::new(),
        }
    }

    /// Forgets everything.
    pub(crate) fn clear(&mut self) {
        *self = Self::new(self.rate, self.channels);
    }

    /// Frames that are kept back.
    pub(crate) fn held(&self) -> usize {
        self.held.len() / self.channels
    }

    /// Takes whole frames, keeps at most the last `hold` frames back, and appends the others to `out`.
    pub(crate) fn push(&mut self, frames: &[f32], hold: usize, out: &mut impl Extend<f32>) {
        self.mixed.clear();
        self.mixed.extend_from_slice(frames);
        self.mix();
        if hold == 0 && self.held.is_empty() {
            return self.guard.push(&self.mixed, out);
        }
        self.held.extend(&self.mixed);
        self.release(self.held().saturating_sub(hold), out);
    }

    /// Appends the first `frames` of those that are kept back.
    pub(crate) fn release(&mut self, frames: usize, out: &mut impl Extend<f32>) {
        let count = frames.saturating_mul(self.channels).min(self.held.len());
        self.mixed.clear();
        self.mixed.extend(self.held.drain(..count));
        self.guard.push(&self.mixed, out);
    }

    /// Lays the last `frames` of those that are kept back over what is pushed from now on, and appends the others. Gives the
    /// frames that it lays over.
    pub(crate) fn begin_fade(&mut self, frames: usize, out: &mut impl Extend<f32>) -> Arc<[f32]> {
        self.release(self.held().saturating_sub(frames), out);
        let tail: Arc<[f32]> = self.held.drain(..).collect();
        self.fade = Some(Fade { tail: Arc::clone(&tail), done: 0 });
        tail
    }

    /// Keeps frames back that were laid over another track.
    pub(crate) fn hold_again(&mut self, tail: &[f32]) {
        self.held.extend(tail);
    }

    /// Frames that a crossfade still lasts.
    pub(crate) fn fading(&self) -> usize {
        self.fade.as_ref().map_or(0, |fade| (fade.tail.len() - fade.done) / self.channels)
    }

    /// Appends everything. What is pushed afterwards is another stream.
    pub(crate) fn finish(&mut self, out: &mut impl Extend<f32>) {
        self.release(usize::MAX, out);
        self.guard.finish(out);
        self.clear();
    }

    /// Adds the end of the track before with equal power: the squares of both gains are 1 in sum, so that tracks that have
    /// nothing to do with one another are as loud together as each is alone.
    fn mix(&mut self) {
        let Some(fade) = &mut self.fade else { return };
        let frames = fade.tail.len() / self.channels;
        let coming = self.mixed.chunks_exact_mut(self.channels);
        let going = fade.tail[fade.done..].chunks_exact(self.channels);
        for (number, (new, old)) in (fade.done / self.channels..).zip(coming.zip(going)) {
            let (rise, fall) = ((number as f32 + 0.5) / frames as f32 * FRAC_PI_2).sin_cos();
            for (new, old) in new.iter_mut().zip(old) {
                *new = *new * rise + old * fall;
            }
        }
        fade.done = (fade.done + self.mixed.len()).min(fade.tail.len());
        self.fade = self.fade.take().filter(|fade| fade.done < fade.tail.len());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_end_is_kept_back_and_laid_over_what_follows_with_equal_power() {
        let (mut blend, mut out) = (Blend::new(1_000, 1), Vec::new());
        blend.push(&[0.5; 100], 40, &mut out);
        assert_eq!((blend.held(), out.len()), (40, 56), "5 of the rest are with the guard");
        blend.begin_fade(40, &mut out);
        blend.push(&[0.0; 30], 0, &mut out);
        assert_eq!(blend.fading(), 10);
        blend.push(&[0.0; 50], 0, &mut out);
        blend.finish(&mut out);
        assert_eq!(out.len(), 140, "the two overlap by 40");
        for (n, x) in out.iter().enumerate() {
            let gone = ((n as f32 - 59.5) / 40.0).clamp(0.0, 1.0);
            let wanted = if n < 60 { 0.5 } else { 0.5 * (gone * FRAC_PI_2).cos() };
            assert!((x - wanted).abs() < 1e-6, "{n}: {x} {wanted}");
        }
    }

    #[test]
    fn two_loud_tracks_together_do_not_clip() {
        let (mut blend, mut out) = (Blend::new(8_000, 1), Vec::new());
        blend.push(&[1.0; 4_000], 4_000, &mut out);
        blend.begin_fade(4_000, &mut out);
        blend.push(&vec![1.0; 8_000], 0, &mut out);
        blend.finish(&mut out);
        assert_eq!(out.len(), 8_000);
        assert!(out.iter().all(|x| *x <= 1.0) && out[7_999] > 0.999);
        // Nothing jumps, also where the limiter lets go.
        let steepest = out.windows(2).map(|w| (w[1] - w[0]).abs()).fold(0.0, f32::max);
        assert!(steepest < 0.01, "{steepest}");
    }

    proptest! {
        #[test]
        fn without_a_fade_every_frame_comes_out_once_and_as_it_was(
            blocks in prop::collection::vec((0_usize..300, 0_usize..500), 0..20),
        ) {
            let (mut blend, mut out, mut wanted) = (Blend::new(8_000, 2), Vec::new(), Vec::new());
            for (frames, hold) in blocks {
                let block: Vec<f32> = (0..2 * frames).map(|n| (wanted.len() + n) as f32 / 1e5).collect();
                blend.push(&block, hold, &mut out);
                prop_assert!(blend.held() <= hold);
                wanted.extend(block);
            }
            blend.finish(&mut out);
            prop_assert_eq!(out, wanted);
        }
    }
}
