//! `attune-cli evaluate pulse`, on made-up colours of skin.

use super::{failure, json, lines, run};
use serde_json::Value;
use std::f64::consts::PI;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::Output;

/// The colours of a patch of skin at a time that pulses at a rate, with a little noise of its own.
fn skin(time: f64, bpm: f64, patch: u32) -> [f64; 3] {
    let beat = 0.005 * (2.0 * PI * bpm / 60.0 * time).sin();
    let grain =
        |c: f64| 0.15 * (time * 1000.0 * (c + 1.7) + f64::from(patch) * 37.0).sin() * (time * 7919.0).cos();
    [(150.0, 0.33, 0.0), (110.0, 0.77, 1.0), (90.0, 0.53, 2.0)]
        .map(|(c, depth, at)| c * (1.0 + depth * beat) + grain(at))
}

/// 40 seconds of a patch with a remark, as `data/pulse/traces` has them.
fn one_patch(bpm: f64, patch: u32) -> String {
    let mut text = "# fps=30.0 mean R,G,B per frame\n".to_owned();
    for i in 0..1200 {
        let [r, g, b] = skin(f64::from(i) / 30.0, bpm, patch);
        writeln!(text, "{r:.4},{g:.4},{b:.4}").unwrap();
    }
    text
}

/// 40 seconds of several patches with names and times.
fn named(bpm: f64, patches: u32) -> String {
    let mut text = "frame,t_s".to_owned();
    (0..patches).for_each(|p| write!(text, ",p{p}_r,p{p}_g,p{p}_b").unwrap());
    text.push('\n');
    for i in 0..1000 {
        let time = f64::from(i) / 25.0;
        write!(text, "{i},{time}").unwrap();
        for patch in 0..patches {
            let [r, g, b] = skin(time, bpm, patch);
            write!(text, ",{r:.4},{g:.4},{b:.4}").unwrap();
        }
        text.push('\n');
    }
    text
}

fn evaluate(folder: &Path, more: &[&str]) -> Output {
    let folder = folder.display().to_string();
    run(&[&["evaluate", "pulse", "--traces", &folder], more].concat())
}

fn close(value: &Value, expected: f64) -> bool {
    value.as_f64().is_some_and(|value| (value - expected).abs() < 1.0)
}

#[test]
fn rates_are_shown_where_they_can_be_measured_and_compared_with_the_truth() {
    let dir = tempfile::tempdir().unwrap();
    let put = |name: &str, text: &str| fs::write(dir.path().join(name), text).unwrap();
    for (patch, name) in ["forehead", "leftcheek", "rightcheek"].into_iter().enumerate() {
        put(&format!("home_anna_{name}.csv"), &one_patch(66.0, patch as u32));
    }
    put("ben.csv", &named(81.0, 9));
    // Every patch at a rate of its own: nothing to believe.
    for patch in 0..3 {
        put(&format!("nobody_patch{patch}.csv"), &one_patch(60.0 + 30.0 * f64::from(patch), patch));
    }
    put("broken.csv", "sixty beats\n");
    put("truth.csv", "Subject,Rate\nanna,66\nben,95\n");
    let truth = dir.path().join("truth.csv").display().to_string();

    let out = evaluate(dir.path(), &["--truth", &truth, "--json"]);
    assert!(String::from_utf8_lossy(&out.stderr).contains("broken.csv: "));
    let report = &json(&out)[0];
    let [ben, anna, nobody] = [0, 1, 2].map(|i| &report["clips"][i]);
    assert_eq!((&anna["clip"], &ben["clip"]), (&Value::from("home_anna"), &Value::from("ben")));
    assert!(close(&anna["rate"], 66.0) && close(&anna["error"], 0.0), "{anna}");
    assert!(close(&ben["rate"], 81.0) && close(&ben["error"], -14.0) && close(&ben["truth"], 95.0), "{ben}");
    assert_eq!((&anna["patches"], &ben["patches"]), (&Value::from(3), &Value::from(9)));
    assert!(anna["confidence"].as_f64().unwrap() > 0.9 && anna["spread"].as_f64().unwrap() >= 1.0);
    assert_eq!((&nobody["shown"], &nobody["rate"]), (&Value::from(false), &Value::Null));
    let summary = &report["summary"];
    assert_eq!(
        (&summary["clips"], &summary["shown"], &summary["compared"]),
        (&3.into(), &2.into(), &2.into())
    );
    assert_eq!(summary["grossly_wrong"], 0.5);
    assert_eq!(report["broken"][0]["file"], "broken.csv");

    let table = lines(&evaluate(dir.path(), &["--truth", &truth]));
    assert!(table.iter().any(|line| line.starts_with("shown on 2 of 3 clips; 1 files broken")), "{table:?}");
}

#[test]
fn folders_and_tables_that_cannot_be_used_are_refused() {
    let dir = tempfile::tempdir().unwrap();
    assert!(failure(&evaluate(dir.path(), &[])).contains("nothing_measured"));
    assert!(failure(&evaluate(&dir.path().join("gone"), &[])).contains("file_unreadable"));
    fs::write(dir.path().join("a.csv"), "1,2,3\n").unwrap();
    let untimed = failure(&evaluate(dir.path(), &[]));
    assert!(untimed.contains("a.csv: ") && untimed.contains("--fps"), "{untimed}");
    assert!(evaluate(dir.path(), &["--fps", "30"]).status.success());
    assert!(failure(&evaluate(dir.path(), &["--fps", "0"])).contains("1 to 1000"));
    fs::write(dir.path().join("truth.csv"), "a,0\n").unwrap();
    let truth = dir.path().join("truth.csv").display().to_string();
    assert!(
        failure(&evaluate(dir.path(), &["--fps", "30", "--truth", &truth])).contains("annotations_invalid")
    );
}
