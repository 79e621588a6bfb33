//! The report: what was measured against what was asked for, misses included.

use super::figures::{by_level, correlation, mean, rises};
use super::piece::{Measured, Sound};
use super::scores::Hours;
use crate::round;
use attune_app::print;
use attune_core::{Affect, AppError};
use attune_soundscape::Mode;
use serde::Serialize;

/// One figure and its goal.
#[derive(Debug, Serialize)]
struct Line {
    what: &'static str,
    value: f64,
    goal: &'static str,
    /// None where a figure is printed without a goal.
    met: Option<bool>,
}

/// Means at one valence or arousal.
#[derive(Debug, Serialize)]
struct Level {
    at: f64,
    mean: f64,
}

/// Means of one measure along one axis.
#[derive(Debug, Serialize)]
struct Course {
    measure: &'static str,
    along: &'static str,
    levels: Vec<Level>,
}

/// How often the key of one mode was found.
#[derive(Debug, Serialize)]
struct Found {
    mode: &'static str,
    pieces: usize,
    right: usize,
}

/// Everything.
#[derive(Debug, Serialize)]
pub(super) struct Report {
    pieces: usize,
    minutes: f64,
    lines: Vec<Line>,
    courses: Vec<Course>,
    keys: Vec<Found>,
}

type Pairs = Vec<(f64, f64)>;

impl Report {
    pub(super) fn new(measured: &[Measured], neutral: &[Sound], hours: &Hours) -> Self {
        let seconds: f64 = measured.iter().map(|m| m.seconds).sum();
        let mut lines = affect(measured);
        lines.extend(sound(measured, neutral));
        lines.extend(scores(hours));
        let speed = seconds / measured.iter().map(|m| m.took).sum::<f64>();
        lines.push(line("rendering, times real time on one core", speed, ">= 50", Some(speed >= 50.0)));
        Self {
            pieces: measured.len(),
            minutes: round(seconds / 60.0),
            lines,
            courses: courses(measured),
            keys: Mode::ALL.map(|mode| found(measured, mode)).into(),
        }
    }

    pub(super) fn print(&self) -> Result<(), AppError> {
        print::line(&format!("{} pieces, {:.0} minutes", self.pieces, self.minutes))?;
        for Line { what, value, goal, met } in &self.lines {
            let verdict = met.map_or("", |met| if met { "met" } else { "missed" });
            print::line(&format!("{what:58} {value:9.3}  {goal:12} {verdict}"))?;
        }
        for course in &self.courses {
            let levels: Vec<String> =
                course.levels.iter().map(|l| format!("{:+.2}: {:.3}", l.at, l.mean)).collect();
            print::line(&format!("{} by {}: {}", course.measure, course.along, levels.join(", ")))?;
        }
        for Found { mode, pieces, right } in &self.keys {
            print::line(&format!("key found, {mode}: {right} of {pieces}"))?;
        }
        print::line("not rated by listeners")
    }
}

fn line(what: &'static str, value: f64, goal: &'static str, met: Option<bool>) -> Line {
    Line { what, value: round(value), goal, met }
}

fn pairs(measured: &[Measured], of: impl Fn(&Measured) -> f64, by: impl Fn(Affect) -> f64) -> Pairs {
    measured.iter().map(|m| (by(m.target), of(m))).collect()
}

fn said(measured: &[Measured], axis: fn(Affect) -> f64) -> Pairs {
    measured.iter().filter_map(|m| Some((axis(m.target), axis(m.said?)))).collect()
}

fn valence(at: Affect) -> f64 {
    at.valence
}

fn arousal(at: Affect) -> f64 {
    at.arousal
}

fn affect(measured: &[Measured]) -> Vec<Line> {
    let r = correlation(&said(measured, arousal));
    let right = measured.iter().filter(|m| m.key_found()).count() as f64 / measured.len().max(1) as f64;
    let third = |m: &&Measured| m.found.is_some_and(|f| f.1 == m.key.mode().is_minor());
    let mode = measured.iter().filter(third).count() as f64 / measured.len().max(1) as f64;
    let register = by_level(&pairs(measured, |m| m.register, valence));
    let smooth = by_level(&pairs(measured, |m| -m.roughness, valence));
    let majorness = correlation(&pairs(measured, |m| m.majorness, valence));
    vec![
        line("arousal, r of target and audio model", r, ">= 0.8", Some(r >= 0.8)),
        line("valence, r of target and audio model", correlation(&said(measured, valence)), "no goal", None),
        line("key found in the sound (tonic and major or minor)", right, ">= 0.85", Some(right >= 0.85)),
        line("major or minor found, whatever the tonic", mode, "no goal", None),
        line("valence and majorness of the sound, r", majorness, "no goal", None),
        line(
            "register rises with valence",
            f64::from(u8::from(rises(&register))),
            "1",
            Some(rises(&register)),
        ),
        line("roughness falls with valence", f64::from(u8::from(rises(&smooth))), "1", Some(rises(&smooth))),
    ]
}

fn sound(measured: &[Measured], neutral: &[Sound]) -> Vec<Line> {
    let lufs: Vec<f64> = neutral.iter().map(|s| s.lufs).collect();
    let off = lufs.iter().map(|l| (l + 18.0).abs()).fold(0.0, f64::max);
    let all = || measured.iter().map(|m| m.sound).chain(neutral.iter().copied());
    let most = |of: fn(Sound) -> f64| all().map(of).fold(f64::NEG_INFINITY, f64::max);
    let (peak, constant) = (most(|s| s.peak), most(|s| s.constant.abs()));
    let (edge, silence) = (most(|s| s.edge), most(|s| s.silence));
    vec![
        line(
            "loudness at neutral, mean LUFS",
            mean(&lufs),
            "-18 ± 1",
            Some((mean(&lufs) + 18.0).abs() <= 1.0),
        ),
        line("loudness at neutral, farthest from -18", off, "<= 1", Some(off <= 1.0)),
        line("true peak, highest, dB", peak, "<= -1", Some(peak <= -1.0)),
        line("constant part, greatest", constant, "< 0.001", Some(constant < 1e-3)),
        line("step at joins, greatest sample there", edge, "< 0.001", Some(edge < 1e-3)),
        line("silence within a piece, longest, s", silence, "<= 3", Some(silence <= 3.0)),
    ]
}

fn scores(hours: &Hours) -> Vec<Line> {
    let repeated = hours.repeated as f64;
    vec![
        line("pieces in two hours at one place", hours.pieces as f64, "no goal", None),
        line("their length in minutes", hours.seconds / 60.0, "no goal", None),
        line("phrases in them", hours.phrases as f64, "no goal", None),
        line("phrases with the notes of another", repeated, "0", Some(hours.repeated == 0)),
        line("figures of a return that are the theme's", hours.within, ">= 0.4", Some(hours.within >= 0.4)),
        line("figures of a piece that another has too", hours.across, "<= 0.25", Some(hours.across <= 0.25)),
        line(
            "fifths from one piece to the next, most",
            f64::from(hours.farthest),
            "<= 2",
            Some(hours.farthest <= 2),
        ),
    ]
}

fn courses(measured: &[Measured]) -> Vec<Course> {
    let course = |measure, along, pairs: Pairs| {
        let levels =
            by_level(&pairs).into_iter().map(|(at, mean)| Level { at: round(at), mean: round(mean) });
        Course { measure, along, levels: levels.collect() }
    };
    vec![
        course("register in semitones", "valence", pairs(measured, |m| m.register, valence)),
        course("roughness", "valence", pairs(measured, |m| m.roughness, valence)),
        course("majorness", "valence", pairs(measured, |m| m.majorness, valence)),
        course("model's valence", "valence", said(measured, valence)),
        course("model's arousal", "arousal", said(measured, arousal)),
        course("onsets a second", "arousal", pairs(measured, |m| m.onsets, arousal)),
        course("loudness in LUFS", "arousal", pairs(measured, |m| m.sound.lufs, arousal)),
    ]
}

fn found(measured: &[Measured], mode: Mode) -> Found {
    let of_mode: Vec<_> = measured.iter().filter(|m| m.key.mode() == mode).collect();
    Found {
        mode: mode.name(),
        pieces: of_mode.len(),
        right: of_mode.iter().filter(|m| m.key_found()).count(),
    }
}
