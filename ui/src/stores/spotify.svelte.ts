import type { AppError, Backend, SpotifyView } from '../api/backend';
import { toAppError } from '../api/backend';
import { Asked } from '../lib/asked';

/** What the window knows of Spotify. */
export class SpotifyStore {
  readonly #backend: Backend;
  readonly #asked = new Asked<SpotifyView>();
  view = $state.raw<SpotifyView | null>(null);
  /** Why the last sign-in failed, until the next one. */
  failure = $state.raw<AppError | null>(null);

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  /** Whether somebody is signed in. */
  get signedIn(): boolean {
    return this.view?.phase === 'signedIn';
  }

  /** Subscribes and asks how things stand; returns how to stop. */
  async open(): Promise<() => void> {
    const unlisten = await this.#backend.listenSpotify((view) => {
      this.#asked.renew(view);
      this.view = view;
    });
    await this.refresh();
    return unlisten;
  }

  /** Asks how things stand. Spotify is an extra: where that fails, the window goes on without it. */
  async refresh(): Promise<void> {
    this.view = await this.#asked.ask(() => this.#backend.spotifyStatus()).catch(() => null);
  }

  /** Signs in through the browser; what went wrong is kept beside the button. */
  async signIn(clientId: string): Promise<boolean> {
    this.failure = null;
    try {
      return await this.#backend.spotifySignIn(clientId);
    } catch (thrown) {
      this.failure = toAppError(thrown);
      return false;
    }
  }
}
