//! The commands and events of the window, and the TypeScript generated from them.

use crate::bridge::{OwnMusicChange, PageCameraChange, ServersChange, SessionChange, SpotifyChange};
use crate::commands::{
    camera, history, library, mood, music, own_music, playback, senses, servers, settings, spotify, stated,
    window,
};
use attune_core::policy::ExpressionPolicies;
use tauri_specta::{Builder, ErrorHandlingMode, collect_commands, collect_events};

/// Every command and event, typed.
pub(crate) fn builder() -> Builder<tauri::Wry> {
    with_commands(Builder::new().error_handling(ErrorHandlingMode::Throw))
        // One table for both sides.
        .constant("DEFAULT_EXPRESSION_POLICIES", ExpressionPolicies::default())
        .events(collect_events![
            SessionChange,
            OwnMusicChange,
            ServersChange,
            SpotifyChange,
            PageCameraChange
        ])
}

#[expect(clippy::too_many_lines, reason = "one list, which a macro takes as a whole")]
fn with_commands(builder: Builder<tauri::Wry>) -> Builder<tauri::Wry> {
    builder.commands(collect_commands![
        window::get_state,
        window::set_window_visible,
        window::show_mini,
        window::show_main,
        window::desktop,
        window::start_at_login,
        window::set_texts,
        window::set_shortcuts,
        window::open_releases,
        window::dismiss_banner,
        mood::set_policy,
        mood::set_hold,
        mood::correct_mood,
        mood::undo_correction,
        mood::start_calibration,
        mood::cancel_calibration,
        mood::clear_calibration,
        mood::reset_mood_learning,
        camera::list_cameras,
        camera::start_camera,
        camera::pause_camera,
        camera::page_camera_wanted,
        camera::camera_frame,
        camera::page_camera_ended,
        camera::look_at_picture,
        senses::list_sense_devices,
        senses::start_sense,
        senses::stop_sensing,
        music::next_track,
        music::send_feedback,
        music::remove_track,
        music::block_artist,
        music::unblock_track,
        music::unblock_artist,
        music::set_track_affect,
        music::undo_feedback,
        music::pin_track,
        music::move_track,
        music::listen_on,
        playback::set_player,
        playback::start_soundscapes,
        playback::toggle_play,
        playback::previous_track,
        playback::seek,
        playback::seek_by,
        playback::set_volume,
        playback::play_tracks,
        playback::set_sleep,
        playback::list_outputs,
        history::history,
        history::played,
        history::add_moment,
        history::edit_history,
        history::delete_history,
        history::read_history,
        history::answer_history,
        history::remove_history,
        library::library,
        library::import_catalogue,
        library::enable_catalogue,
        library::remove_catalogue,
        own_music::own_music,
        own_music::add_music_folder,
        own_music::take_opened,
        own_music::add_opened_folders,
        own_music::remove_music_folder,
        own_music::scan_music,
        own_music::pause_scan,
        own_music::pause_listening,
        own_music::unreadable_files,
        own_music::own_tracks,
        own_music::own_track,
        own_music::cover,
        own_music::track_map,
        own_music::track_rows,
        own_music::play_next,
        own_music::import_playlist,
        own_music::export_playlist,
        own_music::export_csv,
        servers::servers,
        servers::check_server,
        servers::check_known_server,
        servers::add_server,
        servers::scan_server,
        servers::stop_server_scan,
        servers::set_reporting,
        servers::limit_server_cache,
        servers::remove_server,
        settings::save_settings,
        settings::set_utc_offset,
        settings::get_taste,
        settings::forget_learned,
        settings::forget_track_mood,
        stated::stated_choices,
        stated::find_artists,
        stated::state_preference,
        stated::forget_stated,
        settings::export_data,
        settings::read_backup,
        settings::answer_backup,
        settings::diagnostics,
        settings::erase_everything,
        spotify::spotify_status,
        spotify::spotify_check,
        spotify::spotify_sign_in,
        spotify::spotify_cancel_sign_in,
        spotify::spotify_sign_out,
        spotify::spotify_devices,
        spotify::spotify_transfer,
        spotify::spotify_plan_playlist,
        spotify::spotify_make_playlist,
        spotify::spotify_bring_own_music,
        spotify::spotify_end_own_music,
        spotify::spotify_open,
    ])
}

#[cfg(test)]
mod tests {
    use specta_typescript::{Typescript, semantic};
    use std::path::Path;

    /// Set to write the bindings instead of comparing them: `cargo xtask bindings` does.
    const WRITE: &str = "ATTUNE_WRITE_BINDINGS";

    #[test]
    fn the_bindings_are_current() {
        let dir = tempfile::tempdir().unwrap();
        let fresh = dir.path().join("bindings.ts");
        let header =
            "// Made by `cargo xtask bindings` from the Rust types; do not edit.\n/* eslint-disable */\n";
        super::builder()
            .disable_serde_phases()
            // Every float here is finite, so none arrives as null.
            .semantic_types(semantic::Configuration::empty().enable_lossless_floats())
            .export(Typescript::default().header(header), &fresh)
            .unwrap();
        let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/src/api/bindings.ts");
        if std::env::var_os(WRITE).is_some() {
            std::fs::copy(&fresh, &kept).unwrap();
        }
        let read = |path| std::fs::read_to_string(path).unwrap_or_default();
        assert!(read(&kept) == read(&fresh), "the bindings are stale: run `cargo xtask bindings`");
    }
}
