import { describe, expect, it } from 'vitest';
import { endOf, reduced } from './pageCamera';
import { isPhone } from './platform';

describe('the page’s camera', () => {
  it('hands on pictures of 480 pixels at most, upright or across', () => {
    expect(reduced(640, 480)).toEqual({ width: 480, height: 360 });
    expect(reduced(480, 640)).toEqual({ width: 360, height: 480 });
    expect(reduced(320, 240)).toEqual({ width: 320, height: 240 });
    expect(reduced(0, 0)).toEqual({ width: 1, height: 1 });
    expect(reduced(4000, 2)).toEqual({ width: 480, height: 1 });
  });

  it('tells why there is no camera', () => {
    const named = (name: string) => endOf(new DOMException('', name));
    expect(named('NotAllowedError')).toBe('denied');
    expect(named('NotFoundError')).toBe('missing');
    expect(named('NotReadableError')).toBe('busy');
    expect(named('InvalidStateError')).toBe('lost');
    expect(endOf('anything')).toBe('lost');
  });

  it('is the only one on a phone', () => {
    expect(isPhone('Mozilla/5.0 (Linux; Android 16; Pixel 9; wv) AppleWebKit/537.36')).toBe(true);
    expect(isPhone('Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/605.1.15')).toBe(false);
  });
});
