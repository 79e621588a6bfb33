import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { UiEvent } from '../backend';
import { FakeBackend, scenarioFrom } from '.';

const NOON = new Date(2026, 2, 11, 12, 0);

async function fake(search: string) {
  const backend = new FakeBackend(scenarioFrom(search));
  const events: UiEvent[] = [];
  await backend.listen((event) => events.push(event));
  return { backend, events };
}
const titles = async (backend: FakeBackend) =>
  (await backend.getState()).queue.next.map(({ title }) => title);

beforeEach(() => vi.useFakeTimers({ now: NOON }));
afterEach(() => vi.useRealTimers());

describe('scenarios', () => {
  it('are read from the URL, with defaults for unknown values', () => {
    expect(scenarioFrom('?fake=empty&still&seed=9')).toEqual({
      situation: 'empty',
      reason: 'noFace',
      spotify: 'out',
      servers: 'none',
      player: 'list',
      still: true,
      loading: false,
      seed: 9,
      tracks: 600,
      days: 0,
      names: 'usual',
      pseudo: null,
    });
    expect(scenarioFrom('?fake=nonsense&seed=x')).toEqual({
      situation: 'lively',
      reason: 'noFace',
      spotify: 'out',
      servers: 'none',
      player: 'list',
      still: false,
      loading: false,
      seed: 1,
      tracks: 600,
      days: 0,
      names: 'usual',
      pseudo: null,
    });
  });

  it('with the same seed are identical', async () => {
    const [a, b] = [await fake('?seed=4'), await fake('?seed=4')];
    await vi.advanceTimersByTimeAsync(5000);
    expect((await a.backend.getState()).mood).toEqual((await b.backend.getState()).mood);
    expect(a.events).toEqual(b.events);
  });
});

describe('music', () => {
  it('changes with the policy, a quarter at most from track to track', async () => {
    const { backend } = await fake('?still');
    const before = await titles(backend);
    await backend.setPolicy('energise');
    const { policy } = await backend.getState();
    expect(await titles(backend)).not.toEqual(before);
    for (const [i, step] of policy.path.entries()) {
      const from = policy.path[i - 1] ?? { valence: 0.4, arousal: -0.42 };
      expect(Math.abs(step.arousal - from.arousal)).toBeLessThanOrEqual(0.25 + 1e-9);
    }
    expect(policy.goal.arousal).toBeCloseTo(0.7);
  });

  it('a blocked track is gone until that is undone', async () => {
    const { backend } = await fake('?still');
    const { queue } = await backend.getState();
    const first = queue.next[0];
    expect(first).toBeDefined();
    await backend.sendFeedback(first?.id ?? '', 'never');
    expect(await titles(backend)).not.toContain(first?.title);
    expect((await backend.getState()).queue.undo).toEqual({ kind: 'never', title: first?.title });
    await backend.undoFeedback();
    expect(await titles(backend)).toContain(first?.title);
  });

  it('a like can be removed at any time, and that can be undone', async () => {
    const { backend } = await fake('?still');
    const [first, second] = (await backend.getState()).queue.next;
    const liked = async () => {
      const { next } = (await backend.getState()).queue;
      return next.find(({ id }) => id === first?.id)?.liked;
    };
    await backend.sendFeedback(first?.id ?? '', 'liked');
    await backend.sendFeedback(second?.id ?? '', 'liked');
    expect(await liked()).toBe(true);
    await backend.sendFeedback(first?.id ?? '', 'unliked');
    expect(await liked()).toBe(false);
    await backend.undoFeedback();
    expect(await liked()).toBe(true);
  });

  it('a like does not change the order', async () => {
    const { backend } = await fake('?still');
    const before = await titles(backend);
    const last = (await backend.getState()).queue.next.at(-1);
    await backend.sendFeedback(last?.id ?? '', 'liked');
    expect(await titles(backend)).toEqual(before);
    const { next } = (await backend.getState()).queue;
    expect(next.at(-1)?.reasons.map(({ code }) => code)).toContain('liked');
  });

  it('clearing one part keeps the others and clears the undo stack', async () => {
    const { backend } = await fake('?still');
    const [first, second] = (await backend.getState()).queue.next;
    await backend.sendFeedback(first?.id ?? '', 'liked');
    await backend.sendFeedback(second?.id ?? '', 'never');
    await backend.forgetLearned('blocked');
    const taste = await backend.getTaste();
    expect([taste.hearts.length, taste.blockedTracks.length]).toEqual([1, 0]);
    expect((await backend.getState()).queue.undoDepth).toBe(0);
  });

  it('a pinned track keeps its position when the policy changes', async () => {
    const { backend } = await fake('?still');
    const third = (await backend.getState()).queue.next[2];
    await backend.pinTrack(third?.id ?? '', true);
    await backend.setPolicy('energise');
    const { queue } = await backend.getState();
    expect(queue.next[2]).toMatchObject({ id: third?.id, pinned: true });
  });
});

describe('calibration', () => {
  it('needs the camera', async () => {
    const { backend } = await fake('?fake=off&still');
    await backend.pauseCamera();
    await expect(backend.startCalibration()).rejects.toMatchObject({
      code: 'calibration_needs_camera',
    });
  });

  it('is stored after five seconds, and what corrections taught is cleared', async () => {
    const { backend } = await fake('?still');
    expect((await backend.getState()).moodLearning[0]?.corrections).toBe(6);
    await backend.startCalibration();
    await vi.advanceTimersByTimeAsync(4900);
    expect((await backend.getState()).calibration.neutral).toBeNull();
    await vi.advanceTimersByTimeAsync(200);
    const { calibration, moodLearning } = await backend.getState();
    expect(calibration).toMatchObject({ progress: null, problem: null });
    expect(calibration.neutral?.changes[0]?.expression).toBe('sadness');
    expect(moodLearning[0]?.corrections).toBe(0);
  });

  it('ends with a problem when the camera closes', async () => {
    const { backend } = await fake('?still');
    await backend.startCalibration();
    await backend.pauseCamera();
    expect((await backend.getState()).calibration.problem?.code).toBe('cameraClosed');
  });
});

describe('other states', () => {
  it('an import reports its progress and what it skipped', async () => {
    const { backend, events } = await fake('?still');
    const report = backend.importCatalogue();
    await vi.advanceTimersByTimeAsync(2000);
    expect(await report).toMatchObject({ tracks: 1287, badRows: 2 });
    const shares = events.flatMap((e) => (e.kind === 'import' ? [e.value.share] : []));
    expect(shares.at(-1)).toBe(1);
    expect([...shares].sort((a, b) => a - b)).toEqual(shares);
  });

  it('no events are sent while the window is hidden', async () => {
    const { backend, events } = await fake('');
    await backend.setWindowVisible(false);
    await vi.advanceTimersByTimeAsync(5000);
    expect(events).toEqual([]);
    await backend.setWindowVisible(true);
    await vi.advanceTimersByTimeAsync(1000);
    expect(events.map(({ kind }) => kind)).toContain('mood');
  });

  it('a missing camera fails with its code', async () => {
    const { backend } = await fake('?fake=no-camera&still');
    const outcome = expect(backend.startCamera()).rejects.toMatchObject({ code: 'camera_none' });
    await vi.advanceTimersByTimeAsync(1000);
    await outcome;
    expect((await backend.getState()).camera.state).toBe('failed');
  });
});
