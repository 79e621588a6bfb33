//! What can be said on the command line: `attune [--data-dir DIR] [--toggle-play] [--next] [--previous]
//! [--pause-camera] [--show] [--mini]`.

use attune_core::player::Volume;
use std::ffi::OsString;
use std::path::PathBuf;

/// The command line, read.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Arguments {
    /// Where to keep everything instead of the platform's folder.
    pub(crate) data_dir: Option<PathBuf>,
    /// What to do, in the order given, here or in the app that already runs.
    pub(crate) commands: Vec<AppCommand>,
}

/// Something asked for from outside the window: by a global shortcut, a media key, the tray.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AppCommand {
    /// Plays when it is silent, else goes silent.
    TogglePlay,
    /// Plays.
    Play,
    /// Goes silent and keeps the place.
    Pause,
    /// Goes silent at the start of the track.
    Stop,
    /// Goes to the next track.
    Next,
    /// Goes back to the start of the track, or at its start to the one before.
    Previous,
    /// Goes so many milliseconds on in the track, or back.
    SeekBy(i64),
    /// Goes to a place in the track, in milliseconds from its start.
    SeekTo(u32),
    /// Sets the volume.
    Volume(Volume),
    /// Closes the camera.
    PauseCamera,
    /// Closes the camera when it is on, else opens it.
    SwitchCamera,
    /// Brings the window to the front.
    Show,
    /// Shows the mini player in place of the window.
    Mini,
    /// Closes the app.
    Quit,
}

impl AppCommand {
    fn named(argument: &OsString) -> Option<Self> {
        match argument.to_str()? {
            "--toggle-play" => Some(Self::TogglePlay),
            "--next" => Some(Self::Next),
            "--previous" => Some(Self::Previous),
            "--pause-camera" => Some(Self::PauseCamera),
            "--show" => Some(Self::Show),
            "--mini" => Some(Self::Mini),
            _ => None,
        }
    }
}

impl Arguments {
    /// Reads the program's arguments; unknown ones are ignored, since desktops add some of their own.
    pub(crate) fn from_env() -> Self {
        Self::parse(std::env::args_os().skip(1))
    }

    /// Reads arguments without the program's name.
    pub(crate) fn parse(mut arguments: impl Iterator<Item = OsString>) -> Self {
        let mut parsed = Self::default();
        while let Some(argument) = arguments.next() {
            if argument == "--data-dir" {
                parsed.data_dir = arguments.next().map(PathBuf::from);
            } else {
                parsed.commands.extend(AppCommand::named(&argument));
            }
        }
        parsed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(list: &[&str]) -> Arguments {
        Arguments::parse(list.iter().map(OsString::from))
    }

    #[test]
    fn the_data_folder_is_understood_and_the_rest_ignored() {
        assert_eq!(parse(&[]), Arguments::default());
        assert_eq!(parse(&["--data-dir"]), Arguments::default());
        assert_eq!(parse(&["-x", "--data-dir", "d"]).data_dir, Some(PathBuf::from("d")));
    }

    #[test]
    fn deeds_are_understood_in_their_order() {
        let all =
            parse(&["--pause-camera", "--next", "--nope", "--previous", "--toggle-play", "--show", "--mini"]);
        let order = [
            AppCommand::PauseCamera,
            AppCommand::Next,
            AppCommand::Previous,
            AppCommand::TogglePlay,
            AppCommand::Show,
            AppCommand::Mini,
        ];
        assert_eq!(all.commands, order);
        // The name of a folder is no command.
        assert_eq!(parse(&["--data-dir", "--next"]).commands, []);
    }
}
