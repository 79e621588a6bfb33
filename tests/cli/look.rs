//! `attune-cli look`.

use super::{failure, has_runtime, json, lines, portrait, run};
use image::{Rgb, RgbImage};
use std::fs;

#[test]
fn a_face_is_found_and_read() {
    if !has_runtime() {
        return;
    }
    let out = json(&run(&["look", &portrait(), "--json"]));
    assert_eq!(out.len(), 1);
    let line = &out[0];
    assert_eq!(line["source"].as_str(), Some(portrait().as_str()));
    assert_eq!((line["frame"].as_u64(), line["time_ms"].as_i64()), (Some(0), Some(0)));
    let faces = line["faces"].as_array().unwrap();
    assert_eq!(faces.len(), 1, "{line}");
    let face = &faces[0];
    assert_eq!(face["box"].as_array().unwrap().len(), 4);
    assert!(face["score"].as_f64().unwrap() > 0.3);
    let scores = face["expression"].as_object().unwrap();
    assert_eq!(scores.len(), 8);
    let sum: f64 = scores.values().map(|v| v.as_f64().unwrap()).sum();
    assert!((sum - 1.0).abs() < 1e-3);
    for key in ["valence", "arousal", "sd_valence", "sd_arousal"] {
        assert!(face["affect"][key].is_f64(), "{key}");
    }
    assert!(line["ms"]["detect"].as_f64().unwrap() > 0.0 && line["ms"]["classify"].is_f64());
}

#[test]
fn a_folder_goes_on_after_a_bad_picture() {
    if !has_runtime() {
        return;
    }
    let dir = tempfile::tempdir().unwrap();
    let good = dir.path().join("d-good.jpg");
    image::open(portrait()).unwrap().to_rgb8().save(&good).unwrap();
    let whole = fs::read(&good).unwrap();
    fs::write(dir.path().join("a-truncated.jpg"), &whole[..whole.len() / 3]).unwrap();
    fs::write(dir.path().join("b-empty.png"), b"").unwrap();
    RgbImage::from_pixel(640, 480, Rgb([90, 110, 130])).save(dir.path().join("c-wall.png")).unwrap();
    let out = run(&["look", &dir.path().display().to_string(), "--json"]);
    let all = json(&out);
    let codes: Vec<_> = all.iter().filter_map(|l| l["error"]["code"].as_str()).collect();
    assert!(!codes.is_empty() && codes.iter().all(|c| *c == "picture_unreadable"), "{codes:?}");
    let wall = all.iter().find(|l| l["source"].as_str().unwrap().contains("c-wall")).unwrap();
    assert_eq!(wall["faces"].as_array().unwrap().len(), 0, "nobody on a plain wall");
    assert_eq!(all.last().unwrap()["faces"].as_array().unwrap().len(), 1);
    assert!(lines(&run(&["look", &dir.path().display().to_string()])).iter().any(|l| l.contains("no face")));
}

#[test]
fn very_large_and_empty_pictures_are_no_accident() {
    if !has_runtime() {
        return;
    }
    let dir = tempfile::tempdir().unwrap();
    let large = dir.path().join("large.jpg");
    RgbImage::from_pixel(7_680, 4_320, Rgb([10, 20, 30])).save(&large).unwrap();
    assert_eq!(json(&run(&["look", &large.display().to_string(), "--json"])).len(), 1);
    // A PNG header that claims no pixels at all.
    let none = dir.path().join("none.png");
    let mut png = fs::read({
        let one = dir.path().join("one.png");
        RgbImage::new(1, 1).save(&one).unwrap();
        one
    })
    .unwrap();
    png[16..24].fill(0);
    fs::write(&none, png).unwrap();
    assert!(failure(&run(&["look", &none.display().to_string()])).contains("picture_unreadable"));
}

#[test]
fn what_is_not_there_is_said() {
    assert!(failure(&run(&["look"])).contains("PATHS"));
    assert!(failure(&run(&["look", "nowhere.jpg"])).contains("picture_missing"));
    assert!(failure(&run(&["look", "--camera", "99"])).contains("camera_none"));
}
