import { flushSync } from 'svelte';
import { expect, it, vi } from 'vitest';
import { FakeBackend, scenarioFrom } from '../api/fake';
import { AppStore } from './app.svelte';
import { Query } from './query.svelte';

const settled = () => new Promise((done) => setTimeout(done));

/** A query for a name that can be changed, answered by the test. */
function query() {
  const app = new AppStore(new FakeBackend(scenarioFrom('?still')));
  const pending: [name: string, answer: (value: string | undefined) => void][] = [];
  const input = $state({ name: 'a' });
  const ask = vi.fn(
    () => new Promise<string | undefined>((done) => pending.push([input.name, done])),
  );
  let made: Query<string> | undefined;
  const stop = $effect.root(() => {
    made = new Query(app, ['taste'], ask);
  });
  flushSync();
  const answer = async (i: number, value = pending[i]?.[0]) => {
    pending[i]?.[1](value);
    await settled();
  };
  return { app, ask, answer, input, stop, data: () => made?.data };
}

it('fetches again when one of its tags is invalidated, and only then', async () => {
  const { app, ask, answer, stop, data } = query();
  await answer(0, 'first');
  app.tags.invalidate(['history']);
  flushSync();
  expect(ask).toHaveBeenCalledTimes(1);
  app.tags.invalidate(['taste']);
  flushSync();
  expect([ask.mock.calls.length, data()]).toEqual([2, 'first']);
  await answer(1, 'second');
  expect(data()).toBe('second');
  stop();
});

it('drops a late answer about something else', async () => {
  const { answer, input, stop, data } = query();
  input.name = 'b';
  flushSync();
  await answer(1);
  await answer(0);
  expect(data()).toBe('b');
  stop();
});

it('keeps what it has when fetching again fails', async () => {
  const { app, ask, answer, stop, data } = query();
  await answer(0, 'here');
  ask.mockRejectedValueOnce(new Error('gone'));
  app.tags.invalidate(['taste']);
  flushSync();
  await settled();
  expect(data()).toBe('here');
  stop();
});
