//! `attune-cli spotify`: the whole of Attune's Spotify without a window. Every command prints JSON lines.

mod login;
mod play;
mod playlist;

use crate::catalogues;
use attune_app::print;
use attune_app::spotify::{Cause, Knowledge, Known, Spotify as Client, client, runtime};
use attune_core::AppError;
use clap::{Args, Subcommand};
use serde_json::json;
use std::path::PathBuf;

/// What to do with Spotify.
#[derive(Debug, Args)]
pub(crate) struct Spotify {
    /// Folder for data about Spotify (the sign-in itself is in the keyring); the app's folder by default
    #[arg(long, value_name = "DIR")]
    data_dir: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Sign in with your own client ID
    Login(login::Login),
    /// Test a client ID
    Check(login::Check),
    /// Show the status without contacting Spotify
    Status,
    /// Make or update a mood playlist from the JSON lines of `recommend --json`
    Playlist(playlist::Playlist),
    /// List your liked, top and recent tracks with their moods where the starter catalogue knows them
    Candidates,
    /// Play tracks, control playback, or show what is playing
    Play(play::Play),
    /// List the open Spotify apps
    Devices,
    /// Sign out and delete everything else about Spotify
    Logout,
}

impl Spotify {
    pub(crate) fn run(self) -> Result<(), AppError> {
        let threads = runtime(1)?;
        let spotify = client(self.data_dir, None);
        let done = threads.block_on(async {
            let done = carry_out(self.command, &spotify).await;
            spotify.save_sign_in().await;
            done
        });
        // A keyring that does not answer must not keep the program from ending.
        threads.shutdown_background();
        done
    }
}

async fn carry_out(command: Command, client: &Client) -> Result<(), AppError> {
    match command {
        Command::Login(login) => login.run(client).await,
        Command::Check(check) => check.run(client).await,
        Command::Logout => {
            client.sign_out().await?;
            print::json(&client.status())
        }
        Command::Status => {
            client.restore().await?;
            print::json(&client.status())
        }
        other => {
            client.restore().await?;
            signed_in(other, client).await
        }
    }
}

async fn signed_in(command: Command, client: &Client) -> Result<(), AppError> {
    match command {
        Command::Playlist(playlist) => playlist.run(client).await,
        Command::Play(play) => play.run(client).await,
        Command::Devices => client.devices().await?.iter().try_for_each(print::json),
        Command::Candidates => candidates(client).await,
        Command::Login(_) | Command::Check(_) | Command::Status | Command::Logout => Ok(()),
    }
}

async fn candidates(client: &Client) -> Result<(), AppError> {
    let pool = catalogues::tracks(&[])?;
    let all = client.candidates(&Knowledge::gathered(&pool), Cause::Listener).await?;
    all.iter().try_for_each(|c| {
        let known = match c.known {
            Known::Track => "track",
            Known::Artist => "artist",
            Known::Genre => "genre",
            Known::Nothing => "nothing",
        };
        print::json(&json!({
            "id": c.track.id, "title": c.track.title, "artist": c.track.artist,
            "known": known, "affect": c.track.affect.estimate
        }))
    })
}
