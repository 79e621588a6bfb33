import { expect, it, vi } from 'vitest';
import type { OwnMusicView } from '../api/backend';
import { FakeBackend, scenarioFrom } from '../api/fake';
import { AppStore } from './app.svelte';
import { addFolder, OwnList, playNext } from './own.svelte';

const store = (scenario: string) => new AppStore(new FakeBackend(scenarioFrom(scenario)));

it('of fifty thousand tracks only the pages in view are fetched', async () => {
  const app = store('?fake=own&tracks=50000&still');
  const asked = vi.spyOn(app.backend, 'ownTracks');
  const list = new OwnList(app);
  await list.restart();
  expect(list.total).toBe(50_000);
  await list.show({ first: 49_980, count: 20 });
  expect(list.row(49_990)).toBeDefined();
  expect(list.row(25_000)).toBeUndefined();
  expect(asked).toHaveBeenCalledTimes(2);
}, 20_000);

it('searches word prefixes in any order and sorts by mood', async () => {
  const app = store('?fake=own&still');
  const list = new OwnList(app);
  list.query = 'bri amb';
  await list.sortBy('arousal');
  const titles = Array.from({ length: list.total ?? 0 }, (_, i) => list.row(i)?.track.title);
  expect(titles.length).toBeGreaterThan(0);
  expect(new Set(titles)).toEqual(new Set(['Amber Bridges']));
  const first = list.row(0)?.affect.arousal ?? 1;
  await list.sortBy('arousal');
  expect(list.row(0)?.affect.arousal).toBeGreaterThan(first);
});

it('the first folder selects the player and says so; a second one does not', async () => {
  const app = store('?fake=lively&still');
  await app.open();
  const seen: OwnMusicView[] = [];
  await app.backend.listenOwnMusic((view) => seen.push(view));
  expect(await addFolder(app)).toBe(true);
  expect(app.confirmation?.text).toContain('The queue now plays');
  expect(app.state?.settings.player).toBe('local');
  expect(seen.some(({ scan }) => scan !== null)).toBe(true);
  await addFolder(app);
  expect(app.confirmation?.text).not.toContain('The queue now plays');
});

it('queued tracks play next', async () => {
  const app = store('?fake=own&still');
  await app.open();
  await playNext(app, ['local:7', 'local:8']);
  expect(app.state?.queue.next.slice(0, 2).map(({ id }) => id)).toEqual(['local:7', 'local:8']);
  expect(app.confirmation?.text).toContain('2 tracks play next');
});
