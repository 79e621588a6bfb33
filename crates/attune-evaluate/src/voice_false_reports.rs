//! `attune-cli evaluate voice-false-reports`: how often a tone is heard where nobody speaks.

use super::round;
use attune_app::print;
use attune_core::{Affect, AppError};
use attune_simulator::random::Random;
use attune_soundscape::{FRAME_RATE, Request, Source, Stream};
use attune_voice::{Listener, Reader};
use clap::Args;
use serde::Serialize;
use std::collections::BTreeMap;

/// Frames handed over at a time: a tenth of a second.
const BLOCK: usize = FRAME_RATE as usize / 10;

/// Count the tones heard in music and noise
///
/// Half of the time soundscapes of Attune's own, one piece after another, each to another place on the plane; half of it
/// made-up noise in stretches of half a minute: hiss, hum, wind, clicks, a ventilator. All levels are random. A tone
/// that is heard there is a false report.
#[derive(Debug, Args)]
pub(crate) struct VoiceFalseReports {
    /// Minutes of sound, music and noise together
    #[arg(long, value_name = "N", default_value_t = 120, value_parser = clap::value_parser!(u32).range(1..=6_000))]
    minutes: u32,
    /// The same seed gives the same sounds
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Print one JSON line instead of a table
    #[arg(long)]
    json: bool,
}

/// What was said of one kind of sound.
#[derive(Debug, Default, Serialize)]
struct Counts {
    minutes: f64,
    false_reports: usize,
    false_reports_an_hour: f64,
    /// How often each reason for no tone was given.
    abstained: BTreeMap<&'static str, usize>,
}

#[derive(Debug, Serialize)]
struct Report {
    music: Counts,
    noise: Counts,
    false_reports_an_hour: f64,
}

impl VoiceFalseReports {
    pub(super) fn run(self) -> Result<(), AppError> {
        let frames = u64::from(self.minutes) * 30 * u64::from(FRAME_RATE);
        let mut listener = Listener::new(Reader::open(None)?, FRAME_RATE)?;
        let mut random = Random::new(self.seed);
        let music = count(&mut listener, frames, &mut Music::new(random.clone()))?;
        let noise = count(&mut listener, frames, &mut Noise::new(&mut random))?;
        let hours = f64::from(self.minutes) / 60.0;
        let together = round((music.false_reports + noise.false_reports) as f64 / hours);
        let report = Report { music, noise, false_reports_an_hour: together };
        if self.json { print::json(&report) } else { table(&report) }
    }
}

/// Sound without speech.
trait Sound {
    /// Fills a block of mono samples.
    fn fill(&mut self, block: &mut [f32]);
}

fn count(listener: &mut Listener, frames: u64, sound: &mut dyn Sound) -> Result<Counts, AppError> {
    listener.restart(FRAME_RATE)?;
    let (mut counts, mut block) = (Counts::default(), vec![0.0; BLOCK]);
    for _ in 0..frames / BLOCK as u64 {
        sound.fill(&mut block);
        for hearing in listener.push(&block)? {
            match hearing.outcome {
                Ok(_) => counts.false_reports += 1,
                Err(why) => *counts.abstained.entry(why.name()).or_default() += 1,
            }
        }
    }
    counts.minutes = frames as f64 / f64::from(FRAME_RATE) / 60.0;
    counts.false_reports_an_hour = round(counts.false_reports as f64 / counts.minutes * 60.0);
    Ok(counts)
}

/// Soundscapes one after another.
struct Music {
    random: Random,
    piece: Option<Stream>,
    gain: f32,
    stereo: Vec<f32>,
}

impl Music {
    fn new(random: Random) -> Self {
        Self { random, piece: None, gain: 1.0, stereo: vec![0.0; 2 * BLOCK] }
    }
}

impl Sound for Music {
    fn fill(&mut self, block: &mut [f32]) {
        let (random, mut at) = (&mut self.random, 0);
        while at < block.len() {
            let piece = self.piece.get_or_insert_with(|| {
                let place = Affect::new(random.between(-1.0, 1.0), random.between(-1.0, 1.0));
                self.gain = random.between(0.05, 1.0) as f32;
                Stream::new(&Request::new(random.bits(), place))
            });
            let frames = piece.read(&mut self.stereo[..2 * (block.len() - at)]);
            if frames == 0 {
                self.piece = None;
            }
            for (to, frame) in block[at..].iter_mut().zip(self.stereo[..2 * frames].chunks_exact(2)) {
                *to = self.gain * 0.5 * (frame[0] + frame[1]);
            }
            at += frames;
        }
    }
}

/// Made-up noises, each for half a minute.
struct Noise {
    random: Random,
    left: usize,
    gain: f64,
    /// How much of the last sample stays: 0 hiss, near 1 wind.
    smooth: f64,
    /// Swells a second.
    swell: f64,
    hum: f64,
    /// Clicks a second.
    clicks: f64,
    state: f64,
    click: f64,
    n: u64,
}

impl Noise {
    fn new(random: &mut Random) -> Self {
        let random = random.clone();
        Self {
            random,
            left: 0,
            gain: 0.0,
            smooth: 0.0,
            swell: 0.0,
            hum: 0.0,
            clicks: 0.0,
            state: 0.0,
            click: 0.0,
            n: 0,
        }
    }

    fn change(&mut self) {
        let random = &mut self.random;
        self.left = 30 * FRAME_RATE as usize;
        self.gain = 10_f64.powf(random.between(-2.5, -0.5));
        self.smooth = 1.0 - 10_f64.powf(random.between(-2.5, 0.0));
        self.swell = if random.uniform() < 0.5 { random.between(0.1, 5.0) } else { 0.0 };
        self.hum = if random.uniform() < 0.4 { random.between(0.0, 1.0) } else { 0.0 };
        self.clicks = if random.uniform() < 0.4 { random.between(0.5, 8.0) } else { 0.0 };
    }

    fn next(&mut self) -> f64 {
        if self.left == 0 {
            self.change();
        }
        (self.left, self.n) = (self.left - 1, self.n + 1);
        let t = self.n as f64 / f64::from(FRAME_RATE);
        let white = self.random.between(-1.0, 1.0);
        self.state = self.smooth * self.state + (1.0 - self.smooth.powi(2)).sqrt() * white;
        let swell = 1.0 + 0.8 * (std::f64::consts::TAU * self.swell * t).sin();
        let hum: f64 =
            (1..8).map(|k| (std::f64::consts::TAU * 50.0 * f64::from(k) * t).sin() / f64::from(k)).sum();
        if self.random.uniform() < self.clicks / f64::from(FRAME_RATE) {
            self.click = 4.0;
        }
        self.click *= 0.998;
        self.gain * (self.state * swell + self.hum * hum + self.click * white)
    }
}

impl Sound for Noise {
    fn fill(&mut self, block: &mut [f32]) {
        for to in block {
            *to = self.next().clamp(-1.0, 1.0) as f32;
        }
    }
}

fn table(report: &Report) -> Result<(), AppError> {
    for (name, counts) in [("music", &report.music), ("noise", &report.noise)] {
        let Counts { minutes, false_reports, false_reports_an_hour, abstained } = counts;
        print::line(&format!(
            "{name}: {minutes:.0} min, {false_reports} false reports, {false_reports_an_hour:.1} an hour"
        ))?;
        for (why, count) in abstained {
            print::line(&format!("  abstained: {why:16} {count:6}"))?;
        }
    }
    print::line(&format!("together: {:.1} false reports an hour", report.false_reports_an_hour))
}
