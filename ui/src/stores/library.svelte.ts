import type { LibraryRow, LibrarySort } from '../api/backend';
import { pagesOf, type RowWindow } from '../lib/rows';
import type { AppStore } from './app.svelte';

const PAGE = 100;

/** The library as a long list of which only the pages in view are fetched. */
export class LibraryList {
  query = $state('');
  sort = $state<LibrarySort>('title');
  descending = $state(false);
  /** How many match; null before the first answer. */
  total = $state<number | null>(null);
  #pages = $state.raw<ReadonlyMap<number, LibraryRow[]>>(new Map());
  #asked = new Set<number>();
  #run = 0;
  readonly #app: AppStore;

  constructor(app: AppStore) {
    this.#app = app;
  }

  /** The row at a place, once its page is here. */
  row(index: number): LibraryRow | undefined {
    return this.#pages.get(Math.floor(index / PAGE))?.[index % PAGE];
  }

  /** Forgets all pages and fetches the first; answers to older questions are dropped. */
  async restart(): Promise<void> {
    this.#run += 1;
    this.#asked = new Set();
    await this.#fetch(0, true);
  }

  /** Fetches what is missing of the rows in view. */
  async show(window: RowWindow): Promise<void> {
    const missing = pagesOf(window, PAGE).filter((page) => !this.#asked.has(page));
    await Promise.all(missing.map((page) => this.#fetch(page, false)));
  }

  /** Sorts by a column; by the same one again, the other way round. */
  async sortBy(sort: LibrarySort): Promise<void> {
    this.descending = this.sort === sort ? !this.descending : false;
    this.sort = sort;
    await this.restart();
  }

  async #fetch(page: number, fresh: boolean): Promise<void> {
    const run = this.#run;
    this.#asked.add(page);
    const { query, sort, descending } = this;
    const answer = await this.#app.attempt(
      this.#app.backend.library(query, sort, descending, page * PAGE, PAGE),
    );
    if (!answer || run !== this.#run) return;
    this.total = answer.total;
    this.#pages = new Map([...(fresh ? [] : this.#pages), [page, answer.rows]]);
  }
}
