import { parse } from 'svelte/compiler';
import { describe, expect, it } from 'vitest';
import { errorText, affectText, reasonsText, songText, t, whyText } from '.';
import { de } from './de';
import { en } from './en';

/** What functions are tried with: numbers, words, and a reason. */
const SAMPLES: unknown[][] = [
  [2, 3],
  ['two', 'three'],
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

describe('the texts', () => {
  it.each([
    'sad',
    'depressed',
    'stressed',
    'healthy',
    'score',
    'accuracy',
    'detected emotion',
    'user',
  ])('never say "%s"', (word) => {
    // A page of Spotify's is called that.
    const own = sentences(t).map((s) => s.replace('“User Management”', ''));
    const said = own.filter((s) => new RegExp(`\\b${word}`, 'i').test(s));
    expect(said).toEqual([]);
  });

  it.each([
    ['English', en],
    ['German', de],
  ])('are all there in %s', (_, texts) => {
    const all = sentences(texts);
    expect(all.length).toBeGreaterThan(200);
    expect(all.filter((s) => s.trim() === '' || /undefined|NaN|\[object/.test(s))).toEqual([]);
  });

  it.each(['traurig', 'depri', 'gestresst', 'Nutzer', 'erkannte Emotion'])(
    'never say "%s" in German',
    (word) => {
      expect(sentences(de).filter((s) => new RegExp(`\\b${word}`, 'i').test(s))).toEqual([]);
    },
  );

  it('have no English words left in German', () => {
    const english = /\b(the|your?|and|is|are|for|this|with|from|not|of|no|by|to|it)\b/i;
    expect(sentences(de).filter((s) => english.test(s))).toEqual([]);
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
