import type { Unlisten } from './backend';
import type {
  AddedFolder,
  Chosen,
  LibraryRow,
  MapView,
  Opened,
  OwnMusicView,
  OwnPage,
  OwnQuery,
  PlaylistImport,
  TrackId,
  TrackPage,
  Unreadable,
} from './bindings';

/** The part of the backend for the listener's own music. */
export interface OwnMusicBackend {
  /** Folders and progress; {@link listenOwnMusic} announces changes. */
  ownMusic(): Promise<OwnMusicView>;
  listenOwnMusic(cb: (view: OwnMusicView) => void): Promise<Unlisten>;
  /** Lets the listener choose a folder; null when they cancel. */
  addMusicFolder(): Promise<AddedFolder | null>;
  /** What was opened from elsewhere and waits for the window; it is there once. An `opened` event announces it. */
  takeOpened(): Promise<Opened[]>;
  /** Adds the folders that were opened from elsewhere, or forgets them. */
  addOpenedFolders(add: boolean): Promise<AddedFolder[]>;
  /** The files stay where they are. */
  removeMusicFolder(id: number): Promise<unknown>;
  scanMusic(again: boolean): Promise<unknown>;
  pauseScan(paused: boolean): Promise<unknown>;
  pauseListening(paused: boolean): Promise<unknown>;
  unreadableFiles(): Promise<Unreadable[]>;
  ownTracks(query: OwnQuery): Promise<OwnPage>;
  ownTrack(id: TrackId): Promise<TrackPage | null>;
  /** The address of a picture of at most `side` pixels; null where there is none. */
  cover(id: TrackId, side: number): Promise<string | null>;
  /** The positions of all enabled tracks on the plane. */
  trackMap(): Promise<MapView>;
  trackRows(ids: TrackId[]): Promise<LibraryRow[]>;
  playNext(tracks: TrackId[]): Promise<unknown>;
  /** Lets the listener choose a playlist; null when they cancel. */
  importPlaylist(): Promise<PlaylistImport | null>;
  /** How many tracks were left out; null when the listener cancels. */
  exportPlaylist(chosen: Chosen): Promise<number | null>;
  /** How many rows were written; null when the listener cancels. */
  exportCsv(chosen: Chosen): Promise<number | null>;
}
