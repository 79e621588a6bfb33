//! What listeners said of the clips of `soundscape --study`, against what the clips were asked to be.

use super::figures::{correlation, mean};
use crate::{csv, round};
use attune_app::print;
use attune_core::{AppError, ErrorCode};
use serde::Serialize;
use std::collections::{BTreeMap, HashMap};
use std::path::Path;

/// One rating beside the clip's target.
#[derive(Debug, Clone, Copy)]
struct Pair {
    /// Valence and arousal asked for, in [-1, 1].
    target: [f64; 2],
    /// The same as rated, from 1 to 9.
    rated: [f64; 2],
}

/// How well targets explain ratings: the squared correlation on either axis.
#[derive(Debug, Serialize)]
struct Line {
    who: String,
    clips: usize,
    r2_valence: f64,
    r2_arousal: f64,
}

/// Prints R² per person and for the means over persons. Fails with the codes of tables, and with `nothing_measured` if
/// nobody rated three clips.
pub(super) fn report(file: &Path, key: Option<&Path>, json: bool) -> Result<(), AppError> {
    let key = key.map_or_else(|| file.with_file_name("key.csv"), Path::to_path_buf);
    let lines = lines(&pairs(file, &key)?);
    if lines.is_empty() {
        return Err(AppError::new(ErrorCode::NothingMeasured, "Nobody rated three clips or more."));
    }
    if json {
        return print::json(&lines);
    }
    print::line("                      clips  R² valence  R² arousal")?;
    lines.iter().try_for_each(|l| {
        print::line(&format!("{:20}  {:5}  {:10.3}  {:10.3}", l.who, l.clips, l.r2_valence, l.r2_arousal))
    })
}

/// Ratings by person and clip.
type Ratings = BTreeMap<String, BTreeMap<String, Pair>>;

fn pairs(file: &Path, key: &Path) -> Result<Ratings, AppError> {
    let mut targets = HashMap::new();
    let text = csv::read(key)?;
    for row in csv::rows(&text, key).filter(|row| !row.text(0).eq_ignore_ascii_case("clip")) {
        let (Some(v), Some(a)) = (row.number(1)?, row.number(2)?) else {
            return Err(row.wrong("valence and arousal are missing"));
        };
        targets.insert(row.text(0).to_owned(), [v, a]);
    }
    let mut ratings = Ratings::new();
    let text = csv::read(file)?;
    for row in csv::rows(&text, file).filter(|row| !row.text(0).eq_ignore_ascii_case("rater")) {
        let clip = row.text(1).to_owned();
        let target = *targets.get(&clip).ok_or_else(|| row.wrong("the key has no such clip"))?;
        let (Some(v), Some(a)) = (row.number::<f64>(2)?, row.number::<f64>(3)?) else { continue };
        if ![v, a].iter().all(|x| (1.0..=9.0).contains(x)) {
            return Err(row.wrong("ratings run from 1 to 9"));
        }
        let rater = Some(row.text(0)).filter(|name| !name.is_empty()).unwrap_or("1").to_owned();
        ratings.entry(rater).or_default().insert(clip, Pair { target, rated: [v, a] });
    }
    Ok(ratings)
}

/// One line a person with three clips or more, and one for the means over all who rated a clip.
fn lines(ratings: &Ratings) -> Vec<Line> {
    let mut lines: Vec<Line> = ratings
        .iter()
        .filter(|(_, clips)| clips.len() > 2)
        .map(|(who, clips)| line(who, &clips.values().copied().collect::<Vec<_>>()))
        .collect();
    if lines.len() > 1 {
        let mut clips: BTreeMap<&str, Vec<Pair>> = BTreeMap::new();
        for (clip, pair) in ratings.values().flatten() {
            clips.entry(clip).or_default().push(*pair);
        }
        let together = |pairs: &Vec<Pair>| {
            let axis = |i: usize| mean(&pairs.iter().map(|p| p.rated[i]).collect::<Vec<_>>());
            Pair { target: pairs[0].target, rated: [axis(0), axis(1)] }
        };
        lines.push(line("together", &clips.values().map(together).collect::<Vec<_>>()));
    }
    lines
}

fn line(who: &str, pairs: &[Pair]) -> Line {
    let r2 = |axis: usize| {
        let pairs: Vec<_> = pairs.iter().map(|p| (p.target[axis], p.rated[axis])).collect();
        round(correlation(&pairs).powi(2))
    };
    Line { who: who.to_owned(), clips: pairs.len(), r2_valence: r2(0), r2_arousal: r2(1) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ratings_are_compared_by_person_and_together() {
        let folder = tempfile::tempdir().unwrap();
        let (key, file) = (folder.path().join("key.csv"), folder.path().join("r.csv"));
        std::fs::write(&key, "clip,valence,arousal\n01,-1,0\n02,0,1\n03,1,-1\n").unwrap();
        let rated = "rater,clip,valence,arousal\nA,01,1,5\nA,02,5,9\nA,03,9,1\nB,01,1,9\nB,02,1,5\nB,03,9,\nB,03,9,1\n";
        std::fs::write(&file, rated).unwrap();
        let lines = lines(&pairs(&file, &key).unwrap());
        let figures: Vec<_> =
            lines.iter().map(|l| (l.who.as_str(), l.clips, l.r2_valence, l.r2_arousal)).collect();
        assert_eq!((figures[0].0, figures[0].1), ("A", 3));
        assert!((figures[0].2 - 1.0).abs() < 1e-9 && (figures[0].3 - 1.0).abs() < 1e-9);
        assert!((figures[1].2 - 0.75).abs() < 1e-9);
        assert_eq!((figures[2].0, figures[2].1), ("together", 3));
        std::fs::write(&file, "A,09,1,5\n").unwrap();
        assert_eq!(pairs(&file, &key).unwrap_err().code, ErrorCode::AnnotationsInvalid);
    }
}
