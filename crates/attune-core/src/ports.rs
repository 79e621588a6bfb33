//! What the core asks of the outside world. A port exists only where there are really two implementations.

use crate::backup::Backup;
use crate::catalogue::CatalogueInfo;
use crate::history::{HistoryEdit, HistoryEntry};
use crate::mood::Learned;
use crate::player::{PlayerCommand, ResumePoint};
use crate::secret::Secret;
use crate::taste::{CountedTimes, PastHistory, PastPlays, PastTrack, StatedPreferences};
use crate::{
    AppError, FaceBox, FaceLook, Feedback, FeedbackKind, Frame, MeasuredPulse, SenseGap, SenseReading,
    Settings, Sighting, Timestamp, Track, TrackId,
};
use std::sync::Arc;

/// A device that is open, whatever it senses with. Dropping it closes it.
pub trait OpenDevice: Send {
    /// The name shown to the listener: the camera's, the microphone's.
    fn name(&self) -> String;

    /// What the very same device is opened by again after it was lost; none for what cannot come back.
    fn id(&self) -> Option<String> {
        None
    }

    /// Closes the device, and fails if it cannot be closed: a driver that does not answer keeps it open.
    fn close(self: Box<Self>) -> Result<(), AppError> {
        drop(self);
        Ok(())
    }
}

/// What a frame source has to say next.
#[derive(Debug)]
pub enum SourceEvent {
    /// The next picture.
    Frame(Frame),
    /// One picture could not be read; the source goes on.
    Skipped(AppError),
    /// The source is at its end, or its device is gone (with the reason).
    Ended(Option<AppError>),
}

/// Pictures over time: a camera, files, or a script.
pub trait FrameSource: OpenDevice {
    /// Waits for the next picture (a camera blocks for at most about a second, then says `Skipped`).
    /// `now` gives the time to stamp live pictures with; scripted sources stamp their own.
    fn next_event(&mut self, now: &dyn Fn() -> Timestamp) -> SourceEvent;
}

/// Finds faces in a picture.
pub trait FaceDetector: Send {
    /// Faces in frame pixels, surest first; empty when there are none. They hold until the next call.
    fn detect(&mut self, frame: &Frame) -> Result<&[FaceBox], AppError>;

    /// The face that was at `face` moments before, if it still is about there. Cheaper than looking for all faces.
    fn follow(&mut self, frame: &Frame, face: &FaceBox) -> Result<Option<FaceBox>, AppError>;
}

/// Reads the expression of a face.
pub trait ExpressionClassifier: Send {
    /// What the face inside `face` shows, and whether it was seen well enough for that.
    fn classify(&mut self, frame: &Frame, face: &FaceBox) -> Result<FaceLook, AppError>;
}

/// Looks at a picture and says what it found: detection and classification together.
pub trait Eyes: Send {
    /// What is in view.
    fn look(&mut self, frame: &Frame) -> Result<Sighting, AppError>;

    /// Where the one face is that the last look found, in frame pixels; none where there was none, or several.
    fn face(&self) -> Option<FaceBox> {
        None
    }
}

/// Measures one pulse, from what frames show of a face. Keeps nothing of a frame but mean colours.
pub trait PulseMeter: Send {
    /// Takes in a frame and where the face is in it, if there is one. Gives the rate while every sign agrees, or what
    /// is missing.
    fn look(&mut self, frame: &Frame, face: Option<&FaceBox>) -> Result<MeasuredPulse, SenseGap>;

    /// The last word once there are no more frames.
    fn finish(&mut self) -> Result<MeasuredPulse, SenseGap>;
}

/// What a sense has to say next.
#[derive(Debug)]
pub enum SenseEvent {
    /// It found something at that time.
    Reading(SenseReading, Timestamp),
    /// It finds nothing at present, and why.
    Gap(SenseGap),
    /// The charge of its device's battery, in percent.
    Battery(u8),
    /// Nothing new.
    Quiet,
    /// It has reported what it was asked for, or its device is gone (with the reason).
    Ended(Option<AppError>),
}

/// A microphone, a strap, or a script.
pub trait SenseSource: OpenDevice {
    /// Waits for the next thing it has to say, for at most about a second. `now` gives the time to stamp readings with.
    fn next_event(&mut self, now: &dyn Fn() -> Timestamp) -> SenseEvent;
}

/// What this computer plays itself, as it is handed to the sound system: for whoever must tell it from other sound.
pub trait PlayedSound: Send {
    /// Adds what was played since the last call, as mono samples in [-1, 1], and gives their rate in samples a second;
    /// none where nothing was. What was not taken for more than about two seconds is lost.
    fn take(&mut self, into: &mut Vec<f32>) -> Option<u32>;
}

/// Where everything that outlives a run is kept.
///
/// A failed write loses nothing that was there before; the session goes on and shows the error.
pub trait Archive: Send {
    /// The settings as they stand; a field that cannot be read has its default.
    fn settings(&self) -> Settings;
    /// Replaces the settings as a whole.
    fn save_settings(&mut self, settings: &Settings) -> Result<(), AppError>;

    /// Adds a mood to the history (its `id` is ignored) and gives its number.
    fn add_history(&mut self, entry: &HistoryEntry) -> Result<u32, AppError>;
    /// Entries with `from <= at < to`, oldest first.
    fn history(&self, from: Timestamp, to: Timestamp) -> Result<Vec<HistoryEntry>, AppError>;
    /// Changes an entry (code `history_gone` if there is none); its source becomes the listener when the mood
    /// was changed.
    fn edit_history(&mut self, id: u32, edit: &HistoryEdit) -> Result<(), AppError>;
    /// Removes an entry; removing none is no error.
    fn delete_history(&mut self, id: u32) -> Result<(), AppError>;

    /// Logs feedback and gives its number.
    fn add_feedback(&mut self, feedback: &Feedback) -> Result<u32, AppError>;
    /// Takes feedback back.
    fn remove_feedback(&mut self, id: u32) -> Result<(), AppError>;
    /// Removes all feedback of these kinds, on one track or on all; removing none is no error.
    fn forget_feedback(&mut self, kinds: &[FeedbackKind], track: Option<&TrackId>) -> Result<(), AppError>;
    /// All feedback, oldest first.
    fn feedback(&self) -> Result<Vec<Feedback>, AppError>;

    /// What was learned of how the listener shows a mood; nothing where nothing was kept.
    fn learned(&self) -> Result<Learned, AppError>;
    /// Replaces it.
    fn save_learned(&mut self, learned: &Learned) -> Result<(), AppError>;

    /// What the listener said outright of what they like; nothing where nothing was kept.
    fn stated(&self) -> Result<StatedPreferences, AppError>;
    /// Replaces it.
    fn save_stated(&mut self, stated: &StatedPreferences) -> Result<(), AppError>;

    /// Begins to store what was heard elsewhere, from a service or player of that name, and gives its number. Before
    /// [`finish_past`](Self::finish_past) it is neither listed nor exported.
    fn begin_past(&mut self, source: &str, at: Timestamp) -> Result<u32, AppError>;
    /// Stores the next tracks of one that was begun (code `history_gone` if it is not there any more).
    fn extend_past(&mut self, history: u32, tracks: &[PastTrack]) -> Result<(), AppError>;
    /// Completes it (code `history_gone`, as before).
    fn finish_past(&mut self, history: u32) -> Result<PastHistory, AppError>;
    /// Histories that were brought along, oldest first.
    fn past_histories(&self) -> Result<Vec<PastHistory>, AppError>;
    /// What reads the plays of those that are there now, on another thread.
    fn past_reader(&self) -> Result<Arc<dyn PastReader>, AppError>;
    /// Removes one: from now on it is neither listed nor exported. Its tracks are deleted by [`sweep`](Self::sweep). Removing
    /// none is no error.
    fn remove_past(&mut self, history: u32) -> Result<(), AppError>;

    /// Begins to store an imported catalogue and gives its id. Before [`finish_catalogue`](Self::finish_catalogue) it is
    /// neither listed nor exported, so that one that is broken off, also by the end of the program, leaves nothing to see.
    fn begin_catalogue(&mut self, name: &str, at: Timestamp) -> Result<String, AppError>;
    /// Stores the next tracks of one that was begun (code `catalogue_gone` if it is not there any more).
    fn extend_catalogue(&mut self, catalogue: &str, tracks: &[&Track]) -> Result<(), AppError>;
    /// Completes it (code `catalogue_gone`, as before).
    fn finish_catalogue(&mut self, catalogue: &str) -> Result<CatalogueInfo, AppError>;
    /// Stores a whole catalogue, all or nothing.
    fn add_catalogue(
        &mut self,
        name: &str,
        tracks: &[Track],
        at: Timestamp,
    ) -> Result<CatalogueInfo, AppError> {
        let id = self.begin_catalogue(name, at)?;
        let tracks: Vec<&Track> = tracks.iter().collect();
        let stored = self.extend_catalogue(&id, &tracks).and_then(|()| self.finish_catalogue(&id));
        if stored.is_err() {
            // What could not be stored is what the caller must hear of.
            drop(self.remove_catalogue(&id));
        }
        stored
    }
    /// The imported catalogues, oldest first.
    fn catalogues(&self) -> Result<Vec<CatalogueInfo>, AppError>;
    /// The tracks of one of them.
    fn tracks(&self, catalogue: &str) -> Result<Vec<Track>, AppError>;
    /// Switches one on or off.
    fn enable_catalogue(&mut self, catalogue: &str, enabled: bool) -> Result<(), AppError>;
    /// Removes one: from now on it is neither listed nor exported, after a restart neither. Its tracks are deleted by
    /// [`sweep`](Self::sweep). Removing none is no error.
    fn remove_catalogue(&mut self, catalogue: &str) -> Result<(), AppError>;
    /// Deletes up to so many tracks of removed catalogues, of removed histories and of imports that an earlier run broke off; whether there may be
    /// more of them.
    fn sweep(&mut self, most: u32) -> Result<bool, AppError>;

    /// Where the listener stopped, if music was on.
    fn resume_point(&self) -> Result<Option<ResumePoint>, AppError>;
    /// Replaces it.
    fn save_resume_point(&mut self, place: Option<&ResumePoint>) -> Result<(), AppError>;

    /// Makes ready for writing what could not be written. Where memory has stood in since the start for a disk that could not
    /// be written, it brings everything to the disk, if it can be written now; whether it did that.
    fn return_to_disk(&mut self) -> Result<bool, AppError> {
        Ok(false)
    }

    /// Everything as one JSON document, for the listener to keep.
    fn export(&self) -> Result<String, AppError>;
    /// Replaces everything kept, settings too, by what a backup holds: all of it, or nothing is changed.
    fn restore(&mut self, backup: &Backup) -> Result<(), AppError>;
    /// Deletes everything kept, settings too, so that nothing of it can be read from the disk's files again.
    fn erase(&mut self) -> Result<(), AppError>;
}

/// Reads what was heard elsewhere beside the archive, since that takes long for many plays.
pub trait PastReader: Send + Sync {
    /// What the plays of a history come to at `now`, without those that count already; nothing where it is not there any
    /// more. Fails with the codes of the archive.
    fn plays(&self, history: u32, now: Timestamp, counted: &CountedTimes) -> Result<PastPlays, AppError>;
}

/// Plays music: here, or in a Spotify app through Connect. Dropping it ends what it runs on, not the music elsewhere.
///
/// It is made with a [`PlayerListener`](crate::player::PlayerListener) for what it tells.
pub trait Player: Send {
    /// Takes a command, without waiting for it to be carried out (code `player_gone` when the player has ended).
    fn command(&mut self, command: PlayerCommand) -> Result<(), AppError>;

    /// Whether it can play this track.
    fn can_play(&self, track: &Track) -> bool;
}

/// Keeps tokens where the system keeps passwords.
pub trait SecretStore: Send + Sync {
    /// The secret of that name; none when there is none. Codes, here and below: `keyring_unavailable` where there is no
    /// keyring, `keyring_locked`, `keyring_silent` where it does not answer, `keyring_dismissed` where its question
    /// for a password was closed or could not be shown, `keyring_unusable` for anything else.
    fn read(&self, name: &str) -> Result<Option<Secret>, AppError>;
    /// Keeps a secret under that name, in place of an earlier one.
    fn write(&self, name: &str, secret: &Secret) -> Result<(), AppError>;
    /// Removes it; removing none is no error.
    fn remove(&self, name: &str) -> Result<(), AppError>;
    /// Takes note that the listener wants something that needs the secrets. One whose question they closed before does not
    /// ask them again until then; the default is for those that ask nothing.
    fn wanted(&self) {}
}
