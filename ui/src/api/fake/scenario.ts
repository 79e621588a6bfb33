import type { NotSureReason, PlayerKind } from '../bindings';

/** The situations the fake can start in, for looking at and for tests. */
export const SITUATIONS = [
  'lively',
  'first',
  'empty',
  'off',
  'no-camera',
  'camera-failed',
  'camera-waiting',
  'camera-away',
  'notsure',
  'corrected',
  'error',
  'bad-file',
  'own',
  'scanning',
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

const PLAYERS = ['list', 'local', 'spotify'] as const satisfies PlayerKind[];

/** How things may stand with Spotify: signed out, signed in, and signed in with something to say; with no app open, or none active. */
const SPOTIFY = ['out', 'in', 'session', 'ending', 'waiting', 'closed', 'idle'] as const;

export type SpotifySituation = (typeof SPOTIFY)[number];

/** How a fake begins: a situation, whether the mood stands still, and the seed of everything random. */
export interface Scenario {
  situation: Situation;
  /** Why it is not sure, where the situation is that. */
  reason: NotSureReason;
  spotify: SpotifySituation;
  /** What plays the queue. */
  player: PlayerKind;
  still: boolean;
  seed: number;
  /** How many tracks of the listener's own there are, where the situation has some. */
  tracks: number;
  /** Whether names are far longer than the space for them. */
  long: boolean;
}

/** Reads `?fake=notsure&reason=tooDark&spotify=in&still&long&seed=3`; what is missing or unknown gets its default. */
export function scenarioFrom(search: string): Scenario {
  const params = new URLSearchParams(search);
  const wanted = params.get('fake');
  const seed = Number(params.get('seed') ?? '1');
  return {
    situation: SITUATIONS.find((situation) => situation === wanted) ?? 'lively',
    reason: REASONS.find((reason) => reason === params.get('reason')) ?? 'noFace',
    spotify: SPOTIFY.find((situation) => situation === params.get('spotify')) ?? 'out',
    player: PLAYERS.find((player) => player === params.get('player')) ?? 'list',
    still: params.has('still'),
    seed: Number.isFinite(seed) ? seed : 1,
    tracks: Math.max(0, Math.floor(Number(params.get('tracks') ?? '600')) || 0),
    long: params.has('long'),
  };
}
