//! An archive in memory whose disk can be made to fail.

use attune_core::backup::Backup;
use attune_core::catalogue::CatalogueInfo;
use attune_core::history::{HistoryEdit, HistoryEntry};
use attune_core::mood::Learned;
use attune_core::player::ResumePoint;
use attune_core::ports::{Archive, PastReader};
use attune_core::taste::{CountedTimes, PastHistory, PastPlays, PastTrack, StatedPreferences};
use attune_core::{
    AppError, ErrorCode, Feedback, FeedbackKind, Modality, Settings, Timestamp, Track, TrackId,
};
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

#[derive(Default)]
struct Kept {
    settings: Settings,
    history: Vec<HistoryEntry>,
    feedback: Vec<(u32, Feedback)>,
    learned: Learned,
    stated: StatedPreferences,
    place: Option<ResumePoint>,
    catalogues: Vec<(CatalogueInfo, Vec<Track>)>,
    /// Those that are not whole yet.
    begun: Vec<(CatalogueInfo, Vec<Track>)>,
    /// What is not deleted yet of those that were removed.
    removed: Vec<Vec<Track>>,
    /// What was heard elsewhere; none of it is listed before it is whole.
    past: Vec<(PastHistory, Vec<PastTrack>, bool)>,
    numbers: u32,
}

/// Keeps everything in memory; clones share it, so that a test can look inside and restart a session over it.
#[derive(Clone)]
pub struct MemoryArchive {
    kept: Arc<Mutex<Kept>>,
    full: Arc<AtomicBool>,
    /// Writes that are left before the disk is full.
    room: Arc<AtomicU32>,
}

impl Default for MemoryArchive {
    fn default() -> Self {
        Self { kept: Arc::default(), full: Arc::default(), room: Arc::new(AtomicU32::new(u32::MAX)) }
    }
}

impl MemoryArchive {
    /// From now on every write fails with `disk_full` (or works again).
    pub fn set_full(&self, full: bool) {
        self.full.store(full, Ordering::Relaxed);
        self.room.store(u32::MAX, Ordering::Relaxed);
    }

    /// After so many more writes each fails with `disk_full`.
    pub fn set_full_after(&self, writes: u32) {
        self.room.store(writes, Ordering::Relaxed);
    }

    /// How many tracks of removed catalogues are not deleted yet.
    #[must_use]
    pub fn leftovers(&self) -> usize {
        self.lock().removed.iter().map(Vec::len).sum()
    }

    fn lock(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> Result<MutexGuard<'_, Kept>, AppError> {
        let room = |left: u32| left.checked_sub(1);
        let is_full = self.room.fetch_update(Ordering::Relaxed, Ordering::Relaxed, room).is_err();
        if is_full || self.full.load(Ordering::Relaxed) {
            return Err(AppError::new(ErrorCode::DiskFull, "The disk is full."));
        }
        Ok(self.lock())
    }
}

impl Kept {
    fn number(&mut self) -> u32 {
        self.numbers += 1;
        self.numbers
    }
}

fn past_gone() -> AppError {
    AppError::new(ErrorCode::HistoryGone, "There is no such history.")
}

fn catalogue_gone() -> AppError {
    AppError::new(ErrorCode::CatalogueGone, "There is no such catalogue.")
}

impl PastReader for MemoryArchive {
    fn plays(&self, history: u32, now: Timestamp, counted: &CountedTimes) -> Result<PastPlays, AppError> {
        let kept = self.lock();
        let found = kept.past.iter().find(|(info, ..)| info.id == history);
        Ok(found.map(|(_, tracks, _)| PastPlays::of(tracks, now, counted)).unwrap_or_default())
    }
}

impl Archive for MemoryArchive {
    fn settings(&self) -> Settings {
        self.lock().settings.clone()
    }

    fn save_settings(&mut self, settings: &Settings) -> Result<(), AppError> {
        self.write()?.settings = settings.clone();
        Ok(())
    }

    fn add_history(&mut self, entry: &HistoryEntry) -> Result<u32, AppError> {
        let mut kept = self.write()?;
        let id = kept.number();
        kept.history.push(HistoryEntry { id, ..entry.clone() });
        Ok(id)
    }

    fn history(&self, from: Timestamp, to: Timestamp) -> Result<Vec<HistoryEntry>, AppError> {
        let inside = |e: &&HistoryEntry| e.at >= from.0 as f64 && e.at < to.0 as f64;
        Ok(self.lock().history.iter().filter(inside).cloned().collect())
    }

    fn edit_history(&mut self, id: u32, edit: &HistoryEdit) -> Result<(), AppError> {
        let mut kept = self.write()?;
        let entry = kept.history.iter_mut().find(|e| e.id == id);
        let entry = entry.ok_or_else(|| AppError::new(ErrorCode::HistoryGone, "There is no such entry."))?;
        if let Some(affect) = edit.affect {
            entry.estimate.mean = affect;
            entry.source = Modality::You;
        }
        if let Some(note) = &edit.note {
            entry.note = Some(note.clone()).filter(|n| !n.is_empty());
        }
        Ok(())
    }

    fn delete_history(&mut self, id: u32) -> Result<(), AppError> {
        self.write()?.history.retain(|e| e.id != id);
        Ok(())
    }

    fn add_feedback(&mut self, feedback: &Feedback) -> Result<u32, AppError> {
        let mut kept = self.write()?;
        let id = kept.number();
        kept.feedback.push((id, feedback.clone()));
        Ok(id)
    }

    fn remove_feedback(&mut self, id: u32) -> Result<(), AppError> {
        self.write()?.feedback.retain(|(i, _)| *i != id);
        Ok(())
    }

    fn forget_feedback(&mut self, kinds: &[FeedbackKind], track: Option<&TrackId>) -> Result<(), AppError> {
        let meant = |f: &Feedback| kinds.contains(&f.kind) && track.is_none_or(|t| *t == f.track);
        self.write()?.feedback.retain(|(_, f)| !meant(f));
        Ok(())
    }

    fn feedback(&self) -> Result<Vec<Feedback>, AppError> {
        Ok(self.lock().feedback.iter().map(|(_, f)| f.clone()).collect())
    }

    fn learned(&self) -> Result<Learned, AppError> {
        Ok(self.lock().learned)
    }

    fn save_learned(&mut self, learned: &Learned) -> Result<(), AppError> {
        self.write()?.learned = *learned;
        Ok(())
    }

    fn stated(&self) -> Result<StatedPreferences, AppError> {
        Ok(self.lock().stated.clone())
    }

    fn save_stated(&mut self, stated: &StatedPreferences) -> Result<(), AppError> {
        self.write()?.stated = stated.clone();
        Ok(())
    }

    fn begin_past(&mut self, source: &str, at: Timestamp) -> Result<u32, AppError> {
        let mut kept = self.write()?;
        let id = kept.number();
        let (source, added_at) = (source.to_owned(), at.0 as f64);
        let info = PastHistory { id, source, added_at, plays: 0, tracks: 0, from: None, to: None };
        kept.past.push((info, Vec::new(), false));
        Ok(id)
    }

    fn extend_past(&mut self, history: u32, tracks: &[PastTrack]) -> Result<(), AppError> {
        let mut kept = self.write()?;
        let found = kept.past.iter_mut().find(|(info, ..)| info.id == history);
        let (info, all, _) = found.ok_or_else(past_gone)?;
        let plays = tracks.iter().flat_map(|t| &t.plays);
        info.plays += plays.clone().map(|p| p.times).sum::<u32>();
        info.tracks += tracks.len() as u32;
        let times = plays.filter_map(|p| p.at).map(|at| at.0 as f64);
        info.from = times.clone().chain(info.from).reduce(f64::min);
        info.to = times.chain(info.to).reduce(f64::max);
        all.extend_from_slice(tracks);
        Ok(())
    }

    fn finish_past(&mut self, history: u32) -> Result<PastHistory, AppError> {
        let mut kept = self.write()?;
        let found = kept.past.iter_mut().find(|(info, ..)| info.id == history);
        let (info, _, whole) = found.ok_or_else(past_gone)?;
        *whole = true;
        Ok(info.clone())
    }

    fn past_histories(&self) -> Result<Vec<PastHistory>, AppError> {
        Ok(self.lock().past.iter().filter(|(.., whole)| *whole).map(|(info, ..)| info.clone()).collect())
    }

    fn past_reader(&self) -> Result<Arc<dyn PastReader>, AppError> {
        Ok(Arc::new(self.clone()))
    }

    fn remove_past(&mut self, history: u32) -> Result<(), AppError> {
        self.write()?.past.retain(|(info, ..)| info.id != history);
        Ok(())
    }

    fn begin_catalogue(&mut self, name: &str, at: Timestamp) -> Result<String, AppError> {
        let mut kept = self.write()?;
        let id = kept.number().to_string();
        let info = CatalogueInfo {
            id: id.clone(),
            name: name.into(),
            tracks: 0,
            enabled: true,
            added_at: Some(at.0 as f64),
        };
        kept.begun.push((info, Vec::new()));
        Ok(id)
    }

    fn extend_catalogue(&mut self, catalogue: &str, tracks: &[&Track]) -> Result<(), AppError> {
        let mut kept = self.write()?;
        let (info, all) =
            kept.begun.iter_mut().find(|(i, _)| i.id == catalogue).ok_or_else(catalogue_gone)?;
        info.tracks += tracks.len() as u32;
        all.extend(tracks.iter().copied().cloned());
        Ok(())
    }

    fn finish_catalogue(&mut self, catalogue: &str) -> Result<CatalogueInfo, AppError> {
        let mut kept = self.write()?;
        let place = kept.begun.iter().position(|(i, _)| i.id == catalogue).ok_or_else(catalogue_gone)?;
        let whole = kept.begun.remove(place);
        let info = whole.0.clone();
        kept.catalogues.push(whole);
        Ok(info)
    }

    fn catalogues(&self) -> Result<Vec<CatalogueInfo>, AppError> {
        Ok(self.lock().catalogues.iter().map(|(i, _)| i.clone()).collect())
    }

    fn tracks(&self, catalogue: &str) -> Result<Vec<Track>, AppError> {
        let kept = self.lock();
        let found = kept.catalogues.iter().find(|(i, _)| i.id == catalogue);
        Ok(found.map(|(_, t)| t.clone()).unwrap_or_default())
    }

    fn enable_catalogue(&mut self, catalogue: &str, enabled: bool) -> Result<(), AppError> {
        for (info, _) in &mut self.write()?.catalogues {
            if info.id == catalogue {
                info.enabled = enabled;
            }
        }
        Ok(())
    }

    fn remove_catalogue(&mut self, catalogue: &str) -> Result<(), AppError> {
        let mut kept = self.write()?;
        let Kept { catalogues, begun, removed, .. } = &mut *kept;
        for all in [catalogues, begun] {
            removed.extend(all.extract_if(.., |(i, _)| i.id == catalogue).map(|(_, tracks)| tracks));
        }
        Ok(())
    }

    fn sweep(&mut self, most: u32) -> Result<bool, AppError> {
        if self.lock().removed.is_empty() {
            return Ok(false);
        }
        let mut kept = self.write()?;
        let Some(tracks) = kept.removed.last_mut() else { return Ok(false) };
        tracks.truncate(tracks.len().saturating_sub(most as usize));
        if tracks.is_empty() {
            kept.removed.pop();
        }
        Ok(true)
    }

    fn resume_point(&self) -> Result<Option<ResumePoint>, AppError> {
        Ok(self.lock().place.clone())
    }

    fn save_resume_point(&mut self, place: Option<&ResumePoint>) -> Result<(), AppError> {
        self.write()?.place = place.cloned();
        Ok(())
    }

    fn export(&self) -> Result<String, AppError> {
        let kept = self.lock();
        Ok(serde_json::json!({ "settings": kept.settings, "history": kept.history, "learned": kept.learned })
            .to_string())
    }

    fn restore(&mut self, backup: &Backup) -> Result<(), AppError> {
        let mut kept = self.write()?;
        let backup = backup.clone();
        let numbers = u32::try_from(backup.feedback.len()).unwrap_or(u32::MAX);
        *kept = Kept {
            settings: backup.settings,
            feedback: (1..=numbers).zip(backup.feedback).collect(),
            learned: backup.learned.unwrap_or_default(),
            stated: backup.stated.unwrap_or_default(),
            place: backup.place,
            catalogues: backup.catalogues,
            past: backup.past.into_iter().map(|(info, tracks)| (info, tracks, true)).collect(),
            // Far from the numbers of a backup.
            numbers: 1_000_000,
            history: backup.history,
            ..Kept::default()
        };
        Ok(())
    }

    fn erase(&mut self) -> Result<(), AppError> {
        *self.write()? = Kept::default();
        Ok(())
    }
}
