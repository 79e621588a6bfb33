//! `attune-cli pulse --pictures`: a face whose skin pulses has a rate, one that does not has none.

use super::{failure, json, portrait, pulsing, run};
use serde_json::Value;
use std::path::Path;

/// What is said of so many beats, 25 pictures a second; none without ONNX Runtime.
fn measured(folder: &Path, beats: usize) -> Option<Vec<Value>> {
    let folder = folder.display().to_string();
    let mut arguments = vec!["pulse", "--json", "--seconds", "20", "--step", "40", "--pictures"];
    arguments.extend(std::iter::repeat_n(folder.as_str(), beats));
    let output = run(&arguments);
    if String::from_utf8_lossy(&output.stderr).contains("[model_runtime") {
        println!("skipped: no ONNX Runtime (cargo xtask setup brings it)");
        return None;
    }
    Some(json(&output))
}

#[test]
fn a_pulsing_face_has_a_rate_and_a_still_one_has_none() {
    let dir = tempfile::tempdir().unwrap();
    let (pulsing, still) = (dir.path().join("pulsing"), dir.path().join("still"));
    pulsing::pictures(portrait().as_ref(), &pulsing, 0.02);
    pulsing::pictures(portrait().as_ref(), &still, 0.0);
    let Some(said) = measured(&pulsing, 21) else { return };
    let last = said.last().unwrap();
    let rate = last["rate"].as_f64().unwrap_or_else(|| panic!("{last}"));
    assert!((rate - 60.0).abs() < 1.5, "{last}");
    assert!(last["confidence"].as_f64().is_some_and(|c| c > 0.2) && last["over"] == true, "{last}");
    assert_eq!(said[2]["missing"], "measuring", "{}", said[2]);
    let said = measured(&still, 21).unwrap();
    assert!(said.iter().all(|line| line["rate"].is_null()), "{said:?}");
}

#[test]
fn without_a_face_that_is_said() {
    let dir = tempfile::tempdir().unwrap();
    for n in 0..60 {
        let file = dir.path().join(format!("{n:02}.png"));
        image::RgbImage::from_pixel(160, 120, image::Rgb([90, 120, 150])).save(file).unwrap();
    }
    let Some(said) = measured(dir.path(), 1) else { return };
    assert!(said.iter().all(|line| line["missing"] == "no face in view, or several"), "{said:?}");
}

#[test]
fn nothing_to_measure_by_is_an_error() {
    assert!(failure(&run(&["pulse"])).contains("--camera"));
    assert!(failure(&run(&["pulse", "--pictures", "/nowhere"])).contains("picture_missing"));
}
