import { expect, it } from 'vitest';
import { band, dwellMs, secondsLeft, settles } from './settling';

it('has the core’s ends', () => {
  expect([band(0), band(1)]).toEqual([0.35, 0.12]);
  expect([dwellMs(0), dwellMs(1)]).toEqual([120_000, 8000]);
});

it('a mood settles once it is outside the band on either axis', () => {
  const settled = { valence: 0, arousal: 0 };
  expect(settles({ valence: 0.3, arousal: 0.3 }, settled, 0)).toBe(false);
  expect(settles({ valence: 0, arousal: -0.4 }, settled, 0)).toBe(true);
});

it('the time left is about right and never none', () => {
  expect(secondsLeft(0, 0, 1)).toBe(10);
  expect(secondsLeft(0, 100_000, 0)).toBe(20);
  expect(secondsLeft(0, 500_000, 0)).toBe(5);
});
