//! Made-up clips: what is measured on them, and what is said where nothing can be.

mod common;

use attune_pulse::colour::{Meter, Missing, Patch, Reading};
use common::{Clip, STEADY};

type Look = (f64, Vec<Patch>);

/// Every answer to the looks of a clip.
fn answers(looks: &[Look]) -> Vec<Result<Reading, Missing>> {
    let mut meter = Meter::new();
    looks.iter().map(|(time, patches)| meter.push(*time, patches)).collect()
}

fn last(looks: &[Look]) -> Result<Reading, Missing> {
    answers(looks).pop().expect("a look")
}

/// The same looks with their patches changed.
fn changed(looks: Vec<Look>, change: impl Fn(f64, &mut Patch)) -> Vec<Look> {
    let each = |(time, mut patches): Look| {
        for patch in &mut patches {
            change(time, patch);
        }
        (time, patches)
    };
    looks.into_iter().map(each).collect()
}

#[test]
fn a_steady_pulse_is_measured_within_a_beat() {
    for (i, bpm) in [48.0, 55.0, 63.0, 72.0, 88.0, 101.0, 120.0, 144.0, 165.0].into_iter().enumerate() {
        for fps in [15.0, 24.0, 30.0, 60.0] {
            let clip = Clip { bpm, fps, seed: i as u32, sway: 0.01, ..STEADY };
            let reading = last(&clip.looks()).unwrap_or_else(|missing| panic!("{bpm} at {fps}: {missing}"));
            assert!((reading.rate - bpm).abs() < 1.0, "{bpm} at {fps}: {reading:?}");
            assert!((1.0..=2.0).contains(&reading.spread) && reading.confidence > 0.8, "{reading:?}");
        }
    }
}

#[test]
fn a_rate_is_first_said_when_two_windows_are_complete_and_grows_surer() {
    let answers = answers(&STEADY.looks());
    let first = answers.iter().position(Result::is_ok).expect("a rate");
    assert_eq!(first, 300 + 30 + 47 - 1, "10 s, a second more, and what reaches into the last window");
    assert!(answers[first..].iter().all(Result::is_ok), "and it stays");
    let confidences: Vec<f64> = answers[first..].iter().flatten().map(|r| r.confidence).collect();
    assert!(confidences.is_sorted() && (confidences[0] - 2.0 / 21.0).abs() < 1e-9);
    let times: Vec<f64> = answers[..first]
        .iter()
        .map(|a| if let Err(Missing::Time { left }) = a { *left } else { f64::NAN })
        .collect();
    assert!(times.is_sorted_by(|a, b| a >= b) && times[0] > 12.0 && times[first - 1] < 0.1, "{times:?}");
}

/// 40 clips of noise alone, each judged every second of 48: a rate in none.
#[test]
fn noise_alone_has_no_pulse() {
    for seed in 0..20 {
        for patches in [1, 9] {
            let clip = Clip {
                depth: 0.0,
                grain: 1.0,
                seconds: 60.0,
                sway: 0.02,
                seed: seed * 977 + 5,
                patches,
                ..STEADY
            };
            let shown = answers(&clip.looks()).iter().filter(|a| a.is_ok()).count();
            assert_eq!(shown, 0, "seed {seed}, {patches} patches");
        }
    }
}

#[test]
fn patches_that_pulse_at_different_rates_are_not_believed() {
    let mut looks = Clip { patches: 3, ..STEADY }.looks();
    for (patch, bpm) in [(1, 95.0), (2, 130.0)] {
        let other = Clip { bpm, patches: 3, seed: 9, ..STEADY }.looks();
        for (look, other) in looks.iter_mut().zip(other) {
            look.1[patch] = other.1[patch];
        }
    }
    assert_eq!(last(&looks), Err(Missing::Clarity));
}

#[test]
fn what_is_in_the_way_is_named() {
    let blind = Clip { depth: 0.0, grain: 1.0, ..STEADY };
    let dark = changed(blind.looks(), |_, p| p.colour = p.colour.map(|c| c / 6.0));
    assert_eq!(last(&dark), Err(Missing::Light));
    let washed_out = changed(blind.looks(), |_, p| p.colour[0] = 254.0);
    assert_eq!(last(&washed_out), Err(Missing::Shade));
    let far = changed(blind.looks(), |_, p| p.pixels = 20);
    assert_eq!(last(&far), Err(Missing::Closeness));
    let nodding = changed(blind.looks(), |t, p| {
        let shade = 1.0 + 0.1 * (t * 7.0).sin();
        p.colour = p.colour.map(|c| c * shade);
    });
    assert_eq!(last(&nodding), Err(Missing::Stillness));
    assert_eq!(last(&blind.looks()), Err(Missing::Clarity));
    let nobody: Vec<Look> = blind.looks().into_iter().map(|(t, _)| (t, Vec::new())).collect();
    assert_eq!(last(&nobody), Err(Missing::Face));
    let slow = last(&Clip { fps: 8.0, ..STEADY }.looks());
    assert!(matches!(slow, Err(Missing::Looks { per_second }) if (per_second - 8.0).abs() < 0.1), "{slow:?}");
    let very_slow = last(&Clip { fps: 1.0, ..STEADY }.looks());
    assert!(matches!(very_slow, Err(Missing::Looks { .. })), "{very_slow:?}");
}

#[test]
fn a_face_that_was_gone_is_measured_anew() {
    let away = |t: f64| (14.0..14.8).contains(&t);
    let looks = Clip { seconds: 29.0, ..STEADY }.looks().into_iter();
    let looks: Vec<Look> = looks.map(|(t, p)| (t, if away(t) { Vec::new() } else { p })).collect();
    let answers = answers(&looks);
    assert!(answers[13 * 30].is_ok() && answers[14 * 30 + 10].is_ok(), "a blink is bridged");
    assert_eq!(answers[14 * 30 + 20], Err(Missing::Face));
    assert!(matches!(answers[20 * 30], Err(Missing::Time { .. })));
    assert!(answers[28 * 30].is_ok());
}

#[test]
fn single_looks_without_a_patch_are_bridged() {
    let mut looks = STEADY.looks();
    for (i, (_, patches)) in looks.iter_mut().enumerate() {
        patches[i % 9].colour[1] = f64::NAN;
        patches[(i + 4) % 9].pixels = 0;
    }
    let reading = last(&looks).expect("a rate");
    assert!((reading.rate - 72.0).abs() < 1.0, "{reading:?}");
}

#[test]
fn looks_that_come_twice_or_late_are_left_out_and_a_clock_that_was_set_starts_anew() {
    let looks = STEADY.looks();
    let mut disordered = Vec::new();
    for (i, look) in looks.iter().enumerate() {
        disordered.push(look.clone());
        if i % 50 == 9 {
            disordered.extend([looks[i - 3].clone(), look.clone(), (f64::NAN, Vec::new())]);
        }
    }
    assert_eq!(last(&disordered), last(&looks));
    let mut set_back = looks.clone();
    set_back.extend(looks.iter().map(|(t, p)| (t - 3600.0, p.clone())).take(30 * 11));
    assert!(matches!(last(&set_back), Err(Missing::Time { .. })));
}
