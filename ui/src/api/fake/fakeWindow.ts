import type { FileDrag, Unlisten } from '../backend';
import type {
  AppState,
  DesktopView,
  Settings,
  ShortcutsChange,
  ShortcutsView,
  UiEvent,
} from '../bindings';
import { holdKeys, shortcutsView } from './shortcuts';
import { listenForDrags } from './drags';

/** A browser has only one window, so it turns into the other one. */
async function goTo(other: 'mini' | null): Promise<void> {
  const address = new URL(window.location.href);
  if (other === null) address.searchParams.delete('window');
  else address.searchParams.set('window', other);
  window.location.assign(address);
  return Promise.resolve();
}

/** The part of the fake with the windows: event listeners and visibility. */
export abstract class FakeWindow {
  #startsAtLogin = false;
  readonly #listeners = new Set<(event: UiEvent) => void>();
  #visible = true;

  async setWindowVisible(visible: boolean): Promise<void> {
    this.#visible = visible;
    return Promise.resolve();
  }

  async showMini(): Promise<void> {
    return goTo('mini');
  }

  async showMain(): Promise<void> {
    return goTo(null);
  }

  /** A browser's window has the size that it has. */
  async resizeHeight(): Promise<void> {
    return Promise.resolve();
  }

  async desktop(): Promise<DesktopView> {
    const search = new URLSearchParams(window.location.search);
    const startsAtLogin = search.has('sandbox') ? null : this.#startsAtLogin;
    const { settings } = await this.getState();
    holdKeys(settings.globalShortcuts);
    const shortcuts = shortcutsView(settings.globalShortcuts);
    return { tray: !search.has('notray'), startsAtLogin, notices: true, shortcuts };
  }

  abstract getState(): Promise<AppState>;
  abstract saveSettings(before: Settings, after: Settings): Promise<void>;

  async setShortcuts(change: ShortcutsChange): Promise<ShortcutsView> {
    const { settings } = await this.getState();
    const shortcuts = change.kind === 'set' ? change.shortcuts : settings.globalShortcuts;
    if (change.kind === 'set') {
      await this.saveSettings(settings, { ...settings, globalShortcuts: shortcuts });
    }
    holdKeys(change.kind === 'release' ? null : shortcuts);
    return shortcutsView(shortcuts);
  }

  async startAtLogin(on: boolean): Promise<boolean> {
    this.#startsAtLogin = on;
    return Promise.resolve(on);
  }

  /** Opens files as the desktop hands them over; what they hold is invented after their names. */
  abstract openFiles(names: string[]): Promise<void>;

  /** A browser shows nothing outside of its window. */
  async setTexts(): Promise<void> {
    return Promise.resolve();
  }

  /** The page's own title, which is all that a browser shows. */
  async setTitle(): Promise<void> {
    return Promise.resolve();
  }

  async setUtcOffset(): Promise<void> {
    return Promise.resolve();
  }

  async listen(cb: (event: UiEvent) => void): Promise<Unlisten> {
    this.#listeners.add(cb);
    return Promise.resolve(() => void this.#listeners.delete(cb));
  }

  async listenDrags(cb: (drag: FileDrag) => void): Promise<Unlisten> {
    return Promise.resolve(listenForDrags(cb, (names) => void this.openFiles(names)));
  }

  /** Emits an event, unless the window is hidden. */
  protected emit(event: UiEvent): void {
    if (!this.#visible) return;
    for (const listener of this.#listeners) listener(event);
  }
}
