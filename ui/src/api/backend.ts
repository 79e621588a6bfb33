import type {
  Affect,
  AppError,
  AppState,
  DesktopView,
  DeviceInfo,
  ErrorCode,
  FeedbackKind,
  HistoryEdit,
  HistoryEntry,
  ImportReport,
  LearnedPart,
  LibraryPage,
  LibrarySort,
  ListenOn,
  Modality,
  OutputInfo,
  OutsideTexts,
  PlayedTrack,
  PlayerKind,
  Policy,
  Settings,
  ShortcutsChange,
  ShortcutsView,
  SleepTimer,
  TasteView,
  TrackId,
  UiEvent,
} from './bindings';
import type { BackupBackend } from './backup';
import type { OwnMusicBackend } from './own';
import type { PageCameraBackend } from './pageCamera';
import type { PastBackend } from './past';
import type { SensesBackend } from './senses';
import type { ServersBackend } from './servers';
import type { SpotifyBackend } from './spotify';
import type { StatedBackend } from './stated';

export type * from './bindings';

/** Stops a subscription. */
export type Unlisten = () => void;

/** What happens with files dragged over the window. */
export type FileDrag = 'over' | 'gone';

/** Everything the window asks of the backend. Each call rejects with an {@link AppError}. */
export interface Backend
  extends
    BackupBackend,
    OwnMusicBackend,
    PageCameraBackend,
    PastBackend,
    SensesBackend,
    ServersBackend,
    SpotifyBackend,
    StatedBackend {
  getState(): Promise<AppState>;
  /** Shows the mini player in place of the main window. */
  showMini(): Promise<unknown>;
  /** Shows the main window in place of the mini player. */
  showMain(): Promise<unknown>;
  /** Sets the height of the window that asks, in CSS pixels; its width stays. */
  resizeHeight(height: number): Promise<unknown>;
  /** What the desktop offers: a tray, starting at login, notifications, global shortcuts. */
  desktop(): Promise<DesktopView>;
  /** Sets whether Attune starts when the listener logs in; whether it does then. */
  startAtLogin(on: boolean): Promise<boolean>;
  /** Gives what is shown outside of the window its texts; without them the tray has no menu. */
  setTexts(texts: OutsideTexts): Promise<unknown>;
  /** Sets global shortcuts and keeps them, or lets go of their keys for a choice. The desktop may ask the listener first. */
  setShortcuts(change: ShortcutsChange): Promise<ShortcutsView>;
  /** Sets the title of the window that asks. */
  setTitle(title: string): Promise<unknown>;
  setPolicy(policy: Policy): Promise<unknown>;
  setHold(affect: Affect): Promise<unknown>;
  correctMood(affect: Affect): Promise<unknown>;
  undoCorrection(): Promise<unknown>;
  /** Looks at a neutral face for five seconds; progress and outcome arrive as `calibration` events. */
  startCalibration(): Promise<unknown>;
  cancelCalibration(): Promise<unknown>;
  clearCalibration(): Promise<unknown>;
  resetMoodLearning(modality: Modality): Promise<unknown>;
  listCameras(): Promise<DeviceInfo[]>;
  startCamera(): Promise<unknown>;
  pauseCamera(): Promise<unknown>;
  /** Lets the listener choose a picture; false when they cancel. */
  lookAtPicture(): Promise<boolean>;
  nextTrack(): Promise<unknown>;
  /** Chooses what plays the queue. */
  setPlayer(player: PlayerKind): Promise<unknown>;
  /** Plays soundscapes, at once; the first start is done with that. */
  startSoundscapes(): Promise<unknown>;
  /** Plays or pauses. */
  togglePlay(): Promise<unknown>;
  /** Goes to the start of the track, or at its start to the previous one. */
  previousTrack(): Promise<unknown>;
  /** Seeks to a position in the track, in milliseconds. */
  seek(positionMs: number): Promise<unknown>;
  /** Seeks by so many milliseconds, negative for back. */
  seekBy(byMs: number): Promise<unknown>;
  /** In percent. */
  setVolume(percent: number): Promise<unknown>;
  /** Sets the sleep timer, or takes it back. */
  setSleep(timer: SleepTimer | null): Promise<unknown>;
  /** The sound outputs of this computer; listing them may take a few seconds. */
  listOutputs(): Promise<OutputInfo[]>;
  /** How loud 16 bands of what this computer plays are now, from low to high, 0 to 255. */
  levels(): Promise<number[]>;
  /** Plays the first track now and the others next. */
  playTracks(tracks: TrackId[]): Promise<unknown>;
  sendFeedback(track: TrackId, kind: FeedbackKind): Promise<unknown>;
  /** Removes a track from the queue. */
  removeTrack(track: TrackId): Promise<unknown>;
  /** Blocks the artist of this track. */
  blockArtist(track: TrackId): Promise<unknown>;
  unblockTrack(track: TrackId): Promise<unknown>;
  /** Takes the artist's name as credited. */
  unblockArtist(artist: string): Promise<unknown>;
  /** Sets the mood of a track as the listener hears it. */
  setTrackAffect(track: TrackId, affect: Affect): Promise<unknown>;
  /** Undoes the last action; called again, the one before. */
  undoFeedback(): Promise<unknown>;
  pinTrack(track: TrackId, pinned: boolean): Promise<unknown>;
  /** Moves a track to a place among those that come next, from 0, where it stays. */
  moveTrack(track: TrackId, place: number): Promise<unknown>;
  /** Opens a track on a music service, which becomes the listener’s choice. */
  listenOn(track: TrackId, service: ListenOn): Promise<unknown>;
  /** Entries from `from` (inclusive) to `to` (exclusive), Unix milliseconds. */
  history(from: number, to: number): Promise<HistoryEntry[]>;
  /** Tracks heard to their end from `from` (inclusive) to `to` (exclusive), Unix milliseconds. */
  played(from: number, to: number): Promise<PlayedTrack[]>;
  /** Adds how the listener says they were at a moment. */
  addMoment(at: number, affect: Affect, note: string | null): Promise<unknown>;
  editHistory(id: number, edit: HistoryEdit): Promise<unknown>;
  deleteHistory(id: number): Promise<unknown>;
  library(
    query: string,
    sort: LibrarySort,
    descending: boolean,
    offset: number,
    limit: number,
  ): Promise<LibraryPage>;
  /** Lets the listener choose a file; null when they cancel. */
  importCatalogue(): Promise<ImportReport | null>;
  enableCatalogue(id: string, enabled: boolean): Promise<unknown>;
  removeCatalogue(id: string): Promise<unknown>;
  /** Applies what differs between two versions of the settings; what else was changed since `before` stays. */
  saveSettings(before: Settings, after: Settings): Promise<unknown>;
  /** How many minutes local time is ahead of UTC. */
  setUtcOffset(minutes: number): Promise<unknown>;
  /** What was learned about the listener; a `taste` event announces changes. */
  getTaste(): Promise<TasteView>;
  forgetLearned(part: LearnedPart): Promise<unknown>;
  forgetTrackMood(track: TrackId): Promise<unknown>;
  eraseEverything(): Promise<unknown>;
  /** Versions, sizes, states and where the log complained; nothing of the listener's own. */
  diagnostics(): Promise<string>;
  /** Opens the page with the releases in the browser. */
  openReleases(): Promise<unknown>;
  dismissBanner(code: ErrorCode): Promise<unknown>;
  setWindowVisible(visible: boolean): Promise<unknown>;
  listen(cb: (event: UiEvent) => void): Promise<Unlisten>;
  /** Reports files dragged over the window from outside. */
  listenDrags(cb: (drag: FileDrag) => void): Promise<Unlisten>;
}

/** Converts anything thrown into an error with a code. */
export function toAppError(thrown: unknown): AppError {
  if (typeof thrown === 'object' && thrown !== null && 'code' in thrown && 'message' in thrown) {
    return { code: String(thrown.code) as ErrorCode, message: String(thrown.message) };
  }
  return { code: 'unexpected', message: thrown instanceof Error ? thrown.message : String(thrown) };
}
