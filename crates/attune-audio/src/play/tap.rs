//! The end of the stream that the sound card pulls from. It never waits, locks or allocates.

use super::reference::Reference;
use rtrb::Consumer;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, AtomicU64, Ordering};

/// How long it takes to fall silent before a jump or pause, and to come back, in seconds.
const FADE: f32 = 0.008;
/// How long the volume takes from nothing to full, in seconds.
const TURN: f32 = 0.1;

/// What the player tells the tap, and what the tap tells it.
#[derive(Debug)]
pub(crate) struct Wires {
    /// Whether frames are to be taken at all.
    pub(crate) playing: AtomicBool,
    /// The amplitude to play at, as the bits of an `f32`; the same for every output.
    amplitude: Arc<AtomicU32>,
    /// Frames from the first of these on are left out up to the second.
    cut_from: AtomicU64,
    cut_to: AtomicU64,
    /// Whether what comes at the start or after a jump begins in the middle of a sound.
    pub(crate) fade_in: AtomicBool,
    /// Frames taken or left out.
    pub(crate) taken: AtomicU64,
    /// Frames of silence since the last one that was taken, for want of more.
    pub(crate) lacked: AtomicU64,
    /// Microseconds until what is taken now is heard.
    pub(crate) latency_us: AtomicU32,
}

impl Wires {
    pub(crate) fn new(amplitude: Arc<AtomicU32>) -> Arc<Self> {
        Arc::new(Self {
            playing: AtomicBool::new(false),
            amplitude,
            cut_from: AtomicU64::new(0),
            cut_to: AtomicU64::new(0),
            fade_in: AtomicBool::new(false),
            taken: AtomicU64::new(0),
            lacked: AtomicU64::new(0),
            latency_us: AtomicU32::new(0),
        })
    }

    /// Leaves out everything up to frame `to`, falling silent first.
    pub(crate) fn jump(&self, to: u64, fade_in: bool) {
        self.fade_in.store(fade_in, Ordering::Relaxed);
        self.cut_from.store(0, Ordering::Relaxed);
        self.cut_to.store(to, Ordering::Release);
    }

    /// Leaves out the frames from `from` up to `to` when their turn comes.
    pub(crate) fn cut(&self, from: u64, to: u64) {
        self.cut_from.store(from, Ordering::Relaxed);
        self.cut_to.store(to, Ordering::Release);
    }
}

/// The consumer of the stream.
pub struct Tap {
    ring: Consumer<f32>,
    wires: Arc<Wires>,
    reference: Option<Arc<Reference>>,
    rate: u32,
    channels: usize,
    taken: u64,
    lacked: u64,
    started: bool,
    /// 0 silent, 1 open.
    gate: f32,
    gate_step: f32,
    amplitude: f32,
    amplitude_step: f32,
}

impl Tap {
    pub(crate) fn new(
        ring: Consumer<f32>,
        wires: Arc<Wires>,
        reference: Option<Arc<Reference>>,
        rate: u32,
        channels: usize,
    ) -> Self {
        let amplitude = f32::from_bits(wires.amplitude.load(Ordering::Relaxed));
        Self {
            ring,
            wires,
            reference,
            rate,
            channels: channels.max(1),
            taken: 0,
            lacked: 0,
            started: false,
            gate: 0.0,
            gate_step: 1.0 / (rate as f32 * FADE),
            amplitude,
            amplitude_step: 1.0 / (rate as f32 * TURN),
        }
    }

    /// Fills a buffer of whole frames; with silence where there is nothing to play. `latency_us` is the time until its
    /// first frame is heard.
    pub fn fill(&mut self, out: &mut [f32], latency_us: u32) {
        let playing = self.wires.playing.load(Ordering::Acquire);
        let cut_to = self.wires.cut_to.load(Ordering::Acquire);
        let cut_from = self.wires.cut_from.load(Ordering::Relaxed);
        let amplitude = f32::from_bits(self.wires.amplitude.load(Ordering::Relaxed));
        if playing && !self.started {
            self.started = true;
            self.gate = if self.wires.fade_in.load(Ordering::Relaxed) { 0.0 } else { 1.0 };
        }
        for frame in out.chunks_mut(self.channels) {
            if cut_from > 0 && self.taken >= cut_from && self.taken < cut_to {
                self.leave_out(cut_to);
            }
            let jumping = cut_from == 0 && self.taken < cut_to;
            if !playing || jumping {
                self.gate = (self.gate - self.gate_step).max(0.0);
            } else {
                self.gate = (self.gate + self.gate_step).min(1.0);
            }
            if jumping && (self.gate == 0.0 || self.ring.slots() < self.channels) {
                self.leave_out(cut_to);
                self.gate = if self.wires.fade_in.load(Ordering::Relaxed) || !playing { 0.0 } else { 1.0 };
            }
            self.amplitude += (amplitude - self.amplitude).clamp(-self.amplitude_step, self.amplitude_step);
            if (!playing && self.gate == 0.0) || !self.take(frame) {
                frame.fill(0.0);
            }
        }
        if let Some(reference) = &self.reference {
            reference.delay(latency_us, out.len() / self.channels, self.rate);
            reference.write(out, self.channels, self.rate);
        }
        self.wires.latency_us.store(latency_us, Ordering::Relaxed);
        self.wires.lacked.store(self.lacked, Ordering::Relaxed);
        self.wires.taken.store(self.taken, Ordering::Release);
    }

    /// Frames that could be taken now.
    #[must_use]
    pub fn waiting(&self) -> usize {
        let cut_to = self.wires.cut_to.load(Ordering::Acquire);
        let cut_from = self.wires.cut_from.load(Ordering::Relaxed);
        let left_out = if cut_from > 0 { cut_to.saturating_sub(cut_from.max(self.taken)) } else { 0 };
        (self.ring.slots() / self.channels).saturating_sub(left_out as usize)
    }

    /// Takes a frame, if there is one.
    fn take(&mut self, frame: &mut [f32]) -> bool {
        if self.ring.slots() < self.channels {
            self.lacked += 1;
            return false;
        }
        self.lacked = 0;
        let loud = self.gate * self.amplitude;
        for sample in frame {
            *sample = self.ring.pop().map_or(0.0, |x| x * loud);
        }
        self.taken += 1;
        true
    }

    fn leave_out(&mut self, to: u64) {
        let wanted = (to - self.taken) as usize * self.channels;
        let count = wanted.min(self.ring.slots() / self.channels * self.channels);
        if let Ok(chunk) = self.ring.read_chunk(count) {
            chunk.commit_all();
            self.taken += (count / self.channels) as u64;
        }
    }
}

impl std::fmt::Debug for Tap {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Tap")
            .field("channels", &self.channels)
            .field("taken", &self.taken)
            .finish_non_exhaustive()
    }
}
