import { expect, it } from 'vitest';
import { placeAt } from './reorder';

const rows = [0, 50, 100].map((top) => ({ top, bottom: top + 50 }));

it('is between the rows whose middles lie around the pointer', () => {
  expect([-20, 10, 30, 74, 76, 130, 900].map((y) => placeAt(y, rows))).toEqual([
    0, 0, 1, 1, 2, 3, 3,
  ]);
  expect(placeAt(10, [])).toBe(0);
});
