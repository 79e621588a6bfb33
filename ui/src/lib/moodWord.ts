import type { Affect, MoodWord } from '../api/backend';

/** On both axes nearer to the middle than this, a mood is neutral: as in the core. */
const NEUTRAL_BAND = 0.15;

/** The word for a point of the plane, as the core words it (`MoodWord::of`). */
export function moodWord({ valence: v, arousal: a }: Affect): MoodWord {
  if (Math.abs(v) < NEUTRAL_BAND && Math.abs(a) < NEUTRAL_BAND) return 'neutral';
  if (v >= 0 && a >= 0) return a > v ? 'excited' : 'cheerful';
  if (v >= 0) return -a > v ? 'calm' : 'content';
  if (a < 0) return -a > -v ? 'tired' : 'down';
  return a > -v ? 'tense' : 'upset';
}
