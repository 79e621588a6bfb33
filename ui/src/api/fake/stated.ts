import type { StatedAnswer, StatedChoices, StatedItem, StatedKind } from '../bindings';
import { FakeCalibrating } from './calibrating';

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

/** The part of the fake that is told what the listener likes. */
export abstract class FakeTelling extends FakeCalibrating {
  protected statedItems: StatedItem[] = [];

  /** Notes the reset as an action that `takeBack` undoes. */
  protected abstract noteReset(takeBack: () => void): void;
  protected abstract artists(): string[];

  async statedChoices(): Promise<StatedChoices> {
    return Promise.resolve(CHOICES);
  }

  async findArtists(text: string): Promise<string[]> {
    const wanted = text.trim().toLowerCase();
    const found = this.artists().filter((name) => name.toLowerCase().includes(wanted));
    return Promise.resolve(found.slice(0, MOST_FOUND));
  }

  async tell(kind: StatedKind, name: string, answer: StatedAnswer | null): Promise<void> {
    const others = this.statedItems.filter((item) => item.kind !== kind || item.name !== name);
    this.#set(answer ? [...others, { kind, name, answer }] : others);
    return Promise.resolve();
  }

  async forgetStated(): Promise<void> {
    const before = this.statedItems;
    if (before.length > 0) this.noteReset(() => this.#set(before));
    this.#set([]);
    return Promise.resolve();
  }

  #set(items: StatedItem[]): void {
    this.statedItems = items;
    this.say({ kind: 'taste' });
  }
}
