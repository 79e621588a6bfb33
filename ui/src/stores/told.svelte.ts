import type { ToldAnswer, ToldChoices, ToldItem, ToldKind } from '../api/backend';
import type { AppStore } from './app.svelte';

const folded = (name: string) => name.trim().toLowerCase();

/** What the listener says of what they like, and what there is to say something about. */
export class ToldStore {
  choices = $state.raw<ToldChoices | null>(null);
  items = $state.raw<ToldItem[]>([]);
  found = $state.raw<string[]>([]);
  readonly #app: AppStore;
  #asked = 0;

  constructor(app: AppStore) {
    this.#app = app;
  }

  async load(): Promise<void> {
    const { backend } = this.#app;
    const taste = await this.#app.attempt(backend.getTaste());
    if (taste) this.items = taste.told;
    this.choices = (await this.#app.attempt(backend.toldChoices())) ?? this.choices;
  }

  answer(kind: ToldKind, name: string): ToldAnswer | null {
    const about = (item: ToldItem) => item.kind === kind && folded(item.name) === folded(name);
    return this.items.find(about)?.answer ?? null;
  }

  /** Says it; said again it is taken back. */
  async say(kind: ToldKind, name: string, answer: ToldAnswer): Promise<void> {
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
