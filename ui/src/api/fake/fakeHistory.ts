import type { Affect, HistoryEdit, HistoryEntry, PlayedTrack } from '../bindings';
import { edited, moment, playedTracks } from './history';
import { FakeSpotify } from './fakeSpotify';

/** The part of the fake that keeps a history. */
export abstract class FakeHistory extends FakeSpotify {
  protected entries: HistoryEntry[] = [];

  async history(from: number, to: number): Promise<HistoryEntry[]> {
    return Promise.resolve(this.entries.filter(({ at }) => at >= from && at < to));
  }

  async played(from: number, to: number): Promise<PlayedTrack[]> {
    return Promise.resolve(playedTracks(await this.history(from, to)));
  }

  async addMoment(at: number, affect: Affect, note: string | null): Promise<void> {
    const added = moment(affect, note, Math.min(at, Date.now()), this.entries);
    this.setEntries([...this.entries, added].toSorted((a, b) => a.at - b.at));
    return Promise.resolve();
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
