//! What a piece is asked to be.

use crate::mode::Key;
use crate::motif::Motif;
use crate::plane::Plane;
use crate::score::Score;
use attune_core::Affect;
use serde::{Deserialize, Serialize};

/// The piece before, as far as the next one joins on to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Before {
    /// The key it ended in.
    pub key: Key,
    /// Its last tempo in thousandths of a beat per minute.
    pub tempo: u32,
    /// The affect it ended with, from which the next one goes on.
    pub affect: Plane,
    /// Its motif, of which the next takes a relative; none to start afresh.
    pub motif: Option<Motif>,
}

impl Before {
    /// What a piece leaves to the next; none for a score without phrases.
    #[must_use]
    pub fn of(score: &Score) -> Option<Self> {
        let last = score.phrases.last()?;
        Some(Self { key: last.key, tempo: last.cues.tempo, affect: last.affect, motif: Some(score.motif) })
    }
}

/// Everything that a score depends on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// Equal requests give equal scores; other seeds other pieces.
    pub seed: u64,
    /// The affect that the piece shall have.
    pub target: Plane,
    /// What went before.
    pub before: Option<Before>,
}

impl Request {
    /// A piece with nothing before it.
    #[must_use]
    pub fn new(seed: u64, target: Affect) -> Self {
        Self { seed, target: target.into(), before: None }
    }

    /// The same piece after another.
    #[must_use]
    pub fn after(self, before: Option<Before>) -> Self {
        Self { before, ..self }
    }
}
