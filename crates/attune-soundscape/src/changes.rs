//! What a piece changed on its way, and why.

use crate::cues::Cues;
use crate::mode::Key;
use crate::plane::Plane;
use crate::score::Phrase;
use serde::{Deserialize, Serialize};

/// What changed from one phrase to the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum What {
    /// Thousandths of a beat per minute.
    Tempo {
        /// Before.
        from: u32,
        /// Now.
        to: u32,
    },
    /// Accompanying notes per 1,000 beats.
    Density {
        /// Before.
        from: i32,
        /// Now.
        to: i32,
    },
    /// Thousandths from dull to bright.
    Brightness {
        /// Before.
        from: i32,
        /// Now.
        to: i32,
    },
    /// Thousandths of a semitone.
    Register {
        /// Before.
        from: i32,
        /// Now.
        to: i32,
    },
    /// How much percussion, 0 to 3.
    Percussion {
        /// Before.
        from: u8,
        /// Now.
        to: u8,
    },
    /// The mode, only where a section opens.
    Mode {
        /// Before.
        from: Key,
        /// Now.
        to: Key,
    },
}

/// Why it changed: which way the affect moved that it follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// Arousal rose.
    MoreEnergy,
    /// Arousal fell.
    Calmer,
    /// Valence rose.
    MorePleasant,
    /// Valence fell.
    Darker,
}

/// One change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The frame from which it is heard.
    pub at: u64,
    /// What changed.
    #[serde(flatten)]
    pub what: What,
    /// Why.
    pub why: Why,
}

/// Appends what differs between two neighbouring phrases, the second of which begins at frame `at`.
pub(crate) fn between(before: &Phrase, now: &Phrase, at: u64, out: &mut Vec<Change>) {
    let Some((energy, mood)) = reasons(before.affect, now.affect) else { return };
    let (old, new): (&Cues, &Cues) = (&before.cues, &now.cues);
    let either = energy.or(mood);
    let differing = [
        (old.tempo != new.tempo).then_some((What::Tempo { from: old.tempo, to: new.tempo }, either)),
        (old.density != new.density)
            .then_some((What::Density { from: old.density, to: new.density }, energy)),
        (old.brightness != new.brightness)
            .then_some((What::Brightness { from: old.brightness, to: new.brightness }, either)),
        (old.register != new.register)
            .then_some((What::Register { from: old.register, to: new.register }, mood.or(energy))),
        (old.percussion != new.percussion)
            .then_some((What::Percussion { from: old.percussion, to: new.percussion }, energy)),
        (before.key != now.key).then_some((What::Mode { from: before.key, to: now.key }, mood.or(energy))),
    ];
    for (what, why) in differing.into_iter().flatten() {
        if let Some(why) = why.filter(|_| out.len() < out.capacity()) {
            out.push(Change { at, what, why });
        }
    }
}

/// The reasons on either axis; none if the affect stayed where it was.
fn reasons(before: Plane, now: Plane) -> Option<(Option<Why>, Option<Why>)> {
    let way = |by: i32, up: Why, down: Why| match by {
        0 => None,
        1.. => Some(up),
        _ => Some(down),
    };
    let energy = way(now.arousal() - before.arousal(), Why::MoreEnergy, Why::Calmer);
    let mood = way(now.valence() - before.valence(), Why::MorePleasant, Why::Darker);
    (energy.is_some() || mood.is_some()).then_some((energy, mood))
}
