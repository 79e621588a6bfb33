import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { judge, sizes, type Part } from './firstLoad';

/** A file that gzip makes no smaller. */
const part = (bytes: number, loads: string[] = []): Part => ({ bytes: randomBytes(bytes), loads });

/** Gzip's own bytes, in all files together. */
const BESIDE = 500;

const built = new Map([
  ['start.js', part(10_000, ['shared.js', 'start.css'])],
  ['shared.js', part(5_000)],
  ['start.css', part(1_000)],
  ['short.js', part(2_000)],
  ['long.js', part(3_000, ['shared.js', 'letters.js'])],
  ['letters.js', part(4_000)],
  ['never.js', part(90_000)],
]);

test('the first load is what the start loads, with the largest texts, each file once', () => {
  const { first, whole } = sizes(built, ['start.js'], ['short.js', 'long.js']);
  expect(first).toBeGreaterThanOrEqual(23_000);
  expect(first).toBeLessThan(23_000 + BESIDE);
  expect(whole).toBeGreaterThanOrEqual(115_000);
  expect(whole).toBeLessThan(115_000 + BESIDE);
});

test('a first load over what is allowed fails, one under it is told', () => {
  const built = { first: 351_000, whole: 500_000 };
  expect(() => judge(built, 350_000)).toThrow('first load 351 kB of at most 350 kB');
  expect(judge(built, 351_000)).toContain('all 500 kB');
});

test('a start that is not there fails', () => {
  expect(() => sizes(built, ['start.js', 'gone.js'], [])).toThrow('gone.js');
});
