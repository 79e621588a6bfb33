//! What is rendered at a time.

/// Frames rendered at a time: 1.3 ms.
pub(crate) const BLOCK: usize = 64;

/// One block of stereo sound.
#[derive(Debug)]
pub(crate) struct Mix {
    pub(crate) left: [f32; BLOCK],
    pub(crate) right: [f32; BLOCK],
}
