import { pagesOf, type RowWindow } from '../lib/rows';

const PAGE = 100;
/** A pause in typing, in milliseconds. */
const PAUSE = 150;

/** What a page of a long list is asked for by. */
export interface PageQuery<Sort> {
  query: string;
  sort: Sort;
  descending: boolean;
  offset: number;
  limit: number;
}

/** A page of a long list, and how long the whole is. */
export interface RowPage<Row> {
  total: number;
  rows: Row[];
}

/** A long list of which only the pages in view are fetched. */
export class PagedRows<Row, Sort> {
  query = $state('');
  sort = $state() as Sort;
  descending = $state(false);
  /** How many match; null before the first answer. */
  total = $state<number | null>(null);
  #pages = $state.raw<ReadonlyMap<number, Row[]>>(new Map());
  #asked = new Set<number>();
  #run = 0;
  #typing: ReturnType<typeof setTimeout> | undefined;
  readonly #ask: (query: PageQuery<Sort>) => Promise<RowPage<Row> | undefined>;

  /** `ask` gives nothing where a page cannot be had. */
  constructor(sort: Sort, ask: (query: PageQuery<Sort>) => Promise<RowPage<Row> | undefined>) {
    this.sort = sort;
    this.#ask = ask;
  }

  /** The row at a place, once its page is here. */
  row(index: number): Row | undefined {
    return this.#pages.get(Math.floor(index / PAGE))?.[index % PAGE];
  }

  /** Forgets all pages and fetches the first; answers to older questions are dropped. */
  async restart(): Promise<void> {
    this.#run += 1;
    this.#asked = new Set();
    await this.#fetch(0, true);
  }

  /** Searches for `query` once the listener pauses typing. */
  search(query: string): void {
    this.query = query;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => void this.restart(), PAUSE);
  }

  /** Fetches what is missing of the rows in view. */
  async show(window: RowWindow): Promise<void> {
    const missing = pagesOf(window, PAGE).filter((page) => !this.#asked.has(page));
    await Promise.all(missing.map((page) => this.#fetch(page, false)));
  }

  /** Sorts by a column; by the same one again, the other way round. */
  async sortBy(sort: Sort): Promise<void> {
    this.descending = this.sort === sort ? !this.descending : false;
    this.sort = sort;
    await this.restart();
  }

  async #fetch(page: number, fresh: boolean): Promise<void> {
    const run = this.#run;
    this.#asked.add(page);
    const { query, sort, descending } = this;
    const answer = await this.#ask({ query, sort, descending, offset: page * PAGE, limit: PAGE });
    if (!answer || run !== this.#run) return;
    this.total = answer.total;
    this.#pages = new Map([...(fresh ? [] : this.#pages), [page, answer.rows]]);
  }
}
