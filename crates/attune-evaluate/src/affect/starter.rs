//! The starter catalogue against the table of genres: two pieces of our own judgement that should agree.

use super::super::{percent, round};
use super::Printed;
use super::measures::Quality;
use attune_catalogue::{genre, starter};
use attune_core::{Affect, AffectEstimate, Track};
use serde::Serialize;

/// From how many spreads on a track is named.
const FAR: f64 = 2.25;

#[derive(Debug, Serialize)]
pub(super) struct Report {
    tracks: usize,
    genres: usize,
    #[serde(flatten)]
    quality: Quality,
    outliers: Vec<Outlier>,
}

/// A track far from its genre.
#[derive(Debug, Serialize)]
struct Outlier {
    title: String,
    artist: String,
    genre: String,
    at: Affect,
    genre_at: Affect,
    /// How far, in the genre's spreads, on the axis where it is farther.
    spreads: f64,
}

impl Report {
    pub(super) fn new() -> Self {
        let tracks = starter::tracks();
        let placed: Vec<(&Track, AffectEstimate)> =
            tracks.iter().filter_map(|t| Some((t, genre::read(t.genre.as_deref()?).estimate?))).collect();
        let pairs: Vec<_> = placed.iter().map(|(t, e)| (*e, t.affect.estimate.mean)).collect();
        let mut outliers: Vec<_> = placed.iter().map(|(t, e)| Outlier::new(t, e)).collect();
        outliers.retain(|o| o.spreads >= FAR);
        outliers.sort_by(|a, b| b.spreads.total_cmp(&a.spreads));
        Self { tracks: placed.len(), genres: genre::all().len(), quality: Quality::of(&pairs), outliers }
    }
}

impl Outlier {
    fn new(track: &Track, genre: &AffectEstimate) -> Self {
        let at = track.affect.estimate.mean;
        Self {
            title: track.title.clone(),
            artist: track.artist.clone(),
            genre: track.genre.clone().unwrap_or_default(),
            at,
            genre_at: genre.mean,
            spreads: round(at.axis_distance(genre.mean) / genre.spread()),
        }
    }
}

impl Printed for Report {
    fn lines(&self) -> Vec<String> {
        let q = &self.quality;
        let r = |x: Option<f64>| x.map_or_else(|| "–".to_owned(), |r| format!("{r:.3}"));
        let mut out = vec![
            format!("{} tracks, {} genres", self.tracks, self.genres),
            format!(
                "r of the genre's place with the editor's: valence {}, arousal {}",
                r(q.r.valence),
                r(q.r.arousal)
            ),
            format!(
                "in the genre's 90 % interval: valence {}, arousal {}",
                percent(q.coverage.valence),
                percent(q.coverage.arousal)
            ),
            format!("{} tracks {FAR} spreads or more from their genre:", self.outliers.len()),
        ];
        out.extend(self.outliers.iter().map(|o| {
            format!(
                "{:4.1}  {} – {} ({}): {:.2}, {:.2} against {:.2}, {:.2}",
                o.spreads,
                o.artist,
                o.title,
                o.genre,
                o.at.valence,
                o.at.arousal,
                o.genre_at.valence,
                o.genre_at.arousal
            )
        }));
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Judgements made apart agree: well beyond chance, and with spreads that hold what they promise.
    #[test]
    fn starter_and_genres_agree() {
        let report = Report::new();
        let q = &report.quality;
        assert!(report.tracks >= 850, "{}", report.tracks);
        assert!(q.r.valence.unwrap() > 0.45 && q.r.arousal.unwrap() > 0.55, "{q:?}");
        for coverage in [q.coverage.valence, q.coverage.arousal] {
            assert!((0.85..=0.95).contains(&coverage.unwrap()), "{q:?}");
        }
        let share = report.outliers.len() as f64 / report.tracks as f64;
        assert!(share < 0.06, "{:#?}", report.lines());
    }
}
