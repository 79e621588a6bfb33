//! This computer as what plays the queue.

use attune_core::player::PlayerKind;
use attune_session::Session;
use std::sync::Weak;

/// Chooses this computer to play the queue if nothing does; whether it did.
pub(crate) fn choose(session: &Weak<Session>) -> bool {
    let Some(session) = session.upgrade() else { return false };
    let chosen = session.call(|e, now| {
        let free = e.settings().player == PlayerKind::List;
        if free {
            e.set_player(PlayerKind::Local, now);
        }
        free
    });
    chosen.unwrap_or(false)
}
