//! What the heart rates really were.

use super::clips::Clip;
use crate::csv;
use attune_core::AppError;
use std::collections::HashMap;
use std::path::Path;

/// Seconds before a reading that its rate is taken from.
const REACH: f64 = 30.0;

/// Known rates by the name of a clip: beats a minute, each at a time where the table says so.
#[derive(Debug, Default)]
pub(super) struct Truth(HashMap<String, Vec<(Option<f64>, f64)>>);

impl Truth {
    /// Reads a table of clip and beats a minute, or of clip, seconds and beats a minute where the rate changes. Fails
    /// with the codes of tables; a first row without numbers is a header.
    pub(super) fn read(file: &Path) -> Result<Self, AppError> {
        let text = csv::read(file)?;
        let mut truth = Self::default();
        for (i, row) in csv::rows(&text, file).enumerate() {
            if row.text(0).starts_with('#') || (i == 0 && row.number::<f64>(1).is_err()) {
                continue;
            }
            let (second, third) = (row.number::<f64>(1)?, row.number::<f64>(2).unwrap_or(None));
            let (time, rate) = third.map_or((None, second), |rate| (second, Some(rate)));
            let rate = rate.filter(|rate| (20.0..=260.0).contains(rate));
            let rate = rate.ok_or_else(|| row.wrong("no heart rate between 20 and 260 is given"))?;
            let name = row.text(0).rsplit_once('.').filter(|(_, ending)| ending.len() <= 4);
            let name = name.map_or(row.text(0), |(stem, _)| stem).to_lowercase();
            truth.0.entry(name).or_default().push((time, rate));
        }
        Ok(truth)
    }

    /// The rate of a clip at a time: the mean of what is known of the 30 seconds before it, or of all.
    pub(super) fn of(&self, clip: &Clip, time: f64) -> Option<f64> {
        let known = self.known(clip)?;
        let is_near = |at: Option<f64>| at.is_none_or(|at| (time - REACH..=time).contains(&at));
        let near: Vec<f64> = known.iter().filter(|(at, _)| is_near(*at)).map(|(_, rate)| *rate).collect();
        (!near.is_empty()).then(|| near.iter().sum::<f64>() / near.len() as f64)
    }

    /// What is known of a clip by its name, by the name of one of its files, or by a part of its name: `video1` is
    /// `India_video1`.
    fn known(&self, clip: &Clip) -> Option<&Vec<(Option<f64>, f64)>> {
        let by = |name: &str| self.0.get(&name.to_lowercase());
        by(&clip.name)
            .or_else(|| clip.files.iter().find_map(|file| by(file)))
            .or_else(|| clip.name.split_once('_').and_then(|(_, rest)| by(rest)))
            .or_else(|| clip.name.split('_').find_map(by))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn truth(text: &str) -> Result<Truth, AppError> {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("truth.csv");
        fs::write(&file, text).unwrap();
        Truth::read(&file)
    }

    fn clip(name: &str) -> Clip {
        Clip {
            name: name.into(),
            files: vec![format!("{name}_forehead")],
            times: Vec::new(),
            looks: Vec::new(),
        }
    }

    #[test]
    fn clips_are_known_by_their_names_and_parts_of_them() {
        let truth =
            truth("\u{feff}Subject ,Heart_Rate(BPM) \nvideo1,85.4\nb_c,70\nnight_forehead.csv,61\n").unwrap();
        assert_eq!(truth.of(&clip("India_video1"), 30.0), Some(85.4));
        assert_eq!(truth.of(&clip("India_video10"), 30.0), None);
        assert_eq!(truth.of(&clip("a_b_c"), 30.0), Some(70.0));
        assert_eq!(truth.of(&clip("night"), 30.0), Some(61.0));
    }

    #[test]
    fn rates_that_change_are_those_of_the_last_half_minute() {
        let truth = truth("clip,t_s,bpm\na,0,60\na,10,70\na,50,90\n").unwrap();
        assert_eq!(truth.of(&clip("a"), 30.0), Some(65.0));
        assert_eq!(truth.of(&clip("a"), 55.0), Some(90.0));
        assert_eq!(truth.of(&clip("a"), 100.0), None);
    }

    #[test]
    fn rates_that_no_heart_has_are_refused() {
        for text in ["clip,bpm\na,0\n", "clip,bpm\na,\n", "clip,bpm\na,x\n"] {
            assert_eq!(truth(text).unwrap_err().code.as_str(), "annotations_invalid", "{text}");
        }
    }
}
