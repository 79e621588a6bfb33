/** Kinds of backend data that queries depend on. */
export const TAGS = ['history', 'taste', 'catalogues', 'ownMusic'] as const;
export type Tag = (typeof TAGS)[number];

/**
 * Says which kinds of backend data have changed. The store invalidates tags when events arrive; queries track the tags
 * of their data and fetch again.
 */
export class Tags {
  #versions = $state<Record<Tag, number>>({ history: 0, taste: 0, catalogues: 0, ownMusic: 0 });

  /** Makes the surrounding effect run again whenever one of the tags is invalidated. */
  track(tags: readonly Tag[]): void {
    for (const tag of tags) void this.#versions[tag];
  }

  /** Marks all data with these tags as out of date. */
  invalidate(tags: readonly Tag[]): void {
    for (const tag of tags) this.#versions[tag] += 1;
  }
}
