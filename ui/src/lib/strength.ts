/** How strongly a term counts, for its wording and the length of its bar. */
export type Strength = 'hardly' | 'little' | 'clearly' | 'strongly';

/** Effects this large or larger fill half of a bar. 1 means a track is certain to be played to its end. */
const FULL = 0.25;

/** The strength of an effect on the probability that a track is played to its end. */
export function strengthOf(value: number): Strength {
  const size = Math.abs(value);
  if (size < 0.01) return 'hardly';
  if (size < 0.04) return 'little';
  return size < 0.12 ? 'clearly' : 'strongly';
}

/** The length of an effect's bar in [-1, 1]; any effect that counts is long enough to be seen. */
export function barLength(value: number): number {
  if (strengthOf(value) === 'hardly') return 0;
  const length = Math.max(0.06, Math.min(1, Math.abs(value) / FULL));
  return Math.sign(value) * length;
}
