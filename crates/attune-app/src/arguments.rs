//! The command line of the window's program; `attune --help` prints it.

use crate::AppCommand;
use crate::opening::path_of;
use clap::parser::ValueSource;
use clap::{Arg, ArgAction, ArgMatches, Command, Error, value_parser};
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The flags that ask for something, here or in the app that already runs.
const COMMANDS: [(&str, AppCommand, &str); 6] = [
    ("toggle-play", AppCommand::TogglePlay, "Play, or pause"),
    ("next", AppCommand::Next, "Go to the next track"),
    ("previous", AppCommand::Previous, "Go back to the start of the track, or to the one before"),
    ("pause-camera", AppCommand::PauseCamera, "Close the camera"),
    ("show", AppCommand::Show, "Bring the window to the front"),
    ("mini", AppCommand::Mini, "Show the mini player"),
];

/// What is opened.
const FILES: &str = "files";

/// The command line, read.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Arguments {
    /// Where to keep everything instead of the platform's folder.
    pub data_dir: Option<PathBuf>,
    /// Leave the web view's drawing as it is, whatever the graphics driver.
    pub keep_dmabuf: bool,
    /// Start in the tray, without a window.
    pub hidden: bool,
    /// What to do, in the order given, here or in the app that already runs. Files come last.
    pub commands: Vec<AppCommand>,
}

impl Arguments {
    /// Reads the program's arguments. Help and version are printed and end the program with 0; what is not understood
    /// is said in one line and ends it with 2.
    #[must_use]
    pub fn from_env() -> Self {
        let folder = std::env::current_dir().unwrap_or_default();
        Self::parse(std::env::args_os().skip(1), &folder).unwrap_or_else(|error| {
            if !error.use_stderr() {
                error.exit();
            }
            let text = error.to_string();
            eprintln!("{} (attune --help lists what there is)", text.lines().next().unwrap_or_default());
            std::process::exit(2);
        })
    }

    /// Reads arguments without the program's name, given in `folder`; fails on what is not understood, and where help or the
    /// version is asked for.
    pub fn parse(arguments: impl Iterator<Item = OsString>, folder: &Path) -> Result<Self, Error> {
        // macOS hands this to programs that are opened from the Finder.
        let ours = arguments.filter(|argument| !argument.to_string_lossy().starts_with("-psn_"));
        let matches = command().try_get_matches_from(ours)?;
        Ok(Self {
            data_dir: matches.get_one("data-dir").cloned(),
            keep_dmabuf: matches.get_flag("keep-dmabuf"),
            hidden: matches.get_flag("hidden"),
            commands: asked(&matches, folder),
        })
    }

    /// Whether somebody started it to see a window.
    #[must_use]
    pub fn wants_window(&self) -> bool {
        !self.hidden && self.commands.iter().all(|command| matches!(command, AppCommand::Open(_)))
    }

    /// What a further start asks of the app that already runs. Whoever starts it for nothing else wants to see it, and so does
    /// whoever opens a file.
    #[must_use]
    pub fn for_the_first(self) -> Vec<AppCommand> {
        let show = self.wants_window().then_some(AppCommand::Show);
        self.commands.into_iter().chain(show).collect()
    }
}

fn command() -> Command {
    let data_dir = Arg::new("data-dir")
        .long("data-dir")
        .value_name("DIR")
        .value_parser(value_parser!(PathBuf))
        .help("Keep everything in this folder; such an Attune runs beside others");
    let keep_dmabuf = Arg::new("keep-dmabuf")
        .long("keep-dmabuf")
        .action(ArgAction::SetTrue)
        .help("Draw through the graphics driver also with NVIDIA on Wayland (Linux)");
    let hidden = Arg::new("hidden")
        .long("hidden")
        .action(ArgAction::SetTrue)
        .help("Start in the tray, without a window");
    let files = Arg::new(FILES)
        .value_name("FILE")
        .num_args(0..)
        .value_parser(value_parser!(OsString))
        .help("Play music; read playlists, CSV tables and photos; offer to add folders");
    let flags = COMMANDS.map(|(name, _, help)| {
        let flag = Arg::new(name).long(name).help(help).num_args(0).action(ArgAction::Append);
        flag.value_parser(value_parser!(bool)).default_missing_value("true")
    });
    Command::new("attune")
        .version(env!("CARGO_PKG_VERSION"))
        .about("Music that fits how you are")
        .no_binary_name(true)
        .arg(data_dir)
        .arg(keep_dmabuf)
        .arg(hidden)
        .args(flags)
        .arg(files)
}

/// The commands in the order of their flags, then the files.
fn asked(matches: &ArgMatches, folder: &Path) -> Vec<AppCommand> {
    let given = |name: &str| matches.value_source(name) == Some(ValueSource::CommandLine);
    let mut all: Vec<(usize, AppCommand)> = COMMANDS
        .into_iter()
        .filter(|(name, ..)| given(name))
        .flat_map(|(name, command, _)| {
            matches.indices_of(name).into_iter().flatten().map(move |index| (index, command.clone()))
        })
        .collect();
    all.sort_by_key(|(index, _)| *index);
    let files = matches.get_many::<OsString>(FILES).into_iter().flatten();
    let paths: Vec<PathBuf> = files.map(|file| path_of(file, folder)).collect();
    let open = (!paths.is_empty()).then_some(AppCommand::Open(paths));
    all.into_iter().map(|(_, command)| command).chain(open).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::error::ErrorKind;

    fn parse(list: &[&str]) -> Result<Arguments, ErrorKind> {
        Arguments::parse(list.iter().map(OsString::from), Path::new("/here")).map_err(|error| error.kind())
    }

    #[test]
    fn the_data_folder_is_understood_and_the_rest_refused() {
        assert_eq!(parse(&[]), Ok(Arguments::default()));
        assert_eq!(parse(&["--data-dir", "d"]).unwrap().data_dir, Some(PathBuf::from("d")));
        assert!(parse(&["--keep-dmabuf"]).unwrap().keep_dmabuf);
        assert_eq!(parse(&["-psn_0_1234"]), Ok(Arguments::default()));
        assert_eq!(parse(&["--nope"]), Err(ErrorKind::UnknownArgument));
        assert!(parse(&["--hidden"]).unwrap().hidden);
        assert_eq!(parse(&["--help"]), Err(ErrorKind::DisplayHelp));
        assert_eq!(parse(&["--version"]), Err(ErrorKind::DisplayVersion));
        assert!(parse(&["--data-dir"]).is_err());
    }

    #[test]
    fn commands_are_understood_in_their_order() {
        let all = ["--pause-camera", "--next", "--previous", "--toggle-play", "--next", "--show", "--mini"];
        let order = [
            AppCommand::PauseCamera,
            AppCommand::Next,
            AppCommand::Previous,
            AppCommand::TogglePlay,
            AppCommand::Next,
            AppCommand::Show,
            AppCommand::Mini,
        ];
        assert_eq!(parse(&all).unwrap().commands, order);
        // The name of a folder is no command.
        assert_eq!(parse(&["--data-dir=--next"]).unwrap().commands, []);
    }

    #[test]
    #[cfg(unix)]
    fn files_are_opened_in_their_order_from_the_folder_of_whoever_asks() {
        let asked = ["a b.mp3", "--next", "/music/list.m3u", "file:///far/%C3%A9.flac", "--", "--odd.mp3"];
        let paths = ["/here/a b.mp3", "/music/list.m3u", "/far/é.flac", "/here/--odd.mp3"];
        let open = AppCommand::Open(paths.map(PathBuf::from).to_vec());
        assert_eq!(parse(&asked).unwrap().commands, [AppCommand::Next, open]);
    }

    #[test]
    fn a_further_start_shows_the_window_unless_it_asks_for_something_else() {
        let asks = |list: &[&str]| parse(list).unwrap().for_the_first();
        assert_eq!(asks(&[]), [AppCommand::Show]);
        assert_eq!(asks(&["--hidden"]), []);
        assert_eq!(asks(&["--next"]), [AppCommand::Next]);
        assert_eq!(asks(&["a.mp3"]).last(), Some(&AppCommand::Show));
        assert_eq!(asks(&["--mini", "a.mp3"])[0], AppCommand::Mini);
        assert_eq!(asks(&["--mini", "a.mp3"]).len(), 2);
    }
}
