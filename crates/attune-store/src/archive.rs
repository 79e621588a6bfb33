//! The store as the core's archive.

use crate::past_reader::Beside;
use crate::rows::catalogues::Swept;
use crate::rows::{catalogues, feedback, history, learned, past, resume_point, tracks};
use crate::{Store, erase, export, restore, return_to_disk};
use attune_core::backup::Backup;
use attune_core::catalogue::CatalogueInfo;
use attune_core::history::{HistoryEdit, HistoryEntry};
use attune_core::mood::Learned;
use attune_core::player::ResumePoint;
use attune_core::ports::{Archive, PastReader};
use attune_core::taste::{PastHistory, PastTrack, StatedPreferences};
use attune_core::{AppError, Feedback, FeedbackKind, Settings, Timestamp, Track, TrackId};
use std::sync::Arc;

impl Archive for Store {
    fn settings(&self) -> Settings {
        self.settings.settings().clone()
    }

    fn save_settings(&mut self, settings: &Settings) -> Result<(), AppError> {
        Ok(self.settings.save(settings)?)
    }

    fn add_history(&mut self, entry: &HistoryEntry) -> Result<u32, AppError> {
        Ok(history::add(&self.db, entry)?)
    }

    fn history(&self, from: Timestamp, to: Timestamp) -> Result<Vec<HistoryEntry>, AppError> {
        Ok(history::between(&self.db, from, to)?)
    }

    fn edit_history(&mut self, id: u32, edit: &HistoryEdit) -> Result<(), AppError> {
        history::edit(&mut self.db, id, edit)?;
        let edit = edit.clone();
        self.backups.make(move |db| history::edit(db, id, &edit));
        Ok(())
    }

    fn delete_history(&mut self, id: u32) -> Result<(), AppError> {
        history::delete(&self.db, id)?;
        self.backups.make(move |db| history::delete(db, id));
        Ok(())
    }

    fn add_feedback(&mut self, feedback: &Feedback) -> Result<u32, AppError> {
        Ok(feedback::add(&self.db, feedback)?)
    }

    fn remove_feedback(&mut self, id: u32) -> Result<(), AppError> {
        feedback::remove(&self.db, id)?;
        self.backups.make(move |db| feedback::remove(db, id));
        Ok(())
    }

    fn forget_feedback(&mut self, kinds: &[FeedbackKind], track: Option<&TrackId>) -> Result<(), AppError> {
        feedback::forget(&mut self.db, kinds, track)?;
        let (kinds, track) = (kinds.to_vec(), track.cloned());
        self.backups.make(move |db| feedback::forget(db, &kinds, track.as_ref()));
        Ok(())
    }

    fn feedback(&self) -> Result<Vec<Feedback>, AppError> {
        Ok(feedback::all(&self.db)?)
    }

    fn learned(&self) -> Result<Learned, AppError> {
        Ok(learned::get(&self.db, learned::MOOD)?)
    }

    fn save_learned(&mut self, learned: &Learned) -> Result<(), AppError> {
        Ok(learned::set(&self.db, learned::MOOD, learned)?)
    }

    fn stated(&self) -> Result<StatedPreferences, AppError> {
        Ok(learned::get(&self.db, learned::STATED)?)
    }

    fn save_stated(&mut self, stated: &StatedPreferences) -> Result<(), AppError> {
        learned::set(&self.db, learned::STATED, stated)?;
        let stated = stated.clone();
        self.backups.make(move |db| learned::set(db, learned::STATED, &stated));
        Ok(())
    }

    fn begin_past(&mut self, source: &str, at: Timestamp) -> Result<u32, AppError> {
        Ok(past::begin(&self.db, source, at)?)
    }

    fn extend_past(&mut self, history: u32, tracks: &[PastTrack]) -> Result<(), AppError> {
        Ok(past::extend(&mut self.db, history, tracks)?)
    }

    fn finish_past(&mut self, history: u32) -> Result<PastHistory, AppError> {
        Ok(past::finish(&self.db, history)?)
    }

    fn past_histories(&self) -> Result<Vec<PastHistory>, AppError> {
        Ok(past::all(&self.db)?)
    }

    fn past_reader(&self) -> Result<Arc<dyn PastReader>, AppError> {
        Ok(Arc::new(Beside::of(self)?))
    }

    fn remove_past(&mut self, history: u32) -> Result<(), AppError> {
        past::remove(&self.db, history)?;
        self.backups.make(move |db| past::delete(db, history));
        Ok(())
    }

    fn begin_catalogue(&mut self, name: &str, at: Timestamp) -> Result<String, AppError> {
        Ok(catalogues::begin(&self.db, name, at)?)
    }

    fn extend_catalogue(&mut self, catalogue: &str, tracks: &[&Track]) -> Result<(), AppError> {
        Ok(catalogues::extend(&mut self.db, catalogue, tracks)?)
    }

    fn finish_catalogue(&mut self, catalogue: &str) -> Result<CatalogueInfo, AppError> {
        Ok(catalogues::finish(&self.db, catalogue)?)
    }

    fn catalogues(&self) -> Result<Vec<CatalogueInfo>, AppError> {
        Ok(catalogues::all(&self.db)?)
    }

    fn tracks(&self, catalogue: &str) -> Result<Vec<Track>, AppError> {
        let id = catalogues::existing(&self.db, catalogue)?;
        Ok(tracks::of(&self.db, id)?)
    }

    fn enable_catalogue(&mut self, catalogue: &str, enabled: bool) -> Result<(), AppError> {
        Ok(catalogues::enable(&self.db, catalogue, enabled)?)
    }

    fn remove_catalogue(&mut self, catalogue: &str) -> Result<(), AppError> {
        if let Some(id) = catalogues::remove(&self.db, catalogue)? {
            self.backups.make(move |db| catalogues::delete(db, id));
        }
        Ok(())
    }

    fn sweep(&mut self, most: u32) -> Result<bool, AppError> {
        let swept = catalogues::sweep(&mut self.db, most)?;
        if let Swept::Catalogue(id) = swept {
            // One made meanwhile has what was still there.
            self.backups.make(move |db| catalogues::delete(db, id));
        }
        Ok(swept != Swept::Nothing || past::sweep(&self.db, most)?)
    }

    fn resume_point(&self) -> Result<Option<ResumePoint>, AppError> {
        Ok(resume_point::get(&self.db)?)
    }

    fn save_resume_point(&mut self, place: Option<&ResumePoint>) -> Result<(), AppError> {
        Ok(resume_point::set(&self.db, place)?)
    }

    fn return_to_disk(&mut self) -> Result<bool, AppError> {
        Ok(return_to_disk::bring_back(self)?)
    }

    fn export(&self) -> Result<String, AppError> {
        Ok(export::document(self)?)
    }

    fn restore(&mut self, backup: &Backup) -> Result<(), AppError> {
        Ok(restore::everything(self, backup)?)
    }

    fn erase(&mut self) -> Result<(), AppError> {
        Ok(erase::everything(self)?)
    }
}
