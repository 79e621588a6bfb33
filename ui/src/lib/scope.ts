/** How much of a bar's place is left free beside it. */
const GAP = 0.28;
/** The loudest level. */
const FULL = 255;

export interface Bar {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The bars of levels from low to high in a box of that size, in whole pixels. */
export function bars(levels: readonly number[], width: number, height: number): Bar[] {
  const place = width / levels.length;
  return levels.map((level, n) => {
    const x = Math.round((n + GAP / 2) * place);
    const high = Math.round((Math.min(level, FULL) / FULL) * height);
    return { x, y: height - high, width: Math.round((n + 1 - GAP / 2) * place) - x, height: high };
  });
}

/** Draws levels in the canvas’s text colour, as large as it is shown. */
export function draw(canvas: HTMLCanvasElement, levels: readonly number[]): void {
  const pen = canvas.getContext('2d');
  if (!pen) return;
  const [width, height] = [canvas.clientWidth, canvas.clientHeight];
  if (canvas.width !== width || canvas.height !== height) {
    [canvas.width, canvas.height] = [width, height];
  }
  pen.clearRect(0, 0, width, height);
  pen.fillStyle = getComputedStyle(canvas).color;
  for (const bar of bars(levels, width, height)) {
    pen.fillRect(bar.x, bar.y, bar.width, bar.height);
  }
}
