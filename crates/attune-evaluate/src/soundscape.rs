//! `attune-cli evaluate soundscape`: whether composed pieces are what they were asked to be.

mod figures;
mod lift;
mod piece;
mod ratings;
mod report;
mod roughness;
mod scores;

use attune_app::print;
use attune_audio::AffectModel;
use attune_core::{Affect, AppError};
use attune_soundscape::Request;
use clap::Args;
use piece::Measured;
use report::Report;
use std::path::PathBuf;

/// Measure composed music over the plane, or what listeners said of it
///
/// Composes, renders and listens to one piece for every place of a grid over the plane and every seed. Arousal is read
/// by the shipped audio model; what stands for valence is measured: key and mode found in the sound, register, roughness.
/// The model's valence is printed and nothing is made of it: it does not hear mode in synthetic sound.
#[derive(Debug, Args)]
pub(crate) struct Soundscape {
    /// Places along either axis
    #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u8).range(3..=21))]
    grid: u8,
    /// Pieces at each place
    #[arg(long, default_value_t = 2, value_parser = clap::value_parser!(u8).range(1..=50))]
    seeds: u8,
    /// The seed of the first piece, to measure others than before
    #[arg(long, default_value_t = 0)]
    first_seed: u64,
    /// Follow the Lift policy from a low mood for so many minutes through the session's own queue instead, by the score
    #[arg(long, value_name = "MINUTES", num_args = 0..=1, default_missing_value = "20", conflicts_with = "ratings",
        value_parser = clap::value_parser!(u16).range(2..=120))]
    lift: Option<u16>,
    /// Report on ratings (rater, clip, valence, arousal; 1 to 9) from the form of `soundscape --study` instead
    #[arg(long, value_name = "FILE")]
    ratings: Option<PathBuf>,
    /// What the clips were asked to be; without it `key.csv` beside the ratings
    #[arg(long, value_name = "FILE", requires = "ratings")]
    key: Option<PathBuf>,
    /// Print JSON instead of tables
    #[arg(long)]
    json: bool,
}

impl Soundscape {
    /// Fails if the models are missing, the ratings cannot be read, or there is no room for one piece on the disk.
    pub(super) fn run(self) -> Result<(), AppError> {
        if let Some(file) = &self.ratings {
            return ratings::report(file, self.key.as_deref(), self.json);
        }
        if let Some(minutes) = self.lift {
            return lift::report(minutes, self.json);
        }
        let mut model = AffectModel::open(None)?;
        let folder = piece::folder()?;
        let mut measured = Vec::new();
        for request in self.requests() {
            measured.push(Measured::of(&request, folder.path(), &mut model)?);
            eprint!("\r{} pieces", measured.len());
        }
        eprintln!();
        let report = Report::new(&measured, &piece::at_neutral()?, &scores::hours(2));
        if self.json { print::json(&report) } else { report.print() }
    }

    fn requests(&self) -> impl Iterator<Item = Request> {
        let last = f64::from(self.grid - 1);
        let (grid, seeds, first) = (self.grid, self.seeds, self.first_seed);
        let axis = move |i: u8| 1.8 * f64::from(i) / last - 0.9;
        let places = (0..grid).flat_map(move |v| (0..grid).map(move |a| Affect::new(axis(v), axis(a))));
        places.enumerate().flat_map(move |(place, at)| {
            (0..u64::from(seeds)).map(move |seed| Request::new(first + 1_000 * seed + place as u64, at))
        })
    }
}
