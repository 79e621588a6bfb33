import type { HistoryEdit, HistoryEntry } from '../api/backend';
import { dayOf } from '../lib/time';
import type { AppStore } from './app.svelte';
import { QueryCache } from './cache.svelte';

/** How long a deleted entry can be brought back. */
export const UNDO_MS = 6000;

/** One day of the history. A deletion waits a few seconds, so that it can be undone. */
export class HistoryDay {
  /** Any moment of the day shown. */
  day = $state(Date.now());
  leaving = $state.raw<HistoryEntry | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #app: AppStore;
  /** Entries, oldest first, by the day's midnight. */
  readonly #days: QueryCache<number, HistoryEntry[]>;

  constructor(app: AppStore) {
    this.#app = app;
    this.#days = new QueryCache(async (from) => {
      const entries = await app.attempt(app.backend.history(from, dayOf(from).to));
      return entries?.toSorted((a, b) => a.at - b.at);
    });
  }

  /** The entries shown, oldest first; null before the first answer. */
  get entries(): HistoryEntry[] | null {
    return this.#stored?.filter(({ id }) => id !== this.leaving?.id) ?? null;
  }

  get bounds(): { from: number; to: number } {
    return dayOf(this.day);
  }

  get #stored(): HistoryEntry[] | undefined {
    return this.#days.get(this.bounds.from);
  }

  /** Fetches the day again. */
  async load(): Promise<void> {
    await this.#days.reset([this.bounds.from]);
  }

  /** Goes to the day of a moment. */
  async go(moment: number): Promise<void> {
    await this.finishDelete();
    this.day = moment;
    await this.load();
  }

  /** Saves a change to an entry. */
  async edit(id: number, edit: HistoryEdit): Promise<void> {
    await this.#app.attempt(this.#app.backend.editHistory(id, edit), 'history');
    await this.load();
  }

  /** Hides an entry, and deletes it for good once the time to undo is over. */
  async remove(entry: HistoryEntry): Promise<void> {
    await this.finishDelete();
    this.leaving = entry;
    this.#timer = setTimeout(() => void this.finishDelete(), UNDO_MS);
  }

  /** Brings back the entry that was about to be deleted. */
  undo(): void {
    clearTimeout(this.#timer);
    this.leaving = null;
  }

  /** Deletes the pending entry for good. */
  async finishDelete(): Promise<void> {
    clearTimeout(this.#timer);
    const { leaving } = this;
    if (!leaving) return;
    const kept = this.#stored?.filter(({ id }) => id !== leaving.id);
    if (kept) this.#days.set(this.bounds.from, kept);
    this.leaving = null;
    await this.#app.attempt(this.#app.backend.deleteHistory(leaving.id), 'history');
  }
}
