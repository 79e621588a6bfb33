import type {
  Affect,
  AppError,
  AppState,
  CameraInfo,
  FeedbackKind,
  HistoryEdit,
  HistoryEntry,
  ImportReport,
  LibraryPage,
  LibrarySort,
  Policy,
  Settings,
  TrackId,
  UiEvent,
} from './bindings';

export type * from './bindings';

/** Stops a subscription. */
export type Unlisten = () => void;

/** What the pointer does with files over the window. */
export type FileDrag = 'over' | 'gone' | { paths: string[] };

/** Everything the window asks of the other side. Each call rejects with an {@link AppError}. */
export interface Backend {
  getState(): Promise<AppState>;
  setPolicy(policy: Policy): Promise<unknown>;
  setHold(affect: Affect): Promise<unknown>;
  correctMood(affect: Affect): Promise<unknown>;
  undoCorrection(): Promise<unknown>;
  listCameras(): Promise<CameraInfo[]>;
  startCamera(): Promise<unknown>;
  pauseCamera(): Promise<unknown>;
  /** Lets the listener choose a picture; false when they cancel. */
  lookAtPicture(): Promise<boolean>;
  lookAtDropped(paths: string[]): Promise<unknown>;
  nextTrack(): Promise<unknown>;
  sendFeedback(track: TrackId, kind: FeedbackKind): Promise<unknown>;
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
  /** The path written to; null when the listener cancels. */
  exportData(): Promise<string | null>;
  eraseEverything(): Promise<unknown>;
  dismissBanner(code: string): Promise<unknown>;
  setWindowVisible(visible: boolean): Promise<unknown>;
  listen(cb: (event: UiEvent) => void): Promise<Unlisten>;
  /** Tells of files dragged over the window from outside. */
  listenDrags(cb: (drag: FileDrag) => void): Promise<Unlisten>;
}

/** Whatever was thrown, as an error with a code. */
export function toAppError(thrown: unknown): AppError {
  if (typeof thrown === 'object' && thrown !== null && 'code' in thrown && 'message' in thrown) {
    return { code: String(thrown.code), message: String(thrown.message) };
  }
  return { code: 'unexpected', message: thrown instanceof Error ? thrown.message : String(thrown) };
}
