/** How much a part of the score counts, for the words and the length of its bar. */
export type Degree = 'hardly' | 'little' | 'clearly' | 'strongly';

/** Effects this large fill half of a bar; larger ones are shown as that. 1 is a track heard to its end for sure. */
const FULL = 0.25;

/** The degree of an effect on the chance that a track is heard to its end. */
export function degreeOf(value: number): Degree {
  const size = Math.abs(value);
  if (size < 0.01) return 'hardly';
  if (size < 0.04) return 'little';
  return size < 0.12 ? 'clearly' : 'strongly';
}

/** The length of an effect's bar in [-1, 1]; what counts at all is long enough to be seen. */
export function barLength(value: number): number {
  if (degreeOf(value) === 'hardly') return 0;
  const length = Math.max(0.06, Math.min(1, Math.abs(value) / FULL));
  return Math.sign(value) * length;
}
