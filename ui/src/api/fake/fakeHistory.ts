import type { HistoryEdit, HistoryEntry } from '../bindings';
import { edited } from './history';
import { FakeSpotify } from './fakeSpotify';

/** The part of the fake that keeps a history. */
export abstract class FakeHistory extends FakeSpotify {
  protected entries: HistoryEntry[] = [];

  async history(from: number, to: number): Promise<HistoryEntry[]> {
    return Promise.resolve(this.entries.filter(({ at }) => at >= from && at < to));
  }

  async editHistory(id: number, edit: HistoryEdit): Promise<void> {
    this.setEntries(this.entries.map((entry) => (entry.id === id ? edited(entry, edit) : entry)));
    return Promise.resolve();
  }

  async deleteHistory(id: number): Promise<void> {
    this.setEntries(this.entries.filter((entry) => entry.id !== id));
    return Promise.resolve();
  }

  protected setEntries(entries: HistoryEntry[]): void {
    this.entries = entries;
    this.emit({ kind: 'history' });
  }
}
