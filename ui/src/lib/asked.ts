/**
 * A picture of the other side that is asked for whole and renewed by events. An answer and an event come by
 * different ways, so an answer may arrive after an event that is newer: what events bring while it is awaited stays.
 */
export class Asked<T extends object> {
  readonly #awaited = new Set<Partial<T>>();

  /** Takes in what is newer than any answer still to come. */
  renew(parts: Partial<T>): void {
    for (const news of this.#awaited) Object.assign(news, parts);
  }

  /** Asks; the answer comes with what became known meanwhile. */
  async ask<N>(question: () => Promise<T | N>): Promise<T | N> {
    const news: Partial<T> = {};
    this.#awaited.add(news);
    try {
      const answer = await question();
      return answer ? { ...answer, ...news } : answer;
    } finally {
      this.#awaited.delete(news);
    }
  }
}

/** Does one thing after the other: the other side may otherwise finish them in another order. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  /** Does it when all before it are done, whether they succeeded or not. */
  take<T>(what: () => Promise<T>): Promise<T> {
    const done = this.#last.then(what);
    this.#last = done.catch(() => undefined);
    return done;
  }
}
