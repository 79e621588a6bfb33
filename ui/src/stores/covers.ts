import type { Backend, TrackId } from '../api/backend';

/** So many answers are kept: what a few screens of rows show. */
const MOST_KEPT = 400;
/** So many covers are asked for at once; more would only wait for the disk. */
const MOST_PENDING = 4;

interface Waiting {
  key: string;
  ask: () => Promise<void>;
}

/**
 * Covers by track and size, so that scrolling back and forth asks for each once. What is wanted last is fetched first: it
 * is what is in view.
 */
export class Covers {
  readonly #backend: Pick<Backend, 'cover'>;
  readonly #known = new Map<string, string | null>();
  readonly #pending = new Map<string, Promise<string | null>>();
  #waiting: Waiting[] = [];
  #running = 0;

  constructor(backend: Pick<Backend, 'cover'>) {
    this.#backend = backend;
  }

  /** The address of a cover of at most `side` pixels that is known already; undefined where nobody asked yet. */
  known(track: TrackId, side: number): string | null | undefined {
    return this.#known.get(keyOf(track, side));
  }

  /** The address of a cover; null where there is none, which is no error. */
  async get(track: TrackId, side: number): Promise<string | null> {
    const key = keyOf(track, side);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const pending = this.#pending.get(key) ?? this.#start(key, track, side);
    return pending;
  }

  /** Forgets everything: covers may have changed. */
  clear(): void {
    this.#known.clear();
  }

  async #start(key: string, track: TrackId, side: number): Promise<string | null> {
    const answer = new Promise<string | null>((done) => {
      const ask = async () => {
        const address = await this.#backend.cover(track, side).catch(() => null);
        this.#keep(key, address);
        done(address);
      };
      this.#waiting.push({ key, ask });
    });
    this.#pending.set(key, answer);
    this.#next();
    return answer;
  }

  #next(): void {
    if (this.#running >= MOST_PENDING) return;
    const next = this.#waiting.pop();
    if (!next) return;
    this.#running += 1;
    void next.ask().finally(() => {
      this.#running -= 1;
      this.#pending.delete(next.key);
      this.#next();
    });
  }

  #keep(key: string, address: string | null): void {
    this.#known.set(key, address);
    if (this.#known.size <= MOST_KEPT) return;
    const [oldest] = this.#known.keys();
    if (oldest !== undefined) this.#known.delete(oldest);
  }
}

const keyOf = (track: TrackId, side: number) => `${side} ${track}`;
