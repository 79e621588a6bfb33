import { expect, it, vi } from 'vitest';
import type { LibraryPage } from '../api/backend';
import { FakeBackend, scenarioFrom } from '../api/fake';
import { AppStore } from './app.svelte';
import { LibraryList } from './library.svelte';

function list() {
  const backend = new FakeBackend(scenarioFrom('?still'));
  const asked = vi.spyOn(backend, 'library');
  return { backend, asked, rows: new LibraryList(new AppStore(backend)) };
}

it('fetches a page once, and only when it comes into view', async () => {
  const { asked, rows } = list();
  await rows.restart();
  expect(rows.total).toBe(200);
  expect(rows.row(150)).toBeUndefined();
  await rows.show({ first: 95, count: 20 });
  await rows.show({ first: 100, count: 20 });
  expect(rows.row(150)).toBeDefined();
  expect(asked).toHaveBeenCalledTimes(2);
});

it('sorts by a column, and in reverse the second time', async () => {
  const { rows } = list();
  await rows.sortBy('valence');
  const lowest = rows.row(0)?.affect.valence ?? 1;
  await rows.sortBy('valence');
  expect(rows.descending).toBe(true);
  expect(rows.row(0)?.affect.valence).toBeGreaterThan(lowest);
});

it('drops an answer that arrives after a newer request', async () => {
  const { backend, rows } = list();
  let answerLate: (page: LibraryPage) => void = () => undefined;
  const late = new Promise<LibraryPage>((resolve) => (answerLate = resolve));
  vi.spyOn(backend, 'library').mockReturnValueOnce(late);
  const first = rows.restart();
  rows.query = 'harbour';
  await rows.restart();
  answerLate({ total: 9999, rows: [] });
  await first;
  expect(rows.total).toBe(1);
});
