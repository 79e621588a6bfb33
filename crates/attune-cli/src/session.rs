//! `attune-cli session`: a whole session over a folder of pictures, without threads or clock, so that the same
//! input prints the same lines.

use crate::{catalogues, say};
use attune_app::compose;
use attune_app::print;
use attune_core::ports::SourceEvent;
use attune_core::{AppError, ErrorCode, Policy, Span, Timestamp};
use attune_session::view::UiEvent;
use attune_session::{Engine, EngineOptions};
use clap::Args;
use serde::Serialize;
use std::path::PathBuf;

/// What to run over.
#[derive(Debug, Args)]
pub(crate) struct RunSession {
    /// Pictures or folders of pictures, processed in the order of their names
    #[arg(long, value_name = "DIR", required = true)]
    frames: Vec<PathBuf>,
    /// CSV catalogues; the starter catalogue by default
    #[arg(long = "catalogue", value_name = "FILE")]
    catalogues: Vec<PathBuf>,
    /// match, lift, calm, energise, hold or classic
    #[arg(long, default_value = "match")]
    policy: String,
    /// Milliseconds between two pictures
    #[arg(long, default_value_t = 200, value_parser = clap::value_parser!(u32).range(1..))]
    step: u32,
    /// The same seed gives the same events
    #[arg(long, default_value_t = 0)]
    seed: u64,
    /// Print JSON lines instead of a summary
    #[arg(long)]
    json: bool,
}

/// An event, as printed.
#[derive(Serialize)]
struct Line<'a> {
    time_ms: i64,
    #[serde(flatten)]
    event: &'a UiEvent,
}

/// A picture that could not be read, as printed.
#[derive(Serialize)]
struct Problem<'a> {
    time_ms: i64,
    kind: &'static str,
    value: &'a AppError,
}

impl RunSession {
    pub(crate) fn run(self) -> Result<(), AppError> {
        let unknown = || AppError::new(ErrorCode::BadPolicy, format!("there is no policy {}", self.policy));
        let policy = Policy::from_name(&self.policy).ok_or_else(unknown)?;
        let step = Span(i64::from(self.step));
        let mut source = compose::pictures(&self.frames, Timestamp(0), step)?;
        let mut eyes = compose::open_eyes(None)?;
        let mut engine = self.engine()?;
        let mut now = Timestamp(0);
        engine.set_policy(policy, now);
        self.print(&mut engine, now)?;
        loop {
            match source.next_event(&|| now) {
                SourceEvent::Frame(frame) => {
                    now = frame.at();
                    engine.see(&eyes.look(&frame)?, now);
                }
                SourceEvent::Skipped(error) => self.complain(&error, now)?,
                SourceEvent::Ended(error) => {
                    self.finish(&mut engine, now)?;
                    return error.map_or(Ok(()), Err);
                }
            }
            self.print(&mut engine, now)?;
        }
    }

    fn engine(&self) -> Result<Engine, AppError> {
        let options = EngineOptions {
            version: env!("CARGO_PKG_VERSION").into(),
            seed: self.seed,
            starter: catalogues::tracks(&self.catalogues)?,
            warnings: vec![],
        };
        Ok(Engine::new(compose::archive_in_memory()?, options, Timestamp(0)))
    }

    fn print(&self, engine: &mut Engine, now: Timestamp) -> Result<(), AppError> {
        for event in engine.drain() {
            if self.json {
                print::json(&Line { time_ms: now.0, event: &event })?;
            } else if let UiEvent::Mood(mood) = &event {
                let (affect, word) = (say::estimate(&mood.estimate), say::mood(mood.word));
                print::line(&format!("{:>7.1} s  {word:10} {affect}", now.0 as f64 / 1_000.0))?;
            }
        }
        Ok(())
    }

    fn complain(&self, error: &AppError, now: Timestamp) -> Result<(), AppError> {
        eprintln!("{}", say::error(error));
        let problem = Problem { time_ms: now.0, kind: "problem", value: error };
        if self.json { print::json(&problem) } else { Ok(()) }
    }

    fn finish(&self, engine: &mut Engine, now: Timestamp) -> Result<(), AppError> {
        if self.json {
            return Ok(());
        }
        print::line(&say::queue_at_end())?;
        let queue = engine.state(now).queue;
        queue.current.iter().chain(&queue.next).try_for_each(|e| {
            let why = e.reasons.first().map(say::reason).unwrap_or_default();
            print::line(&format!("  {:40}  {:30}  {why}", e.title, e.artist))
        })
    }
}
