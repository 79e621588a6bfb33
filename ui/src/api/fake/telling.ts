import type { ToldAnswer, ToldChoices, ToldItem, ToldKind } from '../bindings';
import { FakeCalibrating } from './calibrating';

const CHOICES: ToldChoices = {
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

/** The part of the fake that is told what the listener likes. */
export abstract class FakeTelling extends FakeCalibrating {
  protected toldItems: ToldItem[] = [];

  /** Notes the reset as a deed that `takeBack` undoes. */
  protected abstract noteReset(takeBack: () => void): void;
  protected abstract artists(): string[];

  async toldChoices(): Promise<ToldChoices> {
    return Promise.resolve(CHOICES);
  }

  async findArtists(text: string): Promise<string[]> {
    const wanted = text.trim().toLowerCase();
    const found = this.artists().filter((name) => name.toLowerCase().includes(wanted));
    return Promise.resolve(found.slice(0, MOST_FOUND));
  }

  async tell(kind: ToldKind, name: string, answer: ToldAnswer | null): Promise<void> {
    const others = this.toldItems.filter((item) => item.kind !== kind || item.name !== name);
    this.#set(answer ? [...others, { kind, name, answer }] : others);
    return Promise.resolve();
  }

  async forgetTold(): Promise<void> {
    const before = this.toldItems;
    if (before.length > 0) this.noteReset(() => this.#set(before));
    this.#set([]);
    return Promise.resolve();
  }

  #set(items: ToldItem[]): void {
    this.toldItems = items;
    this.say({ kind: 'taste' });
  }
}
