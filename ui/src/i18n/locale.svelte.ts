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
  fr: {
    name: 'Français',
    tag: 'fr',
    direction: 'ltr',
    load: async () => (await import('./fr')).fr,
  },
  es: {
    name: 'Español',
    tag: 'es',
    direction: 'ltr',
    load: async () => (await import('./es')).es,
  },
  'pt-BR': {
    name: 'Português (Brasil)',
    tag: 'pt-BR',
    direction: 'ltr',
    load: async () => (await import('./pt-BR')).ptBR,
  },
  hi: {
    name: 'हिन्दी',
    tag: 'hi',
    direction: 'ltr',
    load: async () => (await import('./hi')).hi,
  },
  ta: {
    name: 'தமிழ்',
    tag: 'ta',
    direction: 'ltr',
    load: async () => (await import('./ta')).ta,
  },
  ja: {
    name: '日本語',
    tag: 'ja',
    direction: 'ltr',
    load: async () => (await import('./ja')).ja,
  },
  'zh-Hans': {
    name: '简体中文',
    tag: 'zh-Hans',
    direction: 'ltr',
    load: async () => (await import('./zh-Hans')).zhHans,
  },
  ar: {
    name: 'العربية',
    tag: 'ar',
    direction: 'rtl',
    load: async () => (await import('./ar')).ar,
  },
};

/** The tags of those languages, in the order in which they are offered. */
export const OFFERED = Object.keys(LANGUAGES) as Language[];

let spoken = $state.raw<Spoken>({ tag: LANGUAGES.en.tag, direction: 'ltr', messages: en });
let latest = 0;

/** A language with its script, "zh-Hans" of "zh-CN": what has to be the same to be read. Null for what is no tag. */
function languageAndScript(tag: string): string | null {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    return `${language}-${script ?? ''}`;
  } catch {
    return null;
  }
}

/** The first of the wanted languages that the window has, else English. */
export function bestOf(wanted: readonly string[]): Language {
  const known = new Map(OFFERED.map((tag) => [languageAndScript(tag), tag]));
  known.delete(null);
  const found = wanted.map((tag) => known.get(languageAndScript(tag)));
  return found.find((tag) => tag !== undefined) ?? 'en';
}

/** Puts texts into use at once, in every template and derived value that reads one. */
export function use(next: Spoken): void {
  spoken = next;
  document.documentElement.lang = next.tag;
  document.documentElement.dir = next.direction;
}

/** Where the language that was chosen last is kept, for the start. */
const CHOSEN = 'language';

/** Without a place to keep it, the next start begins in the system's language until the settings are read. */
function remember(choice: Language | null): void {
  try {
    if (choice === null) localStorage.removeItem(CHOSEN);
    else localStorage.setItem(CHOSEN, choice);
  } catch {
    // Storage can be switched off.
  }
}

/** The language that was chosen last, so that the window has it before the settings are read; null for the system's. */
export function lastChosen(): Language | null {
  try {
    return OFFERED.find((tag) => tag === localStorage.getItem(CHOSEN)) ?? null;
  } catch {
    return null;
  }
}

/**
 * Changes the language once its texts are there; null takes the system's. Of several calls the last one counts,
 * however long each takes.
 *
 * @throws what `import` throws where the texts cannot be loaded; the language stays as it was.
 */
export async function speak(choice: Language | null): Promise<void> {
  const turn = ++latest;
  const { tag, direction, load } = LANGUAGES[choice ?? bestOf(navigator.languages)];
  const messages = await load();
  if (turn !== latest) return;
  if (spoken.messages !== messages) use({ tag, direction, messages });
  remember(choice);
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
