import { describe, expect, it } from 'vitest';
import type { Expression } from '../api/backend';
import { t } from '.';
import { habitSentences, neutralSentences } from './learned';
import { leaningStrength, termStrength, termName } from './terms';

const NONE = { valence: 0, arousal: 0 };
const habit = { modality: 'face', corrections: 4, bias: NONE, noise: 1, text: '' } as const;

describe('what was learned from corrections', () => {
  it('is nothing at first', () => {
    expect(habitSentences({ ...habit, corrections: 0 })).toEqual([t.learned.habits.nothing]);
  });

  it('names both sides of a bias, and leaves out what is too small', () => {
    const bias = { valence: -0.2, arousal: 0.1 };
    expect(habitSentences({ ...habit, bias })[1]).toBe(
      'It makes you seem less pleasant and more energetic than you are, and Attune allows for that.',
    );
    expect(habitSentences({ ...habit, bias: { valence: 0.04, arousal: -0.3 } })[1]).toContain(
      'seem calmer than',
    );
    expect(habitSentences({ ...habit, corrections: 1 })).toEqual([
      'You corrected it once.',
      t.learned.habits.fair,
      t.learned.habits.usual,
    ]);
  });

  it('says whether the modality counts for more or less', () => {
    expect(habitSentences({ ...habit, noise: 0.7 })[2]).toBe(t.learned.habits.steady);
    expect(habitSentences({ ...habit, noise: 1.5 })[2]).toBe(t.learned.habits.unsteady);
  });
});

describe('a neutral face', () => {
  const lines = (...changes: [Expression, number][]) =>
    neutralSentences({
      ...{ madeAt: 0, text: '' },
      changes: changes.map(([expression, lowered]) => ({ expression, lowered })),
    });

  it('is described by what it changes, in both directions', () => {
    expect(lines(['sadness', 1.2], ['anger', 0.5], ['happiness', -0.6])).toEqual([
      t.learned.neutral.less('downcast and angry'),
      t.learned.neutral.more('smiling'),
    ]);
    expect(lines(['sadness', 1.2], ['anger', 0.5], ['fear', 0.4])).toEqual([
      t.learned.neutral.less('downcast, angry and afraid'),
    ]);
  });

  it('changes almost nothing when all changes are small', () => {
    expect(lines(['anger', 0.1])).toEqual([t.learned.neutral.little]);
  });
});

describe('ranking terms', () => {
  // All codes of the core, `Term::code`.
  const CODES =
    'base fit sound genre genreWord artist track era language tempo register popular novel daytime recent flow chance explore';

  it('all have a name, with and without a detail', () => {
    for (const code of CODES.split(' ').filter((name) => name !== 'base')) {
      expect(termName(code, ''), code).not.toBe(t.terms.other);
      expect(termName(code, 'x')).toMatch(/\S/);
    }
    expect(termName('brandNew', '')).toBe(t.terms.other);
  });

  it('are worded for the queue and the taste', () => {
    expect(termName('era', '2010s')).toBe('Music from the 2010s');
    expect(termName('era', '1980')).toBe('Music from the 1980s');
    expect(termName('era', 'before1960')).toBe('Music from before 1960');
    expect(termName('language', 'fr')).toBe('Songs in French');
    expect(termName('language', 'zxx')).toBe('Instrumental music');
    expect(termName('language', 'other')).toBe('Songs in other languages');
    expect(termName('genre', 'hipHop')).toBe('Hip hop');
    expect(termName('sound', 'warmCalm')).toBe('Sounds warm and calm');
    expect(termName('sound', 'valence')).toBe('Bright music');
  });

  it('count for a track or against it', () => {
    const term = { code: 'fit', detail: '' };
    expect(termStrength({ ...term, value: 0.2 })).toBe('strongly for it');
    expect(termStrength({ ...term, value: -0.02 })).toBe('slightly against it');
    expect(
      leaningStrength({ term: 'genre', detail: '', value: -0.08, stated: 0, evidence: 3 }),
    ).toBe('clearly');
  });
});
