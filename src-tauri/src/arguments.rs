//! What can be said on the command line: `attune [--data-dir DIR] [--toggle-play] [--next] [--previous]
//! [--pause-camera] [--show] [--mini]`.

use attune_app::AppCommand;
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

fn named(argument: &OsString) -> Option<AppCommand> {
    match argument.to_str()? {
        "--toggle-play" => Some(AppCommand::TogglePlay),
        "--next" => Some(AppCommand::Next),
        "--previous" => Some(AppCommand::Previous),
        "--pause-camera" => Some(AppCommand::PauseCamera),
        "--show" => Some(AppCommand::Show),
        "--mini" => Some(AppCommand::Mini),
        _ => None,
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
                parsed.commands.extend(named(&argument));
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
