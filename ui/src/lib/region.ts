import type { Affect, MapView, TrackId } from '../api/backend';
import { onPlane } from './plane';

/** A rectangle of the plane. */
export interface Region {
  low: Affect;
  high: Affect;
}

/** A third of an axis, or all of it. */
export type Third = 'all' | 'low' | 'middle' | 'high';

const THIRDS: Record<Third, readonly [number, number]> = {
  all: [-1, 1],
  low: [-1, -0.25],
  middle: [-0.25, 0.25],
  high: [0.25, 1],
};

/** The region between two corners, whichever they are. */
export function between(a: Affect, b: Affect): Region {
  const low = (x: number, y: number) => Math.min(x, y);
  const high = (x: number, y: number) => Math.max(x, y);
  return {
    low: onPlane({ valence: low(a.valence, b.valence), arousal: low(a.arousal, b.arousal) }),
    high: onPlane({ valence: high(a.valence, b.valence), arousal: high(a.arousal, b.arousal) }),
  };
}

/** The region that two words describe; null for the whole plane. */
export function named(pleasant: Third, energy: Third): Region | null {
  if (pleasant === 'all' && energy === 'all') return null;
  const [left, right] = THIRDS[pleasant];
  const [bottom, top] = THIRDS[energy];
  return { low: { valence: left, arousal: bottom }, high: { valence: right, arousal: top } };
}

/** Whether a region is so small that it was a click rather than a drag. */
export const isPress = ({ low, high }: Region): boolean =>
  high.valence - low.valence < 0.02 && high.arousal - low.arousal < 0.02;

/** The indices of a map's points in a region, the most certain first. */
export function inside(map: MapView, { low, high }: Region): number[] {
  const found: number[] = [];
  for (let i = 0; i < map.ids.length; i += 1) {
    const valence = map.valence[i] ?? NaN;
    const arousal = map.arousal[i] ?? NaN;
    const within = valence >= low.valence && valence <= high.valence;
    if (within && arousal >= low.arousal && arousal <= high.arousal) found.push(i);
  }
  const spread = (i: number) => map.spread[i] ?? 1;
  return found.sort((a, b) => spread(a) - spread(b) || a - b);
}

/** The index of a map's point nearest to a place, at most `within` away on the plane; null when there is none. */
export function nearest(map: MapView, { valence, arousal }: Affect, within: number): number | null {
  let best: number | null = null;
  let least = within;
  for (let i = 0; i < map.ids.length; i += 1) {
    const away = Math.hypot((map.valence[i] ?? NaN) - valence, (map.arousal[i] ?? NaN) - arousal);
    if (away <= least) [best, least] = [i, away];
  }
  return best;
}

/** The region that holds a point of a map, and those that lie on it. */
export function regionAt(map: MapView, place: number): Region {
  const [valence, arousal] = [map.valence[place] ?? 0, map.arousal[place] ?? 0];
  const by = 0.0005;
  return {
    low: { valence: valence - by, arousal: arousal - by },
    high: { valence: valence + by, arousal: arousal + by },
  };
}

/** The tracks at these indices of a map. */
export const idsAt = (map: MapView, places: readonly number[]): TrackId[] =>
  places.flatMap((i) => map.ids[i] ?? []);

/** A point's opacity: high when certain, faint when nothing is known. */
export function solidity(spread: number): number {
  const sure = (0.5 - Math.min(0.5, Math.max(0.12, spread))) / 0.38;
  return 0.22 + 0.6 * sure;
}
