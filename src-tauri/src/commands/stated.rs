//! What the listener says outright of what they like.

use super::Answer;
use crate::asked::Asked;
use attune_core::taste::{StatedAnswer, StatedKind};
use attune_session::view::StatedChoices;

/// So many artists are found at a time.
const ARTISTS: usize = 12;

/// What there is to say something about.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn stated_choices(shell: Asked<'_>) -> Answer<StatedChoices> {
    shell.blocking(move |app| app.session()?.stated_choices()).await
}

/// Artists whose name has a text in it, the most fitting first.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn find_artists(shell: Asked<'_>, text: String) -> Answer<Vec<String>> {
    shell.blocking(move |app| app.session()?.find_artists(&text, ARTISTS)).await
}

/// Takes an answer, or takes it back.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn state_preference(
    shell: Asked<'_>,
    kind: StatedKind,
    name: String,
    answer: Option<StatedAnswer>,
) -> Answer<()> {
    shell.call(move |e, now| e.state_preference(kind, &name, answer, now))?
}

/// Forgets all answers; that can be taken back.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn forget_stated(shell: Asked<'_>) -> Answer<()> {
    shell.call(attune_session::Engine::forget_stated)?
}
