//! The key that the pitch classes fit best (Krumhansl and Kessler 1982).

use super::filters::CLASSES;
use serde::{Deserialize, Serialize};

/// How well each class fits a key, from its tonic up, as listeners rated it.
const MAJOR: [f64; CLASSES] = [6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88];
const MINOR: [f64; CLASSES] = [6.33, 2.68, 3.52, 5.38, 2.60, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17];

/// Major or minor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// With a major third.
    Major,
    /// With a minor third.
    Minor,
}

/// The key that fits best, and how clearly.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Key {
    /// Semitones above C, 0 to 11.
    pub tonic: u8,
    /// Major or minor.
    pub mode: Mode,
    /// Correlation of the pitch classes with the key's profile, in [-1, 1].
    pub fit: f64,
    /// Best correlation with a major key less the best with a minor key, in [-2, 2].
    pub majorness: f64,
}

/// None if all classes are equally strong.
pub(super) fn key(chroma: &[f64; CLASSES]) -> Option<Key> {
    let (major, minor) = (best(chroma, &MAJOR)?, best(chroma, &MINOR)?);
    let majorness = major.1 - minor.1;
    let (mode, (tonic, fit)) = if majorness >= 0.0 { (Mode::Major, major) } else { (Mode::Minor, minor) };
    Some(Key { tonic: tonic as u8, mode, fit, majorness })
}

/// The tonic with the highest correlation.
fn best(chroma: &[f64; CLASSES], profile: &[f64; CLASSES]) -> Option<(usize, f64)> {
    let centred = |x: &[f64; CLASSES]| {
        let mean = x.iter().sum::<f64>() / CLASSES as f64;
        x.map(|v| v - mean)
    };
    let (chroma, profile) = (centred(chroma), centred(profile));
    let length = |x: &[f64; CLASSES]| x.iter().map(|v| v * v).sum::<f64>().sqrt();
    let scale = length(&chroma) * length(&profile);
    if scale < 1e-9 {
        return None;
    }
    let fit =
        |tonic: usize| (0..CLASSES).map(|c| chroma[(c + tonic) % CLASSES] * profile[c]).sum::<f64>() / scale;
    (0..CLASSES).map(|tonic| (tonic, fit(tonic))).max_by(|a, b| a.1.total_cmp(&b.1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn triads_name_their_key() {
        for tonic in 0..CLASSES {
            for (third, mode) in [(4, Mode::Major), (3, Mode::Minor)] {
                let mut chroma = [0.1; CLASSES];
                for step in [0, third, 7] {
                    chroma[(tonic + step) % CLASSES] = 1.0;
                }
                let key = key(&chroma).unwrap();
                assert_eq!((usize::from(key.tonic), key.mode), (tonic, mode));
                assert_eq!(key.majorness > 0.0, mode == Mode::Major);
            }
        }
    }

    #[test]
    fn noise_has_no_key() {
        assert_eq!(key(&[0.4; CLASSES]), None);
        assert_eq!(key(&[0.0; CLASSES]), None);
    }
}
