//! `attune-cli evaluate`.

use super::{failure, has_runtime, json, lines, portrait, run};
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::Output;

/// A portrait (cut and whole), a file that is no picture, and the tables of both commands.
fn set(labels: &str, boxes: &str) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    let picture = image::open(portrait()).unwrap().to_rgb8();
    image::imageops::crop_imm(&picture, 170, 70, 110, 110)
        .to_image()
        .save(dir.path().join("face.png"))
        .unwrap();
    picture.save(dir.path().join("portrait.png")).unwrap();
    fs::write(dir.path().join("broken.png"), "no picture").unwrap();
    fs::write(dir.path().join("labels.csv"), labels).unwrap();
    fs::write(dir.path().join("boxes.csv"), boxes).unwrap();
    dir
}

fn expressions(dir: &Path, more: &[&str]) -> Output {
    let (images, labels) = (dir.display().to_string(), dir.join("labels.csv").display().to_string());
    run(&[&["evaluate", "expressions", "--images", &images, "--labels", &labels], more].concat())
}

fn faces(dir: &Path, more: &[&str]) -> Output {
    let (images, boxes) = (dir.display().to_string(), dir.join("boxes.csv").display().to_string());
    run(&[&["evaluate", "faces", "--images", &images, "--boxes", &boxes], more].concat())
}

fn keys(value: &Value) -> Vec<&str> {
    let mut keys: Vec<_> = value.as_object().unwrap().keys().map(String::as_str).collect();
    keys.sort_unstable();
    keys
}

#[test]
fn expressions_are_compared_with_what_people_said() {
    if !has_runtime() {
        return;
    }
    let text = "file,fer2013,neutral,happiness,surprise,sadness,anger,disgust,fear,contempt,unknown,nf\n\
                face.png,happy,0,10,0,0,0,0,0,0,0,0\nbroken.png,happy,0,10,0,0,0,0,0,0,0,0\n\
                gone.png,,0,10,0,0,0,0,0,0,0,0\nface.png,,5,5,0,0,0,0,0,0,0,0\n";
    let dir = set(text, "");
    let out = expressions(dir.path(), &["--json"]);
    let complaints = String::from_utf8_lossy(&out.stderr).into_owned();
    for said in ["picture_unreadable", "picture_missing", "2 of 4 pictures"] {
        assert!(complaints.contains(said), "{complaints}");
    }
    let report = &json(&out)[0];
    assert_eq!(keys(report), ["fer2013", "ferplus", "ms_median", "selective"]);
    assert_eq!(keys(&report["ferplus"]), ["accuracy", "ece", "macro_recall", "n", "per_class"]);
    assert_eq!((&report["ferplus"]["n"], &report["fer2013"]["n"]), (&Value::from(1), &Value::from(1)));
    assert!(report["ferplus"]["ece"].is_f64() && report["ms_median"].as_f64().unwrap() > 0.0);
    assert_eq!(report["ferplus"]["per_class"]["happiness"], report["ferplus"]["accuracy"]);
    assert!(report["ferplus"]["per_class"]["fear"].is_null());
    assert_eq!(report["selective"].as_array().unwrap().len(), 6);
    assert!(lines(&expressions(dir.path(), &[])).iter().any(|l| l.starts_with("FER+ majority")));
}

#[test]
fn scenes_are_searched_for_the_largest_face() {
    if !has_runtime() {
        return;
    }
    let dir = set("portrait.png,happy,0,10,0,0,0,0,0,0,0,0\nwall.png,sad,0,0,0,9,0,0,0,0,0,0\n", "");
    image::RgbImage::from_pixel(320, 240, image::Rgb([90, 110, 130]))
        .save(dir.path().join("wall.png"))
        .unwrap();
    let report = &json(&expressions(dir.path(), &["--detect", "--json"]))[0];
    assert_eq!((&report["missed"], &report["ferplus"]["n"]), (&Value::from(1), &Value::from(2)));
    assert_eq!(report["ferplus"]["per_class"]["sadness"], 0.0);
    // The same as `look` sees.
    let seen = &json(&run(&["look", &portrait(), "--json"]))[0]["faces"][0]["expression"];
    let happy = seen["happiness"].as_f64().unwrap();
    let leads = seen.as_object().unwrap().values().all(|score| score.as_f64().unwrap() <= happy);
    assert_eq!(report["ferplus"]["per_class"]["happiness"], if leads { 1.0 } else { 0.0 });
}

#[test]
fn faces_are_compared_with_those_that_people_drew() {
    if !has_runtime() {
        return;
    }
    // Drawn where `look` sees a face, so that any weights that find her pass; a tiny face that does not count.
    let seen = &json(&run(&["look", &portrait(), "--json"]))[0]["faces"][0]["box"];
    let [x, y, w, h] = [0, 1, 2, 3].map(|i| seen[i].as_f64().unwrap());
    let text = format!(
        "file,x,y,w,h,invalid,blur,occlusion,pose\nportrait.png,{x},{y},{w},{h},0,0,0,0\n\
         portrait.png,5,5,4,4,0,0,0,0\ngone.png,1,1,50,50,0,0,0,0\n"
    );
    let dir = set("", &text);
    let out = faces(dir.path(), &["--json"]);
    assert!(String::from_utf8_lossy(&out.stderr).contains("1 of 2 pictures"));
    let report = &json(&out)[0];
    assert_eq!(keys(report), ["ap", "faces", "images", "largest_found", "ms_median", "recall_at_p98"]);
    assert_eq!((&report["images"], &report["faces"]), (&Value::from(1), &Value::from(1)));
    for share in ["ap", "recall_at_p98", "largest_found"] {
        assert!((0.0..=1.0).contains(&report[share].as_f64().unwrap()), "{share}");
    }
    assert_eq!(report["largest_found"], 1.0);
    assert!(lines(&faces(dir.path(), &[])).iter().any(|l| l.starts_with("average precision")));
}

#[test]
fn tables_that_cannot_be_used_are_refused_before_anything_runs() {
    let dir = set("face.png,bored\n", "portrait.png,1,2\n");
    assert!(failure(&expressions(dir.path(), &[])).contains("annotations_invalid"));
    assert!(failure(&faces(dir.path(), &[])).contains("line 1"));
    fs::remove_file(dir.path().join("labels.csv")).unwrap();
    assert!(failure(&expressions(dir.path(), &[])).contains("annotations_unreadable"));
    assert!(failure(&run(&["evaluate"])).contains("expressions"));
}

#[test]
fn nothing_readable_is_an_error() {
    if !has_runtime() {
        return;
    }
    let dir = set("broken.png,happy\n", "gone.png,1,2,30,40\n");
    assert!(failure(&expressions(dir.path(), &["--json"])).contains("picture_unreadable"));
    assert!(failure(&faces(dir.path(), &["--json"])).contains("picture_missing"));
}
