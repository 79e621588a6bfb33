//! The settings file: one JSON object with a version and a field a setting.
//!
//! Reading goes field by field, so that one of the wrong type never resets the rest. Fields that are not known
//! here, from a newer version for instance, are written back as they were. They are written whole or not
//! at all.

use crate::error::StoreError;
use crate::warning::Warning;
use attune_core::Settings;
use serde_json::{Map, Value};
use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

/// The version written.
const VERSION: u64 = 1;
const VERSION_FIELD: &str = "version";
/// A settings file is a few hundred bytes; no more than this is read.
const SIZE_LIMIT: u64 = 1024 * 1024;

/// The settings and the file that they are in.
#[derive(Debug)]
pub(crate) struct SettingsFile {
    path: Option<PathBuf>,
    settings: Settings,
    /// The object as it was read, with fields that are not known here.
    document: Map<String, Value>,
}

impl SettingsFile {
    /// Settings without a file.
    pub(crate) fn in_memory() -> Self {
        Self { path: None, settings: Settings::default(), document: Map::new() }
    }

    /// Reads the file as far as it can be read; what could not is told.
    pub(crate) fn read(path: &Path, warnings: &mut Vec<Warning>) -> Self {
        let document = object(path).unwrap_or_else(|_| {
            warnings.push(Warning::SettingsUnreadable);
            Map::new()
        });
        let (settings, repaired) = salvage(&document);
        if !repaired.is_empty() {
            warnings.push(Warning::SettingsRepaired(repaired));
        }
        Self { path: Some(path.to_owned()), settings, document }
    }

    /// From now on the settings are kept in memory only.
    pub(crate) fn forget_file(&mut self) {
        self.path = None;
    }

    /// From now on the settings are kept in this file; what they are goes there at once.
    pub(crate) fn write_to(&mut self, path: PathBuf) -> Result<(), StoreError> {
        self.path = Some(path);
        self.save(&self.settings.clone())
    }

    pub(crate) fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Writes the settings and takes them as the current ones; on an error the old ones stay.
    pub(crate) fn save(&mut self, settings: &Settings) -> Result<(), StoreError> {
        let settings = in_range(settings.clone());
        let mut document = self.document.clone();
        document.extend(fields(&settings)?);
        let version = document.get(VERSION_FIELD).and_then(Value::as_u64).unwrap_or(VERSION);
        document.insert(VERSION_FIELD.into(), version.max(VERSION).into());
        if let Some(path) = &self.path {
            attune_files::replace(path, &serde_json::to_vec_pretty(&document)?)?;
        }
        (self.settings, self.document) = (settings, document);
        Ok(())
    }

    /// Back to the defaults, with nothing left of what was read.
    pub(crate) fn reset(&mut self) {
        (self.settings, self.document) = (Settings::default(), Map::new());
    }
}

/// The object in a file; an empty one if there is no file.
fn object(path: &Path) -> Result<Map<String, Value>, StoreError> {
    let mut bytes = Vec::new();
    match File::open(path) {
        Ok(file) => file.take(SIZE_LIMIT).read_to_end(&mut bytes)?,
        // A path through something that is no folder has no settings either; the folder has its own warning.
        Err(e) if matches!(e.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => return Ok(Map::new()),
        Err(e) => return Err(e.into()),
    };
    parse(&bytes)
}

/// The object in a file's bytes.
fn parse(bytes: &[u8]) -> Result<Map<String, Value>, StoreError> {
    Ok(serde_json::from_slice(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes))?)
}

/// The settings in a file's bytes, and the names of the fields that had to take their default or a limit.
#[cfg(feature = "fuzz")]
pub(crate) fn read_bytes(bytes: &[u8]) -> Result<(Settings, Vec<String>), StoreError> {
    Ok(salvage(&parse(bytes)?))
}

/// The settings in an object, and the names of the fields that had to take their default or a limit.
pub(crate) fn salvage(document: &Map<String, Value>) -> (Settings, Vec<String>) {
    let mut settings = Settings::default();
    let Ok(mut good) = fields(&settings) else { return (settings, Vec::new()) };
    let names: Vec<String> = good.keys().cloned().collect();
    let mut repaired = Vec::new();
    for name in names {
        let Some(found) = document.get(&name) else { continue };
        let default = good.insert(name.clone(), found.clone());
        if let Ok(read) = serde_json::from_value(Value::Object(good.clone())) {
            settings = read;
            // Reading brings numbers into their range.
            let kept = fields(&settings).ok().and_then(|mut fields| fields.remove(&name));
            if !kept.is_some_and(|kept| same(&kept, found)) {
                repaired.push(name);
            }
        } else {
            good.insert(name.clone(), default.unwrap_or_default());
            repaired.push(name);
        }
    }
    (settings, repaired)
}

/// Whether two values are the same but for the way in which numbers are written, and for fields that are not known here.
fn same(kept: &Value, found: &Value) -> bool {
    match (kept, found) {
        (Value::Number(a), Value::Number(b)) => a.as_f64() == b.as_f64(),
        (Value::Object(a), Value::Object(b)) => a.iter().all(|(k, v)| b.get(k).is_some_and(|w| same(v, w))),
        _ => kept == found,
    }
}

fn fields(settings: &Settings) -> Result<Map<String, Value>, StoreError> {
    match serde_json::to_value(settings)? {
        Value::Object(fields) => Ok(fields),
        _ => Ok(Map::new()),
    }
}

/// Settings with each share where it may be; the other numbers cannot be built out of range.
fn in_range(mut settings: Settings) -> Settings {
    let within = |x: f64, default: f64| if x.is_nan() { default } else { x.clamp(0.0, 1.0) };
    settings.pace = within(settings.pace, Settings::default().pace);
    settings.surprise = within(settings.surprise, Settings::default().surprise);
    settings
}

#[cfg(test)]
mod tests;
