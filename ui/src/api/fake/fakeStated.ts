import type { StatedAnswer, StatedChoices, StatedItem, StatedKind } from '../bindings';
import { FakeSenses } from './fakeSenses';

const CHOICES: StatedChoices = {
  families: [
    { code: 'pop', words: ['pop', 'indie', 'dream pop'] },
    { code: 'rock', words: ['rock', 'post-rock'] },
    { code: 'folk', words: ['folk', 'singer-songwriter'] },
    { code: 'electronic', words: ['electronic', 'house', 'downtempo'] },
    { code: 'jazz', words: ['jazz', 'bebop'] },
    { code: 'classical', words: ['classical', 'piano'] },
    { code: 'hipHop', words: ['hip-hop'] },
    { code: 'soul', words: ['soul', 'funk'] },
    { code: 'punk', words: ['punk'] },
    { code: 'ambient', words: ['ambient'] },
  ],
  eras: ['1980', '1990', '2000', '2010', '2020'],
  languages: ['en', 'fr', 'es', 'zxx'],
};
const MOST_FOUND = 12;

/** The part of the fake with stated preferences. */
export abstract class FakeStated extends FakeSenses {
  protected statedItems: StatedItem[] = [];

  /** Records the reset as an action that `revert` undoes. */
  protected abstract recordReset(revert: () => void): void;
  protected abstract artists(): string[];

  async statedChoices(): Promise<StatedChoices> {
    return Promise.resolve(CHOICES);
  }

  async findArtists(text: string): Promise<string[]> {
    const wanted = text.trim().toLowerCase();
    const found = this.artists().filter((name) => name.toLowerCase().includes(wanted));
    return Promise.resolve(found.slice(0, MOST_FOUND));
  }

  async statePreference(
    kind: StatedKind,
    name: string,
    answer: StatedAnswer | null,
  ): Promise<void> {
    const others = this.statedItems.filter((item) => item.kind !== kind || item.name !== name);
    this.#set(answer ? [...others, { kind, name, answer }] : others);
    return Promise.resolve();
  }

  async forgetStated(): Promise<void> {
    const before = this.statedItems;
    if (before.length > 0) this.recordReset(() => this.#set(before));
    this.#set([]);
    return Promise.resolve();
  }

  #set(items: StatedItem[]): void {
    this.statedItems = items;
    this.emit({ kind: 'taste' });
  }
}
