import type { NotSureReason } from '../bindings';

/** The situations the fake can start in, for looking at and for tests. */
export const SITUATIONS = [
  'lively',
  'first',
  'empty',
  'off',
  'no-camera',
  'camera-failed',
  'camera-waiting',
  'notsure',
  'corrected',
  'error',
  'bad-file',
] as const;

export type Situation = (typeof SITUATIONS)[number];

const REASONS = [
  'noFace',
  'severalFaces',
  'tooLongAgo',
  'ambiguous',
  'tooDark',
  'tooBright',
  'blurred',
  'tooSmall',
  'hidden',
  'unfamiliar',
] as const satisfies NotSureReason[];

/** How a fake begins: a situation, whether the mood stands still, and the seed of everything random. */
export interface Scenario {
  situation: Situation;
  /** Why it is not sure, where the situation is that. */
  reason: NotSureReason;
  still: boolean;
  seed: number;
}

/** Reads `?fake=notsure&reason=tooDark&still&seed=3`; what is missing or unknown gets its default. */
export function scenarioFrom(search: string): Scenario {
  const params = new URLSearchParams(search);
  const wanted = params.get('fake');
  const seed = Number(params.get('seed') ?? '1');
  return {
    situation: SITUATIONS.find((situation) => situation === wanted) ?? 'lively',
    reason: REASONS.find((reason) => reason === params.get('reason')) ?? 'noFace',
    still: params.has('still'),
    seed: Number.isFinite(seed) ? seed : 1,
  };
}
