//! `attune-cli server`: music servers of the listener's own, as tables or JSON lines.

mod add;

use crate::say;
use attune_app::compose;
use attune_app::own_music::Resources;
use attune_app::print;
use attune_app::servers::{
    self, ServerCheck, ServerInfo, ServerScanReport, Servers, Song, SongQuery, listen_to_cached, shelf,
};
use attune_core::{AppError, TrackId};
use clap::{Args, Subcommand};
use serde::Serialize;
use serde_json::json;
use std::path::PathBuf;

/// What to do with music servers.
#[derive(Debug, Args)]
pub(crate) struct Server {
    /// Folder with the list of servers and the loaded songs, instead of the default data folder
    #[arg(long, value_name = "DIR", global = true)]
    data_dir: Option<PathBuf>,
    /// Print JSON lines
    #[arg(long, global = true)]
    json: bool,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Test a server and add it; the password is read from standard input
    Add(add::Add),
    /// Test a server in the list
    Test {
        /// The id that `list` prints
        server: String,
    },
    /// Read the lists of songs
    Scan {
        /// Ids of servers; all by default
        servers: Vec<String>,
        /// Read the list also where the server says that nothing has changed
        #[arg(long)]
        again: bool,
    },
    /// Print the servers
    List,
    /// Print songs
    Songs {
        /// A text in title, artist or album
        text: Option<String>,
        /// Number of songs to print
        #[arg(long, default_value_t = 100)]
        limit: u32,
    },
    /// Print the songs as they are ranked: without those in the library, with their mood estimates
    Shelf,
    /// Load a song and print where its file is
    Load {
        /// The song's id
        song: String,
    },
    /// Analyse the loaded songs
    Analyse,
    /// Choose what is reported to a server
    Report {
        /// The server's id
        server: String,
        /// Report what was heard
        #[arg(long)]
        scrobble: bool,
        /// Report what you like
        #[arg(long)]
        star: bool,
    },
    /// Forget a server with its songs and its password
    Remove {
        /// The server's id
        server: String,
    },
}

impl Server {
    pub(crate) fn run(self) -> Result<(), AppError> {
        let (servers, warnings) = servers::open(self.data_dir.clone())?;
        for warning in warnings {
            eprintln!("{}", say::error(&warning));
        }
        let out = Out { json: self.json };
        match self.command {
            Command::Add(add) => add.run(&servers, &out),
            Command::Test { server } => {
                let check = servers.check_again(&server)?;
                out.show(&check, words)
            }
            Command::Scan { servers: ids, again } => scan(&servers, &ids, again, &out),
            Command::List => servers.list()?.iter().try_for_each(|server| out.show(server, row)),
            Command::Songs { text, limit } => {
                let query = SongQuery { text: text.unwrap_or_default(), limit, ..SongQuery::default() };
                servers.page(&query)?.songs.iter().try_for_each(|song| out.show(song, song_row))
            }
            Command::Shelf => {
                let (library, _) = compose::open_library(self.data_dir)?;
                shelf(&servers, &library)?.iter().try_for_each(print::json)
            }
            Command::Load { song } => {
                let path = servers.whole_song(&TrackId(song))?;
                out.show(&path, |path| path.display().to_string())
            }
            Command::Analyse => {
                let heard = listen_to_cached(&servers, &Resources::default(), &|| true)?;
                out.show(&json!({ "heard": heard }), ToString::to_string)
            }
            Command::Report { server, scrobble, star } => {
                out.show(&servers.set_reporting(&server, scrobble, star)?, row)
            }
            Command::Remove { server } => servers.remove(&server),
        }
    }
}

/// How things are printed.
struct Out {
    json: bool,
}

impl Out {
    fn show<T: Serialize>(&self, what: &T, words: impl Fn(&T) -> String) -> Result<(), AppError> {
        if self.json { print::json(what) } else { print::line(&words(what)) }
    }
}

fn scan(servers: &Servers, ids: &[String], again: bool, out: &Out) -> Result<(), AppError> {
    let all: Vec<String> =
        if ids.is_empty() { servers.list()?.into_iter().map(|s| s.id).collect() } else { ids.to_vec() };
    for id in all {
        let mut printed = Ok(());
        let report = servers.scan(&id, again, &|| true, &mut |progress| {
            if out.json && printed.is_ok() {
                printed = print::json(&json!({ "server": id, "progress": progress }));
            }
        })?;
        printed?;
        out.show(&json!({ "server": id, "report": report }), |_| summary(&id, &report))?;
    }
    Ok(())
}

fn summary(id: &str, report: &ServerScanReport) -> String {
    let ServerScanReport { songs, added, changed, removed, skipped, .. } = report;
    let words = say::server_scanned(id, *songs, *added, *changed, *removed);
    if *skipped { format!("{words} ({})", say::server_unchanged()) } else { words }
}

/// A test's outcome in words.
fn words(check: &ServerCheck) -> String {
    match check {
        ServerCheck::Works { program: Some(program), protocol, .. } => say::server_works(program, protocol),
        ServerCheck::Works { program: None, protocol, .. } => say::server_works_unnamed(protocol),
        ServerCheck::WrongAddress(error)
        | ServerCheck::WrongPassword(error)
        | ServerCheck::PlainPassword(error)
        | ServerCheck::Version(error)
        | ServerCheck::Failed(error)
        | ServerCheck::Certificate { error, .. } => say::error(error),
    }
}

fn row(server: &ServerInfo) -> String {
    let ServerInfo { id, name, address, songs, cached, .. } = server;
    format!("{id}  {name}  {address}  {}", say::server_songs(*songs, *cached))
}

fn song_row(song: &Song) -> String {
    format!("{}  {} – {}", song.id, song.artist, song.title)
}
