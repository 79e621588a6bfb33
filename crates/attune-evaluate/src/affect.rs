//! `attune-cli evaluate affect`: how well a track's affect is known from what surrounds it and from its features.

mod measures;
mod moods;
mod rated;
mod starter;
mod table;

use attune_app::print;
use attune_core::AppError;
use clap::Args;
use serde::Serialize;
use std::path::PathBuf;
use table::Table;

/// Measure what is believed of tracks' affect
///
/// On a table of rated tracks (columns artist, valence and arousal) each line knows a part: nothing, genre (the
/// artist's, where the starter catalogue knows the artist), artist (means of other tracks), all. The track itself
/// is always left out. Ratings are standardised: mean and standard deviation of the train file (of the table, where
/// there is none) become those of the starter catalogue. On a table of tracks with a mood word (columns artist,
/// title, valence, energy and mood) the words are what is to be found from features and starter catalogue. Without
/// a table the starter catalogue is held against the table of genres.
#[derive(Debug, Args)]
pub(crate) struct AffectOfTracks {
    /// A table of tracks with ratings or with mood words
    #[arg(long, value_name = "FILE")]
    tracks: Option<PathBuf>,
    /// Further rated tracks to take artists' means from
    #[arg(long, value_name = "FILE", requires = "tracks")]
    train: Option<PathBuf>,
    /// Print one JSON line instead of a table
    #[arg(long)]
    json: bool,
}

impl AffectOfTracks {
    pub(super) fn run(self) -> Result<(), AppError> {
        let Some(file) = &self.tracks else { return self.show(&starter::Report::new()) };
        let tracks = Table::read(file)?;
        if tracks.has("mood") && self.train.is_none() {
            return self.show(&moods::Report::new(&moods::read(&tracks)?)?);
        }
        let train = self.train.as_ref().map(|f| rated::read(&Table::read(f)?)).transpose()?;
        self.show(&rated::Report::new(&rated::read(&tracks)?, &train.unwrap_or_default())?)
    }

    fn show(&self, report: &impl Printed) -> Result<(), AppError> {
        if self.json { print::json(report) } else { report.lines().iter().try_for_each(|l| print::line(l)) }
    }
}

/// A report that can be printed either way.
trait Printed: Serialize {
    /// As a table for reading.
    fn lines(&self) -> Vec<String>;
}
