import type {
  AppError,
  AppState,
  Backend,
  ImportProgress,
  ImportReport,
  OwnMusicView,
  QueueView,
  Settings,
  UiEvent,
} from '../api/backend';
import { toAppError } from '../api/backend';
import { Snapshot, SerialQueue } from '../lib/snapshot';
import type { Page } from '../lib/shortcuts';
import { SpotifyStore } from './spotify.svelte';

/** What the window knows: the backend's state, kept up to date by its events. */
export class AppStore {
  readonly backend: Backend;
  readonly spotify: SpotifyStore;
  state = $state.raw<AppState | null>(null);
  view = $state<Page>('now');
  /** The last error, until it is dismissed. */
  failure = $state.raw<AppError | null>(null);
  /** Set while an import runs: null before the first row. */
  importing = $state.raw<{ progress: ImportProgress | null } | null>(null);
  /** The report of the last import, until it is closed. */
  report = $state.raw<ImportReport | null>(null);
  /** The listener's own music: folders, and progress of scanning and analysis. */
  own = $state.raw<OwnMusicView | null>(null);
  /** A confirmation of something done, until it is dismissed. */
  toast = $state<string | null>(null);
  /** Whether the last action on the queue was an undo. */
  undoing = $state(false);
  /** Increases whenever the history changed. */
  historyVersion = $state(0);
  /** Increases whenever the learned taste changed. */
  tasteVersion = $state(0);
  /** Increases whenever the library's content may have changed. */
  libraryVersion = $state(0);
  readonly #snapshot = new Snapshot<AppState>();
  readonly #own = new Snapshot<OwnMusicView>();
  readonly #commands = new SerialQueue();

  constructor(backend: Backend) {
    this.backend = backend;
    this.spotify = new SpotifyStore(backend);
  }

  /** Subscribes to events and fetches the whole state; returns a function that unsubscribes. */
  async open(): Promise<() => void> {
    const unlisten = await this.backend.listen((event) => this.apply(event));
    const unlistenOwn = await this.backend.listenOwnMusic((view) => {
      this.#own.update(view);
      this.own = view;
    });
    await this.attempt(this.backend.setUtcOffset(-new Date().getTimezoneOffset()));
    await this.refresh();
    const closeSpotify = await this.spotify.open();
    return () => {
      unlisten();
      closeSpotify();
      unlistenOwn();
    };
  }

  /** Fetches the whole state again. */
  async refresh(): Promise<void> {
    this.state =
      (await this.attempt(this.#snapshot.fetch(() => this.backend.getState()))) ?? this.state;
    this.own = (await this.attempt(this.#own.fetch(() => this.backend.ownMusic()))) ?? this.own;
  }

  /** Shows a confirmation. */
  tell(text: string): void {
    this.toast = text;
  }

  /** Tells the backend whether the window is visible; once visible again, fetches what it missed. */
  async setVisible(visible: boolean): Promise<void> {
    await this.attempt(this.#commands.run(() => this.backend.setWindowVisible(visible)));
    if (!visible) return;
    await this.refresh();
    this.historyVersion += 1;
    this.tasteVersion += 1;
    this.libraryVersion += 1;
  }

  /** Undoes the last action; called again, the one before. */
  async undo(): Promise<void> {
    if (!this.state?.queue.undo) return;
    this.undoing = true;
    await this.attempt(this.backend.undoFeedback());
  }

  /** Awaits a command. When it fails, its error is shown and the result is undefined. */
  async attempt<T>(command: Promise<T>): Promise<T | undefined> {
    try {
      return await command;
    } catch (thrown) {
      this.failure = toAppError(thrown);
      return undefined;
    }
  }

  /** Changes some settings: immediately in the window, then in the backend. */
  async save(change: Partial<Settings>): Promise<void> {
    if (!this.state) return;
    const settings = { ...this.state.settings, ...change };
    this.#merge({ settings });
    await this.attempt(this.#commands.run(() => this.backend.saveSettings(settings)));
  }

  /** Lets the listener choose a catalogue file and imports it. */
  async importCatalogue(): Promise<void> {
    this.report = null;
    this.importing = { progress: null };
    this.report = (await this.attempt(this.backend.importCatalogue())) ?? null;
    this.importing = null;
  }

  /** Applies an event: each carries the complete new state of its part. */
  apply(event: UiEvent): void {
    switch (event.kind) {
      case 'history':
        this.historyVersion += 1;
        break;
      case 'taste':
        this.tasteVersion += 1;
        break;
      case 'import':
        if (this.importing) this.importing = { progress: event.value };
        break;
      default:
        if (event.kind === 'queue') this.#noticeNewAction(event.value);
        if (event.kind === 'catalogues') this.libraryVersion += 1;
        this.#merge({ [event.kind]: event.value });
    }
  }

  #merge(parts: Partial<AppState>): void {
    this.#snapshot.update(parts);
    if (this.state) this.state = { ...this.state, ...parts };
  }

  /** When there is more to undo than before, something new was done. */
  #noticeNewAction({ undoDepth }: QueueView): void {
    if (undoDepth > (this.state?.queue.undoDepth ?? 0)) this.undoing = false;
  }
}
