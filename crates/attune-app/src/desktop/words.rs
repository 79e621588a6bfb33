//! What the tray's menu says.

use super::picture::Picture;
use attune_core::text::is_plain;
use attune_session::view::DeviceState;

/// Longer titles are cut off, in characters.
const LONGEST: usize = 60;

/// The parts of the menu that follow what happens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// What plays, or would.
    pub track: String,
    /// What the first button does.
    pub play: &'static str,
    /// Whether anything can play.
    pub able: bool,
    /// What the camera does.
    pub camera: &'static str,
    /// What the camera's button does.
    pub switch: &'static str,
}

impl Words {
    /// For what is shown now.
    #[must_use]
    pub fn of(picture: &Picture) -> Self {
        Self {
            track: track(picture),
            play: if picture.is_playing() { "Pause" } else { "Play" },
            able: picture.can_play(),
            camera: match picture.camera {
                DeviceState::Off => "Camera: off",
                DeviceState::Starting => "Camera: starting",
                DeviceState::On => "Camera: on",
                DeviceState::Waiting => "Camera: waiting for it",
                DeviceState::Away => "Camera: closed while you are away",
                DeviceState::Failed => "Camera: could not start",
            },
            switch: if picture.camera_is_wanted() { "Turn camera off" } else { "Turn camera on" },
        }
    }
}

fn track(picture: &Picture) -> String {
    let Some(track) = &picture.track else { return "The queue is empty".into() };
    let whole = format!("{} – {}", track.title, track.artist);
    let cut: String = whole.chars().filter(|c| is_plain(*c)).take(LONGEST).collect();
    let end = if whole.chars().nth(LONGEST).is_some() { "…" } else { "" };
    // A single "&" would underline the letter after it.
    format!("{}{end}", cut.trim_end()).replace('&', "&&")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desktop::picture::tests::picture;
    use attune_core::player::{PlayStatus, PlayerKind};

    #[test]
    fn the_words_follow_the_player_and_the_camera() {
        let mut picture = picture();
        let words = Words::of(&picture);
        assert_eq!((words.play, words.able), ("Pause", true));
        assert_eq!((words.camera, words.switch), ("Camera: off", "Turn camera on"));
        picture.playing.status = PlayStatus::Paused;
        picture.camera = DeviceState::On;
        let words = Words::of(&picture);
        assert_eq!((words.play, words.switch), ("Play", "Turn camera off"));
        picture.playing.player = PlayerKind::List;
        assert!(!Words::of(&picture).able);
    }

    #[test]
    fn any_title_fits_and_stands_as_it_is() {
        let mut picture = picture();
        picture.track.as_mut().unwrap().title = "Salt & Stone".into();
        assert_eq!(Words::of(&picture).track, "Salt && Stone – Mira Holm");
        picture.track.as_mut().unwrap().title = "ü".repeat(400);
        assert_eq!(Words::of(&picture).track, format!("{}…", "ü".repeat(LONGEST)));
        picture.track = None;
        assert_eq!(Words::of(&picture).track, "The queue is empty");
    }
}
