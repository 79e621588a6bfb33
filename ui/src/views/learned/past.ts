import { grammar } from '../../i18n/grammar';
import { localeTag } from '../../i18n/locale.svelte';

/** A number with the language’s separators. */
export const figure = (n: number): string => grammar(localeTag()).number(n);

/** The days from the first to the last play; empty where they are not known. */
export function spanOfDays(
  from: number | null,
  to: number | null,
  day: (moment: number) => string,
): string {
  if (from === null || to === null) return '';
  const [first, last] = [day(from), day(to)];
  return first === last ? first : `${first} – ${last}`;
}
