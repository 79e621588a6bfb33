import { expect, it } from 'vitest';
import { FakeBackend, scenarioFrom } from '../api/fake';
import { AppStore } from './app.svelte';
import { answerOffer, takeOpened } from './opened';

async function start(scenario: string) {
  const backend = new FakeBackend(scenarioFrom(scenario));
  const app = new AppStore(backend);
  await app.open();
  return { app, backend };
}

it('plays an opened file that is in the library', async () => {
  const { app, backend } = await start('?fake=own&still&player=local');
  const sorted = { text: '', sort: 'title', descending: false, offset: 0, limit: 20 } as const;
  const row = (await backend.ownTracks(sorted)).rows[7];
  await backend.openFiles([row?.track.file ?? '']);
  expect(app.state?.queue.current?.id).toBe(row?.track.id);
});

it('offers folders, adds them when told to and says what it cannot use', async () => {
  const { app, backend } = await start('?fake=own&still');
  const before = app.openings;
  await backend.openFiles(['/music/Jazz/', 'notes.txt', 'letter.odt']);
  expect(app.openings).toBeGreaterThan(before);
  await takeOpened(app);
  expect(app.offered).toEqual(['/music/Jazz/']);
  expect(app.confirmation?.text).toContain('notes.txt and 1 other');
  await answerOffer(app, true);
  expect(app.offered).toEqual([]);
  expect(app.own?.folders.map(({ path }) => path)).toContain('/music/Jazz/');
  await takeOpened(app);
  expect(app.offered).toEqual([]);
});

it('shows a playlist among the listener’s own music', async () => {
  const { app, backend } = await start('?fake=own&still');
  await backend.openFiles(['drive.m3u8']);
  await takeOpened(app);
  expect([app.view, app.library.tab]).toEqual(['library', 'own']);
  expect(app.library.playlist?.name).toBe('For the drive');
});

it('opens in the view where it was left', async () => {
  const { app, backend } = await start('?fake=own&still');
  app.view = 'library';
  app.library.tab = 'map';
  await expect.poll(async () => (await backend.getState()).settings.libraryTab).toBe('map');
  const next = new AppStore(backend);
  await next.open();
  expect([next.view, next.library.tab]).toEqual(['library', 'map']);
});

it('shows how far an opened table is read, and then its report', async () => {
  const { app, backend } = await start('?fake=own&still');
  const opened = backend.openFiles(['songs.csv']);
  await expect.poll(() => app.opening?.rows).toBeGreaterThan(0);
  expect([app.importing, app.report]).toEqual([null, null]);
  await opened;
  await takeOpened(app);
  expect(app.opening).toBeNull();
  expect(app.report?.tracks).toBeGreaterThan(0);
});
