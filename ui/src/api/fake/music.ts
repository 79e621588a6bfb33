import type {
  Affect,
  AffectEstimate,
  CatalogueInfo,
  UndoableAction,
  FeedbackKind,
  LearnedPart,
  LibraryPage,
  LibraryRow,
  LibrarySort,
  QueueEntry,
  NamedTrack,
  QueueView,
  TasteView,
  StatedItem,
  TrackId,
  TrackSaid,
} from '../bindings';
import { SPOTIFY_SHELF } from '../spotify';
import { importedRows } from './demo';
import { OWN_CATALOGUE } from './ownTracks';
import { entryOf, rank } from './queue';
import { inventedTaste } from './taste';

const compare = (a: string | number, b: string | number) =>
  typeof a === 'string' ? a.localeCompare(String(b)) : a - Number(b);

/** The fake's music: catalogues, feedback and the queue made from them. */
export class Music {
  catalogues: CatalogueInfo[];
  queue: QueueView = { current: null, next: [], undo: null, undoDepth: 0 };
  aim = 'closeToMood';
  surprise = 0;
  #lessons: number;
  #rows: LibraryRow[];
  readonly #liked = new Set<TrackId>();
  readonly #never = new Set<TrackId>();
  readonly #wrong = new Set<TrackId>();
  readonly #pinned = new Map<TrackId, number>();
  #heard: TrackId[] = [];
  #actions: { kind: UndoableAction; title: string; revert: () => void }[] = [];
  readonly #artists = new Set<string>();
  readonly #affects = new Map<TrackId, Affect>();

  constructor(catalogues: CatalogueInfo[], rows: LibraryRow[], lessons: number) {
    this.catalogues = catalogues;
    this.#lessons = lessons;
    this.#rows = rows;
  }

  /** The current track and the ones after it. */
  get tracks(): QueueEntry[] {
    const { current, next } = this.queue;
    return current ? [current, ...next] : next;
  }

  get #taste() {
    const { aim, surprise } = this;
    const said = { liked: this.#liked, never: this.#never, wrong: this.#wrong };
    return { ...said, heard: this.#heard, aim, surprise };
  }

  /** The tracks that can be queued, with their estimated moods. */
  get playable(): LibraryRow[] {
    const on = new Set(this.catalogues.filter(({ enabled }) => enabled).map(({ id }) => id));
    return this.#rows
      .filter(({ catalogue, artist }) => on.has(catalogue) && !this.#artists.has(artist))
      .map((row) => (this.#affects.has(row.id) ? { ...row, affect: this.#affect(row.id) } : row));
  }

  /** Ranks the queue again along a path; the current track stays while it is allowed. */
  refresh(path: readonly Affect[]): void {
    const rows = this.playable;
    const kept = rows.find(({ id }) => id === this.queue.current?.id && !this.#never.has(id));
    if (!kept) {
      this.#advance(path);
      return;
    }
    const target = this.queue.current?.target ?? kept.affect;
    this.#setCurrent(entryOf(kept, target, this.#taste, false), rows, path);
  }

  /** Goes to the next track. */
  next(path: readonly Affect[]): void {
    const { current } = this.queue;
    this.#advance(path);
    if (current) this.#record('skipped', current.title, () => this.#restoreCurrent(current));
  }

  /** Puts tracks next, in order; they stay there when the queue is ranked again. */
  playNext(tracks: readonly TrackId[], path: readonly Affect[]): void {
    this.#pinned.clear();
    tracks.forEach((id, place) => this.#pinned.set(id, place));
    this.refresh(path);
  }

  feedback(track: TrackId, kind: FeedbackKind, path: readonly Affect[]): void {
    const title = this.#rows.find(({ id }) => id === track)?.title ?? '';
    if (kind === 'unliked') {
      this.#liked.delete(track);
      this.#refreshEntries();
      this.#record(kind, title, () => this.#liked.add(track));
      return;
    }
    const set = this.#setOf(kind);
    if (!set || kind === 'opened') return;
    const had = set.has(track);
    set.add(track);
    const { current } = this.queue;
    if (kind === 'liked') this.#refreshEntries();
    else if (current?.id === track) this.#advance(path);
    else this.refresh(path);
    this.#record(kind, title, () => {
      if (!had) set.delete(track);
      if (kind !== 'liked' && current?.id === track) this.#restoreCurrent(current);
    });
  }

  /** Removes a track from the queue for now. */
  removeFromQueue(track: TrackId, path: readonly Affect[]): void {
    const { current } = this.queue;
    const heard = this.#heard;
    this.#heard = [...heard, track];
    if (current?.id === track) this.#advance(path);
    else this.refresh(path);
    this.#record('removed', this.#title(track), () => {
      this.#heard = heard;
      if (current?.id === track) this.#restoreCurrent(current);
    });
  }

  blockArtist(track: TrackId, path: readonly Affect[]): void {
    const artist = this.#rows.find(({ id }) => id === track)?.artist ?? '';
    const { current } = this.queue;
    this.#artists.add(artist);
    this.refresh(path);
    this.#record('artistNever', artist, () => {
      this.#artists.delete(artist);
      if (current?.artist === artist) this.#restoreCurrent(current);
    });
  }

  unblockTrack(track: TrackId, path: readonly Affect[]): void {
    this.#never.delete(track);
    this.refresh(path);
    this.#record('allowed', this.#title(track), () => void this.#never.add(track));
  }

  unblockArtist(artist: string, path: readonly Affect[]): void {
    this.#artists.delete(artist);
    this.refresh(path);
    this.#record('artistAllowed', artist, () => void this.#artists.add(artist));
  }

  setAffect(track: TrackId, affect: Affect, path: readonly Affect[]): void {
    const before = this.#affects.get(track);
    this.#affects.set(track, affect);
    this.refresh(path);
    this.#record('placed', this.#title(track), () => {
      if (before) this.#affects.set(track, before);
      else this.#affects.delete(track);
    });
  }

  /** What was learned: feedback, and some invented preferences. */
  taste(stated: StatedItem[]): Omit<TasteView, 'histories'> {
    const named = (ids: Iterable<TrackId>): NamedTrack[] =>
      [...ids].reverse().map((id) => ({ id, title: this.#title(id), artist: this.#artist(id) }));
    const moods = new Set([...this.#wrong, ...this.#affects.keys()]);
    return {
      ...inventedTaste(this.#lessons, stated),
      stated,
      hearts: named(this.#liked),
      blockedTracks: named(this.#never),
      blockedArtists: [...this.#artists].reverse(),
      trackMoods: named(moods).map((track) => ({
        track,
        affect: this.#affect(track.id),
        wrongMoods: this.#wrong.has(track.id) ? 1 : 0,
        trackAffect: this.#affects.get(track.id) ?? null,
      })),
    };
  }

  /** The feedback on one track. */
  feedbackOn(track: TrackId): TrackSaid {
    return {
      liked: this.#liked.has(track),
      never: this.#never.has(track),
      finished: 0,
      skipped: this.#heard.filter((id) => id === track).length,
      wrongMoods: this.#wrong.has(track) ? 1 : 0,
      trackAffect: this.#affects.get(track) ?? null,
    };
  }

  /** Clears everything, as erasing does. */
  forgetAll(): void {
    for (const part of ['taste', 'likes', 'blocked', 'trackMoods'] as const) this.forget(part, []);
    this.#heard = [];
    this.#pinned.clear();
  }

  forget(part: LearnedPart, path: readonly Affect[]): void {
    if (part === 'taste') this.#lessons = 0;
    if (part === 'likes') this.#liked.clear();
    if (part === 'blocked') {
      this.#never.clear();
      this.#artists.clear();
    }
    if (part === 'trackMoods') {
      this.#wrong.clear();
      this.#affects.clear();
    }
    this.#actions = [];
    this.#updateUndo();
    this.refresh(path);
  }

  forgetMood(track: TrackId, path: readonly Affect[]): void {
    this.#wrong.delete(track);
    this.#affects.delete(track);
    this.#actions = [];
    this.#updateUndo();
    this.refresh(path);
  }

  undo(path: readonly Affect[]): void {
    this.#actions.pop()?.revert();
    this.#updateUndo();
    this.refresh(path);
  }

  pin(track: TrackId, pinned: boolean, path: readonly Affect[]): void {
    const place = this.queue.next.findIndex(({ id }) => id === track);
    const before = this.#pinned.get(track);
    if (pinned && place >= 0) this.#pinned.set(track, place);
    else this.#pinned.delete(track);
    this.refresh(path);
    this.#record(pinned ? 'pinned' : 'unpinned', this.#title(track), () => {
      if (before === undefined) this.#pinned.delete(track);
      else this.#pinned.set(track, before);
    });
  }

  /** Moves a track to a place, where it is pinned. */
  move(track: TrackId, place: number, path: readonly Affect[]): void {
    const ids = this.queue.next.map(({ id }) => id).filter((id) => id !== track);
    ids.splice(place, 0, track);
    const pinned = new Set([...this.#pinned.keys(), track]);
    for (const [at, id] of ids.entries()) if (pinned.has(id)) this.#pinned.set(id, at);
    this.refresh(path);
  }

  enable(id: string, enabled: boolean): void {
    this.catalogues = this.catalogues.map((c) => (c.id === id ? { ...c, enabled } : c));
  }

  remove(id: string): void {
    this.catalogues = this.catalogues.filter((c) => c.id !== id);
  }

  /** Replaces the listener's own tracks. */
  setOwnTracks(rows: LibraryRow[]): void {
    this.remove(OWN_CATALOGUE);
    this.#rows = [...this.#rows.filter(({ catalogue }) => catalogue !== OWN_CATALOGUE), ...rows];
    if (rows.length === 0) return;
    const shelf = {
      id: OWN_CATALOGUE,
      name: 'Your music',
      tracks: rows.length,
      enabled: true,
      addedAt: null,
    };
    this.catalogues = [...this.catalogues, shelf];
  }

  /** Adds an invented catalogue. */
  add(name: string, count: number, addedAt: number): CatalogueInfo {
    const id = String(this.catalogues.length + 1 + addedAt);
    const info = { id, name, tracks: count, enabled: true, addedAt };
    this.#rows.push(...importedRows(id, count, count));
    this.catalogues = [...this.catalogues, info];
    return info;
  }

  /** Adds the session catalogue with the listener's Spotify music, or removes it. */
  setSessionShelf(shelf: CatalogueInfo | null): void {
    this.remove(SPOTIFY_SHELF);
    if (!shelf) return;
    if (this.#rows.every(({ catalogue }) => catalogue !== shelf.id)) {
      this.#rows.push(...importedRows(shelf.id, shelf.tracks, shelf.tracks));
    }
    this.catalogues = [...this.catalogues, shelf];
  }

  page(
    query: string,
    sort: LibrarySort,
    descending: boolean,
    offset: number,
    limit: number,
  ): LibraryPage {
    const known = new Set(this.catalogues.map(({ id }) => id));
    const wanted = query.trim().toLowerCase();
    const key = (row: LibraryRow) =>
      sort === 'valence' || sort === 'arousal' ? row.affect[sort] : (row[sort] ?? 0);
    const rows = this.#rows
      .filter(({ catalogue }) => known.has(catalogue))
      .filter(({ title, artist }) => `${title} ${artist}`.toLowerCase().includes(wanted))
      .sort((a, b) => compare(key(a), key(b)) * (descending ? -1 : 1));
    return { total: rows.length, rows: rows.slice(offset, offset + limit) };
  }

  #advance(path: readonly Affect[]): void {
    const rows = this.playable;
    if (this.queue.current) this.#heard = [...this.#heard, this.queue.current.id];
    const [first] = rank(rows, path.slice(0, 1), this.#taste, new Map());
    const planned = this.queue.next.find(
      ({ id }) => rows.some((row) => row.id === id) && !this.#never.has(id),
    );
    const current = planned ?? first ?? null;
    for (const [id, place] of this.#pinned) this.#pinned.set(id, Math.max(0, place - 1));
    this.#setCurrent(current, rows, path);
  }

  #setCurrent(current: QueueEntry | null, rows: LibraryRow[], path: readonly Affect[]): void {
    if (current) this.#pinned.delete(current.id);
    const others = rows.filter(({ id }) => id !== current?.id);
    const next = rank(others, path, this.#taste, this.#pinned);
    this.queue = { ...this.queue, current, next };
  }

  /** A like does not change the order, only the entries' reasons. */
  #refreshEntries(): void {
    const again = (entry: QueueEntry) => {
      const row = this.#rows.find(({ id }) => id === entry.id);
      return row ? entryOf(row, entry.target, this.#taste, entry.pinned) : entry;
    };
    const { current, next } = this.queue;
    this.queue = { ...this.queue, current: current && again(current), next: next.map(again) };
  }

  #setOf(kind: FeedbackKind): Set<TrackId> | null {
    if (kind === 'liked') return this.#liked;
    if (kind === 'never') return this.#never;
    return kind === 'wrongMood' ? this.#wrong : null;
  }

  #restoreCurrent(current: QueueEntry): void {
    this.#heard = this.#heard.filter((id) => id !== current.id);
    this.queue = { ...this.queue, current };
  }

  /** A track's estimated mood, or the listener's correction if there is one. */
  #affect(track: TrackId): AffectEstimate {
    const row = this.#rows.find(({ id }) => id === track);
    const spread = { sd_valence: 0.1, sd_arousal: 0.1 };
    return { valence: 0, arousal: 0, ...spread, ...row?.affect, ...this.#affects.get(track) };
  }

  #title(track: TrackId): string {
    return this.#rows.find(({ id }) => id === track)?.title ?? track;
  }

  #artist(track: TrackId): string {
    return this.#rows.find(({ id }) => id === track)?.artist ?? '';
  }

  /** Records an action that is not about a track. */
  recordAction(kind: UndoableAction, revert: () => void): void {
    this.#record(kind, '', revert);
  }

  #record(kind: UndoableAction, title: string, revert: () => void): void {
    this.#actions.push({ kind, title, revert });
    this.#updateUndo();
  }

  #updateUndo(): void {
    const last = this.#actions.at(-1);
    const undo = last ? { kind: last.kind, title: last.title } : null;
    this.queue = { ...this.queue, undo, undoDepth: this.#actions.length };
  }
}
