import type { OwnRow, OwnSort, TrackId } from '../api/backend';
import { t } from '../i18n';
import type { AppStore } from './app.svelte';
import { PagedRows } from './paged.svelte';

/** The listener's own tracks as a long list. */
export class OwnList extends PagedRows<OwnRow, OwnSort> {
  constructor(app: AppStore) {
    super('artist', ({ query, ...rest }) =>
      app.attempt(app.backend.ownTracks({ text: query, ...rest })),
    );
  }
}

/** Lets the listener add a folder and confirms it. Returns whether one was added. */
export async function addFolder(app: AppStore): Promise<boolean> {
  const added = await app.attempt(app.backend.addMusicFolder(), 'music');
  if (added)
    app.confirm(added.chosePlayer ? t.own.addedPlays(added.path) : t.own.added(added.path));
  return Boolean(added);
}

/** Plays the first track now and the others next. */
export async function play(app: AppStore, tracks: TrackId[]): Promise<void> {
  await app.attempt(app.backend.playTracks(tracks), 'track');
}

/** Puts tracks next in the queue and confirms it. */
export async function playNext(app: AppStore, tracks: TrackId[]): Promise<void> {
  const done = await app.attempt(
    app.backend.playNext(tracks).then(() => true),
    'track',
  );
  if (done) app.confirm(t.own.queued(tracks.length));
}
