import { expect, test } from 'vitest';
import { Covers } from './covers';

function backend() {
  const asked: string[] = [];
  const open: (() => void)[] = [];
  const cover = async (track: string) => {
    asked.push(track);
    await new Promise<void>((done) => open.push(done));
    if (track === 'broken') throw new Error('no file');
    return track === 'bare' ? null : `data:${track}`;
  };
  /** Answers everything that was asked and is asked because of that. */
  const answer = async () => {
    for (let round = 0; round < 4; round++) {
      open.splice(0).forEach((done) => done());
      await new Promise((done) => setTimeout(done));
    }
  };
  return { asked, cover, answer };
}

test('each cover is asked for once, and none is no error', async () => {
  const fake = backend();
  const covers = new Covers(fake);
  const all = ['a', 'a', 'bare', 'broken'].map((track) => covers.get(track, 80));
  await fake.answer();
  expect(await Promise.all(all)).toEqual(['data:a', 'data:a', null, null]);
  expect(covers.known('a', 80)).toBe('data:a');
  expect(covers.known('bare', 80)).toBeNull();
  expect(covers.known('a', 256)).toBeUndefined();
  expect(fake.asked).toEqual(['a', 'bare', 'broken']);
  covers.clear();
  expect(covers.known('a', 80)).toBeUndefined();
});

test('four at a time, and what is wanted last comes first', async () => {
  const fake = backend();
  const covers = new Covers(fake);
  const all = Array.from({ length: 8 }, (_, n) => covers.get(String(n), 80));
  expect(fake.asked).toEqual(['0', '1', '2', '3']);
  await fake.answer();
  await Promise.all(all);
  expect(fake.asked.slice(4)).toEqual(['7', '6', '5', '4']);
});

test('what was shown long ago makes room', async () => {
  const covers = new Covers({ cover: async (track) => Promise.resolve(`data:${track}`) });
  for (let n = 0; n < 401; n++) await covers.get(String(n), 80);
  expect(covers.known('0', 80)).toBeUndefined();
  expect(covers.known('400', 80)).toBe('data:400');
});
