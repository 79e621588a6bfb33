//! What a player needs of anything that makes sound by itself.

use attune_core::Affect;

/// Sound that is made while it is played: 48,000 frames a second ([`FRAME_RATE`](crate::FRAME_RATE)), two channels.
pub trait Source: Send {
    /// Fills `out` with interleaved stereo and gives the number of frames written: less than there is room for only
    /// at the end, then 0. An odd sample at the end of `out` is left alone.
    fn read(&mut self, out: &mut [f32]) -> usize;

    /// The frame that comes next.
    fn position(&self) -> u64;

    /// Length in frames. May change when the target moves, since the tempo of what is to come does.
    fn frames(&self) -> u64;

    /// Goes to a frame, at most the end.
    fn seek(&mut self, frame: u64);

    /// Where to lead from the next phrase on.
    fn set_target(&mut self, target: Affect);
}
