import { en, type Messages } from '../../i18n/en';
import { LANGUAGES } from '../../i18n/locale.svelte';
import { reworded } from '../../i18n/reworded';

/** How much longer than English a text gets. */
const LONGER = 0.4;

/** A text in brackets and lengthened: "⟦Play nowııı⟧". Spaces are added too where there are some to break at. */
function lengthened(text: string): string {
  const more = Math.ceil(text.length * LONGER);
  const filling = text.includes(' ') ? 'ıııı '.repeat(Math.ceil(more / 5)) : 'ı'.repeat(more);
  return `⟦${text}${text.includes(' ') ? ' ' : ''}${filling.slice(0, more).trimEnd()}⟧`;
}

/**
 * Puts a stand-in for another language in the place of English, to find what is cut off, what is written into the code
 * and what does not follow the direction of writing.
 */
export function pretend(direction: 'ltr' | 'rtl'): void {
  const texts: Messages = reworded<Messages>(en, lengthened);
  LANGUAGES.en = { ...LANGUAGES.en, direction, load: () => Promise.resolve(texts) };
}
