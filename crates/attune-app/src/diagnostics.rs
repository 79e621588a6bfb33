//! What a listener can send along when something does not work: versions, sizes, states, and where the log complained.
//!
//! Nothing in it comes from a listener's text: states and codes are words of ours, sizes are numbers, and of a line in
//! the log only what is known by construction is taken ([`redacted`]): its time, level, place in our code and error
//! codes. So there is no name, path or token to find in it, whatever a message says.

use crate::App;
use crate::compose::default_data_dir;
use crate::logging;
use attune_audio::{AffectModel, FEATURES_VERSION};
use attune_core::{AppError, ErrorCode};
use serde::Serialize;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// So many lines of the log are taken.
const LINES: usize = 200;

/// The files whose sizes are told.
const FILES: [&str; 6] =
    ["attune.db", "attune.db-wal", "library.db", "library.db-wal", "settings.json", "attune.log"];

impl App {
    /// The text to copy. Reads files: not for a thread that must not wait.
    pub fn diagnostics(&self) -> Result<String, AppError> {
        let state = self.call(attune_session::Engine::state)?;
        let (own, spotify) = (self.own_music().view(), self.spotify().view());
        let mut text = String::new();
        let mut line = |name: &str, value: &dyn std::fmt::Display| {
            // Writing to a string cannot fail.
            let _ = writeln!(text, "{name}: {value}");
        };
        line("Attune", &self.version());
        line("System", &format!("{} {}", std::env::consts::OS, std::env::consts::ARCH));
        line("Sound features", &FEATURES_VERSION);
        let revision = AffectModel::revision_of_shipped(self.resources());
        line("Models", &if revision.is_ok() { "found" } else { "missing" });
        line("Camera", &word(&state.camera.state));
        line("Camera's error", &state.camera.error.map_or_else(none, |error| error.code.to_string()));
        line("Player", &word(&state.settings.player));
        line("Playing", &word(&state.playback.state.status));
        line("Player's error", &state.playback.problem.map_or_else(none, |error| error.code.to_string()));
        line("Policy", &word(&state.policy.policy));
        line("Queue", &(state.queue.next.len() + usize::from(state.queue.current.is_some())));
        line("Catalogues", &state.catalogues.len());
        line("Banners", &codes(state.banners.iter().map(|banner| banner.error.code)));
        line("Folders", &own.folders.len());
        line("Folders away", &own.folders.iter().filter(|folder| folder.away).count());
        line("Own tracks", &own.tracks);
        line(
            "Listened to",
            &format!("{} of {}, {} failed", own.listening.done, own.listening.total, own.listening.failed),
        );
        line("Listening's error", &own.listening.problem.map_or_else(none, |error| error.code.to_string()));
        line("Scanning", &own.scan.is_some());
        line("Spotify", &word(&spotify.phase));
        line("Keyring's error", &spotify.keyring_error.map_or_else(none, |error| error.code.to_string()));
        if let Some(folder) = self.data_dir().map(Path::to_path_buf).or_else(default_data_dir) {
            sizes(&folder, &mut text);
            log(&folder, &mut text);
        }
        Ok(text)
    }
}

fn none() -> String {
    "none".to_owned()
}

/// The stable word of an enumeration without fields.
fn word(of: &impl Serialize) -> String {
    serde_json::to_value(of).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default()
}

fn codes(all: impl Iterator<Item = ErrorCode>) -> String {
    let all: Vec<String> = all.map(|code| code.to_string()).collect();
    if all.is_empty() { none() } else { all.join(", ") }
}

fn sizes(folder: &Path, text: &mut String) {
    for name in FILES {
        if let Ok(about) = fs::metadata(folder.join(name)) {
            let _ = writeln!(text, "{name}: {} bytes", about.len());
        }
    }
}

/// The last lines of the log.
fn log(folder: &Path, text: &mut String) {
    let read = |path: &PathBuf| fs::read(path).map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    let [newest, older, _] = logging::files(folder);
    let all = read(&older).unwrap_or_default() + &read(&newest).unwrap_or_default();
    let lines: Vec<String> = all.lines().filter_map(redacted).collect();
    let _ = writeln!(text, "Log, the last {} lines:", lines.len().min(LINES));
    for line in &lines[lines.len().saturating_sub(LINES)..] {
        let _ = writeln!(text, "{line}");
    }
}

/// Time, level, place and error codes of a line of the log; none for what is no beginning of an entry.
fn redacted(line: &str) -> Option<String> {
    const LEVELS: [&str; 5] = ["ERROR", "WARN", "INFO", "DEBUG", "TRACE"];
    let mut words = line.split_whitespace();
    let time = words.next().filter(|word| is_time(word))?;
    let level = words.next().filter(|word| LEVELS.contains(word))?;
    let mut entry = format!("{time} {level}");
    let rest: Vec<&str> = words.collect();
    if let Some(at) = rest.iter().position(|word| is_place(word)) {
        let number = rest.get(at + 1).and_then(|word| word.strip_suffix(':')?.parse::<u32>().ok());
        let _ = write!(entry, " {}{}", rest[at], number.unwrap_or(0));
    }
    let named = |word: &&&str| {
        ErrorCode::ALL.iter().any(|code| word.trim_matches(['[', ']', ',', '.']) == code.to_string())
    };
    for code in rest.iter().filter(named) {
        let _ = write!(entry, " {code}");
    }
    Some(entry)
}

/// A time as the log writes it: digits and the letters and marks between them.
fn is_time(word: &str) -> bool {
    word.len() >= 20
        && word.len() <= 32
        && word.ends_with('Z')
        && word.chars().all(|c| c.is_ascii_digit() || "-:.TZ".contains(c))
}

/// A module of ours, as the log writes it before a message.
fn is_place(word: &str) -> bool {
    const CRATES: [&str; 12] = [
        "attune",
        "attune_app",
        "attune_audio",
        "attune_catalogue",
        "attune_core",
        "attune_files",
        "attune_library",
        "attune_models",
        "attune_session",
        "attune_spotify",
        "attune_store",
        "attune_vision",
    ];
    word.strip_suffix(':').is_some_and(|path| {
        let path = path.trim_end_matches(':');
        let mut parts = path.split("::");
        parts.next().is_some_and(|first| CRATES.contains(&first))
            && path.len() < 80
            && path.chars().all(|c| c.is_ascii_lowercase() || c == '_' || c == ':')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Texts that a listener would not want to send along, as they could stand in a log.
    const CANARIES: [&str; 6] = [
        "Glass Rain",
        "Mira Holm",
        "/home/mira/Music/Glass Rain.flac",
        "mira@example.org",
        "BQDcanarytoken",
        "Miras",
    ];

    #[test]
    fn nothing_of_the_listeners_is_in_a_line() {
        let start = "2026-11-29T01:34:25.123456Z  WARN";
        for canary in CANARIES {
            for line in [
                format!(
                    "{start} attune_app::own_music: 26: {canary} could not be read. [disk_full], caused by {canary}"
                ),
                format!(
                    "{start} command{{name=\"{canary}\"}}: attune_session::engine: 179: {canary} [disk_full]"
                ),
                format!("{start} {canary}"),
            ] {
                let got = redacted(&line).unwrap();
                canary.split_whitespace().for_each(|part| assert!(!got.contains(part), "{got}"));
                assert!(got.starts_with("2026-11-29T01:34:25.123456Z WARN"));
            }
            assert_eq!(redacted(canary), None, "the rest of a message of several lines");
        }
        let line = format!(
            "{start} command{{name=\"seek\"}}: attune_session::engine: 179: The disk is full. [disk_full]"
        );
        assert_eq!(
            redacted(&line).unwrap(),
            "2026-11-29T01:34:25.123456Z WARN attune_session::engine:179 [disk_full]"
        );
    }

    #[test]
    fn the_whole_text_has_sizes_and_places_and_nothing_of_the_listeners() {
        let dir = tempfile::tempdir().unwrap();
        let mut log_text = String::new();
        for canary in CANARIES {
            let _ = writeln!(
                log_text,
                "2026-11-29T01:34:25.123456Z  WARN attune_app::player: 7: {canary} [track_gone]"
            );
        }
        fs::write(dir.path().join("attune.log"), log_text).unwrap();
        fs::write(dir.path().join("settings.json"), "{}").unwrap();
        let app = app(dir.path());
        let music = dir.path().join("Glass Rain by Mira Holm");
        fs::create_dir(&music).unwrap();
        app.own_music().add_folder(&music).unwrap();
        let text = app.diagnostics().unwrap();
        for canary in CANARIES {
            assert!(!text.contains(canary), "{text}");
        }
        assert!(!text.contains(&*dir.path().to_string_lossy()), "{text}");
        for wanted in ["Attune: 1.2.3", "Folders: 1", "attune.db: ", "attune_app::player:7 [track_gone]"] {
            assert!(text.contains(wanted), "{wanted}: {text}");
        }
        app.close();
    }

    fn app(data_dir: &Path) -> App {
        App::start(crate::AppParts {
            data_dir: Some(data_dir.to_owned()),
            resources: None,
            version: "1.2.3".into(),
            listener: Box::new(|_| {}),
            on_own_music: Box::new(|_| {}),
            on_servers: Box::new(|_| {}),
            on_spotify: Box::new(|_| {}),
            on_camera: Box::new(|_| {}),
            open_page: Box::new(|_| Ok(())),
            show: Box::new(|| {}),
            phone: None,
        })
        .unwrap()
    }
}
