//! Mood and policy.

use super::Answer;
use crate::asked::Asked;
use attune_core::{Affect, Modality, Policy};

/// Chooses a policy.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn set_policy(shell: Asked<'_>, policy: Policy) -> Answer<()> {
    shell.call(move |e, now| e.set_policy(policy, now))
}

/// Sets the target of the Hold policy and chooses it.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn set_hold(shell: Asked<'_>, affect: Affect) -> Answer<()> {
    shell.call(move |e, now| e.set_hold(affect, now))
}

/// The listener says how it is.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn correct_mood(shell: Asked<'_>, affect: Affect) -> Answer<()> {
    shell.call(move |e, now| e.correct_mood(affect, now))
}

/// Takes the correction back.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn undo_correction(shell: Asked<'_>) -> Answer<()> {
    shell.call(attune_session::Engine::undo_correction)
}

/// Begins to look at a neutral face for five seconds; how far it is and what comes of it arrive as events.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn start_calibration(shell: Asked<'_>) -> Answer<()> {
    shell.call(attune_session::Engine::start_calibration)?
}

/// Ends the attempt; what was stored before stays.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn cancel_calibration(shell: Asked<'_>) -> Answer<()> {
    shell.call(attune_session::Engine::cancel_calibration)
}

/// Forgets the neutral face, and what corrections taught about the face with it.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn clear_calibration(shell: Asked<'_>) -> Answer<()> {
    shell.call(attune_session::Engine::clear_calibration)
}

/// Forgets what corrections taught about a modality.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn reset_mood_learning(shell: Asked<'_>, modality: Modality) -> Answer<()> {
    shell.call(move |e, now| e.reset_mood_learning(modality, now))
}
