//! Everything as one JSON document, for the listener to keep.

use crate::Store;
use crate::error::StoreError;
use crate::rows::{catalogues, feedback, history, learned, past, resume_point, tracks};
use attune_core::catalogue::CatalogueInfo;
use attune_core::history::HistoryEntry;
use attune_core::player::ResumePoint;
use attune_core::taste::{PastHistory, PastTrack};
use attune_core::{Feedback, Settings, Track};
use serde::Serialize;
use serde_json::{Map, Value};

/// What the document calls itself.
pub(crate) const FORMAT: &str = "attune-export";
/// The version of the document: 2 says when it was made (`savedAt`, which the app adds).
pub(crate) const VERSION: u32 = 2;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Document<'s> {
    format: &'static str,
    version: u32,
    settings: &'s Settings,
    history: Vec<HistoryEntry>,
    feedback: Vec<Feedback>,
    learned: Map<String, Value>,
    place: Option<ResumePoint>,
    catalogues: Vec<Catalogue>,
    past_histories: Vec<Past>,
}

#[derive(Serialize)]
struct Past {
    #[serde(flatten)]
    info: PastHistory,
    #[serde(rename = "trackList")]
    tracks: Vec<PastTrack>,
}

#[derive(Serialize)]
struct Catalogue {
    #[serde(flatten)]
    info: CatalogueInfo,
    #[serde(rename = "trackList")]
    tracks: Vec<Track>,
}

/// The document, all of one moment.
pub(crate) fn document(store: &Store) -> Result<String, StoreError> {
    // One transaction, so that another process cannot write between two tables.
    let moment = store.db.unchecked_transaction()?;
    let catalogues = catalogues::all(&moment)?
        .into_iter()
        .map(|info| {
            let tracks = tracks::of(&moment, catalogues::existing(&moment, &info.id)?)?;
            Ok(Catalogue { info, tracks })
        })
        .collect::<Result<_, StoreError>>()?;
    let past_histories = past::all(&moment)?
        .into_iter()
        .map(|info| Ok(Past { tracks: past::tracks(&moment, info.id)?, info }))
        .collect::<Result<_, StoreError>>()?;
    let document = Document {
        format: FORMAT,
        version: VERSION,
        settings: store.settings.settings(),
        history: history::all(&moment)?,
        feedback: feedback::all(&moment)?,
        learned: learned::all(&moment)?,
        place: resume_point::get(&moment)?,
        catalogues,
        past_histories,
    };
    Ok(serde_json::to_string_pretty(&document)?)
}
