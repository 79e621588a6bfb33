import type {
  Affect,
  AffectEstimate,
  Confidence,
  Expression,
  MoodView,
  NotSureReason,
  Policy,
} from '../bindings';
import { moodWord } from '../../lib/moodWord';

const clamp = (x: number, low = -1, high = 1) => Math.min(high, Math.max(low, x));

/** The word for a spread, as the core words it. */
export function confidenceOf({ sd_valence, sd_arousal }: AffectEstimate): Confidence {
  const spread = Math.sqrt((sd_valence ** 2 + sd_arousal ** 2) / 2);
  if (spread < 0.18) return 'sure';
  if (spread < 0.28) return 'fairlySure';
  return spread < 0.4 ? 'maybe' : 'notSure';
}

/** A mood seen in a face at `at`. */
export function seenMood(mean: Affect, sd: number, at: number): MoodView {
  const estimate = { ...mean, sd_valence: sd, sd_arousal: sd * 1.25 };
  return {
    estimate,
    settled: mean,
    word: moodWord(mean),
    confidence: confidenceOf(estimate),
    reason: null,
    expression: expressionOf(mean),
    source: 'face',
    seenAt: at,
    correctionEndsAt: null,
  };
}

/** A mood nobody is sure of. */
export function unsureMood(mean: Affect, reason: NotSureReason, seenAt: number | null): MoodView {
  return {
    ...seenMood(mean, 0.44, 0),
    confidence: 'notSure',
    reason,
    expression: null,
    source: seenAt === null ? null : 'face',
    seenAt,
  };
}

/** A mood in the listener's own words. */
export function correctedMood(affect: Affect, at: number): MoodView {
  return {
    ...seenMood(affect, 0.1, at),
    expression: null,
    source: 'you',
    correctionEndsAt: at + 15 * 60_000,
  };
}

function expressionOf({ valence, arousal }: Affect): Expression {
  if (valence > 0.35) return 'happiness';
  if (valence > -0.2) return 'neutral';
  return arousal > 0 ? 'anger' : 'sadness';
}

/** Where a policy leads, as the core has it. */
export function goalFor(policy: Policy, { valence: v, arousal: a }: Affect, hold: Affect): Affect {
  switch (policy) {
    case 'match':
    case 'classic':
      return { valence: v, arousal: a };
    case 'lift':
      return { valence: Math.max(v, 0.6), arousal: clamp(a, -0.4, 0.5) };
    case 'calm':
      return { valence: Math.max(v, 0.2), arousal: Math.min(a, -0.6) };
    case 'energise':
      return { valence: Math.max(v, 0.2), arousal: Math.max(a, 0.7) };
    case 'hold':
      return hold;
  }
}

/** Steps of at most 0.25 on either axis from one point to another. */
export function pathTo(from: Affect, goal: Affect, length: number): Affect[] {
  let at = from;
  return Array.from({ length }, () => {
    at = {
      valence: at.valence + clamp(goal.valence - at.valence, -0.25, 0.25),
      arousal: at.arousal + clamp(goal.arousal - at.arousal, -0.25, 0.25),
    };
    return at;
  });
}

/** How a track suits each policy, by the core's codes. */
export const AIM_CODES: Record<Policy, string> = {
  match: 'closeToMood',
  lift: 'towardsBrighter',
  calm: 'towardsCalmer',
  energise: 'towardsEnergy',
  hold: 'closeToHold',
  classic: 'closeToMood',
};

/** The mood a moment later: a face is never quite still. */
export function drifted(
  { estimate, settled }: MoodView,
  random: () => number,
  at: number,
): MoodView {
  const drift = (x: number) => clamp(x + (random() - 0.5) * 0.08, -0.9, 0.9);
  const mean = { valence: drift(estimate.valence), arousal: drift(estimate.arousal) };
  return { ...seenMood(mean, 0.17 + random() * 0.08, at), settled };
}
