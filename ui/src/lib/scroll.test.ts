import { describe, expect, it } from 'vitest';
import { MAX_HEIGHT, scrolledTo, scrollTopFor, type ScrollPosition } from './scroll';

const short = { content: 44_000, viewport: 440 };
/** A million rows of 44 pixels. */
const tall = { content: 44_000_000, viewport: 440 };
const TOP: ScrollPosition = { scrollTop: 0, offset: 0 };

describe('a list that fits into an element', () => {
  it('scrolls as the element does', () => {
    expect(scrolledTo(12_345, TOP, short).offset).toBe(12_345);
    expect(scrollTopFor(12_345, short)).toBe(12_345);
    expect(scrollTopFor(99, { content: 100, viewport: 440 })).toBe(0);
  });
});

describe('a list that is too tall for an element', () => {
  it('reaches its last row at the end of the scroll bar', () => {
    const bottom = MAX_HEIGHT - tall.viewport;
    expect(scrolledTo(bottom, TOP, tall).offset).toBe(tall.content - tall.viewport);
    expect(scrolledTo(0, { scrollTop: 90, offset: 9000 }, tall).offset).toBe(0);
    expect(scrollTopFor(tall.content, tall)).toBe(bottom);
  });

  it('moves by single pixels for small steps, anywhere', () => {
    const middle = { scrollTop: 4_000_000, offset: 22_000_000 };
    expect(scrolledTo(4_000_100, middle, tall).offset).toBe(22_000_100);
    expect(scrolledTo(3_999_560, middle, tall).offset).toBe(21_999_560);
  });

  it('moves in proportion for jumps', () => {
    const { offset } = scrolledTo(2_000_000, TOP, tall);
    expect(offset / tall.content).toBeCloseTo(0.25, 3);
    expect(scrollTopFor(offset, tall)).toBeCloseTo(2_000_000, 3);
  });

  it('can be scrolled through row by row without leaving any out', () => {
    let at: ScrollPosition = TOP;
    for (let i = 1; i <= 1000; i += 1) {
      at = scrolledTo(at.scrollTop + 44, at, tall);
      expect(at.offset).toBe(i * 44);
      // The scroll bar is brought in line now and then, which moves nothing.
      if (i % 10 === 0) at = { ...at, scrollTop: scrollTopFor(at.offset, tall) };
    }
  });
});
