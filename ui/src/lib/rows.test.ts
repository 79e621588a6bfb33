import { expect, it } from 'vitest';
import { pagesOf, visibleRows } from './rows';

it('renders the rows in view and a few more', () => {
  expect(visibleRows(0, 440, 44, 1000, 6)).toEqual({ first: 0, count: 16 });
  expect(visibleRows(4400, 440, 44, 1000, 6)).toEqual({ first: 94, count: 22 });
});

it('never renders rows that do not exist', () => {
  expect(visibleRows(0, 440, 44, 3)).toEqual({ first: 0, count: 3 });
  expect(visibleRows(0, 440, 44, 0).count).toBe(0);
  // The list became shorter while scrolled far down.
  const far = visibleRows(99_999, 440, 44, 5);
  expect(far.first + far.count).toBe(5);
});

it('lists the pages that are needed', () => {
  expect(pagesOf({ first: 94, count: 22 }, 100)).toEqual([0, 1]);
  expect(pagesOf({ first: 100, count: 1 }, 100)).toEqual([1]);
  expect(pagesOf({ first: 0, count: 0 }, 100)).toEqual([]);
});
