import type { HistoryEntry } from '../api/backend';

/** A position in the day strip, as shares of its width and height, y down. */
export interface StripPoint {
  x: number;
  y: number;
}

/** The position of an entry: time across the day, pleasantness up. */
export function stripPoint(entry: HistoryEntry, from: number, to: number): StripPoint {
  return { x: (entry.at - from) / (to - from), y: (1 - entry.estimate.valence) / 2 };
}

/** Splits entries at gaps longer than `gapMs`; entries of one run are joined by a line. */
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
