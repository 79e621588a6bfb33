//! Mood and policy.

use super::Answer;
use crate::shell::Shell;
use attune_core::{Affect, Modality, Policy};
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

/// Begins to look at a neutral face for five seconds; how far it is and what comes of it arrive as events.
#[tauri::command]
#[specta::specta]
pub(crate) async fn start_calibration(shell: State<'_, Shell>) -> Answer<()> {
    shell.call(attune_session::Engine::start_calibration)?
}

/// Ends the attempt; what was stored before stays.
#[tauri::command]
#[specta::specta]
pub(crate) async fn cancel_calibration(shell: State<'_, Shell>) -> Answer<()> {
    shell.call(attune_session::Engine::cancel_calibration)
}

/// Forgets the neutral face, and what corrections taught about the face with it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn clear_calibration(shell: State<'_, Shell>) -> Answer<()> {
    shell.call(attune_session::Engine::clear_calibration)
}

/// Forgets what corrections taught about a modality.
#[tauri::command]
#[specta::specta]
pub(crate) async fn reset_mood_learning(shell: State<'_, Shell>, modality: Modality) -> Answer<()> {
    shell.call(move |e, now| e.reset_mood_learning(modality, now))
}
