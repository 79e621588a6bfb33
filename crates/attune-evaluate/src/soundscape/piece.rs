//! One piece rendered and measured.

use super::roughness::Roughness;
use attune_app::sound_file::write_wav;
use attune_audio::{AffectModel, Mode as Heard, listen};
use attune_core::{Affect, AppError, ErrorCode};
use attune_soundscape::{FRAME_RATE, Key, Request, Source, Stream};
use std::fs;
use std::path::Path;
use std::time::Instant;
use tempfile::TempDir;

/// How many seeds are tried at the middle of the plane for the loudness there.
const NEUTRAL: u64 = 12;

/// What was measured of a piece.
#[derive(Debug, Clone)]
pub(super) struct Measured {
    pub(super) target: Affect,
    pub(super) key: Key,
    pub(super) seconds: f64,
    /// Seconds of one core that rendering took.
    pub(super) took: f64,
    /// What the model says; none for silence.
    pub(super) said: Option<Affect>,
    /// The tonic and whether it is minor, as found in the sound.
    pub(super) found: Option<(u8, bool)>,
    pub(super) majorness: f64,
    pub(super) onsets: f64,
    pub(super) sound: Sound,
    /// Mean pitch of the spectral peaks in semitones, and their roughness.
    pub(super) register: f64,
    pub(super) roughness: f64,
}

/// What meters say of a piece.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Sound {
    pub(super) lufs: f64,
    /// True peak in dB.
    pub(super) peak: f64,
    /// The mean of all samples.
    pub(super) constant: f64,
    /// The greatest of the first and last samples.
    pub(super) edge: f64,
    /// The longest time below -60 dB, in seconds.
    pub(super) silence: f64,
}

/// A folder for one rendered piece at a time. Fails with `output_failed`.
pub(super) fn folder() -> Result<TempDir, AppError> {
    TempDir::new().map_err(|e| failed("A folder for sound could not be made.").caused_by(e))
}

impl Measured {
    /// Renders and listens.
    pub(super) fn of(request: &Request, folder: &Path, model: &mut AffectModel) -> Result<Self, AppError> {
        let mut stream = Stream::new(request);
        let started = cpu_seconds();
        let samples = render(&mut stream);
        let took = cpu_seconds() - started;
        let (register, roughness) = Roughness::default().measure(&samples);
        let file = folder.join("piece.wav");
        write(&file, &samples)?;
        let features = listen(&file)?;
        Ok(Self {
            target: request.target.into(),
            key: stream.score().key,
            seconds: samples.len() as f64 / 2.0 / f64::from(FRAME_RATE),
            took,
            said: model.affect(&features)?.map(|e| e.mean),
            found: features.key.map(|k| (k.tonic, k.mode == Heard::Minor)),
            majorness: features.key.map_or(0.0, |k| k.majorness),
            onsets: features.onset_rate,
            sound: Sound::of(&samples)?,
            register,
            roughness,
        })
    }

    /// Whether the key in the sound is the key of the score.
    pub(super) fn key_found(&self) -> bool {
        self.found == Some((self.key.tonic(), self.key.mode().is_minor()))
    }
}

/// What meters say of pieces at the middle of the plane.
pub(super) fn at_neutral() -> Result<Vec<Sound>, AppError> {
    (0..NEUTRAL)
        .map(|seed| Sound::of(&render(&mut Stream::new(&Request::new(seed, Affect::NEUTRAL)))))
        .collect()
}

impl Sound {
    fn of(samples: &[f32]) -> Result<Self, AppError> {
        let modes = ebur128::Mode::I | ebur128::Mode::TRUE_PEAK;
        let measured = || -> Result<(f64, f64), ebur128::Error> {
            let mut meter = ebur128::EbuR128::new(2, FRAME_RATE, modes)?;
            meter.add_frames_f32(samples)?;
            Ok((meter.loudness_global()?, meter.true_peak(0)?.max(meter.true_peak(1)?)))
        };
        let (lufs, peak) =
            measured().map_err(|e| failed("The loudness could not be measured.").caused_by(e))?;
        let ends = samples.iter().take(2).chain(samples.iter().rev().take(2));
        Ok(Self {
            lufs,
            peak: 20.0 * peak.log10(),
            constant: samples.iter().map(|&x| f64::from(x)).sum::<f64>() / samples.len().max(1) as f64,
            edge: ends.fold(0.0, |m, x| m.max(f64::from(x.abs()))),
            silence: silence(samples),
        })
    }
}

/// The longest run of tenths of a second below -60 dB.
fn silence(samples: &[f32]) -> f64 {
    let tenth = FRAME_RATE as usize / 5;
    let (mut run, mut longest) = (0_u32, 0);
    for block in samples.chunks(tenth) {
        let quiet = block.iter().all(|x| x.abs() < 1e-3);
        run = if quiet { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    f64::from(longest) / 10.0
}

fn render(stream: &mut Stream) -> Vec<f32> {
    let mut samples = vec![0.0; 2 * stream.frames() as usize];
    let frames = stream.read(&mut samples);
    samples.truncate(2 * frames);
    samples
}

fn write(file: &Path, samples: &[f32]) -> Result<(), AppError> {
    let mut left = samples;
    write_wav(file, FRAME_RATE, samples.len() as u64 / 2, &mut |block| {
        let (now, rest) = left.split_at(block.len().min(left.len()));
        block[..now.len()].copy_from_slice(now);
        left = rest;
        now.len() / 2
    })
}

/// Seconds that this thread has run, where the system says; else seconds that have passed.
fn cpu_seconds() -> f64 {
    static START: std::sync::OnceLock<Instant> = std::sync::OnceLock::new();
    let ran = fs::read_to_string("/proc/thread-self/schedstat").ok();
    let ran = ran.and_then(|text| text.split_whitespace().next()?.parse::<f64>().ok());
    ran.map_or_else(|| START.get_or_init(Instant::now).elapsed().as_secs_f64(), |ns| ns / 1e9)
}

fn failed(message: &str) -> AppError {
    AppError::new(ErrorCode::OutputFailed, message)
}
