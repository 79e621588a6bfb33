import type {
  AppError,
  CatalogueInfo,
  OwnMusic,
  PlaylistMade,
  PlaylistPatterns,
  PlaylistPlan,
  PlaylistPurpose,
  QueueEntry,
  SpotifyCheck,
  SpotifyDevice,
  SpotifyPlace,
  SpotifyView,
} from '../bindings';
import { SPOTIFY_SHELF, type SpotifyBackend } from '../spotify';
import { wait } from './random';
import type { Scenario, SpotifySituation } from './scenario';
import { FakeServers } from './fakeServers';

const DAY = 86_400_000;
const SIGN_IN_MS = 500;
/** A client ID with which the browser never comes back. */
const NEVER = 'slow';
/** How long the Spotify app takes to open. */
const OPENING_MS = 1000;
const APPS = [
  ['kitchen', 'Kitchen'],
  ['laptop', 'Laptop'],
] as const;

export const SPOTIFY_ERRORS = {
  denied: { code: 'spotify_denied', message: 'Spotify was not allowed to share with Attune.' },
  keyring: { code: 'keyring_unavailable', message: 'This system offers no keyring.' },
  noDevice: { code: 'spotify_no_active_device', message: 'No Spotify app is active.' },
} satisfies Record<string, AppError>;

/** The results of testing some special client IDs. */
const CHECKS: Record<string, SpotifyCheck> = {
  wrong: { result: 'wrongClientId' },
  free: { result: 'ownerNotPremium' },
  stranger: { result: 'notAllowListed' },
  offline: { result: 'offline' },
};

const SIGNED_OUT: SpotifyView = {
  phase: 'signedOut',
  signInAddress: null,
  clientId: null,
  name: null,
  keyringError: null,
  endsAt: null,
  endsSoon: false,
  waitingUntil: null,
  control: 'untried',
  patterns: { name: 'Attune · {mood}', description: 'Chosen for: {mood}.' },
  redirect: 'http://127.0.0.1',
};

function signedIn(clientId: string, situation: SpotifySituation, now: number): SpotifyView {
  const ending = situation === 'ending';
  return {
    ...SIGNED_OUT,
    ...{ phase: 'signedIn', clientId, name: 'Mia', endsSoon: ending },
    keyringError: situation === 'session' ? SPOTIFY_ERRORS.keyring : null,
    endsAt: now + (ending ? 9 : 170) * DAY,
    waitingUntil: situation === 'waiting' ? now + 90 * 60_000 : null,
  };
}

/** The part of the fake with Spotify: an invented account, and client IDs that cause errors. */
export abstract class FakeSpotify extends FakeServers implements SpotifyBackend {
  readonly #listeners = new Set<(view: SpotifyView) => void>();
  #view: SpotifyView;
  #cancel: (() => void) | null = null;
  #plan: { key: string; plan: PlaylistPlan } | null = null;
  readonly #playlists = new Map<string, string>();
  /** The one that plays, and how many are open. */
  #device: string | null = 'kitchen';
  #open: number = APPS.length;

  constructor(scenario: Scenario) {
    super(scenario);
    const situation = scenario.spotify;
    if (situation === 'closed' || situation === 'idle') this.#device = null;
    if (situation === 'closed') this.#open = 0;
    this.#view = situation === 'out' ? SIGNED_OUT : signedIn('0123abcd', situation, Date.now());
  }

  /** The current track and the ones after it. */
  protected abstract queued(): QueueEntry[];
  /** Puts the listener's own music among the catalogues, or takes it away. */
  protected abstract setSessionShelf(shelf: CatalogueInfo | null): void;

  async listenSpotify(cb: (view: SpotifyView) => void): Promise<() => void> {
    this.#listeners.add(cb);
    return Promise.resolve(() => void this.#listeners.delete(cb));
  }

  async spotifyStatus(): Promise<SpotifyView> {
    return Promise.resolve(this.#view);
  }

  async spotifyCheck(clientId: string): Promise<SpotifyCheck> {
    await wait(100);
    const known = CHECKS[clientId];
    if (known) return known;
    const { phase, name } = this.#view;
    return phase === 'signedIn' ? { result: 'works', name } : { result: 'needsSignIn' };
  }

  async spotifySignIn(clientId: string): Promise<boolean> {
    const before = this.#view;
    this.#say({ ...before, phase: 'signingIn', signInAddress: 'https://accounts.example/sign-in' });
    const cancelled = await new Promise<boolean>((done) => {
      this.#cancel = () => done(true);
      if (clientId !== NEVER) setTimeout(() => done(false), SIGN_IN_MS);
    });
    if (cancelled || clientId === 'denied') this.#say(before);
    // eslint-disable-next-line @typescript-eslint/only-throw-error
    if (clientId === 'denied') throw SPOTIFY_ERRORS.denied;
    if (cancelled) return false;
    this.#say(signedIn(clientId, 'in', Date.now()));
    return true;
  }

  async spotifyCancelSignIn(): Promise<void> {
    this.#cancel?.();
    return Promise.resolve();
  }

  async spotifySignOut(): Promise<void> {
    this.#say(SIGNED_OUT);
    this.setSessionShelf(null);
    return Promise.resolve();
  }

  async spotifyDevices(): Promise<SpotifyDevice[]> {
    await wait(50);
    return APPS.slice(0, this.#open).map(([id, name]) => ({
      ...{ id, name, kind: 'Speaker', active: id === this.#device, volume: 60 },
    }));
  }

  /** Why nothing can be played there now. */
  protected get connectProblem(): AppError | null {
    return this.#device === null ? SPOTIFY_ERRORS.noDevice : null;
  }

  async spotifyTransfer(device: string): Promise<void> {
    this.#device = device;
    this.#say({ ...this.#view, control: 'works' });
    return Promise.resolve();
  }

  async spotifyPlanPlaylist(
    purpose: PlaylistPurpose,
    patterns: PlaylistPatterns,
  ): Promise<PlaylistPlan> {
    await wait(100);
    this.#say({ ...this.#view, patterns });
    const [missed, ...found] = this.queued();
    const there = this.#playlists.get(purpose);
    const plan: PlaylistPlan = {
      name: there ?? patterns.name.replace('{mood}', purpose === 'mood' ? 'calm' : 'match'),
      exists: there !== undefined,
      found: found.map(({ id, title, artist }) => ({
        id,
        title,
        artist,
        score: 0.97,
        byNames: true,
      })),
      missed: missed ? [{ id: missed.id, title: missed.title, artist: missed.artist }] : [],
    };
    this.#plan = { key: purpose, plan };
    return plan;
  }

  async spotifyMakePlaylist(): Promise<PlaylistMade> {
    await wait(100);
    const { key, plan } = this.#plan ?? { key: '', plan: null };
    if (!plan) throw new Error('nothing planned');
    this.#playlists.set(key, plan.name);
    return { id: 'list1', name: plan.name, created: !plan.exists, tracks: plan.found.length };
  }

  async spotifyBringOwnMusic(): Promise<OwnMusic> {
    await wait(100);
    const name = 'Your music on Spotify';
    this.setSessionShelf({ id: SPOTIFY_SHELF, name, tracks: 31, enabled: true, addedAt: null });
    return { known: 31, unknown: 12 };
  }

  async spotifyEndOwnMusic(): Promise<void> {
    this.setSessionShelf(null);
    return Promise.resolve();
  }

  async spotifyOpen(place: SpotifyPlace): Promise<void> {
    if (place.what === 'app') setTimeout(() => (this.#open ||= 1), OPENING_MS);
    return Promise.resolve();
  }

  #say(view: SpotifyView): void {
    this.#view = view;
    for (const listener of this.#listeners) listener(view);
  }
}
