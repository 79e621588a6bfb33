//! What was heard in songs that are in the cache. The listening itself is the caller's.

use crate::error::SubsonicError;
use crate::servers::Servers;
use crate::song::{parts, track_id};
use attune_core::{AnalysisVersions, AppError, TrackAnalysis, TrackId};
use rusqlite::{OptionalExtension as _, params};
use std::path::PathBuf;

/// A song in the cache that was not heard with these versions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unheard {
    /// The song.
    pub id: TrackId,
    /// Its whole file.
    pub path: PathBuf,
}

impl Servers {
    /// The songs in the cache that were not heard with these versions, the latest used first.
    pub fn unheard(&self, versions: &AnalysisVersions) -> Result<Vec<Unheard>, AppError> {
        let find = || -> Result<Vec<Unheard>, SubsonicError> {
            let db = self.reader();
            let mut rows = db.prepare_cached(
                "SELECT server, songs.song, file FROM cached JOIN songs ON number = cached.song
                 LEFT JOIN analyses ON analyses.song = number AND features_version = ?1 AND model = ?2
                 WHERE analyses.song IS NULL ORDER BY used_at DESC",
            )?;
            let all = rows.query_map(params![versions.features, versions.model], |row| {
                let (server, song, file): (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
                Ok(Unheard { id: track_id(&server, &song), path: self.inner.cache.file(&file) })
            })?;
            Ok(all.collect::<Result<_, _>>()?)
        };
        Ok(find()?)
    }

    /// Keeps what was heard in a song; nothing for one whose sound says nothing, which is not tried again with these
    /// versions. A song that is gone meanwhile is passed over.
    pub fn keep_analysis(
        &self,
        id: &TrackId,
        versions: &AnalysisVersions,
        heard: Option<&TrackAnalysis>,
    ) -> Result<(), AppError> {
        let Some((server, song)) = parts(id) else { return Ok(()) };
        let affect = heard.and_then(|h| h.affect);
        self.writer()
            .execute(
                "INSERT OR REPLACE INTO analyses (song, features_version, model, features, valence, arousal, sd_valence,
                 sd_arousal, tempo, loudness, peak, length_ms)
                 SELECT number, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13 FROM songs
                 WHERE server = ?1 AND song = ?2",
                params![
                    server,
                    song,
                    versions.features,
                    versions.model,
                    heard.map(|h| h.features.as_slice()),
                    affect.map(|a| a.mean.valence),
                    affect.map(|a| a.mean.arousal),
                    affect.map(|a| a.sd_valence),
                    affect.map(|a| a.sd_arousal),
                    heard.and_then(|h| h.tempo),
                    heard.and_then(|h| h.loudness),
                    heard.and_then(|h| h.peak),
                    heard.and_then(|h| h.length_ms),
                ],
            )
            .map_err(SubsonicError::from)?;
        Ok(())
    }

    /// The gain in dB that brings a song to `target` LUFS: as its tags say, else as it was heard. None where nobody knows.
    pub fn song_gain(&self, id: &TrackId, by_album: bool, target: f64) -> Result<Option<f64>, AppError> {
        let Some((server, song)) = parts(id) else { return Ok(None) };
        let sql = "SELECT CASE WHEN ?3 THEN coalesce(album_gain, track_gain) ELSE track_gain END, loudness
            FROM songs LEFT JOIN analyses ON analyses.song = number WHERE server = ?1 AND songs.song = ?2";
        let found = self
            .reader()
            .query_row(sql, params![server, song, by_album], |row| {
                Ok((row.get::<_, Option<f64>>(0)?, row.get::<_, Option<f64>>(1)?))
            })
            .optional()
            .map_err(SubsonicError::from)?;
        let (tagged, heard) = found.unwrap_or_default();
        Ok(tagged.or(heard.map(|lufs| target - lufs)))
    }
}
