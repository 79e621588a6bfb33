//! Real recordings, where they are at hand: `ATTUNE_SHARED_DATA` names a folder that holds `pulse/traces` and
//! `pulse/vitallens`, or `shared/data` lies beside the repository. They are never part of the repository.

#![expect(clippy::unwrap_used, reason = "helpers of tests")]

use attune_pulse::colour::signal::{chrom, pos};
use attune_pulse::colour::spectrum::Spectrum;
use attune_pulse::colour::{Colour, Meter, Patch};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

fn folder(name: &str) -> Option<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    let data = std::env::var_os("ATTUNE_SHARED_DATA").map_or_else(beside, PathBuf::from);
    let found = Some(data.join("pulse").join(name)).filter(|path| path.is_dir());
    if found.is_none() {
        println!("skipped: pulse/{name} is not at hand");
    }
    found
}

/// The lines of numbers of a table; what else there is, is left out.
fn table(path: &Path) -> Vec<Vec<f64>> {
    let text = fs::read_to_string(path).unwrap();
    text.lines().filter_map(|line| line.split(',').map(|x| x.trim().parse().ok()).collect()).collect()
}

/// The traces of each person, in files of one patch each, 15 looks a second.
fn persons(folder: &Path) -> BTreeMap<String, Vec<Vec<Colour>>> {
    let mut persons: BTreeMap<String, Vec<Vec<Colour>>> = BTreeMap::new();
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    for file in files {
        let name = file.file_stem().unwrap().to_str().unwrap().to_owned();
        let parts: Vec<&str> = name.split('_').collect();
        let [_, person, _] = parts[..] else { continue };
        let trace = table(&file).iter().map(|row| [row[0], row[1], row[2]]).collect();
        persons.entry(person.to_owned()).or_default().push(trace);
    }
    persons
}

#[test]
fn nothing_is_shown_where_nothing_can_be_measured() {
    let Some(folder) = folder("traces") else { return };
    let mut shown = Vec::new();
    let persons = persons(&folder);
    for (person, patches) in &persons {
        let mut meter = Meter::new();
        let count = patches.iter().map(Vec::len).min().unwrap();
        let look = |i: usize| patches.iter().map(move |patch| Patch { colour: patch[i], pixels: 9_999 });
        let any = (0..count).any(|i| meter.push(i as f64 / 15.0, &look(i).collect::<Vec<_>>()).is_ok());
        if any || meter.finish().is_ok() {
            shown.push(person);
        }
    }
    assert!(persons.len() > 10 && shown.is_empty(), "{shown:?} of {}", persons.len());
}

/// The rates that a window of so many seconds finds, each second, and when each window begins.
fn rates(signal: &[f64], fps: f64, seconds: f64) -> Vec<(f64, f64)> {
    let length = (seconds * fps) as usize;
    let spectrum = Spectrum::new(length, fps).unwrap();
    let starts = (0..=signal.len() - length).step_by(fps as usize);
    starts.map(|s| (s as f64 / fps, spectrum.peak(&signal[s..s + length]).unwrap().rate)).collect()
}

fn waveform(folder: &Path, number: u32) -> (Vec<f64>, f64, f64) {
    let text = fs::read_to_string(folder.join(format!("core_fixture_{number}.json"))).unwrap();
    let fixture: Value = serde_json::from_str(&text).unwrap();
    let data = fixture["waveforms"]["ppg_waveform"]["data"].as_array().unwrap();
    let data = data.iter().map(|x| x.as_f64().unwrap()).collect();
    (data, fixture["fps"].as_f64().unwrap(), fixture["vitals"]["heart_rate"]["value"].as_f64().unwrap())
}

#[test]
fn rates_of_waveforms_are_those_that_were_checked() {
    let Some(folder) = folder("vitallens") else { return };
    for number in [1, 2] {
        let (signal, fps, truth) = waveform(&folder, number);
        let all = rates(&signal, fps, 10.0);
        let mean = all.iter().map(|(_, rate)| rate).sum::<f64>() / all.len() as f64;
        println!("fixture {number}: {mean:.2}, in truth {truth}");
        assert!((mean - truth).abs() < 0.5, "fixture {number}: {mean} instead of {truth}");
    }
}

#[test]
fn rates_of_waveforms_follow_a_finger_sensor() {
    let Some(folder) = folder("vitallens") else { return };
    for (number, most) in [(5, 1.5), (6, 1.0)] {
        let (signal, fps, _) = waveform(&folder, number);
        let truth = table(&folder.join(format!("fixture_{number}_gt_bpm.csv")));
        let off = |(start, rate): &(f64, f64)| {
            let during = truth.iter().filter(|row| (*start..*start + 30.0).contains(&row[0]));
            let during: Vec<f64> = during.map(|row| row[1]).collect();
            (rate - during.iter().sum::<f64>() / during.len() as f64).abs()
        };
        let errors: Vec<f64> = rates(&signal, fps, 30.0).iter().map(off).collect();
        let error = errors.iter().sum::<f64>() / errors.len() as f64;
        println!("fixture {number}: {error:.2} beats a minute off over {} windows", errors.len());
        assert!(error < most, "fixture {number}: {error}");
    }
}

/// Prints pos, chrom and the windows' rates of a trace that comes in as JSON, by the reference beside the data.
const REFERENCE: &str = "
import json, sys
sys.path.insert(0, sys.argv[1])
import numpy, rppg
for line in sys.stdin:
    rgb = numpy.array(json.loads(line))
    rates = lambda m: rppg.track(rgb, 15, m)[:, 1].tolist()
    print(json.dumps([rppg.pos(rgb, 15).tolist(), rppg.chrom(rgb, 15).tolist(), rates('POS'), rates('CHROM')]))
";

/// What the reference says of each trace; none if there is no Python that can run it.
fn reference(tools: &Path, traces: &[&Vec<Colour>]) -> Option<Vec<Vec<Vec<f64>>>> {
    let python = std::env::var_os("ATTUNE_PYTHON").unwrap_or_else(|| "python3".into());
    let mut command = Command::new(python);
    command
        .args(["-c", REFERENCE])
        .arg(tools)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    let mut child = command.spawn().ok()?;
    let mut input = child.stdin.take()?;
    let lines: Vec<String> = traces.iter().map(|trace| json!(trace).to_string()).collect();
    let writing = std::thread::spawn(move || input.write_all(lines.join("\n").as_bytes()));
    let output = child.wait_with_output().ok().filter(|output| output.status.success())?;
    writing.join().unwrap().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    Some(text.lines().map(|line| serde_json::from_str(line).unwrap()).collect())
}

#[test]
fn signals_and_rates_are_those_of_the_reference_beside_the_data() {
    let Some(folder) = folder("traces") else { return };
    let persons = persons(&folder);
    let traces: Vec<&Vec<Colour>> = persons.values().flatten().collect();
    let Some(theirs) = reference(&folder.join("../../../tools"), &traces) else {
        println!("skipped: no Python (ATTUNE_PYTHON) with numpy and scipy, or no rppg.py beside the data");
        return;
    };
    assert_eq!(theirs.len(), traces.len());
    let far = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max);
    for (trace, theirs) in traces.into_iter().zip(&theirs) {
        for (method, signal, windows) in [(pos as fn(&[_], _) -> _, 0, 2), (chrom, 1, 3)] {
            let ours: Vec<f64> = method(trace, 15.0);
            let off = far(&ours, &theirs[signal]);
            assert!(ours.len() == theirs[signal].len() && off < 1e-6, "{off}");
            let rates: Vec<f64> = rates(&ours, 15.0, 10.0).iter().map(|(_, rate)| *rate).collect();
            let off = far(&rates, &theirs[windows]);
            assert!(rates.len() == theirs[windows].len() && off < 0.1, "{off}");
        }
    }
}
