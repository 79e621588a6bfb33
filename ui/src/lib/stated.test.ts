import { expect, it } from 'vitest';
import type { StatedItem } from '../api/backend';
import { statedPart } from './stated';

const said: StatedItem[] = [
  { kind: 'artist', name: 'Mira Holm', answer: 'like' },
  { kind: 'family', name: 'rock', answer: 'ratherNot' },
];

it('is the listener’s own answer, also where the plays say otherwise', () => {
  expect(statedPart({ term: 'artist', detail: 'mira holm', stated: 0.09 }, said)).toBe('like');
  expect(statedPart({ term: 'genre', detail: 'rock', stated: -0.1 }, said)).toBe('ratherNot');
});

it('is never called an answer where it was only inferred from one', () => {
  expect(statedPart({ term: 'genreWord', detail: 'punk rock', stated: -0.06 }, said)).toBe(
    'related',
  );
  expect(statedPart({ term: 'genre', detail: 'folk', stated: 0.01 }, said)).toBeNull();
});
