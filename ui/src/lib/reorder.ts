/** The vertical extent of a row on the screen. */
export interface RowBox {
  top: number;
  bottom: number;
}

/** How far a pointer has to move before a press becomes a drag, in pixels. */
export const DRAG_STARTS = 6;

/**
 * The place, among the others from 0, at which a dragged row is let go at height `y`: below all rows whose middle is
 * above the pointer.
 */
export function placeAt(y: number, others: readonly RowBox[]): number {
  const below = others.findIndex(({ top, bottom }) => y < (top + bottom) / 2);
  return below < 0 ? others.length : below;
}
