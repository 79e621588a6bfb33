import type { LeaningView, StatedAnswer, StatedItem, StatedKind } from '../api/backend';

/** The ranking's term for each kind of stated preference. */
export const TERM_OF = {
  family: 'genre',
  genre: 'genreWord',
  era: 'era',
  language: 'language',
  artist: 'artist',
} as const satisfies Record<StatedKind, string>;

/** A stated part of a preference below this is not mentioned, as in the core. */
const WORTH_MENTIONING = 0.02;

/**
 * What a learned preference owes to the listener's own answers: their answer about this very thing, `related` when it
 * follows from answers about something else, or null.
 */
export function statedPart(
  { term, detail, stated }: Pick<LeaningView, 'term' | 'detail' | 'stated'>,
  items: readonly StatedItem[],
): StatedAnswer | 'related' | null {
  const same = (name: string) => name.trim().toLowerCase() === detail.trim().toLowerCase();
  const item = items.find(({ kind, name }) => TERM_OF[kind] === term && same(name));
  if (item) return item.answer;
  return Math.abs(stated) >= WORTH_MENTIONING ? 'related' : null;
}
