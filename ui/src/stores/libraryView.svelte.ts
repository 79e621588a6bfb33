import type { LibraryTab, PlaylistImport } from '../api/backend';
import type { Region } from '../lib/region';
import type { AppStore } from './app.svelte';
import { LibraryList } from './library.svelte';
import { OwnList } from './own.svelte';

export const LIBRARY_TABS = ['own', 'catalogues', 'map'] as const satisfies LibraryTab[];

/** What the library shows: its tab, its two lists with their search and scroll position, and the area of the map. */
export class LibraryView {
  readonly own: OwnList;
  readonly catalogues: LibraryList;
  /** The selected area of the map; null when nothing is selected. */
  region = $state.raw<Region | null>(null);
  /** The playlist that was opened last, until it is closed. */
  playlist = $state.raw<PlaylistImport | null>(null);
  #first = $state<LibraryTab | null>(null);
  readonly #app: AppStore;

  constructor(app: AppStore) {
    this.#app = app;
    this.own = new OwnList(app);
    this.catalogues = new LibraryList(app);
  }

  /** The tab shown, kept from one start to the next; at first the listener's own music, if there is any. */
  get tab(): LibraryTab {
    const folders = this.#app.own?.folders.length ?? 0;
    return (
      this.#app.state?.settings.libraryTab ?? this.#first ?? (folders > 0 ? 'own' : 'catalogues')
    );
  }

  set tab(tab: LibraryTab) {
    if (tab !== this.#app.state?.settings.libraryTab) void this.#app.save({ libraryTab: tab });
  }

  /** On the first visit, the tab is chosen: what comes while it is looked at changes it no more. */
  visit(): void {
    this.#first ??= this.tab;
  }
}
