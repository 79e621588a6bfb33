import type { HistoryReport, PastHistory, PastStage } from '../bindings';
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

const STEPS = 10;
const STEP_MS = 40;

/** The part of the fake with what was heard elsewhere. */
export abstract class FakePast extends FakeStated implements PastBackend {
  protected histories: PastHistory[] = [];
  #read: HistoryReport | null = null;
  #stops = false;

  async readHistory(): Promise<HistoryReport | null> {
    this.#read = (await this.#work('reading')) ? REPORT : null;
    return this.#read;
  }

  async answerHistory(take: boolean): Promise<PastHistory | null> {
    const read = take ? this.#read : null;
    this.#read = null;
    this.#stops = !take;
    if (!read || !(await this.#work('adding'))) return null;
    const { source, plays, tracks, from, to } = read;
    const id = Math.max(0, ...this.histories.map((history) => history.id)) + 1;
    const brought = { id, source, addedAt: Date.now(), plays, tracks, from, to };
    this.#set([...this.histories, brought]);
    return brought;
  }

  async removeHistory(id: number): Promise<void> {
    this.#set(this.histories.filter((history) => history.id !== id));
    return Promise.resolve();
  }

  /** Takes a moment; whether nobody stopped it. */
  async #work(stage: PastStage): Promise<boolean> {
    this.#stops = false;
    const goesOn = () => !this.#stops;
    for (let step = 1; step <= STEPS && goesOn(); step += 1) {
      this.emit({ kind: 'past', value: { stage, share: step / STEPS } });
      await wait(STEP_MS);
    }
    return goesOn();
  }

  #set(histories: PastHistory[]): void {
    this.histories = histories;
    this.emit({ kind: 'taste' });
  }
}
