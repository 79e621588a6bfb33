//! The library's tracks as the window shows them: a table, and a page for each.

use super::OwnMusic;
use super::model::measured;
use super::shelf::Shelf;
use crate::lock::held;
use attune_audio::Mode;
use attune_core::mood::Confidence;
use attune_core::track::AffectSource;
use attune_core::{AffectEstimate, AppError, TrackAffect, TrackId};
use attune_library::{LocalTrack, Query, Sort};
use attune_session::Session;
use attune_session::view::TrackSaid;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
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
        let ids = self.mood_order(session, query)?;
        let wanted = ids.iter().skip(query.offset as usize).take(query.limit.min(PART) as usize);
        let tracks = wanted.filter_map(|id| self.library().track(id).transpose());
        Ok((ids.len() as u32, tracks.collect::<Result<_, _>>()?))
    }

    /// The order of the last first page if this page continues it, whatever was learned since; else that of now.
    fn mood_order(&self, session: &Session, query: &OwnQuery) -> Result<Arc<[TrackId]>, AppError> {
        let mut last = held(&self.mood_order);
        let first = OwnQuery { offset: 0, limit: 0, ..query.clone() };
        if let Some((_, ids)) = last.as_ref().filter(|(of, _)| query.offset > 0 && *of == first) {
            return Ok(ids.clone());
        }
        let ids: Arc<[TrackId]> = self.sorted_by_mood(session, query)?.into();
        *last = Some((first, ids.clone()));
        Ok(ids)
    }

    fn sorted_by_mood(&self, session: &Session, query: &OwnQuery) -> Result<Vec<TrackId>, AppError> {
        let known = self.shared.shelf();
        let found = if query.text.trim().is_empty() {
            known.tracks().iter().map(|t| t.id.clone()).collect()
        } else {
            self.library().found(&query.text)?
        };
        let believed = believed(session, &known, found)?;
        let mut keyed: Vec<(f64, u32)> =
            (0..).zip(&believed).map(|(place, (_, e))| (key(query.sort, e), place)).collect();
        // Equals stay in the order in which they came.
        keyed.sort_unstable_by(|(a, i), (b, j)| {
            let order = a.total_cmp(b);
            if query.descending { order.reverse() } else { order }.then(i.cmp(j))
        });
        Ok(keyed.into_iter().map(|(_, place)| believed[place as usize].0.clone()).collect())
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

/// What is believed of tracks: by the engine, else by the shelf, else nothing.
fn believed(
    session: &Session,
    shelf: &Shelf,
    ids: Vec<TrackId>,
) -> Result<Vec<(TrackId, AffectEstimate)>, AppError> {
    let unknown = TrackAffect::unknown().estimate;
    let mut known = Vec::with_capacity(ids.len());
    let mut ids = ids.into_iter();
    loop {
        // In parts, so that the session never waits for the whole of a large library.
        let part: Vec<TrackId> = ids.by_ref().take(ASKED).collect();
        if part.is_empty() {
            return Ok(known);
        }
        let by_engine =
            session.call(move |e, _| part.into_iter().map(|id| (e.believed(&id), id)).collect::<Vec<_>>())?;
        known.extend(by_engine.into_iter().map(|(e, id)| {
            let e = e.or_else(|| shelf.affect(&id)).unwrap_or(unknown);
            (id, e)
        }));
    }
}

fn rows(session: &Session, shelf: &Shelf, tracks: Vec<LocalTrack>) -> Result<Vec<OwnRow>, AppError> {
    let ids = tracks.iter().map(|t| t.id.clone()).collect();
    let known: HashMap<_, _> = believed(session, shelf, ids)?.into_iter().collect();
    Ok(tracks
        .into_iter()
        .map(|track| {
            let affect = known.get(&track.id).copied().unwrap_or(TrackAffect::unknown().estimate);
            OwnRow { confidence: Confidence::of(&affect), affect, track }
        })
        .collect())
}
