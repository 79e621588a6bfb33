/**
 * The tallest element, in pixels. Browsers clamp taller ones (WebKit and Chromium at about 33 million, Firefox at about
 * 17 million), which a list of a million rows exceeds.
 */
export const MAX_HEIGHT = 8_000_000;

/** A scrolled list: the height of all its rows and of its viewport, in pixels. */
export interface ScrollRange {
  content: number;
  viewport: number;
}

/** The position of the element's scroll bar, and the position in the content that it shows. */
export interface ScrollPosition {
  scrollTop: number;
  offset: number;
}

const clamp = (x: number, most: number) => Math.min(Math.max(0, most), Math.max(0, x));
const furthest = ({ content, viewport }: ScrollRange) => Math.max(0, content - viewport);
const end = ({ content, viewport }: ScrollRange) =>
  Math.max(0, Math.min(content, MAX_HEIGHT) - viewport);

/** The position of the scroll bar that matches an offset in the content. */
export function scrollTopFor(offset: number, range: ScrollRange): number {
  const last = furthest(range);
  return last === 0 ? 0 : (clamp(offset, last) / last) * end(range);
}

/**
 * The position after the element was scrolled. In a list that is too tall for one element, small steps (wheel, arrow
 * keys, paging) move the content by as much as the element, and larger jumps (dragging the scroll bar) in proportion.
 */
export function scrolledTo(
  scrollTop: number,
  before: ScrollPosition,
  range: ScrollRange,
): ScrollPosition {
  const [last, bottom] = [furthest(range), end(range)];
  if (range.content <= MAX_HEIGHT) return { scrollTop, offset: clamp(scrollTop, last) };
  if (scrollTop <= 0) return { scrollTop, offset: 0 };
  if (scrollTop >= bottom - 1) return { scrollTop, offset: last };
  const step = scrollTop - before.scrollTop;
  const small = Math.abs(step) <= 2 * range.viewport;
  const offset = small ? before.offset + step : (scrollTop / bottom) * last;
  return { scrollTop, offset: clamp(offset, last) };
}
