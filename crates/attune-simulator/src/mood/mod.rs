//! Listeners with known moods, seen through a noisy face, voice and pulse.
