import type { NotSureReason, PlayerKind } from '../bindings';

/** The situations the fake can start in, for development and tests. */
export const SITUATIONS = [
  'lively',
  'first',
  'empty',
  'off',
  'no-camera',
  'camera-failed',
  'camera-waiting',
  'camera-busy',
  'camera-away',
  'page-camera',
  'notsure',
  'corrected',
  'settling',
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

/** The states of Spotify: signed out, signed in, signed in with a problem, with no app open, or with none active. */
const SPOTIFY = ['out', 'in', 'session', 'ending', 'waiting', 'closed', 'idle'] as const;

export type SpotifySituation = (typeof SPOTIFY)[number];

/** Servers of the listener's: none, one, one being read, one that was away, or one whose password is missing. */
const SERVERS = ['none', 'home', 'reading', 'failed', 'locked'] as const;

export type ServersSituation = (typeof SERVERS)[number];

/** How a fake starts: a situation, whether the mood stands still, and the seed of everything random. */
export interface Scenario {
  situation: Situation;
  /** The reason for not being sure, in that situation. */
  reason: NotSureReason;
  spotify: SpotifySituation;
  servers: ServersSituation;
  /** What plays the queue. */
  player: PlayerKind;
  still: boolean;
  /** Whether tracks wait for their first bytes. */
  loading: boolean;
  seed: number;
  /** The number of own tracks, in situations that have some. */
  tracks: number;
  /** For how many days before today there are entries too. */
  days: number;
  /** Names far longer than the space for them, or such as would do harm if they were taken for more than text. */
  names: 'usual' | 'long' | 'hostile';
  /** The direction of a stand-in for another language; null for the real ones. */
  pseudo: 'ltr' | 'rtl' | null;
}

/** Reads `?fake=notsure&reason=tooDark&spotify=in&still&loading&long&hostile&pseudo=rtl&seed=3`; what is missing or unknown gets its default. */
export function scenarioFrom(search: string): Scenario {
  const params = new URLSearchParams(search);
  const wanted = params.get('fake');
  const seed = Number(params.get('seed') ?? '1');
  return {
    situation: SITUATIONS.find((situation) => situation === wanted) ?? 'lively',
    reason: REASONS.find((reason) => reason === params.get('reason')) ?? 'noFace',
    spotify: SPOTIFY.find((situation) => situation === params.get('spotify')) ?? 'out',
    servers: SERVERS.find((situation) => situation === params.get('servers')) ?? 'none',
    player: PLAYERS.find((player) => player === params.get('player')) ?? 'list',
    still: params.has('still'),
    loading: params.has('loading'),
    seed: Number.isFinite(seed) ? seed : 1,
    tracks: Math.max(0, Math.floor(Number(params.get('tracks') ?? '600')) || 0),
    days: Math.max(0, Math.floor(Number(params.get('days') ?? '0')) || 0),
    names: params.has('hostile') ? 'hostile' : params.has('long') ? 'long' : 'usual',
    pseudo: params.has('pseudo') ? (params.get('pseudo') === 'rtl' ? 'rtl' : 'ltr') : null,
  };
}
