//! The models' manifest: it names files to be opened and numbers to be divided by.

use attune_models::manifest::Manifest;
use std::path::{Component, Path};

/// What is accepted names files beside the manifest only and holds usable numbers only.
pub(super) fn check(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let Ok(manifest) = Manifest::parse(text) else { return };
    for entry in &manifest.models {
        let parts: Vec<_> = Path::new(&entry.file).components().collect();
        assert!(matches!(parts[..], [Component::Normal(_)]), "{:?}", entry.file);
        assert!(!entry.file.chars().any(char::is_control), "{:?}", entry.file);
        assert_eq!(entry.sha256.len(), 64);
        assert!((2..=4).contains(&entry.input.shape.len()), "{:?}", entry.input);
        assert!(entry.input.shape.iter().all(|length| *length == -1 || *length > 0), "{:?}", entry.input);
        assert!(entry.classifier.as_ref().is_none_or(|c| c.temperature.is_finite() && c.temperature > 0.0));
        assert!(entry.tone.as_ref().is_none_or(|t| t.temperature.is_finite() && t.temperature > 0.0));
        assert!(entry.detector.as_ref().is_none_or(|d| d.long_side >= 32));
        assert!(entry.crop.as_ref().is_none_or(|c| c.scale.is_finite() && c.dy.is_finite()));
        assert_eq!(manifest.entry(&entry.id).map(|e| &e.sha256), Ok(&entry.sha256), "ids are unique");
    }
}

/// The shipped manifest, and a small one.
pub(super) fn seeds() -> Vec<Vec<u8>> {
    let shipped = std::fs::read(crate::root().join("models/manifest.toml")).unwrap_or_default();
    vec![shipped, SMALL.into(), b"version = 1\nmodel = []\n".into()]
}

const SMALL: &str = r#"version = 1
[[model]]
id = "expression"
file = "e.onnx"
sha256 = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
bytes = 9
revision = "r"
licence = "MIT"
[model.input]
name = "x"
shape = [-1, 1, 48, 48]
layout = "NCHW"
channels = "grey"
range = [0.0, 255.0]
[model.classifier]
labels = ["neutral", "happiness", "surprise", "sadness", "anger", "disgust", "fear", "contempt"]
temperature = 1.5
[model.crop]
scale = 0.95
dy = -0.02
"#;
