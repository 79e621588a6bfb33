use super::manifest::{Limits, Manifest, VERSION};
use super::{Models, sha256};
use attune_core::ErrorCode;
use std::fs;

const GOOD: &str = r#"
version = 1

[[model]]
id = "expression"
task = "expression-classification"
file = "expression.onnx"
sha256 = "SUM"
bytes = 5
revision = "1"
licence = "CC0"
provenance = "somewhere"

[model.input]
name = "face"
shape = [-1, 1, 48, 48]
layout = "NCHW"
channels = "grey"
range = [0.0, 255.0]

[model.classifier]
labels = ["neutral", "happiness", "surprise", "sadness", "anger", "disgust", "fear", "contempt"]
temperature = 0.64

[model.crop]
scale = 1.1
dy = 0.02

[model.metrics]
accuracy = 0.8
"#;

fn good() -> String {
    GOOD.replace("SUM", &sha256(b"hello"))
}

fn refused(from: &str, to: &str) -> String {
    let text = good();
    assert!(text.contains(from), "{from}");
    let error = Manifest::parse(&text.replace(from, to)).unwrap_err();
    assert_eq!(error.code(), ErrorCode::ManifestInvalid);
    error.to_string()
}

#[test]
fn a_good_manifest_is_read() {
    let manifest = Manifest::parse(&good()).unwrap();
    assert_eq!(manifest.version, VERSION);
    let entry = manifest.entry("expression").unwrap();
    assert_eq!(entry.input.shape, [-1, 1, 48, 48]);
    assert!((entry.crop.unwrap().scale - 1.1).abs() < 1e-9);
    assert_eq!(manifest.entry("voice").unwrap_err().code(), ErrorCode::ManifestInvalid);
}

#[test]
fn what_cannot_be_is_refused() {
    for file in ["\\u0000.onnx", "a\\nb.onnx", "a\\tb"] {
        assert!(refused("expression.onnx", file).contains("bare name"), "{file}");
    }
    for shape in ["[-1, 1, 0, 48]", "[-1, 1, 48, -48]", "[-2, 1, 48, 48]", "[-1, 1, 48, 9000000000000000000]"]
    {
        assert!(refused("[-1, 1, 48, 48]", shape).contains("impossible length"), "{shape}");
    }
    refused("version = 1", "version = 2");
    refused("version = 1", "");
    refused("expression.onnx", "../expression.onnx");
    refused("expression.onnx", "C:expression.onnx");
    refused("bytes = 5", "bytes = -5");
    refused("NCHW", "NHWC");
    refused("\"grey\"", "\"rgb\"");
    refused("\"grey\"", "\"cmyk\"");
    refused("255.0", "1.0");
    refused("temperature = 0.64", "temperature = 0.0");
    refused("temperature = 0.64", "temperature = nan");
    refused("scale = 1.1", "scale = 40.0");
    refused("sha256 = \"", "sha256 = \"A");
    assert!(refused("\"neutral\", \"happiness\"", "\"happiness\", \"neutral\"").contains("order"));
    let twice = format!("{}\n{}", good(), good().replace("version = 1", ""));
    assert!(Manifest::parse(&twice).unwrap_err().to_string().contains("twice"));
}

#[test]
fn files_are_verified_before_use() {
    let dir = tempfile::tempdir().unwrap();
    assert_eq!(Models::open(dir.path()).unwrap_err().code(), ErrorCode::ManifestInvalid);
    fs::write(dir.path().join("manifest.toml"), good()).unwrap();
    let models = Models::open(dir.path()).unwrap();
    let entry = models.manifest().entry("expression").unwrap();
    assert_eq!(models.verified(entry).unwrap_err().code(), ErrorCode::ModelMissing);
    let file = dir.path().join("expression.onnx");
    fs::write(&file, "hello").unwrap();
    assert_eq!(models.verified(entry).unwrap(), b"hello");
    fs::write(&file, "hellp").unwrap();
    assert_eq!(models.verified(entry).unwrap_err().code(), ErrorCode::ModelCorrupt);
    fs::write(&file, "hello and more").unwrap();
    assert_eq!(models.verified(entry).unwrap_err().code(), ErrorCode::ModelCorrupt);
}

#[test]
fn limits_are_used_with_the_files_they_were_measured_with_only() {
    let (classifier, detector) = (sha256(b"hello"), sha256(b"face"));
    let guard = |with: &str| {
        format!(
            "version = 1\n[guard]\nclear_score = 0.6\nleast_energy = 2.5\nleast_open = -1.0\nmeasured_with = [{with}]\n"
        )
    };
    let other = GOOD.trim_start_matches("\nversion = 1\n").replace("\"expression\"", "\"face-detector\"");
    let entries = format!("{}{}", good().replace("version = 1", ""), other.replace("SUM", &detector));
    let limits = |with: &str| Manifest::parse(&format!("{}{entries}", guard(with))).unwrap().limits();
    let both = format!("\"{classifier}\", \"{detector}\"");
    assert_eq!(limits(&both), Limits { clear_score: 0.6, least_energy: 2.5, least_open: -1.0 });
    assert_eq!(limits(&format!("\"{classifier}\"")), Limits::default());
    assert_eq!(Manifest::parse(&good()).unwrap().limits(), Limits::default());
    for bad in ["clear_score = 1.5", "clear_score = nan"] {
        let text = format!("{}{entries}", guard(&both).replace("clear_score = 0.6", bad));
        assert_eq!(Manifest::parse(&text).unwrap_err().code(), ErrorCode::ManifestInvalid, "{bad}");
    }
}

const VOICE: &str = r#"
version = 1

[[model]]
id = "voice-tone"
file = "voice-tone.onnx"
sha256 = "SUM"
bytes = 5
revision = "1"
licence = "CC0"

[model.input]
name = "features"
shape = [-1, -1, 43]
layout = "NTC"
channels = "features"
range = [-20.0, 20.0]

[model.tone]
labels = ["neutral"]
temperature = 0.7
arousal_scale = 0.9
valence_spread = 1.1
least_speech = 2.0
"#;

#[test]
fn a_model_of_voices_is_read_and_impossible_numbers_are_refused() {
    let good = VOICE.replace("SUM", &sha256(b"hello"));
    let manifest = Manifest::parse(&good).unwrap();
    let tone = manifest.entry("voice-tone").unwrap().tone.clone().unwrap();
    assert!((tone.temperature - 0.7).abs() < 1e-6 && tone.labels == ["neutral"]);
    for (from, to) in [
        ("shape = [-1, -1, 43]", "shape = [-1, 43]"),
        ("temperature = 0.7", "temperature = 0.0"),
        ("temperature = 0.7", "temperature = nan"),
        ("arousal_scale = 0.9", "arousal_scale = -1.0"),
        ("valence_spread = 1.1", "valence_spread = 0.5"),
        ("least_speech = 2.0", "least_speech = inf"),
    ] {
        let error = Manifest::parse(&good.replace(from, to)).unwrap_err();
        assert_eq!(error.code(), ErrorCode::ManifestInvalid, "{to}");
    }
}
