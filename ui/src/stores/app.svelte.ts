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
import { Asked, Turns } from '../lib/asked';
import type { Place } from '../lib/keys';
import { SpotifyStore } from './spotify.svelte';

/** What the window knows: the state of the other side, kept up to date by its events. */
export class AppStore {
  readonly backend: Backend;
  readonly spotify: SpotifyStore;
  state = $state.raw<AppState | null>(null);
  view = $state<Place>('now');
  /** The last thing that failed, until it is dismissed. */
  failure = $state.raw<AppError | null>(null);
  /** Set while an import runs: null before the first row. */
  importing = $state.raw<{ progress: ImportProgress | null } | null>(null);
  /** What the last import did, until it is closed. */
  report = $state.raw<ImportReport | null>(null);
  /** The listener's own music at work. */
  own = $state.raw<OwnMusicView | null>(null);
  /** Something that was done and is worth a line, until it is read. */
  toast = $state<string | null>(null);
  /** Whether the last thing done to the queue was to take something back. */
  undoing = $state(false);
  /** Grows whenever the history changed on the other side. */
  historyVersion = $state(0);
  /** Grows whenever something was learned of the listener's taste, or forgotten. */
  tasteVersion = $state(0);
  /** Grows whenever what the library lists may have changed. */
  libraryVersion = $state(0);
  readonly #parts = new Asked<AppState>();
  readonly #own = new Asked<OwnMusicView>();
  readonly #turns = new Turns();

  constructor(backend: Backend) {
    this.backend = backend;
    this.spotify = new SpotifyStore(backend);
  }

  /** Subscribes and asks for the whole state; returns how to stop. */
  async open(): Promise<() => void> {
    const unlisten = await this.backend.listen((event) => this.apply(event));
    const unlistenOwn = await this.backend.listenOwnMusic((view) => {
      this.#own.renew(view);
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

  /** Asks for the whole state again. */
  async refresh(): Promise<void> {
    this.state = (await this.attempt(this.#parts.ask(() => this.backend.getState()))) ?? this.state;
    this.own = (await this.attempt(this.#own.ask(() => this.backend.ownMusic()))) ?? this.own;
  }

  /** Says a line. */
  tell(text: string): void {
    this.toast = text;
  }

  /** Tells the other side whether anybody looks; what was missed meanwhile is asked for. */
  async setVisible(visible: boolean): Promise<void> {
    await this.attempt(this.#turns.take(() => this.backend.setWindowVisible(visible)));
    if (!visible) return;
    await this.refresh();
    this.historyVersion += 1;
    this.tasteVersion += 1;
    this.libraryVersion += 1;
  }

  /** Takes the last action back; again, the one before. */
  async undo(): Promise<void> {
    if (!this.state?.queue.undo) return;
    this.undoing = true;
    await this.attempt(this.backend.undoFeedback());
  }

  /** Waits for a command; when it fails, its error is shown and the result is undefined. */
  async attempt<T>(command: Promise<T>): Promise<T | undefined> {
    try {
      return await command;
    } catch (thrown) {
      this.failure = toAppError(thrown);
      return undefined;
    }
  }

  /** Changes some of the settings: at once here, then on the other side. */
  async save(change: Partial<Settings>): Promise<void> {
    if (!this.state) return;
    const settings = { ...this.state.settings, ...change };
    this.#renew({ settings });
    await this.attempt(this.#turns.take(() => this.backend.saveSettings(settings)));
  }

  /** Lets the listener import a catalogue file. */
  async importCatalogue(): Promise<void> {
    this.report = null;
    this.importing = { progress: null };
    this.report = (await this.attempt(this.backend.importCatalogue())) ?? null;
    this.importing = null;
  }

  /** Takes in an event: each carries the whole new picture of its part. */
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
        if (event.kind === 'queue') this.#countDeeds(event.value);
        if (event.kind === 'catalogues') this.libraryVersion += 1;
        this.#renew({ [event.kind]: event.value });
    }
  }

  #renew(parts: Partial<AppState>): void {
    this.#parts.renew(parts);
    if (this.state) this.state = { ...this.state, ...parts };
  }

  /** More to take back than before: something new was done. */
  #countDeeds({ undoDepth }: QueueView): void {
    if (undoDepth > (this.state?.queue.undoDepth ?? 0)) this.undoing = false;
  }
}
