//! The tray's menu: what it says, and what each of its lines asks for.
//!
//! The texts are the window's, in its language: the page sends them once it is there and again when the language changes.

use super::picture::Picture;
use crate::AppCommand;
use attune_core::text::is_plain;
use attune_session::view::DeviceState;
use serde::Deserialize;

/// The ids of what can be chosen.
const PLAY: &str = "play";
const NEXT: &str = "next";
const PREVIOUS: &str = "previous";
const CAMERA: &str = "camera";
const SHOW: &str = "show";
const MINI: &str = "mini";
const QUIT: &str = "quit";

/// The ids of what only says something.
const TRACK: &str = "track";
const CAMERA_STATE: &str = "cameraState";

/// Longer titles are cut off, in characters.
const LONGEST: usize = 60;

/// The texts of the menu in the window's language.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct TrayTexts {
    /// Stands where there is no track.
    pub empty: String,
    /// Starts the music.
    pub play: String,
    /// Pauses it.
    pub pause: String,
    /// Goes to the next track.
    pub next: String,
    /// Goes to the track before, or to the start of this one.
    pub previous: String,
    /// What the camera does.
    pub camera: CameraTexts,
    /// Starts the camera.
    pub start_camera: String,
    /// Closes it.
    pub close_camera: String,
    /// Brings the window to the front.
    pub show: String,
    /// Shows the mini player.
    pub mini: String,
    /// Ends the app.
    pub quit: String,
}

/// What is said of the camera in each state.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "each is called as its state in DeviceState")]
pub struct CameraTexts {
    pub off: String,
    pub starting: String,
    pub on: String,
    pub waiting: String,
    pub away: String,
    pub failed: String,
}

impl CameraTexts {
    fn of(&self, state: DeviceState) -> &str {
        match state {
            DeviceState::Off => &self.off,
            DeviceState::Starting => &self.starting,
            DeviceState::On => &self.on,
            DeviceState::Waiting => &self.waiting,
            DeviceState::Away => &self.away,
            DeviceState::Failed => &self.failed,
        }
    }
}

/// A line of the menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What [`command`] takes.
    pub id: &'static str,
    /// What it says, as menus want it: a single "&" would underline the letter after it.
    pub text: String,
    /// Whether it can be chosen.
    pub enabled: bool,
}

/// The menu, in groups between which a rule is drawn. Number and ids of the lines are always the same.
#[must_use]
pub fn groups(picture: &Picture, texts: &TrayTexts) -> [Vec<Line>; 4] {
    let line = |id, text: &str, enabled| Line { id, text: text.replace('&', "&&"), enabled };
    let able = picture.can_play();
    let play = if picture.is_playing() { &texts.pause } else { &texts.play };
    let switch = if picture.camera_is_wanted() { &texts.close_camera } else { &texts.start_camera };
    [
        vec![
            line(TRACK, &track(picture).unwrap_or_else(|| texts.empty.clone()), false),
            line(PLAY, play, able),
            line(NEXT, &texts.next, able),
            line(PREVIOUS, &texts.previous, able),
        ],
        vec![line(CAMERA_STATE, texts.camera.of(picture.camera), false), line(CAMERA, switch, true)],
        vec![line(SHOW, &texts.show, true), line(MINI, &texts.mini, true)],
        vec![line(QUIT, &texts.quit, true)],
    ]
}

/// What plays, or would.
fn track(picture: &Picture) -> Option<String> {
    let track = picture.track.as_ref()?;
    Some(short(&format!("{} – {}", track.title, track.artist)))
}

/// A text of somebody's tags on one line of the desktop's: without what would turn or break it, and cut off where it is long.
pub(super) fn short(whole: &str) -> String {
    let cut: String = whole.chars().filter(|c| is_plain(*c)).take(LONGEST).collect();
    let end = if whole.chars().nth(LONGEST).is_some() { "…" } else { "" };
    format!("{}{end}", cut.trim_end())
}

/// What a line asks for; none for one that only says something, or an id of nobody's.
#[must_use]
pub fn command(id: &str) -> Option<AppCommand> {
    Some(match id {
        PLAY => AppCommand::TogglePlay,
        NEXT => AppCommand::Next,
        PREVIOUS => AppCommand::Previous,
        CAMERA => AppCommand::SwitchCamera,
        SHOW => AppCommand::Show,
        MINI => AppCommand::Mini,
        QUIT => AppCommand::Quit,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desktop::picture::tests::picture;
    use attune_core::player::{PlayStatus, PlayerKind};

    /// Texts that say what they are for.
    fn texts() -> TrayTexts {
        let text = |name: &str| name.to_owned();
        let camera = |state: &str| format!("camera {state}");
        TrayTexts {
            empty: text("empty"),
            play: text("play"),
            pause: text("pause"),
            next: text("next"),
            previous: text("previous"),
            camera: CameraTexts {
                off: camera("off"),
                starting: camera("starting"),
                on: camera("on"),
                waiting: camera("waiting"),
                away: camera("away"),
                failed: camera("failed"),
            },
            start_camera: text("start camera"),
            close_camera: text("close camera"),
            show: text("show"),
            mini: text("mini"),
            quit: text("quit"),
        }
    }

    fn lines(picture: &Picture) -> Vec<Line> {
        groups(picture, &texts()).concat()
    }

    fn said(picture: &Picture, id: &str) -> (String, bool) {
        let line = lines(picture).into_iter().find(|line| line.id == id).unwrap();
        (line.text, line.enabled)
    }

    #[test]
    fn each_line_that_can_be_chosen_asks_for_something_of_its_own() {
        let mut asked = Vec::new();
        for line in lines(&picture()) {
            let command = command(line.id);
            assert_eq!(command.is_some(), line.enabled, "{line:?}");
            assert!(command.is_none() || !asked.contains(&command), "{line:?}");
            asked.push(command);
        }
        assert_eq!(command("nobody's"), None);
    }

    #[test]
    fn the_lines_follow_the_player_and_the_camera() {
        let mut picture = picture();
        assert_eq!(said(&picture, PLAY), ("pause".into(), true));
        assert_eq!(said(&picture, CAMERA_STATE).0, "camera off");
        assert_eq!(said(&picture, CAMERA).0, "start camera");
        picture.playing.status = PlayStatus::Paused;
        picture.camera = DeviceState::On;
        assert_eq!(said(&picture, PLAY).0, "play");
        assert_eq!(said(&picture, CAMERA).0, "close camera");
        picture.playing.player = PlayerKind::List;
        assert!(!said(&picture, PLAY).1);
    }

    #[test]
    fn any_title_fits_and_stands_as_it_is() {
        let mut picture = picture();
        picture.track.as_mut().unwrap().title = "Salt & Stone".into();
        assert_eq!(said(&picture, TRACK).0, "Salt && Stone – Mira Holm");
        picture.track.as_mut().unwrap().title = "ü".repeat(400);
        assert_eq!(said(&picture, TRACK).0, format!("{}…", "ü".repeat(LONGEST)));
        picture.track = None;
        assert_eq!(said(&picture, TRACK).0, "empty");
    }
}
