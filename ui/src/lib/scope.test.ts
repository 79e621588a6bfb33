import { expect, test } from 'vitest';
import { bars } from './scope';

test('bars stand side by side, from silence to the full height', () => {
  const all = bars([0, 255, 128, 300], 400, 50);
  expect(all.map(({ height }) => height)).toEqual([0, 50, 25, 50]);
  for (const [n, bar] of all.entries()) {
    expect(bar.y + bar.height).toBe(50);
    expect(bar.x).toBeGreaterThanOrEqual(n * 100);
    expect(bar.x + bar.width).toBeLessThanOrEqual((n + 1) * 100);
    expect(bar.width).toBe(72);
  }
});

test('no levels are no bars', () => {
  expect(bars([], 100, 10)).toEqual([]);
});
