import type { AppStore } from './app.svelte';
import { QueryCache } from './cache.svelte';
import type { Tag } from './tags.svelte';

/**
 * A single answer of the backend that is kept up to date. Create it while a component is initialised: it fetches at
 * once, and again whenever a tag is invalidated or a reactive value that `ask` reads changes.
 */
export class Query<Value> {
  readonly #cache: QueryCache<'value', Value>;

  /** `ask` may resolve to undefined or reject where there is no answer; the previous one then stays. */
  constructor(app: AppStore, tags: readonly Tag[], ask: () => Promise<Value | undefined>) {
    this.#cache = new QueryCache(ask);
    $effect(() => {
      app.tags.track(tags);
      void this.#cache.reset(['value']);
    });
  }

  /** The latest answer; undefined before the first. */
  get data(): Value | undefined {
    return this.#cache.get('value');
  }
}
