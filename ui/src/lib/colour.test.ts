import { expect, it } from 'vitest';
import { moodColour } from './colour';

it.each([
  [1, 1, 75],
  [1, -1, 185],
  [-1, -1, 275],
  [-1, 1, 15],
])('the corner %d, %d has its own hue', (valence, arousal, hue) => {
  expect(moodColour({ valence, arousal }).hue).toBeCloseTo(hue, 5);
});

it('chroma grows away from the middle', () => {
  const along = [0, 0.2, 0.5, 0.8].map((x) => moodColour({ valence: x, arousal: -x }).chroma);
  expect(along[0]).toBe(0);
  expect([...along].sort((a, b) => a - b)).toEqual(along);
});

it('a small step changes the hue only a little away from the middle', () => {
  for (let v = -0.95; v < 0.95; v += 0.05) {
    const [a, b] = [
      moodColour({ valence: v, arousal: -0.8 }),
      moodColour({ valence: v + 0.05, arousal: -0.8 }),
    ];
    const turn = Math.abs(((a.hue - b.hue + 540) % 360) - 180);
    expect(turn).toBeLessThan(15);
  }
});
