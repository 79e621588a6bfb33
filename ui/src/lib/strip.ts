import type { HistoryEntry } from '../api/backend';

/** A place in the day strip: shares of its width and height, y down. */
export interface StripPoint {
  x: number;
  y: number;
}

/** Where an entry lies: time across the day, pleasantness up. */
export function stripPoint(entry: HistoryEntry, from: number, to: number): StripPoint {
  return { x: (entry.at - from) / (to - from), y: (1 - entry.estimate.valence) / 2 };
}

/** Runs of entries without a gap longer than `gapMs`: a line may join what is in one run. */
export function runs(entries: readonly HistoryEntry[], gapMs: number): HistoryEntry[][] {
  const found: HistoryEntry[][] = [];
  let last: HistoryEntry | null = null;
  for (const entry of entries) {
    if (last && entry.at - last.at <= gapMs) found.at(-1)?.push(entry);
    else found.push([entry]);
    last = entry;
  }
  return found;
}
