import { expect, it } from 'vitest';
import { FakeBackend, scenarioFrom } from '../api/fake';
import { AppStore } from './app.svelte';
import { takeDropped } from './drops';

it('plays a dropped file that is in the library', async () => {
  const app = new AppStore(new FakeBackend(scenarioFrom('?fake=own&still&player=local')));
  await app.open();
  const sorted = { text: '', sort: 'title', descending: false, offset: 0, limit: 20 } as const;
  const row = (await app.backend.ownTracks(sorted)).rows[7];
  await takeDropped(app, [row?.track.file ?? '']);
  expect(app.state?.queue.current?.id).toBe(row?.track.id);
});
