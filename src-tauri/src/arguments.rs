//! What can be said on the command line: `attune [--data-dir DIR]`.

use std::ffi::OsString;
use std::path::PathBuf;

/// The command line, read.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Arguments {
    /// Where to keep everything instead of the platform's folder.
    pub(crate) data_dir: Option<PathBuf>,
}

impl Arguments {
    /// Reads the program's arguments; unknown ones are ignored, since desktops add some of their own.
    pub(crate) fn from_env() -> Self {
        Self::parse(std::env::args_os().skip(1))
    }

    fn parse(mut arguments: impl Iterator<Item = OsString>) -> Self {
        let mut parsed = Self::default();
        while let Some(argument) = arguments.next() {
            if argument == "--data-dir" {
                parsed.data_dir = arguments.next().map(PathBuf::from);
            }
        }
        parsed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_data_folder_is_understood_and_the_rest_ignored() {
        let parse = |list: &[&str]| Arguments::parse(list.iter().map(OsString::from));
        assert_eq!(parse(&[]), Arguments::default());
        assert_eq!(parse(&["--data-dir"]), Arguments::default());
        assert_eq!(parse(&["-x", "--data-dir", "d"]).data_dir, Some(PathBuf::from("d")));
    }
}
