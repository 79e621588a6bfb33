//! The codes of all errors.

use serde::{Deserialize, Serialize};
use std::fmt;

macro_rules! codes {
    ($($variant:ident = $text:literal: $meaning:literal;)*) => {
        /// What happened, as a stable word in `snake_case`.
        ///
        /// A code exists where an interface or a caller acts on it or a listener can; the window has a sentence for
        /// each in its own language. `docs/errors.md` is generated from this list by `cargo xtask bindings`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "specta", derive(specta::Type))]
        pub enum ErrorCode {
            $(#[doc = $meaning] #[serde(rename = $text)] $variant,)*
        }

        impl ErrorCode {
            /// All codes, in alphabetical order.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The code as it is written in JSON, logs and databases.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),* }
            }

            /// What the code means, in one English sentence for developers.
            #[must_use]
            pub const fn meaning(self) -> &'static str {
                match self { $(Self::$variant => $meaning),* }
            }
        }
    };
}

codes! {
    AnnotationsInvalid = "annotations_invalid": "A row of an evaluation's annotations cannot be used.";
    AnnotationsUnreadable = "annotations_unreadable": "An evaluation's annotation file cannot be read.";
    ArtistUnnamed = "artist_unnamed": "Nobody is credited for the track, so there is no artist to block.";
    AudioDamaged = "audio_damaged": "The sound of a file is damaged.";
    AudioModel = "audio_model": "The audio model could not be run.";
    AudioStopped = "audio_stopped": "Listening to a file was stopped by the listener.";
    AudioTooShort = "audio_too_short": "A file is too short to say anything about its sound.";
    AudioUnreadable = "audio_unreadable": "A sound file could not be read.";
    AudioUnsupported = "audio_unsupported": "A file's format or codec is not supported.";
    AutostartFailed = "autostart_failed": "Your system did not take whether Attune starts at login.";
    BackupNewer = "backup_newer": "A backup was made by a newer version of Attune.";
    BackupUnreadable = "backup_unreadable": "A file is no backup of Attune, or it is damaged.";
    BadAffect = "bad_affect": "A valence or arousal on the command line is not a number in range.";
    BadArguments = "bad_arguments": "A command of the window was called with an argument that it cannot read.";
    BadExpression = "bad_expression": "An expression on the command line has no such name.";
    BadLine = "bad_line": "A line of a track list on the command line cannot be read.";
    BadPolicy = "bad_policy": "A policy on the command line has no such name.";
    BluetoothUnavailable = "bluetooth_unavailable": "There is no Bluetooth here, or it is switched off.";
    BrowserNotOpened = "browser_not_opened": "The system's browser could not be opened.";
    CalibrationNeedsCamera = "calibration_needs_camera": "Calibration was asked for while no camera is on.";
    CameraBusy = "camera_busy": "Another program is using the camera.";
    CameraDenied = "camera_denied": "The system does not allow the camera.";
    CameraFormat = "camera_format": "The camera offers no usable picture format, or a picture was damaged.";
    CameraLost = "camera_lost": "The camera was unplugged or stopped.";
    CameraNone = "camera_none": "There is no camera, or not the chosen one.";
    CameraStuck = "camera_stuck": "The camera's driver does not answer; the device may still be on.";
    CatalogueGone = "catalogue_gone": "There is no catalogue of that id any more.";
    CorrelationUnreadable = "correlation_unreadable": "A correlation on the command line cannot be read.";
    CpuUnsupported = "cpu_unsupported": "The processor lacks the instructions that ONNX Runtime needs.";
    CsvCancelled = "csv_cancelled": "The listener cancelled a CSV import.";
    CsvDenied = "csv_denied": "The system does not allow reading the CSV file.";
    CsvEmpty = "csv_empty": "The CSV file has no rows.";
    CsvMissing = "csv_missing": "The CSV file does not exist.";
    CsvNoColumns = "csv_no_columns": "The CSV file has no column for titles or artists.";
    CsvUnreadable = "csv_unreadable": "The CSV file could not be read to its end.";
    DataFolderReadOnly = "data_folder_read_only": "The data folder cannot be written to.";
    DataFolderUnknown = "data_folder_unknown": "The system does not say where programs keep their data.";
    DatabaseBusy = "database_busy": "The database is in use by another process.";
    DatabaseCorrupt = "database_corrupt": "The database is damaged.";
    DatabaseNewer = "database_newer": "The database was written by a newer version of Attune.";
    DatabaseSetAside = "database_set_aside": "A damaged database was set aside, and what could be saved of it is used.";
    DiskFull = "disk_full": "The disk is full; nothing new is kept.";
    DocumentNewer = "document_newer": "A stored document was written by a newer version and is left untouched.";
    EraseIncomplete = "erase_incomplete": "Not everything could be erased from the disk.";
    ExportEmpty = "export_empty": "There is nothing to export.";
    ExportFailed = "export_failed": "The exported file could not be written.";
    ExportKind = "export_kind": "The name of an export says no known format.";
    FileCoding = "file_coding": "The sound in a music file is coded in a way that cannot be played.";
    FileDamaged = "file_damaged": "A music file's structure is damaged.";
    FileEmpty = "file_empty": "A music file is empty.";
    FileNoSound = "file_no_sound": "A file has no sound in it.";
    FileProtected = "file_protected": "A music file is protected by its shop and cannot be played.";
    FileUnknown = "file_unknown": "A file is in no known music format.";
    FileUnreadable = "file_unreadable": "A file could not be read.";
    HistoryGone = "history_gone": "There is no history entry of that number any more.";
    KeyringDismissed = "keyring_dismissed": "The question for the keyring's password was closed, or could not be shown.";
    KeyringLocked = "keyring_locked": "The system's keyring is locked.";
    KeyringSilent = "keyring_silent": "The system's keyring does not answer.";
    KeyringUnavailable = "keyring_unavailable": "The system offers no keyring.";
    KeyringUnusable = "keyring_unusable": "The system's keyring failed in another way.";
    LearnedUnreadable = "learned_unreadable": "What was learned cannot be read from the database.";
    LibraryAnalysing = "library_analysing": "The library is being analysed by another process.";
    LibraryCorrupt = "library_corrupt": "The library's database is damaged.";
    LibraryFailed = "library_failed": "The library failed in an unexpected way.";
    LibraryFolderGone = "library_folder_gone": "There is no music folder of that number any more.";
    LibraryFolderInside = "library_folder_inside": "A folder lies inside one that is already in the library.";
    LibraryFolderMissing = "library_folder_missing": "A folder does not exist.";
    LibraryInMemory = "library_in_memory": "The library cannot be written and is kept in memory.";
    LibraryNewer = "library_newer": "The library's database was written by a newer version of Attune.";
    LibraryNotWatched = "library_not_watched": "A folder's changes cannot be watched for.";
    LibraryScanning = "library_scanning": "The library is being scanned by another process.";
    LibrarySetAside = "library_set_aside": "A damaged library was set aside, and what could be saved of it is used.";
    LibraryTrackAway = "library_track_away": "A track's file is not there at the moment.";
    LibraryTrackGone = "library_track_gone": "There is no track of that id in the library any more.";
    ManifestInvalid = "manifest_invalid": "The models' manifest is damaged.";
    MicrophoneBusy = "microphone_busy": "Another program is using the microphone.";
    MicrophoneDenied = "microphone_denied": "The system does not allow the microphone.";
    MicrophoneFormat = "microphone_format": "The microphone gives sound in a form that cannot be used.";
    MicrophoneLost = "microphone_lost": "The microphone was unplugged or stopped.";
    MicrophoneNone = "microphone_none": "There is no microphone, or not the chosen one.";
    MicrophoneStuck = "microphone_stuck": "The sound system does not answer; the microphone may still be on.";
    ModelCorrupt = "model_corrupt": "A model file differs from its hash in the manifest.";
    ModelFailed = "model_failed": "A model could not be loaded.";
    ModelMissing = "model_missing": "A model file is missing.";
    ModelOutput = "model_output": "A model gave an output that makes no sense.";
    ModelShape = "model_shape": "A model's inputs or outputs differ from what the code expects.";
    NoDataFolder = "no_data_folder": "The command line was given no data folder, and the system names none.";
    NoDisplay = "no_display": "There is no display to open a window on.";
    NoPlayer = "no_player": "Nothing was chosen that can play music.";
    NoSoundOutput = "no_sound_output": "There is no sound output.";
    NotSavedYet = "not_saved_yet": "Something could not be written; it is kept in memory until it can be.";
    NothingMeasured = "nothing_measured": "An evaluation found nothing to measure.";
    OutputFailed = "output_failed": "Standard output could not be written to.";
    PictureMissing = "picture_missing": "A picture file does not exist.";
    PictureNoFace = "picture_no_face": "No face was found in a picture.";
    PictureSeveralFaces = "picture_several_faces": "Several faces were found in a picture.";
    PictureTooLarge = "picture_too_large": "A picture is larger than what is read.";
    PictureUnclear = "picture_unclear": "The face in a picture cannot be read.";
    PictureUnreadable = "picture_unreadable": "A picture cannot be read.";
    PlayGaveUp = "play_gave_up": "Playing stopped after several tracks in a row failed.";
    PlayerGone = "player_gone": "The player has ended.";
    PlaylistFailed = "playlist_failed": "A playlist could not be read or written.";
    PlaylistNotPlanned = "playlist_not_planned": "There is no planned playlist to send to Spotify.";
    PreferenceUnknown = "preference_unknown": "A stated preference is about nothing that is known, or there are too many.";
    QueueEmpty = "queue_empty": "There is nothing in the queue to play.";
    RuntimeIncompatible = "runtime_incompatible": "The ONNX Runtime library has another version than the code expects.";
    RuntimeMissing = "runtime_missing": "The ONNX Runtime library is missing.";
    RuntimeReports = "runtime_reports": "The ONNX Runtime library would report to its maker.";
    ServerAddress = "server_address": "There is no music server at this address, or the address cannot be read.";
    ServerBadReply = "server_bad_reply": "A music server answered in a way that Attune does not understand.";
    ServerCertificate = "server_certificate": "A music server's certificate is vouched for by nobody and was not accepted by the listener.";
    ServerFailed = "server_failed": "A music server has a problem of its own.";
    ServerGone = "server_gone": "There is no music server of that id any more.";
    ServerInterrupted = "server_interrupted": "A music server's answer broke off.";
    ServerMoved = "server_moved": "A music server sends its listeners to another address.";
    ServerNoPassword = "server_no_password": "The password of a music server is not in the keyring.";
    ServerOffline = "server_offline": "A music server cannot be reached.";
    ServerPassword = "server_password": "A music server refuses the name or the password.";
    ServerPlainPassword = "server_plain_password": "A music server takes only the password itself, and the connection is not encrypted.";
    ServerRateLimited = "server_rate_limited": "A music server asks to wait.";
    ServerRefused = "server_refused": "A music server refused a request.";
    ServerScanning = "server_scanning": "The music server's list is being read already.";
    ServerSongChanged = "server_song_changed": "A song was changed on its server while it was loading.";
    ServerSongGone = "server_song_gone": "A song is on its server no more.";
    ServerVersion = "server_version": "A music server speaks a version of the protocol that Attune does not.";
    ServersInMemory = "servers_in_memory": "The list of music servers cannot be written and is kept in memory.";
    ServersSetAside = "servers_set_aside": "A damaged list of music servers was set aside, and what could be saved of it is used.";
    SessionFailed = "session_failed": "A thread of the session could not be started.";
    SessionGone = "session_gone": "The session has ended.";
    SettingsRepaired = "settings_repaired": "Some or all settings could not be read and are back to their defaults.";
    ShortcutsNotSet = "shortcuts_not_set": "The desktop did not take the global shortcuts, or the listener closed its question.";
    SpotifyBadReply = "spotify_bad_reply": "Spotify answered in a way that Attune does not understand.";
    SpotifyDenied = "spotify_denied": "The listener declined the sign-in on Spotify's page.";
    SpotifyDeviceGone = "spotify_device_gone": "The Spotify device is no longer there.";
    SpotifyEndpointRemoved = "spotify_endpoint_removed": "Spotify no longer offers this to new apps.";
    SpotifyEndsSoon = "spotify_ends_soon": "The Spotify sign-in ends soon.";
    SpotifyInterrupted = "spotify_interrupted": "Spotify did not answer in full; the request may have been carried out.";
    SpotifyKeyring = "spotify_keyring": "The keyring could not be used where Spotify needs it.";
    SpotifyMoodBudget = "spotify_mood_budget": "More changes by the mood than are sent to Spotify in a minute.";
    SpotifyNoActiveDevice = "spotify_no_active_device": "No Spotify app is open to play on.";
    SpotifyNoListener = "spotify_no_listener": "The port for the browser's answer could not be opened.";
    SpotifyNotAllowListed = "spotify_not_allow_listed": "The account is not on the Spotify app's allow list.";
    SpotifyNotFound = "spotify_not_found": "Spotify does not know what was asked for.";
    SpotifyNotNow = "spotify_not_now": "Spotify does not allow this at the moment.";
    SpotifyNotOpened = "spotify_not_opened": "Spotify could not be opened.";
    SpotifyNotSignedIn = "spotify_not_signed_in": "Nobody is signed in to Spotify.";
    SpotifyOffline = "spotify_offline": "Spotify cannot be reached.";
    SpotifyOwnerNotPremium = "spotify_owner_not_premium": "The owner of the Spotify app has no Premium.";
    SpotifyPlaylistNotOwned = "spotify_playlist_not_owned": "The playlist belongs to somebody else.";
    SpotifyPremiumRequired = "spotify_premium_required": "Spotify plays on request for Premium accounts only.";
    SpotifyQuotaExceeded = "spotify_quota_exceeded": "The Spotify app has used up its calls.";
    SpotifyRateLimited = "spotify_rate_limited": "Spotify asks to wait.";
    SpotifyRefused = "spotify_refused": "Spotify refused a request.";
    SpotifyScopeMissing = "spotify_scope_missing": "The sign-in lacks a permission.";
    SpotifyServer = "spotify_server": "Spotify has a problem of its own.";
    SpotifySignInEnded = "spotify_sign_in_ended": "The Spotify sign-in has ended.";
    SpotifySignInTimeout = "spotify_sign_in_timeout": "The Spotify sign-in was not finished in time.";
    SpotifyUnauthorised = "spotify_unauthorised": "Spotify refuses the sign-in.";
    SpotifyWrongClientId = "spotify_wrong_client_id": "Spotify does not know the client id.";
    StoreFailed = "store_failed": "The database failed in an unexpected way.";
    StrapLost = "strap_lost": "The heart-rate strap is out of reach or switched itself off.";
    StrapNone = "strap_none": "No heart-rate strap is in reach, or not the chosen one.";
    StrapStuck = "strap_stuck": "Bluetooth does not answer.";
    TaskFailed = "task_failed": "A background task ended unexpectedly.";
    ThreadsUnavailable = "threads_unavailable": "The system gives no more threads.";
    TrackGone = "track_gone": "The track is in no catalogue any more.";
    TrackNotHere = "track_not_here": "The track has no file on this computer.";
    Unexpected = "unexpected": "Something unexpected happened in Attune.";
    VoiceModel = "voice_model": "The model of voices could not be run.";
    WindowNotShown = "window_not_shown": "The window could not be shown.";
}

impl ErrorCode {
    /// The code written as `text`; none for a word that is no code, such as one of a newer version.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.as_str() == text)
    }
}

impl fmt::Display for ErrorCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fmt::Write as _;
    use std::path::Path;

    /// Set to write the table instead of comparing it: `cargo xtask bindings` does.
    const WRITE: &str = "ATTUNE_WRITE_BINDINGS";

    #[test]
    fn codes_are_written_as_they_are_read_and_stand_in_order() {
        for code in ErrorCode::ALL {
            assert_eq!(ErrorCode::parse(code.as_str()), Some(*code));
            assert_eq!(serde_json::to_value(code).unwrap(), code.as_str());
            assert!(code.meaning().ends_with('.'), "{code}");
        }
        assert!(ErrorCode::ALL.is_sorted_by_key(|code| code.as_str()));
        assert_eq!(ErrorCode::parse("of_a_newer_version"), None);
    }

    #[test]
    fn the_table_of_error_codes_is_current() {
        let mut text = String::from(
            "# Error codes\n\nWritten by `cargo xtask bindings` from `attune_core::ErrorCode`; do not edit. The window has a \
             sentence for each code in\n`ui/src/i18n/en-errors.ts`; the command line prints `[code]` behind its message.\n\n\
             | Code | Meaning |\n| --- | --- |\n",
        );
        for code in ErrorCode::ALL {
            writeln!(text, "| `{code}` | {} |", code.meaning()).unwrap();
        }
        let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/errors.md");
        if std::env::var_os(WRITE).is_some() {
            std::fs::write(&kept, &text).unwrap();
        }
        let kept = std::fs::read_to_string(&kept).unwrap_or_default();
        assert!(kept == text, "docs/errors.md is stale: run `cargo xtask bindings`");
    }
}
