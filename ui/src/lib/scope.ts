/** How much of a bar's place is left free beside it. */
const GAP = 0.28;
/** The loudest level. */
const FULL = 255;

/** From one look to the next, in milliseconds: 15 a second. */
const EVERY = 66;

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

/**
 * Shows the levels that `ask` gives where they differ from those before, 15 times a second at most and without asking again
 * before it has answered, until the returned function is called or `ask` fails.
 */
export function watch(
  ask: () => Promise<readonly number[]>,
  show: (levels: readonly number[]) => void,
): () => void {
  let shown: readonly number[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let ended = false;
  const look = async (): Promise<void> => {
    const next = performance.now() + EVERY;
    const levels = await ask();
    if (ended) return;
    if (levels.some((level, band) => level !== shown[band])) show((shown = levels));
    timer = setTimeout(begin, next - performance.now());
  };
  // One that fails leaves the picture as it is.
  const begin = () => void look().catch(() => undefined);
  begin();
  return () => {
    ended = true;
    clearTimeout(timer);
  };
}
