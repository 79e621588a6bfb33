import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { affectText, t } from '.';
import { clockText, longDayText } from '../lib/time';
import { en } from './en';
import { grammar } from './grammar';
import { bestOf, lastChosen, LANGUAGES, speak, speech, OFFERED } from './locale.svelte';

beforeEach(() => speak('en'));
afterEach(async () => {
  await speak('en');
  localStorage.clear();
});

/** The paths of all texts. */
function shape(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, part]) => shape(part, `${path}.${key}`));
}

describe('the language', () => {
  it('changes at once, in parts that were kept too, and what depends on it is computed anew', async () => {
    const { history } = t;
    const seen: string[] = [];
    const stop = $effect.root(() => {
      $effect(
        () => void seen.push(`${history.title} ${affectText({ valence: 0.3, arousal: -0.9 })}`),
      );
    });
    flushSync();
    await speak('de');
    flushSync();
    stop();
    expect(seen).toEqual([
      'History slightly pleasant, very calm',
      'Verlauf etwas angenehm, sehr ruhig',
    ]);
    expect(document.documentElement.lang).toBe('de');
    expect(document.documentElement.dir).toBe('ltr');
    expect(speech().number(1234567.5, 1)).toBe('1.234.567,5');
  });

  it('is the last one that was asked for, however long each takes', async () => {
    const { load } = LANGUAGES.de;
    let arrive: () => void = () => undefined;
    LANGUAGES.de.load = async () => {
      await new Promise<void>((resolve) => (arrive = resolve));
      return load();
    };
    const slow = speak('de');
    await speak('en');
    arrive();
    await slow;
    LANGUAGES.de.load = load;
    expect(t.nav.history).toBe('History');
  });

  it('follows what the system prefers among those there are', () => {
    expect(bestOf(['de-AT', 'en'])).toBe('de');
    expect(bestOf(['tlh', 'de'])).toBe('de');
    expect(bestOf(['dex-XX'])).toBe('en');
    expect(bestOf(['C', 'en_US', 'de'])).toBe('de');
    expect(bestOf([])).toBe('en');
  });

  it.each(OFFERED)('is %s where the system prefers just that', (tag) => {
    expect(bestOf([tag])).toBe(tag);
  });

  it.each([
    ['fr-CA', 'fr'],
    ['es-419', 'es'],
    ['pt', 'pt-BR'],
    ['pt-PT', 'pt-BR'],
    ['zh', 'zh-Hans'],
    ['zh-CN', 'zh-Hans'],
    ['zh-SG', 'zh-Hans'],
    ['ar-EG', 'ar'],
    ['hi-IN', 'hi'],
    ['ta-LK', 'ta'],
    ['ja-JP', 'ja'],
  ] as const)('is read by those who prefer %s', (wanted, tag) => {
    expect(bestOf([wanted])).toBe(tag);
  });

  it('is another one where it is written in another script', () => {
    // Each language has one script here; who reads another one of it is better served by the next wish.
    expect(bestOf(['hi-Latn', 'de'])).toBe('de');
    expect(bestOf(['zh-TW', 'de'])).toBe('de');
  });

  it('stays as it is when its texts cannot be loaded', async () => {
    const load = vi.spyOn(LANGUAGES.de, 'load').mockRejectedValue(new Error('offline'));
    await expect(speak('de')).rejects.toThrow('offline');
    expect(t.nav.history).toBe('History');
    expect(document.documentElement.lang).toBe('en-GB');
    expect(lastChosen()).toBe('en');
    load.mockRestore();
    await speak('de');
    expect(t.nav.history).toBe('Verlauf');
  });

  it('is kept for the next start, when it was chosen', async () => {
    await speak('de');
    expect(lastChosen()).toBe('de');
    await speak(null);
    expect(lastChosen()).toBeNull();
    localStorage.setItem('language', 'tlh');
    expect(lastChosen()).toBeNull();
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw new Error('denied');
    });
    expect(lastChosen()).toBeNull();
  });

  it('writes dates and times its own way', async () => {
    const moment = new Date(2027, 2, 3, 14, 5).getTime();
    expect([longDayText(moment), clockText(moment)]).toEqual(['3 March 2027', '14:05']);
    await speak('de');
    expect([longDayText(moment), clockText(moment)]).toEqual(['3. März 2027', '14:05']);
  });
});

describe('a catalogue', () => {
  it.each(OFFERED)('of %s has every list as long as the English one', async (tag) => {
    expect(shape(await LANGUAGES[tag].load()).sort()).toEqual(shape(en).sort());
  });
});

describe('a grammar', () => {
  it('counts with the forms of its language', () => {
    const forms = { zero: 'none', two: 'pair', few: 'few', many: 'many' };
    const arabic = (n: number) => grammar('ar').plural(n, 'one', 'other', forms);
    expect([0, 1, 2, 5, 11, 100].map(arabic)).toEqual([
      'none',
      'one',
      'pair',
      'few',
      'many',
      'other',
    ]);
    expect(grammar('de').count(1487, 'Titel', 'Titel')).toBe('1.487 Titel');
    expect(grammar('en-GB').count(1, 'track', 'tracks')).toBe('1 track');
  });

  it('names lists, shares and languages', () => {
    const german = grammar('de');
    expect(german.list(['a', 'b', 'c'])).toBe('a, b und c');
    expect(german.series(['a', 'b'])).toBe('a, b');
    expect(grammar('fr').series(['a', 'b'])).toBe('a, b');
    expect(grammar('ar').series(['a', 'b'])).toBe('a، b');
    expect(grammar('ja').series(['a', 'b'])).toBe('a、b');
    expect(grammar('zh-Hans').series(['a', 'b', 'c'])).toBe('a，b，c');
    expect(german.percent(0.8)).toBe('80\u00a0%');
    expect([german.language('fr'), german.language('other')]).toEqual(['Französisch', undefined]);
  });
});
