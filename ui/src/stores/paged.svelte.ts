import { pagesOf, type RowWindow } from '../lib/rows';
import { QueryCache } from './cache.svelte';

const PAGE = 100;
/** A pause in typing, in milliseconds. */
const PAUSE = 150;
/** How many pages are kept, so that a million rows scrolled through do not add up. */
const MOST_PAGES = 60;

/** The parameters of a page of a long list. */
export interface PageQuery<Sort> {
  query: string;
  sort: Sort;
  descending: boolean;
  offset: number;
  limit: number;
}

/** A page of a long list, and the length of the whole list. */
export interface RowPage<Row> {
  total: number;
  rows: Row[];
}

/**
 * A long list of which only the pages in view are fetched. It outlives the view that shows it, so that a search, an
 * order and a scroll position are still there when the listener comes back.
 */
export class PagedRows<Row, Sort> {
  query = $state('');
  sort = $state() as Sort;
  descending = $state(false);
  /** The scroll position, in pixels of the whole list. */
  offset = $state(0);
  /** Increases with every new search or order, which starts at the top. */
  restarts = $state(0);
  #typing: ReturnType<typeof setTimeout> | undefined;
  readonly #pages: QueryCache<number, RowPage<Row>>;

  /** `ask` resolves to undefined when a page cannot be fetched, after reporting the error. */
  constructor(sort: Sort, ask: (query: PageQuery<Sort>) => Promise<RowPage<Row> | undefined>) {
    this.sort = sort;
    this.#pages = new QueryCache(async (page) => {
      const { query, sort, descending } = this;
      return ask({ query, sort, descending, offset: page * PAGE, limit: PAGE });
    }, MOST_PAGES);
  }

  /** How many rows match; null before the first answer. */
  get total(): number | null {
    return this.#pages.latest?.total ?? null;
  }

  /** The row at an index, once its page is here. */
  row(index: number): Row | undefined {
    return this.#pages.get(Math.floor(index / PAGE))?.rows[index % PAGE];
  }

  /** Sets which rows are in view and fetches what is missing of them. */
  async show(...windows: RowWindow[]): Promise<void> {
    const pages = windows.flatMap((window) => pagesOf(window, PAGE));
    await this.#pages.want([...new Set(pages)]);
  }

  /** Fetches the list from its beginning after its search or order changed. */
  async restart(): Promise<void> {
    clearTimeout(this.#typing);
    this.offset = 0;
    this.restarts += 1;
    await this.#pages.reset([0]);
  }

  /** Fetches the rows in view again after the data changed; they stay visible meanwhile. */
  async refresh(): Promise<void> {
    await this.#pages.invalidate([0]);
  }

  /** Searches for `query` once the listener pauses typing. */
  search(query: string): void {
    this.query = query;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => void this.restart(), PAUSE);
  }

  /** Sorts by a column; by the same one again, in the opposite order. */
  async sortBy(sort: Sort): Promise<void> {
    this.descending = this.sort === sort ? !this.descending : false;
    this.sort = sort;
    await this.restart();
  }

  /** Reverses the order. */
  async reverse(): Promise<void> {
    this.descending = !this.descending;
    await this.restart();
  }
}
