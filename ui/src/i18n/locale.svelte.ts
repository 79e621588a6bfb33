import type { Language } from '../api/backend';
import { en, type Messages } from './en';
import { grammar, type Grammar } from './grammar';

/** The texts in use and how their language writes. */
export interface Spoken {
  /** For `Intl`: a BCP 47 tag. */
  tag: string;
  direction: 'ltr' | 'rtl';
  messages: Messages;
}

interface Entry extends Omit<Spoken, 'messages'> {
  /** The language's name in itself. */
  name: string;
  /** Fetches the catalogue; all but English are files of their own. */
  load: () => Promise<Messages>;
}

/** The languages that the window has. Dates and numbers are written as in the country where a tag names one. */
export const LANGUAGES: Record<Language, Entry> = {
  en: { name: 'English', tag: 'en-GB', direction: 'ltr', load: () => Promise.resolve(en) },
  de: {
    name: 'Deutsch',
    tag: 'de',
    direction: 'ltr',
    load: async () => (await import('./de')).de,
  },
};

let spoken = $state.raw<Spoken>({ tag: LANGUAGES.en.tag, direction: 'ltr', messages: en });
let latest = 0;

/** The first of the wanted languages that the window has, else English. */
export function bestOf(wanted: readonly string[]): Language {
  const known = Object.keys(LANGUAGES) as Language[];
  for (const tag of wanted) {
    const [primary] = tag.toLowerCase().split('-');
    const found = known.find((language) => language === primary);
    if (found !== undefined) return found;
  }
  return 'en';
}

/** Puts texts into use at once, in every template and derived value that reads one. */
export function use(next: Spoken): void {
  spoken = next;
  document.documentElement.lang = next.tag;
  document.documentElement.dir = next.direction;
}

/** Changes the language; null takes the system's. Of several calls the last one counts, however long each takes. */
export async function speak(choice: Language | null): Promise<void> {
  const turn = ++latest;
  const { tag, direction, load } = LANGUAGES[choice ?? bestOf(navigator.languages)];
  const messages = await load();
  if (turn === latest && spoken.messages !== messages) use({ tag, direction, messages });
}

/** The tag of the language in use, for `Intl`. */
export const localeTag = (): string => spoken.tag;

/** The grammar of the language in use. */
export const speech = (): Grammar => grammar(spoken.tag);

/**
 * An object that reads another one anew at each access, and so do the objects in it: a part that a component keeps
 * (`const words = t.player`) follows a change of language. Texts, functions and lists are handed out as they are.
 */
function live<T extends object>(read: () => T): T {
  const parts = new Map<PropertyKey, object>();
  const get = (key: PropertyKey): unknown => {
    const value: unknown = Reflect.get(read(), key);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    const part = parts.get(key) ?? live(() => Reflect.get(read(), key) as object);
    parts.set(key, part);
    return part;
  };
  return new Proxy({} as T, {
    get: (_, key) => get(key),
    has: (_, key) => Reflect.has(read(), key),
    ownKeys: () => Reflect.ownKeys(read()),
    getOwnPropertyDescriptor: (_, key) =>
      Object.hasOwn(read(), key)
        ? { value: get(key), configurable: true, enumerable: true }
        : undefined,
  });
}

/** The texts of the language in use. */
export const t: Messages = live(() => spoken.messages);
