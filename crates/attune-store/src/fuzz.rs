//! The way in for the settings file, for the fuzz targets.

use crate::settings_file::read_bytes;
use attune_core::Settings;

/// The settings in the bytes of a file, and the names of the fields that had to take their default or a limit; none where the
/// bytes are no settings file.
#[must_use]
pub fn settings(bytes: &[u8]) -> Option<(Settings, Vec<String>)> {
    read_bytes(bytes).ok()
}
