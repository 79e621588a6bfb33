import { untrack } from 'svelte';

/** Requests that may be pending at once; keys that are no longer wanted by then are not fetched. */
const MOST_PENDING = 4;

/**
 * Answers of the backend by key, such as the pages of a list. This is the one place that deals with the order in which
 * answers arrive: an answer to a request from before an invalidation is dropped, a failed request can be repeated, and
 * out-of-date values stay readable until their replacement is there.
 */
export class QueryCache<Key, Value> {
  #values = $state.raw<ReadonlyMap<Key, Value>>(new Map());
  #wanted: readonly Key[] = [];
  #generation = 0;
  readonly #fresh = new Set<Key>();
  readonly #pending = new Set<Key>();
  /** Keys whose values answer an earlier question. */
  readonly #outdated = new Set<Key>();
  readonly #ask: (key: Key) => Promise<Value | undefined>;
  readonly #capacity: number;

  /**
   * `ask` resolves to undefined when it fails, after reporting the error. Of more than `capacity` values, those wanted
   * longest ago are dropped.
   */
  constructor(ask: (key: Key) => Promise<Value | undefined>, capacity = Infinity) {
    this.#ask = ask;
    this.#capacity = capacity;
  }

  /** The latest value of a key; undefined before its first answer. */
  get(key: Key): Value | undefined {
    return this.#values.get(key);
  }

  /** The value that was stored last; undefined before the first answer. */
  get latest(): Value | undefined {
    return [...this.#values.values()].at(-1);
  }

  /** Sets which keys are in use, and fetches those that are missing or out of date. */
  async want(keys: readonly Key[]): Promise<void> {
    this.#wanted = keys;
    await this.#fetchMissing();
  }

  /** Fetches the wanted keys again, or `initial` before any were wanted. Values stay until they are replaced. */
  async invalidate(initial: readonly Key[] = []): Promise<void> {
    if (this.#wanted.length === 0) this.#wanted = initial;
    this.#generation += 1;
    this.#fresh.clear();
    this.#pending.clear();
    await this.#fetchMissing();
  }

  /** Starts over with a different question: the first new answer drops the old values that are not in use. */
  async reset(keys: readonly Key[]): Promise<void> {
    this.#wanted = keys;
    for (const key of this.#stored.keys()) this.#outdated.add(key);
    await this.invalidate();
  }

  /** Replaces a value without asking, for a change that the window made itself. */
  set(key: Key, value: Value): void {
    const values = new Map(this.#stored);
    values.delete(key);
    values.set(key, value);
    this.#values = values;
  }

  /** The values, without making an effect that fetches depend on them. */
  get #stored(): ReadonlyMap<Key, Value> {
    return untrack(() => this.#values);
  }

  async #fetchMissing(): Promise<void> {
    const missing = this.#wanted.filter((key) => !this.#fresh.has(key) && !this.#pending.has(key));
    const next = missing.slice(0, MOST_PENDING - this.#pending.size);
    await Promise.all(
      next.map(async (key) => {
        if (await this.#fetch(key)) await this.#fetchMissing();
      }),
    );
  }

  /** Whether a value has arrived; false for a failure or an answer that came too late. */
  async #fetch(key: Key): Promise<boolean> {
    const generation = this.#generation;
    this.#pending.add(key);
    const value = await this.#ask(key).catch(() => undefined);
    if (generation !== this.#generation) return false;
    this.#pending.delete(key);
    if (value === undefined) return false;
    this.#fresh.add(key);
    this.#drop(key);
    this.set(key, value);
    return true;
  }

  /** Makes room for the new value of `key`. */
  #drop(key: Key): void {
    this.#outdated.delete(key);
    const used = new Set(this.#wanted).add(key);
    const unused = [...this.#stored.keys()].filter((other) => !used.has(other));
    const room = Math.max(0, this.#capacity - used.size);
    const dropped = unused.filter(
      (other, i) => this.#outdated.has(other) || i < unused.length - room,
    );
    if (dropped.length === 0) return;
    const values = new Map(this.#stored);
    for (const other of dropped) {
      values.delete(other);
      this.#fresh.delete(other);
      this.#outdated.delete(other);
    }
    this.#values = values;
  }
}
