import { describe, expect, it, vi } from 'vitest';
import { poll } from './poll';

describe('polling', () => {
  it('ends with the first answer, or after so many tries', async () => {
    const stop = new AbortController().signal;
    const ask = vi.fn<() => Promise<string | null>>().mockResolvedValueOnce(null);
    ask.mockResolvedValueOnce('there');
    expect(await poll(ask, 1, 9, stop)).toBe('there');
    const never = vi.fn(() => Promise.resolve(null));
    expect(await poll(never, 1, 3, stop)).toBeNull();
    expect(never).toHaveBeenCalledTimes(3);
  });

  it('ends at once when it is stopped', async () => {
    const stop = new AbortController();
    const ask = vi.fn(() => Promise.resolve(null));
    const asking = poll(ask, 60_000, 9, stop.signal);
    await vi.waitFor(() => expect(ask).toHaveBeenCalledOnce());
    stop.abort();
    expect(await asking).toBeNull();
    expect(ask).toHaveBeenCalledOnce();
  });
});
