import type { CatalogueInfo, ImportProgress, ImportReport } from '../bindings';
import { wait } from './random';

/** The file that is always chosen. */
export const IMPORTED = 'songs-from-last-summer.csv';

const BAD = {
  badRows: 2,
  badRowSamples: [
    { line: 17, problem: 'no title' },
    { line: 402, problem: 'no artist' },
  ],
  lostValues: 1,
  lostValueSamples: [{ line: 118, problem: 'valence 7.3 is not between 0 and 1' }],
};

/** A second of reading. */
export async function inventedImport(tell: (progress: ImportProgress) => void): Promise<void> {
  for (let step = 1; step <= 6; step += 1) {
    await wait(150);
    tell({ name: IMPORTED, rows: step * 220, share: step / 6 });
  }
}

/** What it did, when it went well. */
export function goodReport(catalogue: CatalogueInfo): ImportReport {
  return { catalogue, tracks: catalogue.tracks, duplicates: 31, ...BAD };
}

/** What it did, when no row was good. */
export function badReport(): ImportReport {
  return { catalogue: null, tracks: 0, duplicates: 0, ...BAD };
}
