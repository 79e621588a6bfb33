//! Phones have no keys for it.

use super::{Host, Place};
use attune_core::{AppError, KeyCombination, ShortcutAction};
use std::collections::{BTreeMap, BTreeSet};

/// There are none.
pub(super) enum Keys {}

impl Keys {
    pub(super) fn open(_: &Host, _: &Place) -> Option<Self> {
        None
    }

    pub(super) fn set(
        &mut self,
        _: &BTreeMap<ShortcutAction, KeyCombination>,
    ) -> Result<BTreeSet<ShortcutAction>, AppError> {
        match *self {}
    }
}
