import { parse } from 'svelte/compiler';
import { describe, expect, it } from 'vitest';
import type { Language } from '../api/backend';
import { errorText, affectText, reasonsText, songText, t, whyText } from '.';
import { en } from './en';
import { LANGUAGES, OFFERED } from './locale.svelte';

/** What functions are tried with: numbers, words, and a reason. */
const SAMPLES: unknown[][] = [
  [2, 3],
  ['two', 'three'],
  ['two', 'three', 'four', 'five'],
  ['dark', 'start', true],
  [{ detail: 'dark', stated: true }, true],
  [{ detail: '4', stated: false }, true],
  [{ detail: 'calm night', stated: false }, true],
];

/** Every sentence of a language; functions are tried with the first sample that they take. */
function sentences(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') {
    const say = value as (...args: unknown[]) => unknown;
    const tried = SAMPLES.map((sample) => {
      try {
        return sentences(say(...sample));
      } catch {
        return ['undefined'];
      }
    });
    return tried.find((all) => !all.some((s) => /undefined|NaN/.test(s))) ?? tried[0] ?? [];
  }
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(sentences);
  return [];
}

/** The plain texts by their paths: "nav.now". */
function plain(value: unknown, path: string[] = []): [path: string, text: string][] {
  if (typeof value === 'string') return [[path.join('.'), value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => plain(part, [...path, key]));
}

/** Beginnings of words that say more about people than Attune can know, or that its style avoids. */
const AVOIDED: Record<Language, string[]> = {
  en: 'sad,depressed,stressed,healthy,score,accuracy,detected emotion,user'.split(','),
  fr: 'triste,dépri,stressé,en bonne santé,score,précision,émotion détectée,utilisateur'.split(','),
  de: 'traurig,depri,gestresst,Nutzer,erkannte Emotion'.split(','),
  es: 'triste,depri,estresad,saludable,puntuación,precisión,emoción detectada,usuari'.split(','),
  'pt-BR': 'triste,depri,estressad,saudável,pontuação,precisão,emoção detectada,usuári'.split(','),
  hi: 'उदास,दुखी,अवसाद,उपयोगकर्ता'.split(','),
  ta: 'சோகமான,மனச்சோர்வு,மன அழுத்தம்,பயனர்'.split(','),
  ja: 'うつ,鬱,ストレス,検出された感情'.split(','),
  'zh-Hans': '抑郁,压力,检测到的情绪,用户画像'.split(','),
  ar: 'حزين,مكتئب,كئيب,العاطفة المكتشفة'.split(','),
};

/** English words that no other language here has. */
const ENGLISH = /(?<!\p{L})(the|your?|and|is|are|this|with|from|not|of|by|it)(?!\p{L})/iu;

describe('the texts', () => {
  it.each(OFFERED)('are all there in %s', async (tag) => {
    const all = sentences(await LANGUAGES[tag].load());
    expect(all.length).toBeGreaterThan(200);
    expect(all.filter((s) => s.trim() === '' || /undefined|NaN|\[object/.test(s))).toEqual([]);
  });

  it.each(OFFERED)('avoid words of judgement in %s', async (tag) => {
    // A page of Spotify's is called that.
    const own = sentences(await LANGUAGES[tag].load()).map((s) => s.replace('User Management', ''));
    const avoided = new RegExp(`(?<!\\p{Script=Latin})(${AVOIDED[tag].join('|')})`, 'iu');
    expect(own.filter((s) => avoided.test(s))).toEqual([]);
  });

  it.each(OFFERED)('have typographic quotation marks and apostrophes in %s', async (tag) => {
    expect(sentences(await LANGUAGES[tag].load()).filter((s) => /["']/.test(s))).toEqual([]);
  });

  const others = OFFERED.filter((tag) => tag !== 'en');

  it.each(others)('have no English words left in %s', async (tag) => {
    expect(sentences(await LANGUAGES[tag].load()).filter((s) => ENGLISH.test(s))).toEqual([]);
  });

  it.each(others)('of more than four words are not the English ones in %s', async (tag) => {
    const english = new Map(plain(en));
    const same = plain(await LANGUAGES[tag].load()).filter(
      ([path, text]) => english.get(path) === text && text.split(' ').length > 4,
    );
    expect(same).toEqual([]);
  });

  it('have the spaces of French typography', async () => {
    const french = await LANGUAGES.fr.load();
    expect(french.mood.howAreYou).toBe('Comment te sens-tu\u202f?');
    expect(french.track.likeOf('Oui ?')).toBe('Aimer «\u00a0Oui\u202f?\u00a0»');
    const loose = sentences(french).filter((s) => / [;:!?»]|« |\p{L}[;!?»]|«\p{L}/u.test(s));
    expect(loose).toEqual([]);
  });

  it('hedge about a face', () => {
    expect(t.mood.may.face('calm')).toBe('You may look calm');
  });
});

describe('the views', () => {
  const files = import.meta.glob<string>('../**/*.svelte', {
    query: '?raw',
    import: 'default',
    eager: true,
  });

  /** Words written into a template instead of the language file. */
  function literals(node: unknown): string[] {
    if (Array.isArray(node)) return node.flatMap(literals);
    if (typeof node !== 'object' || node === null) return [];
    const { type, data, name, value } = node as Record<string, unknown>;
    if (type === 'Text' && typeof data === 'string' && /[a-z]{2}/i.test(data)) return [data.trim()];
    if (type === 'StyleDirective') return [];
    if (type === 'Attribute') {
      const spoken = ['title', 'alt', 'placeholder', 'aria-label'].includes(String(name));
      return spoken ? literals(value) : [];
    }
    return Object.values(node).flatMap(literals);
  }

  it('are all checked', () => {
    expect(Object.keys(files).length).toBeGreaterThan(40);
  });

  it.each(Object.entries(files))('%s takes all its texts from here', (_, source) => {
    expect(literals(parse(source, { modern: true }).fragment)).toEqual([]);
  });
});

describe('composed sentences', () => {
  it('an error is worded by its code, or by its own message', () => {
    expect(errorText({ code: 'camera_busy', message: 'EBUSY' })).toBe(t.errors['camera_busy']);
    expect(errorText({ code: 'library_failed', message: 'It says so itself.' })).toBe(
      'It says so itself.',
    );
  });

  it('an affect is two words at most', () => {
    expect(affectText({ valence: 0, arousal: 0.1 })).toBe('in the middle');
    expect(affectText({ valence: 0.3, arousal: -0.9 })).toBe('slightly pleasant, very calm');
    expect(affectText({ valence: -0.5, arousal: 0 })).toBe('unpleasant');
  });

  it('music is dark or bright', () => {
    expect(songText({ valence: -0.9, arousal: -0.9 })).toBe('dark, very calm');
    expect(songText({ valence: 0.3, arousal: 0.5 })).toBe('slightly bright, energetic');
    expect(songText({ valence: 0, arousal: 0 })).toBe('in the middle');
  });

  it('the strongest reasons come first', () => {
    const reasons = ['one', 'two', 'three'].map((text) => ({
      ...{ code: text, detail: '', stated: false, weight: 1, text },
    }));
    expect(reasonsText(reasons)).toBe('one and two');
    expect(reasonsText(reasons, 1)).toBe('one');
    expect(whyText(reasons)).toBe('because one and two');
    const resumed = [
      { code: 'resumed', detail: '', stated: false, weight: 1, text: 'you stopped' },
    ];
    expect(whyText(resumed)).toBe('picked up where you left off');
  });
});
