import type { Region } from '../lib/region';
import type { AppStore } from './app.svelte';
import { LibraryList } from './library.svelte';
import { OwnList } from './own.svelte';

export const LIBRARY_TABS = ['own', 'catalogues', 'map'] as const;
export type LibraryTab = (typeof LIBRARY_TABS)[number];

/** What the library shows: its tab, its two lists with their search and scroll position, and the area of the map. */
export class LibraryView {
  readonly own: OwnList;
  readonly catalogues: LibraryList;
  /** The selected area of the map; null when nothing is selected. */
  region = $state.raw<Region | null>(null);
  #tab = $state<LibraryTab | null>(null);
  readonly #app: AppStore;

  constructor(app: AppStore) {
    this.#app = app;
    this.own = new OwnList(app);
    this.catalogues = new LibraryList(app);
  }

  /** The tab shown. */
  get tab(): LibraryTab {
    return this.#tab ?? 'catalogues';
  }

  set tab(tab: LibraryTab) {
    this.#tab = tab;
  }

  /** On the first visit, chooses the tab: the listener's own music if there is any. */
  visit(): void {
    const folders = this.#app.own?.folders.length ?? 0;
    this.#tab ??= folders > 0 ? 'own' : 'catalogues';
  }
}
