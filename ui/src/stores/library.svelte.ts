import type { LibraryRow, LibrarySort } from '../api/backend';
import type { AppStore } from './app.svelte';
import { PagedRows } from './paged.svelte';

/** The tracks of all catalogues as a long list. */
export class LibraryList extends PagedRows<LibraryRow, LibrarySort> {
  constructor(app: AppStore) {
    super('title', ({ query, sort, descending, offset, limit }) =>
      app.attempt(app.backend.library(query, sort, descending, offset, limit)),
    );
  }
}
