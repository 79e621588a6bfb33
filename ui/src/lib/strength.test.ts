import { expect, it } from 'vitest';
import { barLength, strengthOf } from './strength';

it('an effect is named by its size, in either direction', () => {
  expect([0.004, 0.02, 0.08, 0.3].map(strengthOf)).toEqual([
    'hardly',
    'little',
    'clearly',
    'strongly',
  ]);
  expect([-0.004, -0.02, -0.08, -0.3].map(strengthOf)).toEqual(
    [0.004, 0.02, 0.08, 0.3].map(strengthOf),
  );
});

it('a bar grows with the effect, up to its end', () => {
  expect(barLength(0.005)).toBe(0);
  expect(barLength(0.012)).toBe(0.06);
  expect(barLength(-0.125)).toBe(-0.5);
  expect(barLength(7)).toBe(1);
});
