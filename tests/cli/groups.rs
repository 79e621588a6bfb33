//! `attune-cli evaluate groups`.

use super::{failure, has_runtime, json, lines, portrait, run};
use std::fs::File;
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};
use std::process::Output;
use zip::CompressionMethod;
use zip::write::{SimpleFileOptions, ZipWriter};

/// An array as a `.npy` file.
fn npy(kind: &str, shape: &str, values: &[u8]) -> Vec<u8> {
    let text = format!("{{'descr': '{kind}', 'fortran_order': False, 'shape': {shape}, }}\n");
    let mut file = b"\x93NUMPY\x01\x00".to_vec();
    file.extend((text.len() as u16).to_le_bytes());
    file.extend(text.as_bytes());
    file.extend(values);
    file
}

fn npz(path: &Path, arrays: &[(&str, Vec<u8>)], method: CompressionMethod) {
    let mut zip = ZipWriter::new(File::create(path).unwrap());
    for (name, file) in arrays {
        let options = SimpleFileOptions::default().compression_method(method);
        zip.start_file(format!("{name}.npy"), options).unwrap();
        zip.write_all(file).unwrap();
    }
    zip.finish().unwrap();
}

/// The portrait's face in the middle of a grey square of 1.2 times its box, and one as dark as night.
fn pictures() -> [Vec<u8>; 2] {
    let whole = image::open(portrait()).unwrap().to_luma8();
    let face = image::imageops::crop_imm(&whole, 167, 60, 120, 120).to_image();
    let face = image::imageops::resize(&face, 72, 72, image::imageops::FilterType::Triangle);
    let mut dark = face.clone();
    dark.pixels_mut().for_each(|pixel| pixel.0[0] /= 60);
    dark.put_pixel(0, 0, image::Luma([200]));
    dark.put_pixel(71, 71, image::Luma([200]));
    [face, dark].map(|picture| {
        let mut file = Cursor::new(Vec::new());
        image::DynamicImage::from(picture).write_to(&mut file, image::ImageFormat::Jpeg).unwrap();
        file.into_inner()
    })
}

/// 40 times the portrait as smiling women and one of two age groups, 40 times darkness as men, and what is no picture.
fn arrays() -> Vec<(&'static str, Vec<u8>)> {
    let [face, dark] = pictures();
    let files: Vec<&[u8]> =
        (0..80).map(|i| if i < 40 { &face[..] } else { &dark[..] }).chain([&b"nothing"[..]]).collect();
    let mut offsets = vec![0_u64];
    for file in &files {
        offsets.push(offsets[offsets.len() - 1] + file.len() as u64);
    }
    let group = (0..81_u8).flat_map(|i| [i % 2, u8::from(i < 40)]).collect::<Vec<_>>();
    // A smile is the only coefficient above 0.
    let names =
        ["mouthSmileLeft", "mouthSmileRight", "jawOpen", "browInnerUp", "browDownLeft", "mouthFrownLeft"];
    let names: Vec<u8> = names
        .iter()
        .flat_map(|name| {
            let mut text = name.as_bytes().to_vec();
            text.resize(16, 0);
            text
        })
        .flat_map(|byte| u32::from(byte).to_le_bytes())
        .collect();
    let row = [0.9_f32, 0.7, 0.0, 0.0, 0.0, 0.0];
    let row: Vec<u8> = row.iter().flat_map(|c| c.to_le_bytes()).collect();
    vec![
        ("jpeg", npy("|u1", &format!("({},)", files.concat().len()), &files.concat())),
        ("offsets", npy("<u8", "(82,)", &offsets.iter().flat_map(|o| o.to_le_bytes()).collect::<Vec<_>>())),
        ("group", npy("|i1", "(81, 2)", &group)),
        ("names", npy("<U16", "(6,)", &names)),
        ("blendshapes", npy("<f4", "(81, 6)", &row.repeat(81))),
        // 0.95 in half precision.
        ("score", npy("<f2", "(81,)", &0x3b9a_u16.to_le_bytes().repeat(81))),
    ]
}

fn file(dir: &Path, arrays: &[(&str, Vec<u8>)]) -> PathBuf {
    let path = dir.join("faces.npz");
    npz(&path, arrays, CompressionMethod::Deflated);
    path
}

fn groups(path: &Path, more: &[&str]) -> Output {
    let path = path.display().to_string();
    run(&[&["evaluate", "groups", "--faces", &path], more].concat())
}

#[test]
fn answers_and_refusals_are_counted_by_group() {
    if !has_runtime() {
        return;
    }
    let dir = tempfile::tempdir().unwrap();
    let path = file(dir.path(), &arrays());
    let out = groups(&path, &["--json"]);
    assert!(String::from_utf8_lossy(&out.stderr).contains("1 of 81 pictures"), "what is no picture is said");
    let report = &json(&out)[0];
    assert_eq!(report["faces"], 80);
    let group =
        |name: &str| report["groups"].as_array().unwrap().iter().find(|g| g["group"] == name).unwrap();
    assert_eq!(
        (&group("male")["refused"]["share"], &group("male")["reasons"]["too dark"]),
        (&1.0.into(), &40.into())
    );
    let women = group("female");
    assert_eq!((&women["faces"], &women["refused"]["hits"]), (&40.into(), &0.into()), "{}", women["reasons"]);
    // The astronaut smiles, and that is what is read.
    let smiles = &women["believed"]["smile_happiness"];
    assert_eq!((&smiles["hits"], &smiles["of"]), (&40.into(), &40.into()));
    assert_eq!(women["read_as"]["happiness"]["share"], 1.0);
    assert_eq!(group("age 0, female")["faces"], 20);
    let refused = &report["extremes"][0];
    assert_eq!((&refused["measure"], &refused["worst"][0]), (&"refused".into(), &"male".into()));
    // The table leaves groups of few faces to the JSON.
    let table = lines(&groups(&path, &[]));
    let has = |start: &str| table.iter().any(|line| line.starts_with(start));
    assert!(has("female") && has("worst and best group: refused") && !has("age 0, female"), "{table:?}");
}

#[test]
fn the_detectors_score_counts_where_it_is_asked_for() {
    if !has_runtime() {
        return;
    }
    let dir = tempfile::tempdir().unwrap();
    let mut arrays = arrays();
    arrays.retain(|(name, _)| *name != "score");
    // 0.5 in half precision: no face of the app's detector that is seen whole has so little.
    arrays.push(("score", npy("<f2", "(81,)", &0x3800_u16.to_le_bytes().repeat(81))));
    let path = file(dir.path(), &arrays);
    let reasons = |more: &[&str]| {
        let report = &json(&groups(&path, &[&["--json"], more].concat()))[0];
        report["groups"][0]["reasons"].clone()
    };
    assert_eq!(reasons(&[]), serde_json::json!({ "low score": 40, "too dark": 40 }));
    assert_eq!(reasons(&["--without-score"]), serde_json::json!({ "too dark": 40 }));
    // Looked for, nothing is found in the dark, and the portrait has a score of its own.
    assert_eq!(reasons(&["--detect"]), serde_json::json!({ "not found": 40 }));
}

#[test]
fn only_the_pictures_are_needed() {
    if !has_runtime() {
        return;
    }
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("faces.npz");
    npz(&path, &arrays()[..2], CompressionMethod::Stored);
    let out = groups(&path, &["--json", "--every", "8"]);
    let said = String::from_utf8_lossy(&out.stderr).into_owned();
    assert!(["\"group\"", "\"blendshapes\"", "\"score\""].iter().all(|name| said.contains(name)), "{said}");
    let report = &json(&out)[0];
    assert_eq!(report["groups"].as_array().unwrap().len(), 1);
    assert_eq!(report["groups"][0]["all"]["smile_happiness"]["of"], 0);
}

#[test]
fn what_is_wrong_with_a_file_is_named() {
    let dir = tempfile::tempdir().unwrap();
    let refused = |replaced: &[(&'static str, Vec<u8>)], without: &str| {
        let mut arrays = arrays();
        arrays.retain(|(name, _)| *name != without && replaced.iter().all(|(other, _)| other != name));
        arrays.extend(replaced.iter().cloned());
        failure(&groups(&file(dir.path(), &arrays), &[]))
    };
    for (name, array) in [
        ("jpeg", npy("<f4", "(1,)", &[0; 4])),
        ("offsets", npy("|u1", "(3,)", &[0, 9, 4])),
        ("offsets", npy("|u1", "(2,)", &[1, 9])),
        ("offsets", npy("<f8", "(2,)", &[0; 9])),
        ("group", npy("|i1", "(81,)", &[0; 81])),
        ("blendshapes", npy("<f4", "(1, 6)", &[0; 24])),
        ("names", npy("|S1", "(6,)", b"abcdef")),
        ("score", npy("<f4", "(81,)", &[0xff; 324])),
    ] {
        let said = refused(&[(name, array)], "");
        assert!(said.contains("annotations_invalid") && said.contains(&format!("\"{name}\"")), "{said}");
    }
    for name in ["jpeg", "offsets", "names"] {
        assert!(refused(&[], name).contains(&format!("the array \"{name}\" is missing")));
    }
    let nothing = dir.path().join("nothing.npz");
    assert!(failure(&groups(&nothing, &[])).contains("annotations_unreadable"));
    std::fs::write(&nothing, "no archive").unwrap();
    assert!(failure(&groups(&nothing, &[])).contains("no .npz file"));
}
