import { expect, it } from 'vitest';
import { PagedRows, type RowPage } from './paged.svelte';

const page = (offset: number, total = 1000, name = 'row'): RowPage<string> => ({
  total,
  rows: Array.from({ length: 100 }, (_, i) => `${name} ${offset + i}`),
});

/** A list whose answers arrive when the test gives them; `undefined` is a failure. */
function scripted() {
  const asked: number[] = [];
  const pending: ((answer: RowPage<string> | undefined) => void)[] = [];
  const list = new PagedRows<string, 'a' | 'b'>('a', ({ offset }) => {
    asked.push(offset);
    return new Promise((done) => pending.push(done));
  });
  const answer = async (request: number, with_: RowPage<string> | undefined) => {
    pending[request]?.(with_);
    await new Promise((done) => setTimeout(done));
  };
  return { list, asked, answer };
}

const VIEW = { first: 520, count: 20 };

it('a page in view that arrives before the first one stays', async () => {
  const { list, asked, answer } = scripted();
  void list.restart();
  void list.show(VIEW);
  await answer(1, page(500));
  await answer(0, page(0));
  await list.show(VIEW);
  expect(list.row(525)).toBe('row 525');
  expect(asked).toEqual([0, 500]);
});

it('a page that failed is fetched again the next time it is in view', async () => {
  const { list, asked, answer } = scripted();
  void list.show(VIEW);
  await answer(0, undefined);
  expect(list.row(525)).toBeUndefined();
  void list.show(VIEW);
  await answer(1, page(500));
  expect(list.row(525)).toBe('row 525');
  expect(asked).toEqual([500, 500]);
});

it('rows in view stay while they are fetched again, and are replaced then', async () => {
  const { list, asked, answer } = scripted();
  void list.show(VIEW);
  await answer(0, page(500));
  void list.refresh();
  expect(list.row(525)).toBe('row 525');
  await answer(1, page(500, 999, 'new'));
  expect([list.row(525), list.total]).toEqual(['new 525', 999]);
  expect(asked).toEqual([500, 500]);
});

it('an answer from before a change is dropped', async () => {
  const { list, answer } = scripted();
  void list.show(VIEW);
  void list.refresh();
  void list.refresh();
  await answer(2, page(500, 3000, 'newest'));
  await answer(0, page(500, 1000, 'oldest'));
  await answer(1, page(500, 2000, 'old'));
  expect([list.row(525), list.total]).toEqual(['newest 525', 3000]);
});

it('a new order starts at the top, and shows nothing of the old one', async () => {
  const { list, answer } = scripted();
  void list.show(VIEW);
  await answer(0, page(500));
  list.offset = 23_000;
  void list.sortBy('b');
  expect([list.offset, list.restarts]).toEqual([0, 1]);
  await answer(1, page(0, 1000, 'sorted'));
  expect([list.row(0), list.row(525)]).toEqual(['sorted 0', undefined]);
});

it('scrolling fast does not ask for every page on the way', async () => {
  const { list, asked, answer } = scripted();
  for (let first = 0; first < 100_000; first += 1000) void list.show({ first, count: 20 });
  expect(asked).toEqual([0, 1000, 2000, 3000]);
  await answer(0, page(0, 100_000));
  expect(asked.slice(4)).toEqual([99_000]);
});

it('of very many pages only some are kept, among them those in view', async () => {
  const list = new PagedRows<string, 'a'>('a', ({ offset }) =>
    Promise.resolve(page(offset, 100_000)),
  );
  for (let first = 0; first < 100_000; first += 100) await list.show({ first, count: 20 });
  const kept = Array.from({ length: 1000 }, (_, i) => list.row(i * 100)).filter(Boolean);
  expect(kept).toHaveLength(60);
  expect(list.row(99_910)).toBe('row 99910');
});
