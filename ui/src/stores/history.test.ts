import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { plusDays } from '../lib/time';
import { FakeBackend, scenarioFrom } from '../api/fake';
import { AppStore } from './app.svelte';
import { HistoryDay, UNDO_MS } from './history.svelte';

const EVENING = new Date(2026, 2, 11, 21, 0);

async function today() {
  const backend = new FakeBackend(scenarioFrom('?still'));
  const deleted = vi.spyOn(backend, 'deleteHistory');
  const day = new HistoryDay(new AppStore(backend));
  await day.load();
  const [first, second] = day.entries ?? [];
  if (!first || !second) throw new Error('the day has no entries');
  return { backend, day, deleted, first, second };
}

beforeEach(() => vi.useFakeTimers({ now: EVENING }));
afterEach(() => vi.useRealTimers());

it('shows one day, oldest first', async () => {
  const { day } = await today();
  const times = day.entries?.map(({ at }) => at) ?? [];
  expect([...times].sort((a, b) => a - b)).toEqual(times);
  expect(times.every((at) => at >= day.bounds.from && at < day.bounds.to)).toBe(true);
});

it('an undone deletion never happens', async () => {
  const { day, deleted, first } = await today();
  await day.remove(first);
  expect(day.entries?.some(({ id }) => id === first.id)).toBe(false);
  day.undo();
  await vi.advanceTimersByTimeAsync(UNDO_MS * 2);
  expect(day.entries?.some(({ id }) => id === first.id)).toBe(true);
  expect(deleted).not.toHaveBeenCalled();
});

it('a deletion is for good when the time to undo is over', async () => {
  const { backend, day, deleted, first } = await today();
  await day.remove(first);
  expect(deleted).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(UNDO_MS);
  expect(deleted).toHaveBeenCalledExactlyOnceWith(first.id);
  const left = await backend.history(day.bounds.from, day.bounds.to);
  expect(left.some(({ id }) => id === first.id)).toBe(false);
});

it('a second deletion, or another day, ends the time to undo the first', async () => {
  const { day, deleted, first, second } = await today();
  await day.remove(first);
  await day.remove(second);
  expect(deleted).toHaveBeenCalledExactlyOnceWith(first.id);
  await day.go(plusDays(day.day, -1));
  expect(deleted).toHaveBeenLastCalledWith(second.id);
});

it('an edit keeps the fields it does not change', async () => {
  const { day, first } = await today();
  await day.edit(first.id, { affect: null, note: 'A walk.' });
  const noted = day.entries?.find(({ id }) => id === first.id);
  expect(noted).toMatchObject({ note: 'A walk.', estimate: first.estimate });
  await day.edit(first.id, { affect: { valence: 0.6, arousal: 0.3 }, note: null });
  const moved = day.entries?.find(({ id }) => id === first.id);
  expect(moved).toMatchObject({ note: 'A walk.', word: 'cheerful', source: 'you' });
});
