import { describe, expect, it, vi } from 'vitest';
import { until } from './until';

describe('asking until there is an answer', () => {
  it('ends with the first one, or after so many tries', async () => {
    const stop = new AbortController().signal;
    const ask = vi.fn<() => Promise<string | null>>().mockResolvedValueOnce(null);
    ask.mockResolvedValueOnce('there');
    expect(await until(ask, 1, 9, stop)).toBe('there');
    const never = vi.fn(() => Promise.resolve(null));
    expect(await until(never, 1, 3, stop)).toBeNull();
    expect(never).toHaveBeenCalledTimes(3);
  });

  it('ends at once when it is stopped', async () => {
    const stop = new AbortController();
    const ask = vi.fn(() => Promise.resolve(null));
    const asking = until(ask, 60_000, 9, stop.signal);
    await vi.waitFor(() => expect(ask).toHaveBeenCalledOnce());
    stop.abort();
    expect(await asking).toBeNull();
    expect(ask).toHaveBeenCalledOnce();
  });
});
