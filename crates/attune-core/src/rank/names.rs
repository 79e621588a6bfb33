//! Names by number, with what is known of each.

use crate::key::key;
use crate::taste::offsets::Offset;
use std::collections::HashMap;

/// Expected value and variance of an effect.
pub(super) type Effect = (f32, f32);

/// Numbered names, with the effect of each.
#[derive(Debug, Clone, Default)]
pub(super) struct Names {
    pub(super) keys: Vec<u64>,
    pub(super) effects: Vec<Effect>,
}

impl Names {
    pub(super) fn number(&mut self, known: &mut HashMap<u64, u32>, folded: &str) -> u32 {
        *known.entry(key(folded)).or_insert_with_key(|key| {
            self.keys.push(*key);
            self.keys.len() as u32 - 1
        })
    }

    pub(super) fn find(&self, folded: &str) -> Option<usize> {
        let key = key(folded);
        self.keys.iter().position(|k| *k == key)
    }
}

/// What an offset comes to in scoring.
pub(super) fn effect(offset: Offset) -> Effect {
    (offset.mean as f32, offset.variance as f32)
}
