import type {
  Affect,
  CatalogueInfo,
  FeedbackKind,
  LibraryPage,
  LibraryRow,
  LibrarySort,
  QueueEntry,
  QueueView,
  TrackId,
} from '../bindings';
import { importedRows, starterRows } from './demo';
import { entryOf, rank } from './queue';

const compare = (a: string | number, b: string | number) =>
  typeof a === 'string' ? a.localeCompare(String(b)) : a - Number(b);

/** The fake's music: catalogues, taste and the queue made from them. */
export class Music {
  catalogues: CatalogueInfo[];
  queue: QueueView = { current: null, next: [], undo: null };
  aim = 'close to your mood';
  readonly #rows: LibraryRow[];
  readonly #liked = new Set<TrackId>();
  readonly #never = new Set<TrackId>();
  readonly #wrong = new Set<TrackId>();
  readonly #pinned = new Map<TrackId, number>();
  #heard: TrackId[] = [];
  #takeBack: (() => void) | null = null;

  constructor(catalogues: CatalogueInfo[], seed: number) {
    this.catalogues = catalogues;
    this.#rows = starterRows();
    for (const { id, tracks } of catalogues.slice(1)) {
      this.#rows.push(...importedRows(id, tracks, seed));
    }
  }

  get #taste() {
    const { aim } = this;
    return { liked: this.#liked, never: this.#never, wrong: this.#wrong, heard: this.#heard, aim };
  }

  get #playable(): LibraryRow[] {
    const on = new Set(this.catalogues.filter(({ enabled }) => enabled).map(({ id }) => id));
    return this.#rows.filter(({ catalogue }) => on.has(catalogue));
  }

  /** Ranks the queue again along a path; the track the listener is at stays while it may. */
  refresh(path: readonly Affect[]): void {
    const rows = this.#playable;
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

  feedback(track: TrackId, kind: FeedbackKind, path: readonly Affect[]): void {
    const title = this.#rows.find(({ id }) => id === track)?.title ?? '';
    if (kind === 'unliked') {
      this.#liked.delete(track);
      this.refresh(path);
      this.#remember(kind, title, () => this.#liked.add(track));
      return;
    }
    const set = this.#setOf(kind);
    if (!set) return;
    const had = set.has(track);
    set.add(track);
    const { current } = this.queue;
    if (kind !== 'liked' && current?.id === track) this.#advance(path);
    else this.refresh(path);
    this.#remember(kind, title, () => {
      if (!had) set.delete(track);
      if (kind !== 'liked' && current?.id === track) this.#goBack(current);
    });
  }

  undo(path: readonly Affect[]): void {
    this.#takeBack?.();
    this.#takeBack = null;
    this.queue = { ...this.queue, undo: null };
    this.refresh(path);
  }

  pin(track: TrackId, pinned: boolean, path: readonly Affect[]): void {
    const place = this.queue.next.findIndex(({ id }) => id === track);
    if (pinned && place >= 0) this.#pinned.set(track, place);
    else this.#pinned.delete(track);
    this.refresh(path);
  }

  enable(id: string, enabled: boolean): void {
    this.catalogues = this.catalogues.map((c) => (c.id === id ? { ...c, enabled } : c));
  }

  remove(id: string): void {
    this.catalogues = this.catalogues.filter((c) => c.id !== id);
  }

  /** Adds an invented catalogue. */
  add(name: string, count: number, addedAt: number): CatalogueInfo {
    const id = String(this.catalogues.length + 1 + addedAt);
    const info = { id, name, tracks: count, enabled: true, addedAt };
    this.#rows.push(...importedRows(id, count, count));
    this.catalogues = [...this.catalogues, info];
    return info;
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
    const rows = this.#playable;
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

  #setOf(kind: FeedbackKind): Set<TrackId> | null {
    if (kind === 'liked') return this.#liked;
    if (kind === 'never') return this.#never;
    return kind === 'wrongMood' ? this.#wrong : null;
  }

  #goBack(current: QueueEntry): void {
    this.#heard = this.#heard.filter((id) => id !== current.id);
    this.queue = { ...this.queue, current };
  }

  #remember(kind: FeedbackKind, title: string, takeBack: () => void): void {
    this.#takeBack = takeBack;
    this.queue = { ...this.queue, undo: { kind, title } };
  }
}
