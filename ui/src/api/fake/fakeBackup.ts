import type { BackupBackend } from '../backup';
import type { BackupAnswer, BackupReport, Exported, HistoryEntry } from '../bindings';
import { FakeQueue } from './fakeQueue';
import { wait } from './random';
import type { Scenario } from './scenario';
import { ERRORS } from './start';

const REPORT: BackupReport = {
  savedAt: Date.UTC(2024, 2, 9, 12),
  moods: 2,
  ratings: 1204,
  stated: 7,
  catalogues: 1,
  tracks: 1287,
  histories: 1,
  plays: 3120,
  folders: 2,
};

/** The part of the fake that writes what is kept to files, and restores the first moods of it. */
export abstract class FakeBackup extends FakeQueue implements BackupBackend {
  readonly #situation: string;
  #read = false;
  #before: HistoryEntry[] = [];

  constructor(scenario: Scenario) {
    super(scenario);
    this.#situation = scenario.situation;
  }

  async exportData(what: Exported): Promise<string | null> {
    await wait(100);
    // eslint-disable-next-line @typescript-eslint/only-throw-error
    if (this.#situation === 'error') throw ERRORS.export;
    return `attune-${what === 'everything' ? 'export.json' : `${what}.csv`}`;
  }

  async readBackup(): Promise<BackupReport> {
    await wait(100);
    // eslint-disable-next-line @typescript-eslint/only-throw-error
    if (this.#situation === 'bad-file') throw ERRORS.backup;
    this.#read = true;
    return REPORT;
  }

  async answerBackup(answer: BackupAnswer): Promise<string | null> {
    const restores = answer === 'putBack' || (answer === 'restore' && this.#read);
    this.#read = false;
    if (!restores) return null;
    await wait(100);
    const present = this.entries;
    this.setEntries(answer === 'putBack' ? this.#before : present.slice(0, REPORT.moods));
    this.#before = present;
    return '/home/you/.local/share/attune/before-restore.json';
  }
}
