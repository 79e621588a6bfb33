import type { HistoryReport, PastHistory } from '../bindings';
import type { PastBackend } from '../past';
import { FakeStated } from './fakeStated';
import { wait } from './random';

const REPORT: HistoryReport = {
  source: 'Spotify',
  plays: 3120,
  finished: 2604,
  skipped: 311,
  tracks: 812,
  from: Date.UTC(2019, 4, 1),
  to: Date.UTC(2024, 0, 3),
  matched: 96,
  matchedArtists: 240,
  leftOut: 12,
  unusable: 2,
  problems: [
    { file: 'Streaming_History_Audio_2019.json', place: 17, kind: 'unnamed' },
    { file: 'Streaming_History_Audio_2023.json', place: 401, kind: 'time' },
  ],
};

/** The part of the fake with what was heard elsewhere. */
export abstract class FakePast extends FakeStated implements PastBackend {
  protected histories: PastHistory[] = [];
  #read: HistoryReport | null = null;

  async readHistory(): Promise<HistoryReport> {
    await wait(100);
    this.#read = REPORT;
    return REPORT;
  }

  async answerHistory(take: boolean): Promise<PastHistory | null> {
    const read = take ? this.#read : null;
    this.#read = null;
    if (!read) return Promise.resolve(null);
    const { source, plays, tracks, from, to } = read;
    const id = Math.max(0, ...this.histories.map((history) => history.id)) + 1;
    const brought = { id, source, addedAt: Date.now(), plays, tracks, from, to };
    this.#set([...this.histories, brought]);
    return Promise.resolve(brought);
  }

  async removeHistory(id: number): Promise<void> {
    this.#set(this.histories.filter((history) => history.id !== id));
    return Promise.resolve();
  }

  #set(histories: PastHistory[]): void {
    this.histories = histories;
    this.emit({ kind: 'taste' });
  }
}
