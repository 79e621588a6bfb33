//! `attune-cli soundscape`: music made to a place on the plane, written to a file or as a score.

mod file;
mod flac;
mod study;
mod wav;

pub(crate) use wav::write_wav;

use crate::print;
use crate::recommend::affect;
use attune_core::{Affect, AppError, ErrorCode};
use attune_soundscape::{Before, FRAME_RATE, Request, Score, Source, Stream, seed_after};
use clap::{ArgGroup, Args};
use std::path::{Path, PathBuf};

/// Compose music to a place on the valence–arousal plane
///
/// Equal seeds and places give equal music. Pieces take a minute and a half to two and a half and follow one another
/// in related keys.
#[derive(Debug, Args)]
#[command(group(ArgGroup::new("result").required(true).args(["out", "score", "study"])))]
pub(crate) struct Soundscape {
    /// Valence and arousal, each from -1 to 1, as in 0.4,-0.2
    #[arg(long, value_name = "V,A", default_value = "0,0", allow_hyphen_values = true, value_parser = affect)]
    affect: Affect,
    /// Another seed, other music
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Whole pieces until at least this long; without it one piece
    #[arg(long, value_name = "MINUTES", value_parser = clap::value_parser!(u16).range(1..=600))]
    minutes: Option<u16>,
    /// Lead to this place until the end of the last piece instead of staying
    #[arg(long, value_name = "V,A", allow_hyphen_values = true, value_parser = affect, requires = "out")]
    towards: Option<Affect>,
    /// Write the sound: .wav (24 bits) or .flac (16 bits)
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Print the scores, one JSON line a piece
    #[arg(long)]
    score: bool,
    /// Write a blind listening form with 24 clips into this folder
    #[arg(long, value_name = "DIR")]
    study: Option<PathBuf>,
}

impl Soundscape {
    /// Fails if a file cannot be written.
    pub(crate) fn run(self) -> Result<(), AppError> {
        if let Some(folder) = &self.study {
            return study::write(folder, self.seed);
        }
        if let Some(out) = &self.out {
            let mut program = self.program();
            file::write(out, program.frames(), &mut |block| program.read(block))?;
            for line in program.lines {
                print::line(&line)?;
            }
            return Ok(());
        }
        self.scores().iter().try_for_each(print::json)
    }

    /// The scores of the pieces that would be written.
    fn scores(&self) -> Vec<Score> {
        self.program().streams.iter().map(Stream::score).collect()
    }

    fn program(&self) -> Program {
        let wanted = u64::from(self.minutes.unwrap_or(0)) * 60 * u64::from(FRAME_RATE);
        Program::new(self.seed, (self.affect, self.towards), wanted)
    }
}

/// Pieces one after another.
struct Program {
    streams: Vec<Stream>,
    at: usize,
    lines: Vec<String>,
}

impl Program {
    /// Whole pieces of at least `wanted` frames, from the first affect and on the way to the second.
    fn new(seed: u64, (from, towards): (Affect, Option<Affect>), wanted: u64) -> Self {
        let goal = towards.unwrap_or(from);
        let (mut streams, mut frames, mut lines) = (Vec::<Stream>::new(), 0, Vec::new());
        let (mut seed, mut before): (u64, Option<Before>) = (seed, None);
        while streams.is_empty() || frames < wanted {
            let share = |at: u64| (at as f64 / wanted.max(1) as f64).clamp(0.0, 1.0);
            let place = |s: f64| {
                Affect::new(
                    from.valence + s * (goal.valence - from.valence),
                    from.arousal + s * (goal.arousal - from.arousal),
                )
            };
            let start = place(share(frames));
            if let Some(before) = &before {
                seed = seed_after(seed.wrapping_add(1), start, before);
            }
            let mut stream = Stream::new(&Request::new(seed, start).after(before));
            stream.set_target(place(share(frames + stream.frames())));
            let score = stream.score();
            lines.push(format!(
                "{:>7.1} s  {} · {}",
                frames as f64 / f64::from(FRAME_RATE),
                score.title,
                score.palette
            ));
            (frames, before) = (frames + stream.frames(), Some(stream.before()));
            streams.push(stream);
        }
        Self { streams, at: 0, lines }
    }

    fn frames(&self) -> u64 {
        self.streams.iter().map(Source::frames).sum()
    }

    fn read(&mut self, block: &mut [f32]) -> usize {
        while let Some(stream) = self.streams.get_mut(self.at) {
            let frames = stream.read(block);
            if frames > 0 {
                return frames;
            }
            self.at += 1;
        }
        0
    }
}

/// The error for a file that cannot be written.
fn unwritable(file: &Path, error: &std::io::Error) -> AppError {
    let message =
        format!("{} cannot be written ({error}). Check the path and the free space.", file.display());
    AppError::new(ErrorCode::OutputFailed, message)
}
