//! The models inside the program. On Android an installed app's resources stay inside its package, where no path leads:
//! the files are compiled in instead, and their hashes are checked as those of files are.

/// The files of `models/` that the program reads, by name.
const FILES: [(&str, &[u8]); 5] = [
    (super::MANIFEST, include_bytes!("../../../models/manifest.toml")),
    ("audio-affect.onnx", include_bytes!("../../../models/audio-affect.onnx")),
    ("expression.onnx", include_bytes!("../../../models/expression.onnx")),
    ("face-detector.onnx", include_bytes!("../../../models/face-detector.onnx")),
    ("voice-tone.onnx", include_bytes!("../../../models/voice-tone.onnx")),
];

/// The file of that name.
pub(super) fn file(name: &str) -> Option<&'static [u8]> {
    FILES.iter().find(|(other, _)| *other == name).map(|(_, bytes)| *bytes)
}

#[cfg(test)]
mod tests {
    use crate::{ModelError, Models};
    use attune_core::ErrorCode;

    #[test]
    fn every_model_of_the_manifest_is_inside_and_whole() {
        let models = Models::embedded().unwrap();
        assert!(models.manifest().models.len() >= 4);
        for entry in &models.manifest().models {
            assert_eq!(
                models.verified(entry).map(|bytes| bytes.len() as u64),
                Ok(entry.bytes),
                "{}",
                entry.id
            );
        }
    }

    #[test]
    fn hashes_are_checked_and_what_is_not_inside_is_missing() {
        let models = Models::embedded().unwrap();
        let mut entry = models.manifest().models[0].clone();
        entry.sha256 = "0".repeat(64);
        assert_eq!(models.verified(&entry).map_err(|e| e.code()), Err(ErrorCode::ModelCorrupt));
        entry.bytes += 1;
        assert!(matches!(models.verified(&entry), Err(ModelError::Corrupt { .. })));
        entry.file = "other.onnx".into();
        assert_eq!(models.verified(&entry).map_err(|e| e.code()), Err(ErrorCode::ModelMissing));
    }
}
