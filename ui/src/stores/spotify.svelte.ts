import type { AppError, Backend, SpotifyView } from '../api/backend';
import { toAppError } from '../api/backend';
import { Snapshot } from '../lib/snapshot';

/** The Spotify connection as the window knows it. */
export class SpotifyStore {
  readonly #backend: Backend;
  readonly #onsignedin: () => void;
  readonly #snapshot = new Snapshot<SpotifyView>();
  view = $state.raw<SpotifyView | null>(null);
  /** Whether the listener asked from elsewhere to sign in: the settings then open the dialog for it. */
  wanted = $state(false);
  /** Why the last sign-in failed, until the next one. */
  failure = $state.raw<AppError | null>(null);

  /** `onsignedin` runs whenever somebody has signed in. */
  constructor(backend: Backend, onsignedin: () => void = () => undefined) {
    this.#backend = backend;
    this.#onsignedin = onsignedin;
  }

  /** Whether somebody is signed in. */
  get signedIn(): boolean {
    return this.view?.phase === 'signedIn';
  }

  /** Subscribes to changes and fetches the status; returns a function that unsubscribes. */
  async open(): Promise<() => void> {
    const unlisten = await this.#backend.listenSpotify((view) => {
      this.#snapshot.update(view);
      const before = this.signedIn;
      this.view = view;
      if (this.signedIn && !before) this.#onsignedin();
    });
    await this.refresh();
    return unlisten;
  }

  /** Fetches the status. Spotify is optional: on failure the window goes on without it. */
  async refresh(): Promise<void> {
    this.view = await this.#snapshot.fetch(() => this.#backend.spotifyStatus()).catch(() => null);
  }

  /** Signs in through the browser; an error is kept to be shown beside the button. */
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
