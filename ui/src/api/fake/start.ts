import type {
  AppError,
  Banner,
  DeviceInfo,
  CameraView,
  CatalogueInfo,
  MoodView,
  PlayerKind,
  Settings,
} from '../bindings';
import { DEFAULT_KEYS } from '../../lib/defaultKeys';
import { DEFAULT_POLICIES } from '../../lib/expressions';
import { correctedMood, seenMood, unsureMood } from './mood';
import type { Scenario, Situation } from './scenario';

export const ERRORS = {
  cameraNone: {
    code: 'camera_none',
    message: 'No camera was found. Plug one in and try again.',
  },
  cameraBusy: {
    code: 'camera_busy',
    message: 'Another program is using the camera. Close it there and try again.',
  },
  cameraLost: {
    code: 'camera_lost',
    message: 'The camera was disconnected. Check its cable and turn it on again.',
  },
  export: {
    code: 'export_failed',
    message: 'The file could not be written. Nothing was lost. Choose another folder.',
  },
  backup: {
    code: 'backup_unreadable',
    message: 'This file is no backup of Attune, or it is damaged. Nothing was changed.',
  },
  model: {
    code: 'model_corrupt',
    message: 'The expression model is damaged. Reinstall Attune to restore the file.',
  },
  noFolder: {
    code: 'library_folder_missing',
    message: 'This folder cannot be opened. Check that it exists.',
  },
  signInEnded: {
    code: 'spotify_sign_in_ended',
    message: 'Your Spotify sign-in has ended. Sign in again.',
  },
  ownMessage: {
    code: 'library_failed',
    message: 'A catalogue could not be read. The others still work. Import it again.',
  },
} satisfies Record<string, AppError>;

const CALM = { valence: 0.4, arousal: -0.42 };
const MIDDLE = { valence: 0, arousal: 0 };

const CAMERA_OFF: CameraView = {
  state: 'off',
  name: null,
  framesPerSecond: 0,
  error: null,
  reopened: false,
  usedFor: 'looking',
};

export const CAMERAS: DeviceInfo[] = [
  { id: 'cam-0', name: 'Built-in camera' },
  { id: 'cam-1', name: 'USB camera' },
];

/** The camera while it is on. */
export function watching(settings: Settings): CameraView {
  const chosen = CAMERAS.find(({ id }) => id === settings.camera) ?? CAMERAS[0];
  return { ...CAMERA_OFF, state: 'on', name: chosen?.name ?? null, framesPerSecond: 5 };
}

/** The camera after it failed. */
export function failed(error: AppError): CameraView {
  return { ...CAMERA_OFF, state: 'failed', error };
}

/** The camera while it is unplugged and being waited for. */
function waiting(settings: Settings): CameraView {
  const error = ERRORS.cameraLost;
  return { ...watching(settings), state: 'waiting', framesPerSecond: 0, error };
}

/** The camera while another program has it. */
function busy(): CameraView {
  return { ...CAMERA_OFF, state: 'waiting', error: ERRORS.cameraBusy };
}

/** The camera while it is off. */
export function off(): CameraView {
  return CAMERA_OFF;
}

/** Settings at the start of a situation. */
export function startSettings(situation: Situation, player: PlayerKind = 'list'): Settings {
  return {
    firstStartDone: situation !== 'first',
    theme: 'system',
    language: null,
    camera: null,
    cameraAtStart: false,
    closeCameraWhenAway: true,
    ...{ microphone: null, strap: null, sensesExplained: [] },
    lookRate: 'balanced',
    pace: 0.5,
    surprise: 0.25,
    policy: 'match',
    policyByExpression: false,
    expressionPolicies: DEFAULT_POLICIES,
    hold: { valence: 0.6, arousal: 0.2 },
    starter: situation !== 'empty',
    ownMusic: true,
    soundscapes: true,
    soundscapeShare: 0,
    servers: true,
    listeningPaused: false,
    player,
    volume: 80,
    output: null,
    levelling: 'track',
    crossfade: 0,
    stayInTray: false,
    announceTracks: false,
    globalShortcuts: { on: false, keys: DEFAULT_KEYS },
    view: 'now',
    libraryTab: null,
    listenOn: 'spotify',
    spotifyEmbed: false,
    rawTables: false,
    countsElsewhere: true,
  };
}

/** The settings of `after` that differ from `before`. */
export function differing(before: Settings, after: Settings): Partial<Settings> {
  const names = Object.keys(after) as (keyof Settings)[];
  const changed = names.filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
  return Object.fromEntries(changed.map((name) => [name, after[name]]));
}

/** The mood at the start of a situation. */
export function startMood({ situation, reason }: Scenario, now: number): MoodView {
  switch (situation) {
    case 'first':
    case 'empty':
    case 'off':
    case 'no-camera':
    case 'camera-failed':
      return unsureMood(MIDDLE, 'nothingYet', null);
    case 'notsure':
      return unsureMood({ valence: 0.24, arousal: -0.18 }, reason, now - 42_000);
    case 'settling':
      return { ...seenMood(CALM, 0.2, now - 3000), settled: MIDDLE };
    case 'corrected':
      return correctedMood({ valence: 0.55, arousal: 0.3 }, now - 40_000);
    default:
      return seenMood(CALM, 0.2, now - 3000);
  }
}

/** The camera at the start of a situation. */
export function startCamera(situation: Situation, settings: Settings): CameraView {
  if (situation === 'camera-failed') return failed(ERRORS.cameraBusy);
  if (situation === 'camera-waiting') return waiting(settings);
  if (situation === 'camera-busy') return busy();
  if (situation === 'camera-away') return { ...CAMERA_OFF, state: 'away' };
  const off = ['first', 'empty', 'off', 'no-camera', 'page-camera'];
  if (off.includes(situation)) return CAMERA_OFF;
  return watching(settings);
}

/** The catalogues at the start of a situation. */
export function startCatalogues(
  situation: Situation,
  now: number,
  tracks: number,
): CatalogueInfo[] {
  const starter = { id: 'starter', name: 'Starter catalogue', tracks, addedAt: null };
  if (situation === 'empty' || situation === 'first') {
    return [{ ...starter, enabled: situation === 'first' }];
  }
  const addedAt = now - 12 * 86_400_000;
  return [
    { ...starter, enabled: true },
    { id: '1', name: 'my-favourites.csv', tracks: 160, enabled: false, addedAt },
  ];
}

/** The banners at the start of a situation. */
export function startBanners(situation: Situation): Banner[] {
  if (situation !== 'error') return [];
  return [
    { error: ERRORS.model, severity: 'warning' },
    { error: ERRORS.ownMessage, severity: 'info' },
    { error: ERRORS.signInEnded, severity: 'warning' },
  ];
}
