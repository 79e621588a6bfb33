import type { StatedAnswer, StatedChoices, StatedItem, StatedKind } from '../api/backend';
import type { AppStore } from './app.svelte';

const folded = (name: string) => name.trim().toLowerCase();

/** What the listener says of what they like, and what there is to say something about. */
export class StatedStore {
  choices = $state.raw<StatedChoices | null>(null);
  items = $state.raw<StatedItem[]>([]);
  found = $state.raw<string[]>([]);
  readonly #app: AppStore;
  #asked = 0;

  constructor(app: AppStore) {
    this.#app = app;
  }

  async load(): Promise<void> {
    const { backend } = this.#app;
    const taste = await this.#app.attempt(backend.getTaste());
    if (taste) this.items = taste.stated;
    this.choices = (await this.#app.attempt(backend.statedChoices())) ?? this.choices;
  }

  answer(kind: StatedKind, name: string): StatedAnswer | null {
    const about = (item: StatedItem) => item.kind === kind && folded(item.name) === folded(name);
    return this.items.find(about)?.answer ?? null;
  }

  /** Says it; said again it is taken back. */
  async say(kind: StatedKind, name: string, answer: StatedAnswer): Promise<void> {
    const same = this.answer(kind, name) === answer;
    await this.#app.attempt(this.#app.backend.tell(kind, name, same ? null : answer));
  }

  /** Looks for artists; of several searches the last one counts. */
  async search(text: string): Promise<void> {
    const number = ++this.#asked;
    const found = text.trim() ? await this.#app.attempt(this.#app.backend.findArtists(text)) : [];
    if (number === this.#asked) this.found = found ?? [];
  }
}
