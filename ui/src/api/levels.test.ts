import { afterEach, expect, test, vi } from 'vitest';
import { levelsAt } from './levels';

/** A request that answers with bytes, as the engine gives them in this character set, or fails. */
class Answers {
  static made = 0;
  static bytes: number[] | null = [];
  responseText = '';
  onload = (): void => undefined;
  onerror = (): void => undefined;
  open = vi.fn();
  overrideMimeType = vi.fn();

  constructor() {
    Answers.made += 1;
  }

  send(): void {
    const { bytes } = Answers;
    this.responseText = String.fromCharCode(
      ...(bytes ?? []).map((b) => (b < 0x80 ? b : 0xf700 + b)),
    );
    queueMicrotask(bytes === null ? this.onerror : this.onload);
  }
}

afterEach(() => vi.unstubAllGlobals());

test('bytes are read as they are, by one request again and again', async () => {
  vi.stubGlobal('XMLHttpRequest', Answers);
  const read = levelsAt('levels://localhost/');
  for (const bytes of [[0, 127, 128, 255], [1], []]) {
    Answers.bytes = bytes;
    expect(await read()).toEqual(bytes);
  }
  expect(Answers.made).toBe(1);
  Answers.bytes = null;
  await expect(read()).rejects.toThrow();
});
