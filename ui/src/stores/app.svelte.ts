import type { AppError, AppState, Backend, ImportProgress, UiEvent } from '../api/backend';
import { toAppError } from '../api/backend';

/** What the window knows: the state of the other side, kept up to date by its events. */
export class AppStore {
  readonly backend: Backend;
  state = $state.raw<AppState | null>(null);
  /** The last thing that failed, until it is dismissed. */
  failure = $state.raw<AppError | null>(null);
  /** How far a running import is. */
  progress = $state.raw<ImportProgress | null>(null);
  /** Grows whenever the history changed on the other side. */
  historyVersion = $state(0);

  constructor(backend: Backend) {
    this.backend = backend;
  }

  /** Subscribes and asks for the whole state; returns how to stop. */
  async open(): Promise<() => void> {
    const unlisten = await this.backend.listen((event) => this.apply(event));
    await this.refresh();
    return unlisten;
  }

  /** Asks for the whole state again. */
  async refresh(): Promise<void> {
    const state = await this.attempt(this.backend.getState());
    if (state) this.state = state;
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

  /** Takes in an event: each carries the whole new picture of its part. */
  apply(event: UiEvent): void {
    switch (event.kind) {
      case 'history':
        this.historyVersion += 1;
        break;
      case 'import':
        this.progress = event.value;
        break;
      default:
        if (this.state) this.state = { ...this.state, [event.kind]: event.value };
    }
  }
}
