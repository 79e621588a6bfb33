//! `attune-cli voice file`: what is heard in recordings.

use super::line::Line;
use crate::print;
use attune_audio::Recording;
use attune_core::AppError;
use attune_voice::{Hearing, Listener, RATE, Reader};
use clap::Args;
use std::path::{Path, PathBuf};

/// Recordings of speech.
#[derive(Debug, Args)]
pub(crate) struct File {
    /// Files: WAV, FLAC, Ogg (Opus, Vorbis), MP3, M4A
    #[arg(required = true)]
    files: Vec<PathBuf>,
}

impl File {
    /// Prints the phrases of each file. Fails if no file could be read.
    pub(super) fn run(self) -> Result<(), AppError> {
        let mut listener = Listener::new(Reader::open(None)?, RATE)?;
        let (mut any, mut problem) = (false, None);
        for file in &self.files {
            match hear(&mut listener, file) {
                Ok(hearings) => {
                    any = true;
                    let name = file.display().to_string();
                    for hearing in &hearings {
                        print::json(&Line::of_file(&name, hearing))?;
                    }
                }
                Err(error) => {
                    eprintln!("{}: {error}", file.display());
                    problem = Some(error);
                }
            }
        }
        problem.filter(|_| !any).map_or(Ok(()), Err)
    }
}

/// Everything heard in a recording, as a microphone would bring it. Fails as decoding does and with `voice_model`.
pub(crate) fn hear(listener: &mut Listener, file: &Path) -> Result<Vec<Hearing>, AppError> {
    let mut recording = Recording::open(file)?;
    let (mut heard, mut rate, mut mono) = (Vec::new(), 0, Vec::new());
    while recording.next_block()? {
        if recording.rate() != rate {
            rate = recording.rate();
            listener.restart(rate)?;
        }
        mix(recording.block(), &mut mono);
        heard.extend(listener.push(&mono)?);
    }
    heard.extend(listener.finish()?);
    Ok(heard)
}

/// A whole recording of one rate as mono samples, and that rate. Fails as decoding does.
pub(crate) fn samples(file: &Path) -> Result<(Vec<f32>, u32), AppError> {
    let mut recording = Recording::open(file)?;
    let (mut all, mut mono) = (Vec::new(), Vec::new());
    while recording.next_block()? {
        mix(recording.block(), &mut mono);
        all.extend_from_slice(&mono);
    }
    Ok((all, recording.rate()))
}

/// The mean of all channels.
fn mix(channels: &[Vec<f32>], mono: &mut Vec<f32>) {
    mono.clear();
    mono.resize(channels.first().map_or(0, Vec::len), 0.0);
    for channel in channels {
        mono.iter_mut().zip(channel).for_each(|(sum, x)| *sum += x / channels.len() as f32);
    }
}
