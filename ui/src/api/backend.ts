import type {
  Affect,
  AppError,
  AppState,
  CameraInfo,
  ErrorCode,
  FeedbackKind,
  HistoryEdit,
  HistoryEntry,
  ImportReport,
  LearnedPart,
  LibraryPage,
  LibrarySort,
  Modality,
  OutputInfo,
  PlayerKind,
  Policy,
  Settings,
  TasteView,
  TrackId,
  UiEvent,
} from './bindings';
import type { OwnMusicBackend } from './own';
import type { SpotifyBackend } from './spotify';
import type { StatedBackend } from './stated';

export type * from './bindings';

/** Stops a subscription. */
export type Unlisten = () => void;

/** What the pointer does with files over the window. */
export type FileDrag = 'over' | 'gone' | { paths: string[] };

/** Everything the window asks of the other side. Each call rejects with an {@link AppError}. */
export interface Backend extends OwnMusicBackend, SpotifyBackend, StatedBackend {
  getState(): Promise<AppState>;
  /** The mini player in place of the big window. */
  showMini(): Promise<unknown>;
  /** The big window in place of the mini player. */
  showMain(): Promise<unknown>;
  /** Whether Attune is in a tray, where it can go on when its window is closed. */
  hasTray(): Promise<boolean>;
  setPolicy(policy: Policy): Promise<unknown>;
  setHold(affect: Affect): Promise<unknown>;
  correctMood(affect: Affect): Promise<unknown>;
  undoCorrection(): Promise<unknown>;
  /** Looks at a neutral face for five seconds; progress and outcome arrive as `calibration` events. */
  startCalibration(): Promise<unknown>;
  cancelCalibration(): Promise<unknown>;
  clearCalibration(): Promise<unknown>;
  resetMoodLearning(modality: Modality): Promise<unknown>;
  listCameras(): Promise<CameraInfo[]>;
  startCamera(): Promise<unknown>;
  pauseCamera(): Promise<unknown>;
  /** Lets the listener choose a picture; false when they cancel. */
  lookAtPicture(): Promise<boolean>;
  lookAtDropped(paths: string[]): Promise<unknown>;
  nextTrack(): Promise<unknown>;
  /** Chooses what plays the queue. */
  setPlayer(player: PlayerKind): Promise<unknown>;
  /** Plays when it is silent, else goes silent. */
  togglePlay(): Promise<unknown>;
  /** To the start of the track, or at its start to the one before. */
  previousTrack(): Promise<unknown>;
  /** To a place in the track, in milliseconds. */
  seek(positionMs: number): Promise<unknown>;
  /** So many milliseconds on in the track, or back. */
  seekBy(byMs: number): Promise<unknown>;
  /** In percent. */
  setVolume(percent: number): Promise<unknown>;
  /** Where sound can come out of this computer; asking may take some seconds. */
  listOutputs(): Promise<OutputInfo[]>;
  /** Puts tracks on, the first one now and the others next. */
  playTracks(tracks: TrackId[]): Promise<unknown>;
  sendFeedback(track: TrackId, kind: FeedbackKind): Promise<unknown>;
  /** Takes a track out of the queue. */
  removeTrack(track: TrackId): Promise<unknown>;
  /** Never again anything by the artist of this track. */
  blockArtist(track: TrackId): Promise<unknown>;
  unblockTrack(track: TrackId): Promise<unknown>;
  /** By name as credited. */
  unblockArtist(artist: string): Promise<unknown>;
  /** The listener's word for where a track lies. */
  setTrackAffect(track: TrackId, affect: Affect): Promise<unknown>;
  /** Takes the last action back; again, the one before. */
  undoFeedback(): Promise<unknown>;
  pinTrack(track: TrackId, pinned: boolean): Promise<unknown>;
  openInSpotify(track: TrackId): Promise<unknown>;
  /** Entries from `from` (inclusive) to `to` (exclusive), Unix milliseconds. */
  history(from: number, to: number): Promise<HistoryEntry[]>;
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
  saveSettings(settings: Settings): Promise<unknown>;
  /** How many minutes the window's clock is ahead of universal time. */
  setUtcOffset(minutes: number): Promise<unknown>;
  /** What was learned of the listener; a `taste` event tells when it changed. */
  getTaste(): Promise<TasteView>;
  forgetLearned(part: LearnedPart): Promise<unknown>;
  forgetTrackMood(track: TrackId): Promise<unknown>;
  /** The path written to; null when the listener cancels. */
  exportData(): Promise<string | null>;
  eraseEverything(): Promise<unknown>;
  dismissBanner(code: ErrorCode): Promise<unknown>;
  setWindowVisible(visible: boolean): Promise<unknown>;
  listen(cb: (event: UiEvent) => void): Promise<Unlisten>;
  /** Tells of files dragged over the window from outside. */
  listenDrags(cb: (drag: FileDrag) => void): Promise<Unlisten>;
}

/** Whatever was thrown, as an error with a code. */
export function toAppError(thrown: unknown): AppError {
  if (typeof thrown === 'object' && thrown !== null && 'code' in thrown && 'message' in thrown) {
    return { code: String(thrown.code) as ErrorCode, message: String(thrown.message) };
  }
  return { code: 'unexpected', message: thrown instanceof Error ? thrown.message : String(thrown) };
}
