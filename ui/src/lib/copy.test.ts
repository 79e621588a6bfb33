import { afterEach, describe, expect, it, vi } from 'vitest';
import { FakeBackend, scenarioFrom } from '../api/fake';
import { copy } from './copy';

describe('copying diagnostics', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('puts the text on the clipboard', async () => {
    const writeText = vi.fn(() => Promise.resolve());
    vi.stubGlobal('navigator', { clipboard: { writeText } });
    const text = await new FakeBackend(scenarioFrom('?still')).diagnostics();
    expect(await copy(text)).toBe(true);
    expect(writeText).toHaveBeenCalledWith(text);
    expect(text).toContain('Attune: ');
  });

  it('says when the system does not allow it', async () => {
    vi.stubGlobal('navigator', {
      clipboard: { writeText: () => Promise.reject(new Error('refused')) },
    });
    expect(await copy('text')).toBe(false);
    vi.stubGlobal('navigator', {});
    expect(await copy('text')).toBe(false);
  });
});
