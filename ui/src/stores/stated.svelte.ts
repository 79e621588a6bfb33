import type { StatedAnswer, StatedChoices, StatedItem, StatedKind } from '../api/backend';
import type { AppStore } from './app.svelte';
import { Query } from './query.svelte';

const folded = (name: string) => name.trim().toLowerCase();

/** The listener's stated preferences, and the items that can be rated. Create it while a component is initialised. */
export class StatedPreferences {
  /** The text of the search for artists. */
  search = $state('');
  readonly #app: AppStore;
  readonly #taste: Query<StatedItem[]>;
  readonly #choices: Query<StatedChoices>;
  readonly #found: Query<string[]>;

  constructor(app: AppStore) {
    const { backend } = app;
    this.#app = app;
    this.#taste = new Query(app, ['taste'], async () =>
      app.attempt(backend.getTaste().then(({ stated }) => stated)),
    );
    this.#choices = new Query(app, ['catalogues', 'ownMusic'], async () =>
      app.attempt(backend.statedChoices()),
    );
    this.#found = new Query(app, ['catalogues', 'ownMusic'], async () =>
      this.searching ? app.attempt(backend.findArtists(this.search)) : [],
    );
  }

  /** Whether a search text was entered. */
  get searching(): boolean {
    return this.search.trim() !== '';
  }

  /** Everything that was rated. */
  get items(): readonly StatedItem[] {
    return this.#taste.data ?? [];
  }

  /** What can be rated; undefined until it is known. */
  get choices(): StatedChoices | undefined {
    return this.#choices.data;
  }

  /** The artists that match the search; undefined until they are known. */
  get found(): readonly string[] | undefined {
    return this.#found.data;
  }

  /** The listener's answer about an item; null if there is none. */
  answer(kind: StatedKind, name: string): StatedAnswer | null {
    const about = (item: StatedItem) => item.kind === kind && folded(item.name) === folded(name);
    return this.items.find(about)?.answer ?? null;
  }

  /** Gives an answer, or retracts it when it is given a second time. */
  async rate(kind: StatedKind, name: string, answer: StatedAnswer): Promise<void> {
    const same = this.answer(kind, name) === answer;
    await this.#app.attempt(
      this.#app.backend.statePreference(kind, name, same ? null : answer),
      'taste',
    );
  }
}
