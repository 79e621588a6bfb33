//! Twenty minutes of a policy, from the session's own queue to the cues that are composed from.

use crate::round;
use attune_app::print;
use attune_app::soundscapes::{Heard, journey};
use attune_core::{Affect, AppError, Policy};
use serde::Serialize;

/// Valence and arousal of the listener at first.
const LOW: (f64, f64) = (-0.7, -0.6);
/// Seeds of the session's queue.
const SEEDS: u64 = 5;

/// The means of one stretch of time.
#[derive(Debug, Serialize)]
struct Stretch {
    from_minute: f64,
    valence: f64,
    arousal: f64,
    tempo: f64,
    /// From 0 (phrygian) to 5 (lydian).
    mode: f64,
    /// Accompanying notes a beat.
    density: f64,
    brightness: f64,
    /// Semitones above the usual register.
    register: f64,
}

/// The greatest step from one phrase to the next, within pieces and where one piece joins on to another.
#[derive(Debug, Serialize)]
struct Step {
    cue: &'static str,
    within: f64,
    at_joins: f64,
}

/// What is reported.
#[derive(Debug, Serialize)]
struct Report {
    stretches: Vec<Stretch>,
    steps: Vec<Step>,
    /// Changes that the window gives the policy as the reason for, and all.
    asked: usize,
    changes: usize,
}

/// Listens to Lift for so many minutes from a low mood, with several seeds of the queue, and prints what changes.
pub(super) fn report(minutes: u16, as_json: bool) -> Result<(), AppError> {
    let mood = Affect::new(LOW.0, LOW.1);
    let listened = (1..=SEEDS).map(|seed| journey(mood, Policy::Lift, minutes, seed));
    let listened = listened.collect::<Result<Vec<_>, _>>()?;
    let report = Report::new(&listened, minutes);
    if as_json { print::json(&report) } else { report.print() }
}

impl Report {
    fn new(listened: &[Vec<Heard>], minutes: u16) -> Self {
        let all = || listened.iter().flatten();
        let stretches = (0..minutes).step_by(2).filter_map(|from| {
            let span = f64::from(from) * 60.0..f64::from(from + 2) * 60.0;
            Stretch::of(&all().filter(|heard| span.contains(&heard.at)).collect::<Vec<_>>(), from)
        });
        Self {
            stretches: stretches.collect(),
            steps: steps(listened),
            asked: all().map(Heard::asked).sum(),
            changes: all().map(|heard| heard.view.changes.len()).sum(),
        }
    }

    fn print(&self) -> Result<(), AppError> {
        print::line("minute  valence  arousal   tempo  mode  notes a beat  brightness  register")?;
        for s in &self.stretches {
            print::line(&format!(
                "{:6.0} {:+8.2} {:+8.2} {:7.1} {:5.1} {:13.2} {:11.2} {:+9.1}",
                s.from_minute, s.valence, s.arousal, s.tempo, s.mode, s.density, s.brightness, s.register
            ))?;
        }
        for Step { cue, within, at_joins } in &self.steps {
            print::line(&format!(
                "greatest step of {cue:24} {within:7.3} in a piece, {at_joins:7.3} at joins"
            ))?;
        }
        print::line(&format!("{} of {} changes are given the policy as the reason", self.asked, self.changes))
    }
}

impl Stretch {
    fn of(heard: &[&Heard], from: u16) -> Option<Self> {
        if heard.is_empty() {
            return None;
        }
        let mean =
            |of: fn(&Heard) -> f64| round(heard.iter().map(|h| of(h)).sum::<f64>() / heard.len() as f64);
        Some(Self {
            from_minute: from.into(),
            valence: mean(|h| h.view.affect.valence),
            arousal: mean(|h| h.view.affect.arousal),
            tempo: mean(|h| h.view.tempo),
            mode: mean(mode),
            density: mean(density),
            brightness: mean(brightness),
            register: mean(register),
        })
    }
}

fn mode(heard: &Heard) -> f64 {
    f64::from(heard.mode as u8)
}

fn density(heard: &Heard) -> f64 {
    f64::from(heard.cues.density) / 1e3
}

fn brightness(heard: &Heard) -> f64 {
    f64::from(heard.cues.brightness) / 1e3
}

fn register(heard: &Heard) -> f64 {
    f64::from(heard.cues.register) / 1e3
}

fn steps(listened: &[Vec<Heard>]) -> Vec<Step> {
    type Apart = fn(&Heard, &Heard) -> f64;
    let cues: [(&'static str, Apart); 6] = [
        ("affect on either axis", |a, b| a.view.affect.axis_distance(b.view.affect)),
        ("tempo, as a share", |a, b| (b.view.tempo / a.view.tempo).ln().abs().exp_m1()),
        ("mode", |a, b| (mode(b) - mode(a)).abs()),
        ("notes a beat", |a, b| (density(b) - density(a)).abs()),
        ("brightness", |a, b| (brightness(b) - brightness(a)).abs()),
        ("register, semitones", |a, b| (register(b) - register(a)).abs()),
    ];
    let greatest = |apart: Apart, joins: bool| {
        let pairs = listened.iter().flat_map(|one| one.windows(2));
        let counted = pairs.filter(|pair| (pair[0].piece != pair[1].piece) == joins);
        round(counted.map(|pair| apart(&pair[0], &pair[1])).fold(0.0, f64::max))
    };
    let step = |(cue, apart)| Step { cue, within: greatest(apart, false), at_joins: greatest(apart, true) };
    cues.into_iter().map(step).collect()
}
