import { describe, expect, it, vi } from 'vitest';
import type { ServersView } from '../api/backend';
import { FakeBackend, scenarioFrom } from '../api/fake';
import { draftOf, formOf, missingField } from '../views/servers/draft';
import { AppStore } from './app.svelte';

async function opened(search: string) {
  const app = new AppStore(new FakeBackend(scenarioFrom(search)));
  const close = await app.open();
  return { app, close };
}

const filled = {
  ...draftOf(null),
  ...{ address: 'http://192.168.1.9:4533', listener: 'mia', secret: 'sesame' },
};

describe('the store of servers', () => {
  it('follows a server that is added and read', async () => {
    const { app, close } = await opened('?still');
    expect(app.servers.view?.servers).toEqual([]);
    const { server } = await app.servers.add(formOf(filled));
    expect(app.servers.view?.servers[0]?.scan).not.toBeNull();
    await vi.waitFor(() => expect(app.servers.view?.servers[0]?.info.songs).toBe(1204));
    expect(app.servers.view?.servers[0]?.report?.added).toBe(1204);
    expect(app.servers.unsaved.size).toBe(0);
    close();
    await app.backend.removeServer(server.id);
    expect(app.servers.view?.servers.length).toBe(1);
  });

  it('knows which passwords are kept only until the end', async () => {
    const { app } = await opened('?still');
    const form = formOf({ ...filled, address: 'https://keyless.example' });
    const { server } = await app.servers.add(form);
    expect(app.servers.unsaved.get(server.id)?.code).toBe('keyring_unavailable');
  });

  it('keeps what an event brought while an older answer was on its way', async () => {
    const { app } = await opened('?still&servers=home');
    const old = app.servers.view;
    let answer: (view: ServersView) => void = () => undefined;
    vi.spyOn(app.backend, 'servers').mockReturnValueOnce(new Promise((done) => (answer = done)));
    const fetched = app.servers.refresh();
    await app.backend.reportToServer('0123abcd', true, false);
    if (old) answer(old);
    await fetched;
    expect(app.servers.view?.servers[0]?.info.scrobbles).toBe(true);
  });

  it('does without servers when they cannot be fetched', async () => {
    const { app } = await opened('?still');
    vi.spyOn(app.backend, 'servers').mockRejectedValueOnce(new Error('gone'));
    await app.servers.refresh();
    expect(app.servers.view).toBeNull();
    expect(app.failure).toBeNull();
  });

  it('is fetched again when the window is seen again', async () => {
    const { app } = await opened('?still');
    const asked = vi.spyOn(app.backend, 'servers');
    await app.setVisible(true);
    expect(asked).toHaveBeenCalledOnce();
  });

  it('is emptied by deleting everything', async () => {
    const { app } = await opened('?still&servers=home');
    expect(app.servers.view?.servers.length).toBe(1);
    await app.backend.eraseEverything();
    expect(app.servers.view?.servers).toEqual([]);
  });
});

describe('the form of a server', () => {
  it('is ready once everything is filled in', () => {
    expect(missingField(filled)).toBe(null);
    expect(missingField({ ...filled, address: ' ' })).toBe('address');
    expect(missingField({ ...filled, listener: '' })).toBe('listener');
    expect(missingField({ ...filled, secret: '' })).toBe('secret');
    expect(missingField({ ...filled, way: 'apiKey', listener: '' })).toBe(null);
  });

  it('sends only what its way to sign in needs, and leaves a password as it is', () => {
    expect(formOf({ ...filled, secret: ' a b ' }).login).toEqual({
      ...{ with: 'password', listener: 'mia', password: ' a b ' },
    });
    expect(formOf({ ...filled, way: 'apiKey', secret: ' key ' }).login).toEqual({
      ...{ with: 'apiKey', key: 'key' },
    });
  });
});
