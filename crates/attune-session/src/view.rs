//! What the interfaces show. Each type is a complete picture of its part, so that the latest one is all a
//! window needs. Times are Unix milliseconds as `f64`, exact far beyond this century and what TypeScript has.

mod browse;
mod device;
mod past;
mod senses;
mod sleep;
mod soundscape;
mod stated;

pub use browse::{MapView, TrackSaid};
pub use device::{DeviceInfo, DeviceState};
pub use past::{PastProgress, PastStage};
pub use senses::SenseView;
pub use sleep::{SleepTimer, SleepView};
pub use soundscape::{
    SoundscapeChange, SoundscapeCue, SoundscapeKey, SoundscapeMode, SoundscapeReason, SoundscapeView,
};
pub use stated::{FamilyChoice, StatedChoices};

use attune_core::catalogue::{CatalogueInfo, ImportProgress};
use attune_core::mood::{CalibrationProblem, Confidence, MoodWord, NotSureReason};
use attune_core::player::{PlayerKind, PlayerState};
use attune_core::taste::{PastHistory, StatedItem};
use attune_core::{Affect, AffectEstimate, AppError, Expression, Modality, Policy, Settings, TrackId};
use serde::{Deserialize, Serialize};

/// The mood as it is now.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct MoodView {
    /// Mean and spread on the plane (axes -1 to 1).
    pub estimate: AffectEstimate,
    /// The mood that steers the music: follows `estimate` with hysteresis.
    pub settled: Affect,
    /// The word for it.
    pub word: MoodWord,
    /// How sure.
    pub confidence: Confidence,
    /// Set when `confidence` is `notSure`.
    pub reason: Option<NotSureReason>,
    /// The leading expression of the last face seen, if that was moments ago.
    pub expression: Option<Expression>,
    /// Whose word it is: the face's or the listener's; none before the first.
    pub source: Option<Modality>,
    /// When the last face was read or the listener last spoke.
    pub seen_at: Option<f64>,
    /// While a correction by the listener holds: when it ends.
    pub correction_ends_at: Option<f64>,
}

/// What a camera that is on is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum CameraUse {
    /// Expressions are read, and a pulse is measured where that was asked for.
    #[default]
    Looking,
    /// It was opened to measure a pulse, and closes after that.
    Pulse,
}

/// The camera as it is now.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct CameraView {
    /// Where in its life cycle.
    pub state: DeviceState,
    /// The camera's (or picture folder's) name while it is open or waited for.
    pub name: Option<String>,
    /// Looks per second over the last few seconds.
    pub frames_per_second: f64,
    /// Set when `state` is `failed` or `waiting`.
    pub error: Option<AppError>,
    /// Whether it was opened again by itself after the listener had been away.
    pub reopened: bool,
    /// What it is on for.
    pub used_for: CameraUse,
}

impl CameraView {
    /// A camera that nobody asked for.
    #[must_use]
    pub fn off() -> Self {
        Self {
            state: DeviceState::Off,
            name: None,
            frames_per_second: 0.0,
            error: None,
            reopened: false,
            used_for: CameraUse::Looking,
        }
    }
}

/// The policy and where it leads.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct PolicyView {
    /// The policy in force.
    pub policy: Policy,
    /// The expression that chose it, where the listener lets expressions choose and one has settled.
    pub expression: Option<Expression>,
    /// Where the path ends.
    pub goal: Affect,
    /// One target a track, from the next one on; steps of at most 0.25 an axis.
    pub path: Vec<Affect>,
}

/// The five seconds of a neutral face.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct CalibrationView {
    /// While it is going on: the share that is done, in [0, 1]; 0 also while a face is waited for.
    pub progress: Option<f64>,
    /// Why the last attempt stored nothing; gone with the next attempt.
    pub problem: Option<CalibrationTrouble>,
    /// The neutral face in force.
    pub neutral: Option<NeutralView>,
}

/// Why an attempt at calibration stored nothing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct CalibrationTrouble {
    /// For translation.
    pub code: CalibrationProblem,
    /// In English, with what to do.
    pub text: String,
}

/// The neutral face in force.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct NeutralView {
    /// When it was shown.
    pub made_at: f64,
    /// What it changes, in plain English words.
    pub text: String,
    /// What it changes, expression by expression, the largest first; what does not change is left out.
    pub changes: Vec<NeutralChange>,
}

/// What the neutral face changes for one expression.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct NeutralChange {
    /// Which.
    pub expression: Expression,
    /// By how much its log odds against neutral are lowered, in [-1.25, 2.5]; below 0 they are raised.
    pub lowered: f64,
}

/// What corrections have taught about one modality.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct MoodLearning {
    /// Which.
    pub modality: Modality,
    /// From how many corrections.
    pub corrections: u32,
    /// By how much what it shows exceeds what the listener says, in [-0.35, 0.35]; it is taken off.
    pub bias: Affect,
    /// Its spread against that before any correction, in [0.6, 1.8]: below 1 its word counts for more.
    pub noise: f64,
    /// In plain English words.
    pub text: String,
}

/// One reason why a track is in the queue, the strongest first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct ReasonView {
    /// Stable code of the score's term, for translation: `fit`, `liked`, `finished`, `genre`, `popular`, ….
    pub code: String,
    /// What within it, for translation, as in `Reason::detail` of attune-core: a genre, an artist, a decade, a language,
    /// codes of how it sounds and suits the mood, a number of times; empty where there is none.
    pub detail: String,
    /// Whether the listener said so outright; else it was seen.
    pub stated: bool,
    /// How much it added to the score.
    pub weight: f64,
    /// In plain English words, fit for "because …".
    pub text: String,
}

/// One part of a track's score.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct TermView {
    /// Stable code, for translation: `base`, `fit`, `sound`, `genre`, `genreWord`, `artist`, `track`, `era`,
    /// `language`, `tempo`, `popular`, `novel`, `daytime`, `recent`, `flow`, `chance` or `explore`.
    pub code: String,
    /// What within it, as in [`ReasonView::detail`].
    pub detail: String,
    /// What it adds to the chance that the track is heard to its end (1 is certain), or takes off.
    pub value: f64,
}

/// A track in the queue.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct QueueEntry {
    /// Stable name of the track.
    pub id: TrackId,
    /// As credited.
    pub title: String,
    /// As credited.
    pub artist: String,
    /// Album, where known.
    pub album: Option<String>,
    /// Year of release.
    pub year: Option<i16>,
    /// Genre word.
    pub genre: Option<String>,
    /// Length in milliseconds.
    pub duration_ms: Option<u32>,
    /// What is believed of its affect.
    pub affect: AffectEstimate,
    /// The target it was chosen for.
    pub target: Affect,
    /// Why, strongest first, at least one.
    pub reasons: Vec<ReasonView>,
    /// All that added up to its score, the largest first; empty for the classic table.
    pub terms: Vec<TermView>,
    /// The listener's heart.
    pub liked: bool,
    /// Stays where it is when the queue is ranked again.
    pub pinned: bool,
}

/// The queue: what is on now and what comes next.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct QueueView {
    /// The track the listener is at; none when no catalogue is switched on.
    pub current: Option<QueueEntry>,
    /// The tracks after it.
    pub next: Vec<QueueEntry>,
    /// The last action that can be taken back.
    pub undo: Option<UndoView>,
    /// How many actions can be taken back, one after the other.
    pub undo_depth: u32,
}

/// What plays the queue, and what it does.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct PlaybackView {
    /// What was chosen to play.
    pub player: PlayerKind,
    /// Whether it has music from the queue.
    pub active: bool,
    /// What it does, as last known; its track is the queue's current one while `active`.
    pub state: PlayerState,
    /// What went wrong last; gone when music plays.
    pub problem: Option<AppError>,
    /// Where in the current track the listener stopped the last time, in milliseconds; playing goes on from there.
    pub resume_ms: Option<u32>,
    /// The sleep timer, while one is set.
    pub sleep: Option<SleepView>,
}

/// A action that can be taken back.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct UndoView {
    /// What was done.
    pub kind: UndoableAction,
    /// To which track, or artist.
    pub title: String,
}

/// What can be done to the queue, or to what it rests on, and taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "the names are mostly those of the kinds of feedback")]
pub enum UndoableAction {
    Finished,
    Liked,
    Unliked,
    Skipped,
    Removed,
    Never,
    Allowed,
    ArtistNever,
    ArtistAllowed,
    WrongMood,
    Placed,
    Pinned,
    Unpinned,
    StatedForgotten,
}

/// Something the listener should know until they close it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Banner {
    /// Code and sentence.
    pub error: AppError,
    /// Whether the app can still do what this is about in part.
    pub severity: Severity,
}

/// How bad.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum Severity {
    /// Good to know.
    Info,
    /// A part does not work.
    Warning,
}

/// All of it: what a window asks for when it opens.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct AppState {
    /// The app's version.
    pub version: String,
    /// The mood now.
    pub mood: MoodView,
    /// The camera now.
    pub camera: CameraView,
    /// The other senses now, in the order of [`Sense::ALL`](attune_core::Sense::ALL).
    pub senses: Vec<SenseView>,
    /// The policy now.
    pub policy: PolicyView,
    /// The neutral face, and the five seconds in which it is shown.
    pub calibration: CalibrationView,
    /// What corrections have taught, for each modality.
    pub mood_learning: Vec<MoodLearning>,
    /// The queue now.
    pub queue: QueueView,
    /// What plays it.
    pub playback: PlaybackView,
    /// The catalogues.
    pub catalogues: Vec<CatalogueInfo>,
    /// The settings.
    pub settings: Settings,
    /// What the listener should know.
    pub banners: Vec<Banner>,
}

/// One track in the library view.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct LibraryRow {
    /// Stable name.
    pub id: TrackId,
    /// As credited.
    pub title: String,
    /// As credited.
    pub artist: String,
    /// Year of release.
    pub year: Option<i16>,
    /// Genre word.
    pub genre: Option<String>,
    /// The catalogue it came from (id).
    pub catalogue: String,
    /// What is believed of its affect.
    pub affect: AffectEstimate,
}

/// A page of the library.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct LibraryPage {
    /// How many tracks match in all.
    pub total: u32,
    /// The rows asked for.
    pub rows: Vec<LibraryRow>,
}

/// How the library is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "the names are the columns")]
pub enum LibrarySort {
    Title,
    Artist,
    Year,
    Valence,
    Arousal,
}

/// What was learned of the listener's taste, with what they said themselves.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct TasteView {
    /// What the listener said outright, in the order in which it was said.
    pub stated: Vec<StatedItem>,
    /// What they heard elsewhere and brought along, oldest first.
    pub histories: Vec<PastHistory>,
    /// How many tracks have a play count in the listener's files or on their servers.
    pub counted: u32,
    /// How many have a rating or a star there.
    pub rated: u32,
    /// From how many plays and words.
    pub lessons: u32,
    /// What the listener leans to, strongest first.
    pub likes: Vec<LeaningView>,
    /// What the listener leans away from, strongest first.
    pub dislikes: Vec<LeaningView>,
    /// Tracks with a heart, the last one first.
    pub hearts: Vec<NamedTrack>,
    /// Tracks that are never to be played, the last one first.
    pub blocked_tracks: Vec<NamedTrack>,
    /// Artists, as credited, who are never to be played, the last one first.
    pub blocked_artists: Vec<String>,
    /// Tracks that the listener placed on the plane of moods, the last one first.
    pub track_moods: Vec<TrackMoodView>,
}

/// One leaning.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct LeaningView {
    /// The code of the term of the score, as in [`TermView::code`].
    pub term: String,
    /// An artist or a genre word as credited, else a code: of a family of genres (`hipHop`), a decade (`1980`,
    /// `before1960`), a language (`en`, `zxx`, `other`), a part of the day, or of `valence`, `arousal`,
    /// `valenceExtremes`, `arousalExtremes`, `diagonal`, `fast`, `tempoExtremes`, `steered`, `brighter`, `livelier`.
    pub detail: String,
    /// What it adds to the chance that a track is heard to its end, against most listeners.
    pub value: f64,
    /// How much of that comes from what the listener said outright; the rest was learned from plays.
    pub stated: f64,
    /// In how many plays and words it was in play.
    pub evidence: u32,
}

/// A track by its names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct NamedTrack {
    /// Stable name.
    pub id: TrackId,
    /// As credited.
    pub title: String,
    /// As credited.
    pub artist: String,
}

/// A track that was heard to its end.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct PlayedTrack {
    /// When it ended, in Unix milliseconds.
    pub at: f64,
    /// Which.
    pub track: NamedTrack,
}

/// What the listener said about where a track lies.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct TrackMoodView {
    /// The track.
    pub track: NamedTrack,
    /// What is believed of it now.
    pub affect: AffectEstimate,
    /// How often "wrong mood" was said.
    pub wrong_moods: u32,
    /// Where the listener placed it, if they did.
    pub track_affect: Option<Affect>,
}

/// What changed; each part is the whole new picture of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "kind", content = "value", rename_all = "camelCase")]
pub enum UiEvent {
    /// The mood moved.
    Mood(MoodView),
    /// The camera changed state.
    Camera(CameraView),
    /// A sense changed state or reported: all of them, in the order of [`Sense::ALL`](attune_core::Sense::ALL).
    Senses(Vec<SenseView>),
    /// Another policy or path.
    Policy(PolicyView),
    /// The neutral face is being looked at, was stored, or was cleared.
    Calibration(CalibrationView),
    /// A correction taught something, or what was learned was reset.
    MoodLearning(Vec<MoodLearning>),
    /// The queue changed.
    Queue(QueueView),
    /// The player did something, or another was chosen.
    Playback(PlaybackView),
    /// Catalogues came, went or were switched.
    Catalogues(Vec<CatalogueInfo>),
    /// Settings changed.
    Settings(Settings),
    /// Banners came or went.
    Banners(Vec<Banner>),
    /// An import goes on.
    Import(ImportProgress),
    /// A table that was opened from elsewhere is being imported; [`Opened`](Self::Opened) follows.
    Opening(ImportProgress),
    /// A new entry in the history, or one was changed or removed.
    History,
    /// Something was learned of the listener's taste, or forgotten.
    Taste,
    /// Work on a listening history goes on.
    Past(PastProgress),
    /// A phrase of a soundscape begins.
    Soundscape(SoundscapeView),
    /// Something that was opened waits for the window.
    Opened,
}
