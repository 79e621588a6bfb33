import { afterEach, expect, test, vi } from 'vitest';
import { bars, watch } from './scope';

afterEach(() => vi.useRealTimers());

test('bars stand side by side, from silence to the full height', () => {
  const all = bars([0, 255, 128, 300], 400, 50);
  expect(all.map(({ height }) => height)).toEqual([0, 50, 25, 50]);
  for (const [n, bar] of all.entries()) {
    expect(bar.y + bar.height).toBe(50);
    expect(bar.x).toBeGreaterThanOrEqual(n * 100);
    expect(bar.x + bar.width).toBeLessThanOrEqual((n + 1) * 100);
    expect(bar.width).toBe(72);
  }
});

test('no levels are no bars', () => {
  expect(bars([], 100, 10)).toEqual([]);
});

test('levels are asked for 15 times a second, and shown where they changed', async () => {
  vi.useFakeTimers();
  const answers = [
    [1, 2],
    [1, 2],
    [3, 2],
  ];
  const ask = vi.fn(() => Promise.resolve(answers[Math.min(ask.mock.calls.length, 3) - 1] ?? []));
  const show = vi.fn();
  const stop = watch(ask, show);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(ask.mock.calls.length).toBeGreaterThan(13);
  expect(ask.mock.calls.length).toBeLessThan(17);
  expect(show.mock.calls).toEqual([[[1, 2]], [[3, 2]]]);
  stop();
  const asked = ask.mock.calls.length;
  await vi.advanceTimersByTimeAsync(1_000);
  expect(ask).toHaveBeenCalledTimes(asked);
});

test('nothing is asked for before the last answer, shown after the end, or tried again after a failure', async () => {
  vi.useFakeTimers();
  let answer: (levels: number[]) => void = () => undefined;
  const ask = vi.fn(() => new Promise<number[]>((done) => (answer = done)));
  const show = vi.fn();
  const stop = watch(ask, show);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(ask).toHaveBeenCalledOnce();
  stop();
  answer([1]);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(show).not.toHaveBeenCalled();
  const fails = vi.fn(() => Promise.reject(new Error('gone')));
  watch(fails, show);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(fails).toHaveBeenCalledOnce();
});
