import { flushSync } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import { toAppError, type QueueEntry } from '../api/backend';
import { FakeBackend, scenarioFrom } from '../api/fake';
import { AppStore } from './app.svelte';
import { pin, setTrackAffect } from './feedback';
import { setVolume } from './playback';

async function opened(search = '?still') {
  const backend = new FakeBackend(scenarioFrom(search));
  const app = new AppStore(backend);
  const close = await app.open();
  return { app, backend, close };
}

describe('the store', () => {
  it('replaces the part an event brings and keeps the others', async () => {
    const { app } = await opened();
    const before = app.state;
    app.apply({
      kind: 'camera',
      value: {
        ...{ state: 'off', name: null, framesPerSecond: 0, error: null },
        ...{ reopened: false, usedFor: 'looking' },
      },
    });
    expect(app.state?.camera.state).toBe('off');
    expect(app.state?.queue).toBe(before?.queue);
  });

  it('shows errors, with and without a code', async () => {
    const { app } = await opened('?fake=error&still');
    expect(await app.attempt(app.backend.exportData('everything'))).toBeUndefined();
    expect(app.failure?.code).toBe('export_failed');
    expect(toAppError(new Error('boom'))).toEqual({ code: 'unexpected', message: 'boom' });
  });

  it('fetches everything again when the window is shown', async () => {
    const { app, backend } = await opened();
    const told = vi.spyOn(backend, 'setWindowVisible');
    const asked = vi.spyOn(backend, 'getState');
    await app.setVisible(false);
    expect(asked).not.toHaveBeenCalled();
    const fetched = vi.fn();
    const stop = $effect.root(() => {
      $effect(() => {
        app.tags.track(['history', 'taste', 'catalogues', 'ownMusic']);
        fetched();
      });
    });
    flushSync();
    await app.setVisible(true);
    expect(told.mock.calls).toEqual([[false], [true]]);
    expect(asked).toHaveBeenCalledOnce();
    flushSync();
    expect(fetched).toHaveBeenCalledTimes(2);
    stop();
  });

  it('changes one setting and leaves the others', async () => {
    const { app, backend } = await opened();
    const before = app.state?.settings;
    await app.save({ pace: 0.9 });
    expect((await backend.getState()).settings).toEqual({ ...before, pace: 0.9 });
  });

  it('leaves a setting that was changed elsewhere and not heard of yet', async () => {
    const { app, backend, close } = await opened();
    close();
    await backend.setVolume(35);
    await app.save({ pace: 0.9 });
    const { settings } = await backend.getState();
    expect([settings.volume, settings.pace]).toEqual([35, 0.9]);
  });

  it('drops an error once something about the same succeeds, and keeps others', async () => {
    const { app, backend } = await opened();
    const failing = () => Promise.reject(new Error('no'));
    await app.attempt(failing(), 'music');
    await app.attempt(Promise.resolve(), 'track');
    await app.attempt(Promise.resolve());
    expect(app.failure?.message).toBe('no');
    await app.importCatalogue();
    expect(app.failure).toBeNull();

    await app.attempt(failing(), 'track');
    await backend.nextTrack();
    expect(app.failure).toBeNull();
  });

  const acts = {
    pinTrack: (app: AppStore, track: QueueEntry) => pin(app, track),
    setTrackAffect: (app: AppStore, track: QueueEntry) =>
      setTrackAffect(app, track, { valence: 0, arousal: 0 }),
    undoFeedback: (app: AppStore) => app.undo(),
    setVolume: (app: AppStore) => setVolume(app, 30),
  };
  it.each(Object.keys(acts) as (keyof typeof acts)[])(
    'drops the error of %s once that has worked',
    async (command) => {
      const { app, backend } = await opened();
      const track = app.state?.queue.next[0];
      if (!track) throw new Error('the queue is empty');
      await pin(app, track);
      vi.spyOn(backend, command).mockRejectedValueOnce(new Error('no'));
      await acts[command](app, track);
      expect(app.failure?.message).toBe('no');
      await acts[command](app, track);
      expect(app.failure).toBeNull();
    },
  );

  it('drops what needed a sign-in once somebody has signed in', async () => {
    const { app } = await opened('?still&player=spotify');
    const problem = { code: 'spotify_not_signed_in', message: '' } as const;
    const playback = app.state?.playback;
    if (playback) app.apply({ kind: 'playback', value: { ...playback, problem } });
    app.fail(problem, 'track');
    expect(app.playbackProblem).toEqual(problem);
    await app.spotify.signIn('0123abcd');
    expect([app.failure, app.playbackProblem]).toEqual([null, null]);
  });

  it('keeps events that are newer than a late answer', async () => {
    const { app, backend } = await opened('?fake=own&still');
    const stale = await backend.getState();
    const staleOwn = await backend.ownMusic();
    let answer: () => void = () => undefined;
    vi.spyOn(backend, 'getState').mockReturnValueOnce(
      new Promise((done) => (answer = () => done(stale))),
    );
    vi.spyOn(backend, 'ownMusic').mockImplementationOnce(async () => {
      await backend.pauseListening(true);
      return staleOwn;
    });
    const asked = app.refresh();
    await app.save({ pace: 0.9 });
    await backend.setPolicy('calm');
    answer();
    await asked;
    expect([stale.settings.pace, app.state?.settings.pace]).toEqual([0.5, 0.9]);
    expect([stale.policy.policy, app.state?.policy.policy]).toEqual(['match', 'calm']);
    expect([staleOwn.listening.paused, app.own?.listening.paused]).toEqual([false, true]);
  });

  it('saves settings one after another', async () => {
    const { app, backend } = await opened();
    const order: string[] = [];
    vi.spyOn(backend, 'saveSettings')
      .mockImplementationOnce(async () => {
        await new Promise((done) => setTimeout(done, 20));
        order.push('first');
        throw new Error('full');
      })
      .mockImplementationOnce((_, after) => {
        order.push(`second ${after.pace} ${after.theme}`);
        return Promise.resolve();
      });
    const first = app.save({ pace: 0.9 });
    await Promise.all([first, app.save({ theme: 'dark' })]);
    expect(order).toEqual(['first', 'second 0.9 dark']);
    expect(app.failure?.message).toBe('full');
  });

  it('receives no events once closed', async () => {
    const { app, backend, close } = await opened();
    close();
    await backend.setPolicy('calm');
    expect(app.state?.policy.policy).toBe('match');
  });

  it('keeps the report of an import unless it was cancelled', async () => {
    const { app, backend } = await opened();
    vi.spyOn(backend, 'importCatalogue').mockResolvedValueOnce(null);
    await app.importCatalogue();
    expect([app.importing, app.report]).toEqual([null, null]);
    await app.importCatalogue();
    expect(app.report?.tracks).toBe(1287);
  });

  it('undoes actions one after another until something new is done', async () => {
    const { app, backend } = await opened();
    const asked = vi.spyOn(backend, 'undoFeedback');
    await app.undo();
    expect(asked).not.toHaveBeenCalled();
    const track = app.state?.queue.current?.id ?? '';
    await backend.sendFeedback(track, 'liked');
    await backend.sendFeedback(track, 'unliked');
    expect([app.state?.queue.undoDepth, app.undoing]).toEqual([2, false]);
    await app.undo();
    expect([app.state?.queue.undo?.kind, app.undoing]).toEqual(['liked', true]);
    await backend.sendFeedback(track, 'unliked');
    expect(app.undoing).toBe(false);
  });
});
