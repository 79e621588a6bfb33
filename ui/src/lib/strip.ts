import type { HistoryEntry, PlayedTrack } from '../api/backend';

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

/** Songs that were heard so close to each other that one cover stands for them. */
export interface Heard {
  /** The middle of its place, in pixels. */
  x: number;
  /** In the order in which they were heard. */
  songs: [PlayedTrack, ...PlayedTrack[]];
}

/** Songs by place, so that covers of that width do not overlap; `xOf` is where a moment lies, in pixels. */
export function heardPlaces(
  played: readonly PlayedTrack[],
  xOf: (at: number) => number,
  width: number,
): Heard[] {
  const places: Heard[] = [];
  for (const song of played.toSorted((a, b) => a.at - b.at)) {
    const [x, last] = [xOf(song.at), places.at(-1)];
    if (last && x - last.x < width) last.songs.push(song);
    else places.push({ x, songs: [song] });
  }
  return places;
}

/** The entry that held when a song was heard; null before the first. */
export function entryAt(entries: readonly HistoryEntry[], at: number): HistoryEntry | null {
  return entries.filter((entry) => entry.at <= at).at(-1) ?? null;
}
