//! The library's tracks as the window shows them: a table, and a page for each.

use super::OwnMusic;
use super::model::measured;
use super::shelf::Shelf;
use crate::lock::held;
use attune_audio::Mode;
use attune_core::mood::Confidence;
use attune_core::track::AffectSource;
use attune_core::{AffectEstimate, AppError, TrackAffect, TrackId, Tracks};
use attune_library::{LocalTrack, Query, Sort};
use attune_session::Session;
use attune_session::view::TrackSaid;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The most rows at a time.
const PART: u32 = 1_000;
/// The most tracks that the session is asked about in one go: a few milliseconds of its time.
const ASKED: usize = 10_000;

/// The columns that can be sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum OwnSort {
    /// By title.
    Title,
    /// By artist.
    Artist,
    /// By album.
    Album,
    /// By genre.
    Genre,
    /// By year.
    Year,
    /// By length.
    Length,
    /// By the valence that is believed.
    Valence,
    /// By the arousal that is believed.
    Arousal,
    /// The surest belief first.
    Sureness,
}

/// Which rows to show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct OwnQuery {
    /// Words that must all occur, each at the beginning of a word of title, artist, album, genre or path; empty for all.
    pub text: String,
    /// The column to sort by.
    pub sort: OwnSort,
    /// The other way round.
    pub descending: bool,
    /// Rows to pass over.
    pub offset: u32,
    /// Rows to show, at most 1,000.
    pub limit: u32,
}

/// A track in the table.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct OwnRow {
    /// What tags and listening say.
    track: LocalTrack,
    /// What is believed of its affect, all evidence and the listener's words together.
    affect: AffectEstimate,
    /// How surely, in words.
    confidence: Confidence,
}

/// A part of what was found.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct OwnPage {
    /// How many were found in all.
    total: u32,
    /// Those asked for.
    rows: Vec<OwnRow>,
}

/// Everything about one track.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct TrackPage {
    /// The track as in the table.
    row: OwnRow,
    /// The key that was heard.
    key: Option<KeyView>,
    /// The version of what measured it.
    features_version: Option<u32>,
    /// What the belief rests on, each as if there were no other.
    evidence: Vec<EvidenceView>,
    /// What the listener said.
    said: TrackSaid,
}

/// A key.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct KeyView {
    /// Semitones above C, 0 to 11.
    tonic: u8,
    /// Minor instead of major.
    minor: bool,
}

/// One kind of evidence.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct EvidenceView {
    /// What it rests on.
    sources: Vec<AffectSource>,
    /// What to believe if it were all there is.
    estimate: AffectEstimate,
    /// How surely, in words.
    confidence: Confidence,
}

/// Tracks of the shelf in the order of a query.
#[derive(Debug)]
pub(super) struct MoodOrder {
    tracks: Tracks,
    places: Vec<u32>,
}

impl OwnMusic {
    /// A part of the table.
    pub fn page(&self, session: &Session, query: &OwnQuery) -> Result<OwnPage, AppError> {
        let (total, tracks) = match column(query.sort) {
            Some(sort) => {
                let OwnQuery { text, descending, offset, limit, .. } = query.clone();
                let page = self.library().page(&Query { text, sort, descending, offset, limit })?;
                (page.total, page.tracks)
            }
            None => self.by_mood(session, query)?,
        };
        Ok(OwnPage { total, rows: rows(session, &self.shared.shelf(), tracks)? })
    }

    /// Everything about a track; none where there is none.
    pub fn track_page(&self, session: &Session, id: &TrackId) -> Result<Option<TrackPage>, AppError> {
        let Some(track) = self.library().track(id)? else { return Ok(None) };
        let known = self.shared.shelf();
        let evidence = known.evidence(&(&track).into());
        let Some(row) = rows(session, &known, vec![track])?.pop() else { return Ok(None) };
        let measured = self.library().features(id)?.and_then(|bytes| measured(&bytes));
        let evidence = evidence.into_iter().map(|e| EvidenceView {
            sources: e.sources,
            estimate: e.estimate,
            confidence: Confidence::of(&e.estimate),
        });
        let asked = id.clone();
        Ok(Some(TrackPage {
            row,
            key: measured
                .as_ref()
                .and_then(|f| f.key)
                .map(|k| KeyView { tonic: k.tonic, minor: k.mode == Mode::Minor }),
            features_version: measured.map(|f| f.version),
            evidence: evidence.collect(),
            said: session.call(move |e, _| e.said(&asked))?,
        }))
    }

    /// Sorted by what is believed, which the library's database does not know.
    fn by_mood(&self, session: &Session, query: &OwnQuery) -> Result<(u32, Vec<LocalTrack>), AppError> {
        let order = self.mood_order(session, query)?;
        let wanted = order.places.iter().skip(query.offset as usize).take(query.limit.min(PART) as usize);
        let id = |place: &u32| order.tracks.get(*place).track_id();
        let tracks = wanted.filter_map(|place| self.library().track(&id(place)).transpose());
        Ok((order.places.len() as u32, tracks.collect::<Result<_, _>>()?))
    }

    /// The order of the last first page if this page continues it, whatever was learned since; else that of now.
    fn mood_order(&self, session: &Session, query: &OwnQuery) -> Result<Arc<MoodOrder>, AppError> {
        let mut last = held(&self.mood_order);
        let first = OwnQuery { offset: 0, limit: 0, ..query.clone() };
        if let Some((_, order)) = last.as_ref().filter(|(of, _)| query.offset > 0 && *of == first) {
            return Ok(order.clone());
        }
        let order = Arc::new(self.sorted_by_mood(session, query)?);
        *last = Some((first, order.clone()));
        Ok(order)
    }

    fn sorted_by_mood(&self, session: &Session, query: &OwnQuery) -> Result<MoodOrder, AppError> {
        let known = self.shared.shelf();
        let tracks = known.tracks().clone();
        let found: Vec<u32> = if query.text.trim().is_empty() {
            (0..tracks.len() as u32).collect()
        } else {
            let ids = self.library().found(&query.text)?;
            ids.iter().filter_map(|id| tracks.place(&id.0)).collect()
        };
        let mut keyed: Vec<(f64, u32)> = Vec::with_capacity(found.len());
        let ids = found.iter().map(|place| tracks.get(*place).track_id());
        believed(session, &known, ids, |e| keyed.push((key(query.sort, &e), keyed.len() as u32)))?;
        // Equals stay in the order in which they came.
        keyed.sort_unstable_by(|(a, i), (b, j)| {
            let order = a.total_cmp(b);
            if query.descending { order.reverse() } else { order }.then(i.cmp(j))
        });
        let places = keyed.into_iter().map(|(_, at)| found[at as usize]).collect();
        Ok(MoodOrder { tracks, places })
    }
}

/// The library's own order; none for what it does not know.
fn column(sort: OwnSort) -> Option<Sort> {
    Some(match sort {
        OwnSort::Title => Sort::Title,
        OwnSort::Artist => Sort::Artist,
        OwnSort::Album => Sort::Album,
        OwnSort::Genre => Sort::Genre,
        OwnSort::Year => Sort::Year,
        OwnSort::Length => Sort::Duration,
        OwnSort::Valence | OwnSort::Arousal | OwnSort::Sureness => return None,
    })
}

fn key(sort: OwnSort, e: &AffectEstimate) -> f64 {
    match sort {
        OwnSort::Valence => e.mean.valence,
        OwnSort::Arousal => e.mean.arousal,
        // The surest first.
        _ => e.spread(),
    }
}

/// Tells `take` what is believed of each of these tracks, in their order: by the engine, else by the shelf, else nothing.
fn believed(
    session: &Session,
    shelf: &Shelf,
    ids: impl IntoIterator<Item = TrackId>,
    mut take: impl FnMut(AffectEstimate),
) -> Result<(), AppError> {
    let unknown = TrackAffect::unknown().estimate;
    let mut ids = ids.into_iter();
    loop {
        // In parts, so that the session never waits for the whole of a large library.
        let part: Vec<TrackId> = ids.by_ref().take(ASKED).collect();
        if part.is_empty() {
            return Ok(());
        }
        let by_engine =
            session.call(move |e, _| part.into_iter().map(|id| (e.believed(&id), id)).collect::<Vec<_>>())?;
        for (estimate, id) in by_engine {
            let by_shelf = || shelf.tracks().find(&id).map(|track| track.estimate);
            take(estimate.or_else(by_shelf).unwrap_or(unknown));
        }
    }
}

fn rows(session: &Session, shelf: &Shelf, tracks: Vec<LocalTrack>) -> Result<Vec<OwnRow>, AppError> {
    let mut estimates = Vec::with_capacity(tracks.len());
    believed(session, shelf, tracks.iter().map(|t| t.id.clone()), |e| estimates.push(e))?;
    let row = |(track, affect)| OwnRow { confidence: Confidence::of(&affect), affect, track };
    Ok(tracks.into_iter().zip(estimates).map(row).collect())
}
