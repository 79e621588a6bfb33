//! Tracks that people or their tags rated for valence and arousal.

use super::Printed;
use super::measures::{Axes, Quality, moments, share_between};
use super::table::{Table, number};
use attune_catalogue::affect::{Own, Surroundings};
use attune_catalogue::artists::Artists;
use attune_catalogue::{genre, starter};
use attune_core::{Affect, AffectEstimate, AppError, ErrorCode, TrackAffect};
use serde::Serialize;
use std::collections::HashMap;

/// A rated track, in the file's scale.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Rated {
    artist: String,
    valence: f64,
    arousal: f64,
}

/// Reads a table of rated tracks. Fails with `annotations_invalid`.
pub(super) fn read(table: &Table) -> Result<Vec<Rated>, AppError> {
    let artist = table.column(&["artist", "artist_name"])?;
    let (valence, arousal) = (table.column(&["valence"])?, table.column(&["arousal"])?);
    let row = |row| {
        let (valence, arousal) = (number(&row, valence)?, number(&row, arousal)?);
        Ok(Rated { artist: row.text(artist).to_owned(), valence, arousal })
    };
    table.rows().map(row).collect()
}

/// How one part of the knowledge does.
#[derive(Debug, Serialize)]
struct Line {
    knows: &'static str,
    /// Tracks of which it knows something.
    known: usize,
    #[serde(flatten)]
    quality: Quality,
    /// Correlation among the tracks of which it knows something.
    r_known: Axes,
}

#[derive(Debug, Serialize)]
pub(super) struct Report {
    tracks: usize,
    train: usize,
    /// Tracks whose artist is in the train file, too.
    artist_in_train: usize,
    /// Share of the variance that lies between artists, in the train file (in the table, where there is none).
    artist_share: Axes,
    /// The same of what the artist's genre leaves, among artists of the starter catalogue.
    artist_share_within_genre: Axes,
    lines: Vec<Line>,
}

/// A track on the plane.
struct Placed<'a> {
    artist: &'a str,
    at: Affect,
    own: Own,
}

impl Report {
    pub(super) fn new(tracks: &[Rated], train: &[Rated]) -> Result<Self, AppError> {
        if tracks.is_empty() {
            return Err(AppError::new(
                ErrorCode::AnnotationsInvalid,
                "The table has no rows. Choose another one.",
            ));
        }
        let scale = Scale::of(if train.is_empty() { tracks } else { train });
        let (tracks, train) = (scale.placed(tracks), scale.placed(train));
        let shares = if train.is_empty() { &tracks } else { &train };
        let (genres, from_train) = (genres(), learned(&[&train]));
        let everyone = learned(&[&train, &tracks]);
        let nobody = Own::default();
        let measure = |knows, around: &dyn Fn(&Placed) -> Option<Surroundings>| line(knows, &tracks, around);
        let lines = vec![
            measure("nothing", &|_| None),
            measure("genre", &|t| genres.around(None, t.artist, None, &nobody)),
            measure("artist, train file", &|t| from_train.around(None, t.artist, None, &nobody)),
            measure("artist", &|t| everyone.around(None, t.artist, None, &t.own)),
            measure("genre and artist", &|t| everyone.around(Some(&genres), t.artist, None, &t.own)),
            measure("all", &|t| everyone.around(Some(Artists::starter()), t.artist, None, &t.own)),
        ];
        let in_train = |t: &&Placed| from_train.around(None, t.artist, None, &nobody).is_some();
        Ok(Self {
            artist_in_train: tracks.iter().filter(in_train).count(),
            artist_share: Axes::of(|axis| share_between(&by_artist(shares, |t| Some(axis(t.at))))),
            artist_share_within_genre: Axes::of(|axis| {
                let rest = |t: &Placed| {
                    let genre = genres.around(None, t.artist, None, &nobody)?;
                    Some(axis(t.at) - axis(genre.estimate.mean))
                };
                share_between(&by_artist(shares, rest))
            }),
            tracks: tracks.len(),
            train: train.len(),
            lines,
        })
    }
}

fn line(knows: &'static str, tracks: &[Placed], around: &dyn Fn(&Placed) -> Option<Surroundings>) -> Line {
    let nothing = TrackAffect::unknown().estimate;
    let found: Vec<(Option<AffectEstimate>, Affect)> =
        tracks.iter().map(|t| (around(t).map(|s| s.estimate), t.at)).collect();
    let all: Vec<_> = found.iter().map(|(e, at)| (e.unwrap_or(nothing), *at)).collect();
    let read: Vec<_> = found.iter().filter_map(|(e, at)| Some(((*e)?, *at))).collect();
    Line { knows, known: read.len(), quality: Quality::of(&all), r_known: Quality::of(&read).r }
}

/// From a file's scale to the plane: the file's mean and spread become those of the starter catalogue.
struct Scale {
    valence: [(f64, f64); 2],
    arousal: [(f64, f64); 2],
}

impl Scale {
    fn of(rated: &[Rated]) -> Self {
        let starter: Vec<Affect> = starter::tracks().iter().map(|t| t.affect.estimate.mean).collect();
        Self {
            valence: [moments(rated.iter().map(|t| t.valence)), moments(starter.iter().map(|a| a.valence))],
            arousal: [moments(rated.iter().map(|t| t.arousal)), moments(starter.iter().map(|a| a.arousal))],
        }
    }

    fn placed<'a>(&self, tracks: &'a [Rated]) -> Vec<Placed<'a>> {
        let moved = |x: f64, [(from, from_sd), (to, to_sd)]: [(f64, f64); 2]| {
            to + to_sd * (x - from) / from_sd.max(f64::MIN_POSITIVE)
        };
        let place = |t: &'a Rated| {
            let at = Affect::new(moved(t.valence, self.valence), moved(t.arousal, self.arousal));
            let rating = AffectEstimate::with_sd(at, AffectEstimate::MIN_SD);
            Placed { artist: &t.artist, at, own: Own { curated: Some(rating), ..Own::default() } }
        };
        tracks.iter().map(place).collect()
    }
}

/// The genres that the starter catalogue's artists are known for, and nothing else of them.
fn genres() -> Artists {
    let mut artists = Artists::credited([]);
    for track in starter::tracks() {
        let genre = track.genre.as_deref().and_then(|g| genre::read(g).estimate);
        artists.add(&track.artist, &Own::default(), genre);
    }
    artists
}

fn learned(files: &[&[Placed]]) -> Artists {
    let mut artists = Artists::credited(files.iter().copied().flatten().map(|track| track.artist));
    for track in files.iter().copied().flatten() {
        artists.add(track.artist, &track.own, None);
    }
    artists
}

fn by_artist(tracks: &[Placed], value: impl Fn(&Placed) -> Option<f64>) -> Vec<Vec<f64>> {
    let mut groups: HashMap<String, usize> = HashMap::new();
    let mut values: Vec<Vec<f64>> = Vec::new();
    for track in tracks {
        let Some(value) = value(track) else { continue };
        let group = *groups.entry(attune_core::track::fold(track.artist)).or_insert(values.len());
        if group == values.len() {
            values.push(Vec::new());
        }
        values[group].push(value);
    }
    values
}

impl Printed for Report {
    fn lines(&self) -> Vec<String> {
        let percent = super::super::percent;
        let r = |x: Option<f64>| x.map_or_else(|| format!("{:>6}", "–"), |r| format!("{r:6.3}"));
        let mut out = vec![
            format!(
                "{} tracks; {} of their artists' tracks are among {} further ones",
                self.tracks, self.artist_in_train, self.train
            ),
            format!(
                "variance between artists: valence {}, arousal {}; of what genre leaves: {}, {}",
                percent(self.artist_share.valence),
                percent(self.artist_share.arousal),
                percent(self.artist_share_within_genre.valence),
                percent(self.artist_share_within_genre.arousal),
            ),
            format!(
                "{:20} {:>6}  {:>14}  {:>14}  {:>14}  {:>20}",
                "knows", "tracks", "r v, a", "r where known", "rmse v, a", "in 90 % interval v, a"
            ),
        ];
        out.extend(self.lines.iter().map(|l| {
            let q = &l.quality;
            format!(
                "{:20} {:>6}  {}  {}  {}  {}  {}  {}   {}   {}",
                l.knows,
                l.known,
                r(q.r.valence),
                r(q.r.arousal),
                r(l.r_known.valence),
                r(l.r_known.arousal),
                r(q.rmse.valence),
                r(q.rmse.arousal),
                percent(q.coverage.valence),
                percent(q.coverage.arousal),
            )
        }));
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rated(artist: &str, valence: f64) -> Rated {
        Rated { artist: artist.into(), valence, arousal: -valence }
    }

    /// Artists who differ and tracks that hardly do: their means must be found, and never from the track itself.
    #[test]
    fn artists_that_differ_are_told_apart_and_single_tracks_are_not() {
        let tracks: Vec<_> = (0..60)
            .map(|i| rated(&format!("artist {}", i / 3), f64::from(i / 3) + f64::from(i % 3) * 0.01))
            .collect();
        let report = Report::new(&tracks, &[]).unwrap();
        let by = |knows: &str| report.lines.iter().find(|l| l.knows == knows).unwrap();
        assert!(by("artist").quality.r.valence.unwrap() > 0.95);
        assert_eq!((by("artist").known, by("artist, train file").known, by("nothing").known), (60, 0, 0));
        assert_eq!(by("nothing").quality.r.valence, None);
        assert!(report.artist_share.valence.unwrap() > 0.99);
        let single: Vec<_> = (0..60).map(|i| rated(&format!("artist {i}"), f64::from(i))).collect();
        let report = Report::new(&single, &[]).unwrap();
        assert!(report.lines.iter().all(|l| l.known == 0 && l.quality.r.valence.is_none()));
    }

    #[test]
    fn the_files_scale_does_not_matter() {
        let tracks = |scale: f64| -> Vec<_> {
            (0..40).map(|i| rated(&format!("a{}", i % 7), scale * f64::from(i * i % 11) + scale)).collect()
        };
        let lines = |scale| Report::new(&tracks(scale), &tracks(scale)).unwrap().lines();
        assert_eq!(lines(1.0), lines(250.0));
        assert!(Report::new(&[], &[]).is_err());
    }
}
