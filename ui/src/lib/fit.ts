import type { Affect, QueueEntry } from '../api/backend';

/** A track within this distance of its target is close to it. */
export const CLOSE = 0.35;
/** So many of the next tracks are looked at. */
const LOOKED_AT = 10;

/** What the music at hand lacks, by the direction in which its targets lie. */
export type Lacking = 'energetic' | 'calm' | 'bright' | 'dark';

const gap = ({ affect, target }: Pick<QueueEntry, 'affect' | 'target'>): Affect => ({
  valence: target.valence - affect.valence,
  arousal: target.arousal - affect.arousal,
});

/** What the music lacks when none of the next tracks is close to its target; null when one is, or there is none. */
export function lacking(next: readonly Pick<QueueEntry, 'affect' | 'target'>[]): Lacking | null {
  const gaps = next.slice(0, LOOKED_AT).map(gap);
  if (gaps.length === 0) return null;
  if (gaps.some(({ valence, arousal }) => Math.hypot(valence, arousal) <= CLOSE)) return null;
  const valence = gaps.reduce((sum, g) => sum + g.valence, 0);
  const arousal = gaps.reduce((sum, g) => sum + g.arousal, 0);
  if (Math.abs(arousal) >= Math.abs(valence)) return arousal > 0 ? 'energetic' : 'calm';
  return valence > 0 ? 'bright' : 'dark';
}
