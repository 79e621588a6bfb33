import type { MapView } from '../../../api/backend';
import { toSquare } from '../../../lib/plane';
import { solidity } from '../../../lib/region';

/** The number of opacity levels; all points of a level are drawn in one path. */
const SHADES = 6;
const TURN = 2 * Math.PI;

/** Draws the points of a map, the selected ones larger and solid. */
export function paint(
  canvas: HTMLCanvasElement,
  side: number,
  map: MapView,
  chosen: readonly number[],
): void {
  const context = canvas.getContext('2d');
  if (!context || side === 0) return;
  const scale = devicePixelRatio;
  const pixels = Math.round(side * scale);
  canvas.width = pixels;
  canvas.height = pixels;
  context.scale(scale, scale);
  const { color } = getComputedStyle(canvas);
  context.fillStyle = color;
  const radius = map.ids.length > 4000 ? 1.5 : map.ids.length > 800 ? 2 : 3;
  for (const [shade, places] of byShade(map).entries()) {
    context.globalAlpha = (shade + 0.5) / SHADES;
    dots(context, map, side, places, radius);
  }
  context.globalAlpha = 1;
  dots(context, map, side, chosen, radius + 1.5);
}

/** The indices of points by opacity level, the faintest first. */
function byShade({ spread }: MapView): number[][] {
  const shades = Array.from({ length: SHADES }, (): number[] => []);
  spread.forEach((sd, i) => {
    shades[Math.min(SHADES - 1, Math.floor(solidity(sd) * SHADES))]?.push(i);
  });
  return shades;
}

function dots(
  context: CanvasRenderingContext2D,
  { valence, arousal }: MapView,
  side: number,
  places: readonly number[],
  radius: number,
): void {
  context.beginPath();
  for (const i of places) {
    const { x, y } = toSquare({ valence: valence[i] ?? 0, arousal: arousal[i] ?? 0 }, side);
    context.moveTo(x + radius, y);
    context.arc(x, y, radius, 0, TURN);
  }
  context.fill();
}
