/**
 * A snapshot of backend state that is fetched whole and updated by events. Answers and events travel separately, so
 * an answer may arrive after an event that is newer: what events bring during a fetch takes precedence.
 */
export class Snapshot<T extends object> {
  readonly #pending = new Set<Partial<T>>();

  /** Records parts that are newer than any answer still pending. */
  update(parts: Partial<T>): void {
    for (const updates of this.#pending) Object.assign(updates, parts);
  }

  /** Fetches; the answer includes what was updated meanwhile. */
  async fetch<N>(question: () => Promise<T | N>): Promise<T | N> {
    const updates: Partial<T> = {};
    this.#pending.add(updates);
    try {
      const answer = await question();
      return answer ? { ...answer, ...updates } : answer;
    } finally {
      this.#pending.delete(updates);
    }
  }
}

/** Runs tasks one after another, so that the backend finishes them in the order they were started. */
export class SerialQueue {
  #last: Promise<unknown> = Promise.resolve();

  /** Runs a task once all earlier ones have settled. */
  run<T>(task: () => Promise<T>): Promise<T> {
    const done = this.#last.then(task);
    this.#last = done.catch(() => undefined);
    return done;
  }
}
