/** The size of the page's text, in pixels: 16, unless somebody has larger text. */
export const rem = () =>
  Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;

/** The rows to render of a long list of rows of equal height. */
export interface RowWindow {
  first: number;
  count: number;
}

/** The rows that show at a scroll position, with a few to spare on either side. */
export function visibleRows(
  scrollTop: number,
  height: number,
  rowHeight: number,
  total: number,
  spare = 6,
): RowWindow {
  const first = Math.max(0, Math.min(total, Math.floor(scrollTop / rowHeight)) - spare);
  const last = Math.min(total, Math.ceil((scrollTop + height) / rowHeight) + spare);
  return { first, count: Math.max(0, last - first) };
}

/** The pages of `size` rows that a window of rows touches. */
export function pagesOf({ first, count }: RowWindow, size: number): number[] {
  if (count === 0) return [];
  const from = Math.floor(first / size);
  const to = Math.floor((first + count - 1) / size);
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
