//! Where the main window was, so that it opens there again: `window.json` in the data folder.
//!
//! All lengths are in physical pixels of the whole desktop. The file says nothing but this, and a window that would not be
//! in sight (a screen was unplugged) opens where the system puts it.

use attune_core::AppError;
use attune_core::ErrorCode;
use serde::{Deserialize, Serialize};
use std::path::Path;

/// The file's name.
const FILE: &str = "window.json";
/// The largest file that is read, in bytes.
const MOST_BYTES: u64 = 4096;
/// So much of the window's upper edge must be on a screen for it to be grasped, in pixels.
const GRASP: i64 = 80;

/// A rectangle of the desktop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Area {
    /// The left edge; negative on a screen to the left of the first.
    pub x: i32,
    /// The upper edge.
    pub y: i32,
    /// From left to right.
    pub width: u32,
    /// From top to bottom.
    pub height: u32,
}

impl Area {
    /// Whether enough of the upper edge lies on this screen to move the window by it.
    fn can_be_grasped_on(self, screen: Self) -> bool {
        let overlap = |a: i32, b: u32, c: i32, d: u32| {
            let (a, c) = (i64::from(a), i64::from(c));
            (a + i64::from(b)).min(c + i64::from(d)) - a.max(c)
        };
        let across = overlap(self.x, self.width, screen.x, screen.width);
        let edge = overlap(self.y, 1, screen.y, screen.height);
        across >= GRASP.min(i64::from(self.width)) && edge >= 1
    }
}

/// How the main window was left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct WindowPlace {
    /// Its place and size when it is not maximised.
    pub area: Area,
    /// Whether it filled its screen.
    pub maximised: bool,
}

impl WindowPlace {
    /// Reads the place from a data folder, if one was kept and the window can be seen there on one of the screens.
    #[must_use]
    pub fn read(folder: &Path, screens: &[Area]) -> Option<Self> {
        let path = folder.join(FILE);
        let small = path.metadata().is_ok_and(|file| file.len() <= MOST_BYTES);
        let place: Self = serde_json::from_slice(&small.then(|| std::fs::read(&path).ok())??).ok()?;
        screens.iter().any(|screen| place.area.can_be_grasped_on(*screen)).then_some(place)
    }

    /// This place; a maximised window does not say how large it was before, so its area is the one that was kept.
    #[must_use]
    pub fn unless_maximised(self, folder: &Path, screens: &[Area]) -> Self {
        let before = self.maximised.then(|| Self::read(folder, screens)).flatten();
        Self { area: before.map_or(self.area, |place| place.area), ..self }
    }

    /// Writes the place to a data folder that exists. Fails with `store_failed`.
    pub fn write(&self, folder: &Path) -> Result<(), AppError> {
        let failed = |error: String| {
            AppError::new(ErrorCode::StoreFailed, format!("The window's place could not be kept ({error})."))
        };
        let text = serde_json::to_vec(self).map_err(|error| failed(error.to_string()))?;
        attune_files::replace(&folder.join(FILE), &text).map_err(|error| failed(error.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCREEN: Area = Area { x: 0, y: 0, width: 1920, height: 1080 };

    fn at(x: i32, y: i32) -> WindowPlace {
        WindowPlace { area: Area { x, y, width: 900, height: 700 }, maximised: false }
    }

    #[test]
    fn a_place_is_found_again() {
        let dir = tempfile::tempdir().unwrap();
        assert_eq!(WindowPlace::read(dir.path(), &[SCREEN]), None);
        let place = WindowPlace { maximised: true, ..at(120, 60) };
        place.write(dir.path()).unwrap();
        assert_eq!(WindowPlace::read(dir.path(), &[SCREEN]), Some(place));
    }

    #[test]
    fn a_window_out_of_sight_is_not_put_there() {
        let dir = tempfile::tempdir().unwrap();
        let left = Area { x: -1920, ..SCREEN };
        at(-1500, 60).write(dir.path()).unwrap();
        assert!(WindowPlace::read(dir.path(), &[SCREEN]).is_none(), "that screen is gone");
        assert!(WindowPlace::read(dir.path(), &[SCREEN, left]).is_some());
        for (x, y) in [(-850, 60), (1900, 60), (100, -40), (100, 1080), (i32::MAX, i32::MIN)] {
            at(x, y).write(dir.path()).unwrap();
            assert!(WindowPlace::read(dir.path(), &[SCREEN]).is_none(), "{x}, {y}");
        }
    }

    #[test]
    fn a_damaged_file_is_no_place() {
        let dir = tempfile::tempdir().unwrap();
        for text in ["", "{", "{\"area\":{\"x\":1e99}}", &"9".repeat(5000)] {
            std::fs::write(dir.path().join(FILE), text).unwrap();
            assert!(WindowPlace::read(dir.path(), &[SCREEN]).is_none());
        }
    }
}
