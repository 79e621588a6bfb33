import type { BadRow, CatalogueInfo, ImportProgress, ImportReport } from '../bindings';
import { wait } from './random';

/** The file that is always chosen. */
export const IMPORTED = 'songs-from-last-summer.csv';

const badRowSamples: BadRow[] = [
  { line: 17, problem: { is: 'missing', column: 'title' } },
  { line: 402, problem: { is: 'missing', column: 'artist' } },
];
const lostValueSamples: BadRow[] = [
  { line: 118, problem: { is: 'outOfRange', column: 'valence', text: '7.3', low: 0, high: 1 } },
];
const BAD = { badRows: 2, badRowSamples, lostValues: 1, lostValueSamples };

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
