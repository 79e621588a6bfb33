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
import { OWN } from './ownTracks';
import { entryOf, rank } from './queue';
import { inventedTaste } from './taste';

const compare = (a: string | number, b: string | number) =>
  typeof a === 'string' ? a.localeCompare(String(b)) : a - Number(b);

/** The fake's music: catalogues, taste and the queue made from them. */
export class Music {
  catalogues: CatalogueInfo[];
  queue: QueueView = { current: null, next: [], undo: null, undoDepth: 0 };
  aim = 'close to your mood';
  surprise = 0;
  #lessons: number;
  #rows: LibraryRow[];
  readonly #liked = new Set<TrackId>();
  readonly #never = new Set<TrackId>();
  readonly #wrong = new Set<TrackId>();
  readonly #pinned = new Map<TrackId, number>();
  #heard: TrackId[] = [];
  #actions: { kind: UndoableAction; title: string; takeBack: () => void }[] = [];
  readonly #artists = new Set<string>();
  readonly #places = new Map<TrackId, Affect>();

  constructor(catalogues: CatalogueInfo[], rows: LibraryRow[], lessons: number) {
    this.catalogues = catalogues;
    this.#lessons = lessons;
    this.#rows = rows;
  }

  /** What is on and what comes next. */
  get tracks(): QueueEntry[] {
    const { current, next } = this.queue;
    return current ? [current, ...next] : next;
  }

  get #taste() {
    const { aim, surprise } = this;
    const said = { liked: this.#liked, never: this.#never, wrong: this.#wrong };
    return { ...said, heard: this.#heard, aim, surprise };
  }

  /** The tracks that the queue can draw, with what is believed of them. */
  get playable(): LibraryRow[] {
    const on = new Set(this.catalogues.filter(({ enabled }) => enabled).map(({ id }) => id));
    return this.#rows
      .filter(({ catalogue, artist }) => on.has(catalogue) && !this.#artists.has(artist))
      .map((row) => (this.#places.has(row.id) ? { ...row, affect: this.#affect(row.id) } : row));
  }

  /** Ranks the queue again along a path; the track the listener is at stays while it may. */
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

  /** Goes on to the next track. */
  next(path: readonly Affect[]): void {
    const { current } = this.queue;
    this.#advance(path);
    if (current) this.#remember('skipped', current.title, () => this.#goBack(current));
  }

  /** Puts tracks next, in their order; they stay there when the queue is ranked again. */
  playNext(tracks: readonly TrackId[], path: readonly Affect[]): void {
    this.#pinned.clear();
    tracks.forEach((id, place) => this.#pinned.set(id, place));
    this.refresh(path);
  }

  feedback(track: TrackId, kind: FeedbackKind, path: readonly Affect[]): void {
    const title = this.#rows.find(({ id }) => id === track)?.title ?? '';
    if (kind === 'unliked') {
      this.#liked.delete(track);
      this.#reflag();
      this.#remember(kind, title, () => this.#liked.add(track));
      return;
    }
    const set = this.#setOf(kind);
    if (!set || kind === 'opened') return;
    const had = set.has(track);
    set.add(track);
    const { current } = this.queue;
    if (kind === 'liked') this.#reflag();
    else if (current?.id === track) this.#advance(path);
    else this.refresh(path);
    this.#remember(kind, title, () => {
      if (!had) set.delete(track);
      if (kind !== 'liked' && current?.id === track) this.#goBack(current);
    });
  }

  /** Takes a track out of the queue for now. */
  takeOut(track: TrackId, path: readonly Affect[]): void {
    const { current } = this.queue;
    const heard = this.#heard;
    this.#heard = [...heard, track];
    if (current?.id === track) this.#advance(path);
    else this.refresh(path);
    this.#remember('removed', this.#title(track), () => {
      this.#heard = heard;
      if (current?.id === track) this.#goBack(current);
    });
  }

  blockArtist(track: TrackId, path: readonly Affect[]): void {
    const artist = this.#rows.find(({ id }) => id === track)?.artist ?? '';
    const { current } = this.queue;
    this.#artists.add(artist);
    this.refresh(path);
    this.#remember('artistNever', artist, () => {
      this.#artists.delete(artist);
      if (current?.artist === artist) this.#goBack(current);
    });
  }

  unblockTrack(track: TrackId, path: readonly Affect[]): void {
    this.#never.delete(track);
    this.refresh(path);
    this.#remember('allowed', this.#title(track), () => void this.#never.add(track));
  }

  unblockArtist(artist: string, path: readonly Affect[]): void {
    this.#artists.delete(artist);
    this.refresh(path);
    this.#remember('artistAllowed', artist, () => void this.#artists.add(artist));
  }

  place(track: TrackId, affect: Affect, path: readonly Affect[]): void {
    const before = this.#places.get(track);
    this.#places.set(track, affect);
    this.refresh(path);
    this.#remember('placed', this.#title(track), () => {
      if (before) this.#places.set(track, before);
      else this.#places.delete(track);
    });
  }

  /** What was learned: what was said, and some inventions. */
  taste(stated: StatedItem[]): TasteView {
    const named = (ids: Iterable<TrackId>): NamedTrack[] =>
      [...ids].reverse().map((id) => ({ id, title: this.#title(id), artist: this.#artist(id) }));
    const moods = new Set([...this.#wrong, ...this.#places.keys()]);
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
        trackAffect: this.#places.get(track.id) ?? null,
      })),
    };
  }

  /** What was said of one track. */
  said(track: TrackId): TrackSaid {
    return {
      liked: this.#liked.has(track),
      never: this.#never.has(track),
      finished: 0,
      skipped: this.#heard.filter((id) => id === track).length,
      wrongMoods: this.#wrong.has(track) ? 1 : 0,
      trackAffect: this.#places.get(track) ?? null,
    };
  }

  /** As after erasing. */
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
      this.#places.clear();
    }
    this.#actions = [];
    this.#tellUndo();
    this.refresh(path);
  }

  forgetMood(track: TrackId, path: readonly Affect[]): void {
    this.#wrong.delete(track);
    this.#places.delete(track);
    this.#actions = [];
    this.#tellUndo();
    this.refresh(path);
  }

  undo(path: readonly Affect[]): void {
    this.#actions.pop()?.takeBack();
    this.#tellUndo();
    this.refresh(path);
  }

  pin(track: TrackId, pinned: boolean, path: readonly Affect[]): void {
    const place = this.queue.next.findIndex(({ id }) => id === track);
    const before = this.#pinned.get(track);
    if (pinned && place >= 0) this.#pinned.set(track, place);
    else this.#pinned.delete(track);
    this.refresh(path);
    this.#remember(pinned ? 'pinned' : 'unpinned', this.#title(track), () => {
      if (before === undefined) this.#pinned.delete(track);
      else this.#pinned.set(track, before);
    });
  }

  enable(id: string, enabled: boolean): void {
    this.catalogues = this.catalogues.map((c) => (c.id === id ? { ...c, enabled } : c));
  }

  remove(id: string): void {
    this.catalogues = this.catalogues.filter((c) => c.id !== id);
  }

  /** Puts the listener's own tracks up in place of those before. */
  shelve(rows: LibraryRow[]): void {
    this.remove(OWN);
    this.#rows = [...this.#rows.filter(({ catalogue }) => catalogue !== OWN), ...rows];
    if (rows.length === 0) return;
    const shelf = {
      id: OWN,
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

  /** Puts the listener's own music on Spotify among the catalogues, or takes it away. */
  lend(shelf: CatalogueInfo | null): void {
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

  /** A heart changes nothing of the order, only what is said of the track. */
  #reflag(): void {
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

  #goBack(current: QueueEntry): void {
    this.#heard = this.#heard.filter((id) => id !== current.id);
    this.queue = { ...this.queue, current };
  }

  /** What is believed of a track: the listener's word where there is one. */
  #affect(track: TrackId): AffectEstimate {
    const row = this.#rows.find(({ id }) => id === track);
    const spread = { sd_valence: 0.1, sd_arousal: 0.1 };
    return { valence: 0, arousal: 0, ...spread, ...row?.affect, ...this.#places.get(track) };
  }

  #title(track: TrackId): string {
    return this.#rows.find(({ id }) => id === track)?.title ?? track;
  }

  #artist(track: TrackId): string {
    return this.#rows.find(({ id }) => id === track)?.artist ?? '';
  }

  /** A action that is about no track. */
  note(kind: UndoableAction, takeBack: () => void): void {
    this.#remember(kind, '', takeBack);
  }

  #remember(kind: UndoableAction, title: string, takeBack: () => void): void {
    this.#actions.push({ kind, title, takeBack });
    this.#tellUndo();
  }

  #tellUndo(): void {
    const last = this.#actions.at(-1);
    const undo = last ? { kind: last.kind, title: last.title } : null;
    this.queue = { ...this.queue, undo, undoDepth: this.#actions.length };
  }
}
