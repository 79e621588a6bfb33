/** The situations the fake can start in, for looking at and for tests. */
export const SITUATIONS = [
  'lively',
  'first',
  'empty',
  'off',
  'no-camera',
  'camera-failed',
  'notsure',
  'corrected',
  'error',
  'bad-file',
] as const;

export type Situation = (typeof SITUATIONS)[number];

/** How a fake begins: a situation, whether the mood stands still, and the seed of everything random. */
export interface Scenario {
  situation: Situation;
  still: boolean;
  seed: number;
}

/** Reads `?fake=notsure&still&seed=3`; what is missing or unknown gets its default. */
export function scenarioFrom(search: string): Scenario {
  const params = new URLSearchParams(search);
  const wanted = params.get('fake');
  const seed = Number(params.get('seed') ?? '1');
  return {
    situation: SITUATIONS.find((situation) => situation === wanted) ?? 'lively',
    still: params.has('still'),
    seed: Number.isFinite(seed) ? seed : 1,
  };
}
