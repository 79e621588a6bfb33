import type {
  AppError,
  AppState,
  Backend,
  ImportProgress,
  ImportReport,
  OwnMusicView,
  PastProgress,
  QueueView,
  Settings,
  SoundscapeView,
  UiEvent,
} from '../api/backend';
import { toAppError } from '../api/backend';
import { speak } from '../i18n/locale.svelte';
import { PageCamera } from '../lib/pageCamera';
import { needsSpotify, type Failure, type Topic } from '../lib/failure';
import { Snapshot, SerialQueue } from '../lib/snapshot';
import type { Page } from '../lib/shortcuts';
import { Covers } from './covers';
import { LibraryView } from './libraryView.svelte';
import { ServersStore } from './servers.svelte';
import { SpotifyStore } from './spotify.svelte';
import { TAGS, Tags } from './tags.svelte';

/** What the window knows: the backend's state, kept up to date by its events. */
export class AppStore {
  readonly backend: Backend;
  readonly pageCamera: PageCamera;
  readonly servers: ServersStore;
  readonly covers: Covers;
  readonly spotify: SpotifyStore;
  state = $state.raw<AppState | null>(null);
  /** Grows whenever something opened from elsewhere may wait for the window. */
  openings = $state(0);
  /** Folders that were opened from elsewhere and can be added. */
  offered = $state.raw<string[]>([]);
  #view = $state<Page>('now');
  /** Set while an import runs: null before the first row. */
  importing = $state.raw<{ progress: ImportProgress | null } | null>(null);
  /** How far a table is read that was opened from elsewhere; `opened` follows, whatever comes of it. */
  opening = $state.raw<ImportProgress | null>(null);
  /** The report of the last import, until it is closed. */
  report = $state.raw<ImportReport | null>(null);
  /** How far the work on a listening history is, as last heard. */
  past = $state.raw<PastProgress | null>(null);
  /** The listener's own music: folders, and progress of scanning and analysis. */
  own = $state.raw<OwnMusicView | null>(null);
  /** A confirmation of something done; it disappears after a while. */
  confirmation = $state.raw<{ text: string } | null>(null);
  /** Whether the last action on the queue was an undo. */
  undoing = $state(false);
  /** The phrase of the soundscape that plays, or that played last. */
  soundscape = $state.raw<SoundscapeView | null>(null);
  /** Which kinds of data changed, for the queries. */
  readonly tags = new Tags();
  /** What the library shows, kept between visits. */
  readonly library: LibraryView;
  #failure = $state.raw<Failure | null>(null);
  readonly #snapshot = new Snapshot<AppState>();
  readonly #own = new Snapshot<OwnMusicView>();
  readonly #commands = new SerialQueue();

  constructor(backend: Backend) {
    this.backend = backend;
    this.pageCamera = new PageCamera(backend);
    this.covers = new Covers(backend);
    this.servers = new ServersStore(backend);
    this.spotify = new SpotifyStore(backend, () => this.#succeeded('spotify'));
    this.library = new LibraryView(this);
  }

  /** The view shown. */
  get view(): Page {
    return this.#view;
  }

  /** Shows another view, in which the window opens the next time. */
  set view(view: Page) {
    this.#view = view;
    if (this.state && view !== this.state.settings.view) void this.save({ view });
  }

  /** Subscribes to events and fetches the whole state; returns a function that unsubscribes. */
  async open(): Promise<() => void> {
    const unlisten = await this.backend.listen((event) => this.apply(event));
    const unlistenOwn = await this.backend.listenOwnMusic((view) => {
      this.#own.update(view);
      this.#setOwn(view);
    });
    await this.attempt(this.backend.setUtcOffset(-new Date().getTimezoneOffset()));
    await this.refresh();
    this.#view = this.state?.settings.view ?? 'now';
    const closeServers = await this.servers.open();
    const closeSpotify = await this.spotify.open();
    return () => {
      unlisten();
      closeServers();
      closeSpotify();
      unlistenOwn();
    };
  }

  /** Fetches the whole state again. */
  async refresh(): Promise<void> {
    this.state = (await this.attempt(this.#snapshot.fetch(() => this.#getState()))) ?? this.state;
    const own = await this.attempt(this.#own.fetch(() => this.backend.ownMusic()));
    if (own) this.#setOwn(own);
    this.openings += 1;
  }

  /** Shows a confirmation. */
  confirm(text: string): void {
    this.confirmation = { text };
  }

  /** Tells the backend whether the window is visible; once visible again, fetches what it missed. */
  async setVisible(visible: boolean): Promise<void> {
    await this.attempt(this.#commands.run(() => this.backend.setWindowVisible(visible)));
    if (!visible) return;
    await this.refresh();
    await this.servers.refresh();
    this.covers.clear();
    this.tags.invalidate(TAGS);
  }

  /** Undoes the last action; called again, the one before. */
  async undo(): Promise<void> {
    if (!this.state?.queue.undo) return;
    this.undoing = true;
    await this.attempt(this.backend.undoFeedback(), 'track');
  }

  /** The last error, until it is dismissed or out of date. */
  get failure(): AppError | null {
    return this.#failure?.error ?? null;
  }

  /** Why playback has a problem; null where that is out of date. */
  get playbackProblem(): AppError | null {
    const problem = this.state?.playback.problem ?? null;
    return problem && needsSpotify(problem) && this.spotify.signedIn ? null : problem;
  }

  /** Goes where the listener can sign in to Spotify. */
  signIn(): void {
    this.dismissFailure();
    this.spotify.wanted = true;
    this.view = 'settings';
  }

  /** Dismisses the error shown. */
  dismissFailure(): void {
    this.#failure = null;
  }

  /** Shows an error until it is dismissed, or something about the same topic succeeds. */
  fail(error: AppError, topic: Topic | null = null): void {
    this.#failure = { error, topic };
  }

  /**
   * Awaits a command. When it fails, its error is shown and the result is undefined; when it succeeds, an error about
   * the same topic disappears.
   */
  async attempt<T>(command: Promise<T>, topic: Topic | null = null): Promise<T | undefined> {
    try {
      const answer = await command;
      if (topic !== null) this.#succeeded(topic);
      return answer;
    } catch (thrown) {
      this.fail(toAppError(thrown), topic);
      return undefined;
    }
  }

  /** Changes some settings: immediately in the window, then in the backend. */
  async save(change: Partial<Settings>): Promise<void> {
    if (!this.state) return;
    const before = this.state.settings;
    const after = { ...before, ...change };
    this.#merge({ settings: after });
    await this.attempt(this.#commands.run(() => this.backend.saveSettings(before, after)));
  }

  /** Imports a catalogue file that the listener chooses. */
  async importCatalogue(): Promise<void> {
    this.report = null;
    this.importing = { progress: null };
    this.report = (await this.attempt(this.backend.importCatalogue(), 'music')) ?? null;
    this.importing = null;
  }

  /** Applies an event: each carries the complete new state of its part. */
  apply(event: UiEvent): void {
    switch (event.kind) {
      case 'history':
        this.tags.invalidate(['history']);
        break;
      case 'taste':
        this.tags.invalidate(['taste']);
        break;
      case 'opened':
        this.openings += 1;
        break;
      case 'soundscape':
        this.soundscape = event.value;
        break;
      case 'past':
        this.past = event.value;
        break;
      case 'import':
        if (this.importing) this.importing = { progress: event.value };
        break;
      case 'opening':
        this.opening = event.value;
        break;
      default:
        if (event.kind === 'queue') this.#noticeQueue(event.value);
        if (event.kind === 'camera' && event.value.error === null) this.#succeeded('camera');
        if (event.kind === 'catalogues') this.tags.invalidate(['catalogues']);
        this.#merge({ [event.kind]: event.value });
    }
  }

  /** The whole state, once its language can be shown; without its texts the window keeps the ones it has. */
  async #getState(): Promise<AppState> {
    const state = await this.backend.getState();
    await speak(state.settings.language).catch(() => undefined);
    return state;
  }

  #setOwn(view: OwnMusicView): void {
    const changed = view.version !== this.own?.version;
    this.own = view;
    if (!changed) return;
    this.covers.clear();
    this.tags.invalidate(['ownMusic']);
  }

  #merge(parts: Partial<AppState>): void {
    this.#snapshot.update(parts);
    if (this.state) this.state = { ...this.state, ...parts };
  }

  /** When there is more to undo than before, something new was done. An error about a track goes with the track. */
  #noticeQueue({ undoDepth, current }: QueueView): void {
    if (undoDepth > (this.state?.queue.undoDepth ?? 0)) this.undoing = false;
    if (current?.id !== this.state?.queue.current?.id) this.#succeeded('track');
  }

  /** Drops the error shown if it is about this; signing in also ends what was refused for the want of it. */
  #succeeded(topic: Topic): void {
    const failure = this.#failure;
    if (!failure) return;
    const signedIn = topic === 'spotify' && needsSpotify(failure.error);
    if (failure.topic === topic || signedIn) this.#failure = null;
  }
}
