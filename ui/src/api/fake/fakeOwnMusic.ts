import type { Unlisten } from '../backend';
import type {
  AddedFolder,
  AffectEstimate,
  Chosen,
  FolderView,
  LibraryRow,
  MapView,
  Opened,
  OwnMusicView,
  OwnPage,
  OwnQuery,
  OwnRow,
  PlaylistImport,
  ScanView,
  TrackId,
  TrackPage,
  TrackSaid,
  Unreadable,
} from '../bindings';
import { renamed } from './demo';
import {
  confidenceOf,
  hasWords,
  inventedTracks,
  localOf,
  OWN_CATALOGUE,
  sortKey,
} from './ownTracks';
import { FakePlayer } from './fakePlayer';
import { wait } from './random';
import type { Scenario } from './scenario';

const FOLDER = '/home/you/Music';
const RANKED = 1000;
const NONE: OwnMusicView = {
  folders: [],
  passedOver: [],
  tracks: 0,
  scan: null,
  listening: { done: 0, total: 0, failed: 0, paused: false, problem: null },
  version: 0,
};
const PASSED_OVER = [
  { kind: 'wma', files: 3 },
  { kind: 'm4b', files: 1 },
];
const BROKEN: Unreadable[] = [
  {
    path: `${FOLDER}/Old disc/03 track.mp3`,
    problem: {
      code: 'audio_damaged',
      message: 'The file contains no sound. It may have been cut off. Try copying it again.',
    },
  },
  {
    path: `${FOLDER}/notes.flac`,
    problem: {
      code: 'file_unknown',
      message: 'The file is not music in a format that Attune knows, despite its name.',
    },
  },
];
/** A square with a ring, in place of a cover. */
const COVER =
  'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"%3E%3Crect width="10" height="10" fill="%23d8c8a8"/%3E%3Ccircle cx="5" cy="5" r="3" fill="none" stroke="%23604830"/%3E%3C/svg%3E';

/** The part of the fake with the listener's own music: no file is read. */
export abstract class FakeOwnMusic extends FakePlayer {
  #own = NONE;
  #rows: LibraryRow[] = [];
  /** The order asked for last, where it stays while the rows do. */
  #order: { by: string; of: LibraryRow[]; places: number[] } | null = null;
  readonly #opened: Opened[] = [];
  readonly #offered: string[] = [];
  readonly #listeners = new Set<(view: OwnMusicView) => void>();

  /** Replaces the listener's own tracks in the library. */
  protected abstract setOwnTracks(rows: LibraryRow[]): void;
  /** All enabled tracks with their estimated moods. */
  protected abstract enabledTracks(): LibraryRow[];
  protected abstract feedbackOn(track: TrackId): TrackSaid;
  protected abstract queueNext(tracks: TrackId[]): void;

  /** Sets up a situation. */
  protected startOwnMusic({ situation, seed, tracks, names }: Scenario): void {
    const invented = inventedTracks(tracks, seed);
    const rows = invented.map((row) => renamed(row, names));
    if (situation === 'own') {
      this.#fill(rows, { unreadable: BROKEN.length });
      this.#update({ passedOver: PASSED_OVER });
    }
    if (situation !== 'scanning') return;
    this.#fill(rows, {});
    const away = { id: 2, path: '/media/you/Old disk/Songs', tracks: 210, unreadable: 0 };
    this.#update({
      folders: [...this.#own.folders, { ...away, away: true }],
      listening: { ...this.#own.listening, done: Math.floor(tracks / 3) },
      scan: this.#scanAt(0.4, tracks),
    });
  }

  async ownMusic(): Promise<OwnMusicView> {
    return Promise.resolve(this.#own);
  }

  async listenOwnMusic(cb: (view: OwnMusicView) => void): Promise<Unlisten> {
    this.#listeners.add(cb);
    return Promise.resolve(() => void this.#listeners.delete(cb));
  }

  async addMusicFolder(): Promise<AddedFolder | null> {
    return this.#add(FOLDER);
  }

  async takeOpened(): Promise<Opened[]> {
    return Promise.resolve(this.#opened.splice(0));
  }

  async addOpenedFolders(add: boolean): Promise<AddedFolder[]> {
    const folders = this.#offered.splice(0).filter(() => add);
    return Promise.all(folders.map((path) => this.#add(path)));
  }

  /** What was opened waits for the window. */
  protected opened(opened: Opened): void {
    this.#opened.push(opened);
    this.#offered.push(...opened.folders);
    this.emit({ kind: 'opened' });
  }

  /** The tracks of files that are in the library. */
  protected tracksIn(files: string[]): TrackId[] {
    return this.#ownRows().flatMap(({ track }) => (files.includes(track.file) ? [track.id] : []));
  }

  async removeMusicFolder(id: number): Promise<void> {
    const folders = this.#own.folders.filter((folder) => folder.id !== id);
    this.#rows = folders.length === 0 ? [] : this.#rows;
    const passedOver = folders.length === 0 ? [] : this.#own.passedOver;
    this.#update({
      folders,
      passedOver,
      tracks: this.#rows.length,
      version: this.#own.version + 1,
    });
    this.#publishTracks();
    return Promise.resolve();
  }

  async scanMusic(again: boolean): Promise<void> {
    await this.#scan(this.#rows.length, again);
  }

  async pauseScan(paused: boolean): Promise<void> {
    const { scan } = this.#own;
    this.#update({ scan: scan && { ...scan, paused } });
    return Promise.resolve();
  }

  async pauseListening(paused: boolean): Promise<void> {
    this.#update({ listening: { ...this.#own.listening, paused } });
    return Promise.resolve();
  }

  async unreadableFiles(): Promise<Unreadable[]> {
    return Promise.resolve(
      this.#own.folders.some(({ unreadable }) => unreadable > 0) ? BROKEN : [],
    );
  }

  async ownTracks(query: OwnQuery): Promise<OwnPage> {
    const places = this.#ordered(query);
    const shown = places.slice(query.offset, query.offset + query.limit);
    return Promise.resolve({ total: places.length, rows: this.#ownRows(shown) });
  }

  /** The places of the rows that are looked for, in their order. With a million of them it takes seconds. */
  #ordered({ text, sort, descending }: OwnQuery): number[] {
    const by = JSON.stringify([text, sort, descending]);
    if (this.#order?.by === by && this.#order.of === this.#rows) return this.#order.places;
    const all = this.#ownRows();
    const keys = all.map((row) => sortKey(row, sort));
    const compare = (a: number, b: number) => {
      const [x = '', y = ''] = [keys[a], keys[b]];
      return typeof x === 'string' ? x.localeCompare(String(y)) : x - Number(y);
    };
    const places = all.flatMap(({ track }, i) => (hasWords(track, text.trim()) ? [i] : []));
    places.sort((a, b) => compare(a, b) * (descending ? -1 : 1));
    // What the listener says changes moods, and what is analysed how sure they are.
    const changes = sort === 'valence' || sort === 'arousal' || sort === 'sureness';
    this.#order = changes ? null : { by, of: this.#rows, places };
    return places;
  }

  async ownTrack(id: TrackId): Promise<TrackPage | null> {
    const row = this.#ownRows().find(({ track }) => track.id === id);
    if (!row) return Promise.resolve(null);
    const heard = row.track.heard;
    const genre: AffectEstimate = {
      valence: 0.2,
      arousal: -0.2,
      sd_valence: 0.4,
      sd_arousal: 0.35,
    };
    const evidence = [
      ...(heard ? [{ sources: ['audio' as const], estimate: heard }] : []),
      ...(row.track.genre === null ? [] : [{ sources: ['genre' as const], estimate: genre }]),
    ];
    return Promise.resolve({
      row,
      key: heard ? { tonic: 9, minor: true } : null,
      featuresVersion: heard ? 1 : null,
      evidence: evidence.map((e) => ({ ...e, confidence: confidenceOf(e.estimate) })),
      said: this.feedbackOn(id),
    });
  }

  async cover(id: TrackId): Promise<string | null> {
    const [source, number] = id.split(':');
    return Promise.resolve(source === 'local' && Number(number) % 3 !== 0 ? COVER : null);
  }

  async trackMap(): Promise<MapView> {
    const rows = this.enabledTracks();
    return Promise.resolve({
      ids: rows.map(({ id }) => id),
      valence: rows.map(({ affect }) => affect.valence),
      arousal: rows.map(({ affect }) => affect.arousal),
      spread: rows.map(({ affect }) => Math.max(affect.sd_valence, affect.sd_arousal)),
      leftOut: 0,
    });
  }

  async trackRows(ids: TrackId[]): Promise<LibraryRow[]> {
    const known = new Map(this.enabledTracks().map((row) => [row.id, row]));
    return Promise.resolve(ids.flatMap((id) => known.get(id) ?? []));
  }

  async playNext(tracks: TrackId[]): Promise<void> {
    this.queueNext(tracks);
    return Promise.resolve();
  }

  async importPlaylist(): Promise<PlaylistImport | null> {
    const tracks = this.#rows.slice(0, 12).map(({ id }) => id);
    const missing = [{ line: 9, entry: '/mnt/elsewhere/A song of long ago.mp3' }];
    return Promise.resolve({ name: 'For the drive', tracks, missing });
  }

  async exportPlaylist(chosen: Chosen): Promise<number | null> {
    if (chosen.kind === 'found') return Promise.resolve(0);
    return Promise.resolve(chosen.value.filter((id) => !id.startsWith('local:')).length);
  }

  async exportCsv(chosen: Chosen): Promise<number | null> {
    if (chosen.kind === 'tracks') return Promise.resolve(chosen.value.length);
    const found = this.#ownRows().filter(({ track }) => hasWords(track, chosen.value.trim()));
    return Promise.resolve(found.length);
  }

  /** Clears everything, also on servers, as erasing does. */
  protected eraseOwnMusic(): void {
    this.eraseServers();
    this.#rows = [];
    this.#update({ ...NONE, version: this.#own.version + 1 });
    this.setOwnTracks([]);
  }

  /** The rows at these places, or all of them. */
  #ownRows(places: Iterable<number> = this.#rows.keys()): OwnRow[] {
    const believed = new Map(this.enabledTracks().map(({ id, affect }) => [id, affect]));
    const { done } = this.#own.listening;
    return [...places].flatMap((i) => {
      const row = this.#rows[i];
      if (!row) return [];
      const affect = believed.get(row.id) ?? row.affect;
      return [{ track: localOf(row, i < done), affect, confidence: confidenceOf(affect) }];
    });
  }

  #fill(rows: LibraryRow[], folder: Partial<FolderView>): void {
    this.#rows = rows;
    const count = rows.length;
    this.#update({
      folders: [{ id: 1, path: FOLDER, tracks: count, unreadable: 0, away: false, ...folder }],
      tracks: count,
      listening: { ...NONE.listening, done: count, total: count },
      version: this.#own.version + 1,
    });
    this.#publishTracks();
  }

  /** The fake's ranking is slow, so only some of very many tracks can be queued. */
  #publishTracks(): void {
    this.setOwnTracks(this.#rows.slice(0, RANKED));
  }

  async #add(path: string): Promise<AddedFolder> {
    await wait(50);
    const chosePlayer = this.#own.folders.length === 0 && this.playing.player === 'list';
    const id = 1 + Math.max(0, ...this.#own.folders.map((folder) => folder.id));
    const folder = { id, path, tracks: 0, unreadable: 0, away: false };
    this.#update({ folders: [...this.#own.folders, folder] });
    void this.#scan(60).then(() => {
      this.#fill(inventedTracks(60, id), { id, path });
    });
    if (chosePlayer) await this.setPlayer('local');
    return { path, chosePlayer };
  }

  /** Half a second of scanning; unchanged files are only looked at. */
  async #scan(files: number, read = true): Promise<void> {
    for (const share of [0, 0.25, 0.5, 0.75]) {
      this.#update({ scan: this.#scanAt(read ? share : 0, files) });
      await wait(150);
    }
    this.#update({ scan: null, version: this.#own.version + 1 });
  }

  #scanAt(share: number, files: number): ScanView {
    const toRead = share === 0 ? 0 : files;
    const read = Math.floor(share * files);
    const file = share === 0 ? null : `${FOLDER}/${OWN_CATALOGUE}/${read}.flac`;
    return { found: files, toRead, read, unreadable: 0, file, share, paused: false };
  }

  #update(change: Partial<OwnMusicView>): void {
    this.#own = { ...this.#own, ...change };
    for (const listener of this.#listeners) listener(this.#own);
  }
}
