//! The clips of a folder: files of patches of the same clip belong together.

use super::trace::{self, Problem, Trace};
use attune_core::{AppError, ErrorCode};
use attune_pulse::colour::Patch;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The words that name a patch at the end of a file's name.
const PATCHES: [&str; 12] = [
    "forehead",
    "leftcheek",
    "rightcheek",
    "cheek",
    "chin",
    "nose",
    "patch",
    "roi",
    "region",
    "box",
    "face",
    "skin",
];

/// A clip: its name and what was seen in it.
#[derive(Debug)]
pub(super) struct Clip {
    pub(super) name: String,
    /// The names of its files, without what follows the last point.
    pub(super) files: Vec<String>,
    pub(super) times: Vec<f64>,
    pub(super) looks: Vec<Vec<Patch>>,
}

/// A file that nothing can be measured on.
#[derive(Debug, serde::Serialize)]
pub(super) struct Broken {
    pub(super) file: String,
    pub(super) problem: String,
}

/// What a folder holds: its clips in the order of their names, and the files that are none. `truth` is left out.
/// Fails with `file_unreadable` if the folder cannot be read.
pub(super) fn of_folder(
    folder: &Path,
    fps: Option<f64>,
    truth: Option<&Path>,
) -> Result<(Vec<Clip>, Vec<Broken>), AppError> {
    let mut groups: BTreeMap<String, Vec<(String, Trace)>> = BTreeMap::new();
    let mut broken = Vec::new();
    for file in tables(folder, truth)? {
        let stem = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        match read(&file, fps) {
            Ok(trace) => groups.entry(clip_of(&stem).to_owned()).or_default().push((stem, trace)),
            Err(problem) => {
                let file = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
                broken.push(Broken { file, problem: problem.to_string() });
            }
        }
    }
    Ok((groups.into_iter().map(|(name, files)| joined(name, files)).collect(), broken))
}

/// The tables in a folder, by name; neither the truth nor what is no table.
fn tables(folder: &Path, truth: Option<&Path>) -> Result<Vec<PathBuf>, AppError> {
    let failed = |error: std::io::Error| {
        let message = format!("{} cannot be read ({error}). Check the path and try again.", folder.display());
        AppError::new(ErrorCode::FileUnreadable, message)
    };
    let is_same = |path: &Path| truth.is_some_and(|truth| same_file(truth, path));
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        let ending = path.extension().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
        if ["csv", "tsv", "txt"].contains(&ending.as_str()) && !is_truth_by_name(&path) && !is_same(&path) {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn same_file(a: &Path, b: &Path) -> bool {
    matches!((a.canonicalize(), b.canonicalize()), (Ok(a), Ok(b)) if a == b)
}

/// Whether a file says of itself that it holds the truth and no colours.
fn is_truth_by_name(path: &Path) -> bool {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    stem.split(['_', '-', ' ', '.']).any(|word| ["gt", "truth", "labels", "groundtruth"].contains(&word))
}

fn read(file: &Path, fps: Option<f64>) -> Result<Trace, Problem> {
    let bytes = fs::read(file).map_err(Problem::Unreadable)?;
    trace::read(&String::from_utf8_lossy(&bytes), fps)
}

/// The name of a file without what names its patch: `a_video1_forehead` and `a_video1_patch3` belong to `a_video1`.
fn clip_of(stem: &str) -> &str {
    let Some((clip, last)) = stem.rsplit_once('_') else { return stem };
    let word = last.trim_end_matches(|c: char| c.is_ascii_digit()).to_ascii_lowercase();
    if PATCHES.contains(&word.as_str()) {
        // left_cheek
        clip.strip_suffix("_left").or_else(|| clip.strip_suffix("_right")).unwrap_or(clip)
    } else {
        stem
    }
}

/// The patches of all files of a clip, look by look, as far as all of them go.
fn joined(name: String, files: Vec<(String, Trace)>) -> Clip {
    let count = files.iter().map(|(_, trace)| trace.times.len()).min().unwrap_or(0);
    let look = |i: usize| files.iter().flat_map(|(_, trace)| trace.looks[i].iter().copied()).collect();
    let looks = (0..count).map(look).collect();
    let times = files.first().map_or_else(Vec::new, |(_, trace)| trace.times[..count].to_vec());
    Clip { name, files: files.into_iter().map(|(stem, _)| stem).collect(), times, looks }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_patches_belong_to_a_clip() {
        for (stem, clip) in [
            ("India_video10_forehead", "India_video10"),
            ("India_video10_leftcheek", "India_video10"),
            ("one_left_cheek", "one"),
            ("one_patch12", "one"),
            ("one_ROI3", "one"),
            ("steady_72", "steady_72"),
            ("forehead", "forehead"),
        ] {
            assert_eq!(clip_of(stem), clip);
        }
    }

    #[test]
    fn a_truth_beside_the_traces_is_no_trace() {
        for name in ["India_GT.csv", "truth.csv", "clip.gt.csv"] {
            assert!(is_truth_by_name(Path::new(name)), "{name}");
        }
        assert!(!is_truth_by_name(Path::new("night_1.csv")));
    }
}
