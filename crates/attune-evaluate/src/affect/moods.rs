//! Tracks with computed features and one of four mood words.

use super::super::{percent, round};
use super::Printed;
use super::measures::{Z90, moments, ranked_above};
use super::table::Table;
use attune_catalogue::affect::{Evidence, Own, believed};
use attune_catalogue::artists::Artists;
use attune_catalogue::{starter, words};
use attune_core::{Affect, AffectEstimate, AppError, ErrorCode};
use serde::Serialize;

/// The moods of the published tables, in the order in which they are printed.
const MOODS: [&str; 4] = ["happy", "energetic", "calm", "sad"];

/// A track with its mood.
#[derive(Debug, Clone)]
pub(super) struct Labelled {
    artist: String,
    title: String,
    mood: usize,
    /// Valence and energy as the table has them, in [0, 1].
    raw: (f64, f64),
    own: Own,
}

/// Reads a table of labelled tracks; others than the four moods are wrong. Fails with `annotations_invalid`.
pub(super) fn read(table: &Table) -> Result<Vec<Labelled>, AppError> {
    let column = |names: &[&str]| table.column(names);
    let (artist, title) = (column(&["artist", "artist_name"])?, column(&["title", "name", "track_name"])?);
    let (valence, energy) = (column(&["valence"])?, column(&["energy"])?);
    let (loudness, tempo) = (column(&["loudness"])?, column(&["tempo"])?);
    let mood = column(&["mood"])?;
    let row = |row: super::super::csv::Row| {
        let word = row.text(mood).to_lowercase();
        let mood = MOODS.iter().position(|m| *m == word);
        let evidence = Evidence {
            valence: row.number(valence)?,
            energy: row.number(energy)?,
            loudness: row.number(loudness)?,
            tempo: row.number(tempo)?,
            ..Evidence::default()
        };
        let (Some(v), Some(e)) = (evidence.valence, evidence.energy) else {
            return Err(row.wrong("valence or energy is missing"));
        };
        Ok(Labelled {
            artist: row.text(artist).to_owned(),
            title: row.text(title).to_owned(),
            mood: mood.ok_or_else(|| row.wrong("the mood is none of happy, energetic, calm, sad"))?,
            raw: (v, e),
            own: Own::of(&evidence),
        })
    };
    table.rows().map(row).collect()
}

/// How one way of believing does.
#[derive(Debug, Serialize)]
struct Line {
    knows: &'static str,
    /// Tracks of which it knows something.
    known: usize,
    /// Share of the tracks whose mood's place is the likeliest of the four.
    accuracy: f64,
    /// Share of pairs in which a happy or energetic track is put above a calm or sad one in arousal.
    arousal: Option<f64>,
    /// … a happy one above a sad one in valence.
    happy_above_sad: Option<f64>,
    /// … a calm one above a sad one in valence.
    calm_above_sad: Option<f64>,
    /// Mean valence of each mood's tracks.
    mean_valence: [f64; 4],
    /// Share of tracks whose mood's place lies in the 90 % interval, valence and arousal. A mood is a region and not
    /// a place, so its own spread counts.
    coverage: [f64; 2],
}

#[derive(Debug, Serialize)]
pub(super) struct Report {
    tracks: usize,
    moods: [&'static str; 4],
    lines: Vec<Line>,
}

impl Report {
    /// No track's word, and no word of its artist's other tracks, is known to any line but the two that say so: as
    /// hard as folds by artist.
    pub(super) fn new(tracks: &[Labelled]) -> Result<Self, AppError> {
        if tracks.is_empty() {
            return Err(AppError::new(
                ErrorCode::AnnotationsInvalid,
                "The table has no rows. Choose another one.",
            ));
        }
        let word = |t: &Labelled| words::estimate(MOODS[t.mood]);
        let around = |t: &Labelled| Artists::starter().around(None, &t.artist, None, &t.own);
        let lines = vec![
            line("starter's artists", tracks, &|t| Some(around(t)?.estimate)),
            line("features as they are", tracks, &|t| Some(as_they_are(t))),
            line("features", tracks, &|t| Some(believed(&t.own, None).estimate)),
            line("all but the word", tracks, &|t| {
                let own = Own { curated: curated(t), ..t.own };
                Some(believed(&own, around(t).as_ref()).estimate)
            }),
            line("as they are, and word", tracks, &|t| Some(as_they_are(t).fuse(&word(t)?))),
            line("features and word", tracks, &|t| {
                Some(believed(&Own { word: word(t), ..t.own }, None).estimate)
            }),
        ];
        Ok(Self { tracks: tracks.len(), moods: MOODS, lines })
    }
}

/// The features stretched over the plane, without regard to what they are worth: what one would do first.
fn as_they_are(t: &Labelled) -> AffectEstimate {
    AffectEstimate::new(Affect::new(2.0 * t.raw.0 - 1.0, 2.0 * t.raw.1 - 1.0), 0.35, 0.25)
}

fn curated(t: &Labelled) -> Option<AffectEstimate> {
    let place = starter::place(&t.title, &t.artist)?;
    Own::curated(place.valence, place.arousal).curated
}

fn line(
    knows: &'static str,
    tracks: &[Labelled],
    believe: &dyn Fn(&Labelled) -> Option<AffectEstimate>,
) -> Line {
    let nothing = attune_core::TrackAffect::unknown().estimate;
    let found: Vec<_> = tracks.iter().map(|t| (believe(t), t.mood)).collect();
    let all: Vec<(AffectEstimate, usize)> = found.iter().map(|(e, m)| (e.unwrap_or(nothing), *m)).collect();
    let axis = |moods: &[usize], axis: fn(Affect) -> f64| -> Vec<f64> {
        all.iter().filter(|(_, m)| moods.contains(m)).map(|(e, _)| axis(e.mean)).collect()
    };
    let above = |high: &[usize], low: &[usize], of| ranked_above(&axis(high, of), &axis(low, of)).map(round);
    let share = |n: usize| round(n as f64 / all.len() as f64);
    Line {
        knows,
        known: found.iter().filter(|(e, _)| e.is_some()).count(),
        accuracy: share(all.iter().filter(|(e, m)| likeliest(e) == *m).count()),
        arousal: above(&[0, 1], &[2, 3], |a| a.arousal),
        happy_above_sad: above(&[0], &[3], |a| a.valence),
        calm_above_sad: above(&[2], &[3], |a| a.valence),
        mean_valence: [0, 1, 2, 3].map(|m| round(moments(axis(&[m], |a| a.valence).iter().copied()).0)),
        coverage: [
            share(
                all.iter().filter(|(e, m)| inside(e.mean.valence, e.sd_valence, place(*m).valence)).count(),
            ),
            share(
                all.iter().filter(|(e, m)| inside(e.mean.arousal, e.sd_arousal, place(*m).arousal)).count(),
            ),
        ],
    }
}

fn place(mood: usize) -> Affect {
    words::place(MOODS[mood]).unwrap_or_default()
}

/// Whether a region around `place` is where the belief says, at 90 %.
fn inside(mean: f64, sd: f64, place: f64) -> bool {
    (mean - place).abs() <= Z90 * sd.hypot(words::SD)
}

/// The mood in whose region the track most likely lies.
fn likeliest(e: &AffectEstimate) -> usize {
    let far = |mean: f64, sd: f64, place: f64| (mean - place).powi(2) / (sd * sd + words::SD * words::SD);
    let distance = |m: usize| {
        far(e.mean.valence, e.sd_valence, place(m).valence)
            + far(e.mean.arousal, e.sd_arousal, place(m).arousal)
    };
    (0..MOODS.len()).min_by(|a, b| distance(*a).total_cmp(&distance(*b))).unwrap_or(0)
}

impl Printed for Report {
    fn lines(&self) -> Vec<String> {
        let mut out = vec![
            format!("{} tracks", self.tracks),
            format!(
                "{:22} {:>6}  {:>8}  {:>8} {:>8} {:>8}  {:>31}  {:>18}",
                "knows",
                "tracks",
                "accuracy",
                "arousal",
                "hap>sad",
                "calm>sad",
                "mean valence hap, ene, calm, sad",
                "in 90 % v, a"
            ),
        ];
        out.extend(self.lines.iter().map(|l| {
            let means = l.mean_valence.map(|m| format!("{m:7.3}")).join(" ");
            format!(
                "{:22} {:>6}  {}  {} {} {}  {means}  {}  {}",
                l.knows,
                l.known,
                percent(Some(l.accuracy)),
                percent(l.arousal),
                percent(l.happy_above_sad),
                percent(l.calm_above_sad),
                percent(Some(l.coverage[0])),
                percent(Some(l.coverage[1])),
            )
        }));
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labelled(mood: usize, valence: f64, energy: f64) -> Labelled {
        let evidence = Evidence { valence: Some(valence), energy: Some(energy), ..Evidence::default() };
        Labelled {
            artist: "nobody".into(),
            title: "nothing".into(),
            mood,
            raw: (valence, energy),
            own: Own::of(&evidence),
        }
    }

    #[test]
    fn clear_tracks_are_told_apart() {
        let tracks =
            [labelled(0, 0.95, 0.75), labelled(1, 0.6, 0.98), labelled(2, 0.1, 0.1), labelled(3, 0.05, 0.35)];
        let report = Report::new(&tracks).unwrap();
        let by = |knows: &str| report.lines.iter().find(|l| l.knows == knows).unwrap();
        assert_eq!((by("features").arousal, by("features").happy_above_sad), (Some(1.0), Some(1.0)));
        assert_eq!(by("starter's artists").known, 0);
        assert!((by("features and word").accuracy - 1.0).abs() < 1e-12);
        assert!(by("as they are, and word").mean_valence[2] < by("features and word").mean_valence[2]);
        assert!(Report::new(&[]).is_err());
    }
}
