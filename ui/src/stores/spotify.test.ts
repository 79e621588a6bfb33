import { describe, expect, it, vi } from 'vitest';
import { FakeBackend, scenarioFrom } from '../api/fake';
import { AppStore } from './app.svelte';

async function opened(search: string) {
  const app = new AppStore(new FakeBackend(scenarioFrom(search)));
  const close = await app.open();
  return { app, close };
}

describe('the store of Spotify', () => {
  it('follows a sign-in and a sign-out', async () => {
    const { app, close } = await opened('?still');
    expect(app.spotify.signedIn).toBe(false);
    const done = app.spotify.signIn('0123abcd');
    expect(app.spotify.view?.phase).toBe('signingIn');
    expect(await done).toBe(true);
    expect(app.spotify.view?.clientId).toBe('0123abcd');
    close();
    await app.backend.spotifySignOut();
    expect(app.spotify.signedIn).toBe(true);
  });

  it('keeps the error of a sign-in until the next one', async () => {
    const { app } = await opened('?still');
    expect(await app.spotify.signIn('denied')).toBe(false);
    expect(app.spotify.failure?.code).toBe('spotify_denied');
    expect(app.failure).toBeNull();
    await app.spotify.signIn('0123abcd');
    expect(app.spotify.failure).toBeNull();
  });

  it('does without Spotify when its status cannot be fetched', async () => {
    const { app } = await opened('?still');
    vi.spyOn(app.backend, 'spotifyStatus').mockRejectedValueOnce(new Error('gone'));
    await app.spotify.refresh();
    expect(app.spotify.view).toBeNull();
    expect(app.failure).toBeNull();
  });

  it('deleting everything signs out', async () => {
    const { app } = await opened('?spotify=in&still');
    expect(app.spotify.signedIn).toBe(true);
    await app.backend.eraseEverything();
    expect(app.spotify.signedIn).toBe(false);
  });
});
