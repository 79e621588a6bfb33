//! Mood and policy.

use super::Answer;
use crate::shell::Shell;
use attune_core::{Affect, Policy};
use tauri::State;

/// Chooses a policy.
#[tauri::command]
#[specta::specta]
pub(crate) async fn set_policy(shell: State<'_, Shell>, policy: Policy) -> Answer<()> {
    shell.call(move |e, now| e.set_policy(policy, now))
}

/// Sets the target of the Hold policy and chooses it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn set_hold(shell: State<'_, Shell>, affect: Affect) -> Answer<()> {
    shell.call(move |e, now| e.set_hold(Affect::new(affect.valence, affect.arousal), now))
}

/// The listener says how it is.
#[tauri::command]
#[specta::specta]
pub(crate) async fn correct_mood(shell: State<'_, Shell>, affect: Affect) -> Answer<()> {
    shell.call(move |e, now| e.correct_mood(Affect::new(affect.valence, affect.arousal), now))
}

/// Takes the correction back.
#[tauri::command]
#[specta::specta]
pub(crate) async fn undo_correction(shell: State<'_, Shell>) -> Answer<()> {
    shell.call(attune_session::Engine::undo_correction)
}
