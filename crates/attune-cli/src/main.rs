//! `attune-cli`: Attune without a window. The same use cases as the app, as tables or as JSON lines.

mod catalogues;
mod data;
mod history;
mod library;
mod listen;
mod look;
mod manual;
mod outputs;
mod play;
mod pulse;
mod recommend;
mod say;
mod server;
mod session;
mod soundscape;
mod spotify;
mod voice;

use attune_core::settings::Language;
use clap::{CommandFactory, Parser, Subcommand};
use std::process::ExitCode;

/// Music that fits your mood, on the command line.
#[derive(Debug, Parser)]
#[command(name = "attune-cli", version)]
struct Arguments {
    /// Language of sentences and errors; by default the one that `LC_ALL`, `LC_MESSAGES` or `LANG` asks for. JSON is the same in each
    #[arg(long, global = true, value_name = "LANGUAGE", value_parser = say::choice())]
    language: Option<Language>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Export everything that is kept, restore such a file, write tables
    Data(data::OwnData),
    /// Measure the models on annotated pictures and recordings
    Evaluate(attune_evaluate::Evaluate),
    /// Look at the listening histories that services and players export, and bring them along
    History(history::OwnHistory),
    /// Scan, search, analyse and export the music in your folders
    Library(library::OwnMusic),
    /// Analyse recordings and estimate their mood, one JSON line each
    Listen(listen::Listen),
    /// Find faces in pictures or from a camera and read their expressions
    Look(look::Look),
    /// Write pages for man and completions for shells
    #[command(hide = true)]
    Manual(manual::Manual),
    /// List the sound outputs
    Outputs(outputs::Outputs),
    /// Play recordings
    Play(play::Play),
    /// Find heart rate straps and print what they measure
    Pulse(pulse::Pulse),
    /// Recommend tracks for an expression, a mood or a picture
    Recommend(recommend::Recommend),
    /// Add, test and scan music servers of your own, list their songs
    Server(server::Server),
    /// Run a session over a folder of pictures and print every event
    Session(session::RunSession),
    /// Compose music to a place on the plane, as sound or score
    Soundscape(soundscape::Soundscape),
    /// Sign in to Spotify, make mood playlists, control playback
    Spotify(spotify::Spotify),
    /// Read the tone of a voice from recordings or a microphone
    Voice(voice::Voice),
}

fn main() -> ExitCode {
    attune_app::keep_private();
    let Arguments { language, command } = Arguments::parse();
    say::speak(language.unwrap_or_else(|| say::of_environment(|name| std::env::var(name).ok())));
    let done = match command {
        Command::Data(data) => data.run(),
        Command::Evaluate(evaluate) => evaluate.run(),
        Command::History(history) => history.run(),
        Command::Library(library) => library.run(),
        Command::Listen(listen) => listen.run(),
        Command::Look(look) => look.run(),
        Command::Manual(manual) => manual.run(Arguments::command()),
        Command::Outputs(outputs) => outputs.run(),
        Command::Play(play) => play.run(),
        Command::Pulse(pulse) => pulse.run(),
        Command::Recommend(recommend) => recommend.run(),
        Command::Server(server) => server.run(),
        Command::Session(session) => session.run(),
        Command::Soundscape(soundscape) => soundscape.run(),
        Command::Spotify(spotify) => spotify.run(),
        Command::Voice(voice) => voice.run(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{}", say::error(&error));
            ExitCode::FAILURE
        }
    }
}
