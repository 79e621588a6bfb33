import type { Affect } from '../api/backend';

/** How far one press of an arrow key moves a dot. */
export const KEY_STEP = 0.05;

/** A box on the screen, as `getBoundingClientRect` gives it. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

const clamp = (x: number) => Math.min(1, Math.max(-1, x));
const tidy = (x: number) => Math.round(x * 1000) / 1000;

/** How far beside the dot a target begins, on the plane: some 40 pixels of the window's plane. */
const BESIDE = 0.18;

/** A point beside another one, towards the pleasant side where there is room. */
export function besideDot({ valence, arousal }: Affect): Affect {
  const right = valence + BESIDE <= 1;
  return onPlane({ valence: valence + (right ? BESIDE : -BESIDE), arousal });
}

/** Whether two points are almost the same. */
export const near = (a: Affect, b: Affect): boolean =>
  Math.hypot(a.valence - b.valence, a.arousal - b.arousal) < 0.04;

/** Whether a goal differs noticeably from the starting point. */
export const leadsAway = (from: Affect, goal: Affect): boolean => !near(from, goal);

/** The number of tracks, from 1, until a path reaches its goal; null when it does not. */
export function tracksTo(path: readonly Affect[], goal: Affect): number | null {
  const at = path.findIndex((step) => near(step, goal));
  return at < 0 ? null : at + 1;
}

/** A point clamped to the plane and rounded to three decimals. */
export function onPlane({ valence, arousal }: Affect): Affect {
  return { valence: tidy(clamp(valence)), arousal: tidy(clamp(arousal)) };
}

/** The position of a point in a square of the given size: x to the right, y down. */
export function toSquare({ valence, arousal }: Affect, size: number): { x: number; y: number } {
  return { x: ((valence + 1) / 2) * size, y: ((1 - arousal) / 2) * size };
}

/** The point of the plane at a screen position. */
export function fromScreen(x: number, y: number, box: Box): Affect {
  if (box.width <= 0 || box.height <= 0) return { valence: 0, arousal: 0 };
  return onPlane({
    valence: ((x - box.left) / box.width) * 2 - 1,
    arousal: 1 - ((y - box.top) / box.height) * 2,
  });
}

const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** The point after an arrow key press; null for other keys. */
export function nudged({ valence, arousal }: Affect, key: string): Affect | null {
  const direction = DIRECTIONS[key];
  if (!direction) return null;
  const [right, up] = direction;
  return onPlane({ valence: valence + right * KEY_STEP, arousal: arousal + up * KEY_STEP });
}

/**
 * A length on a plane of 100, rounded to the half: movements below a hundredth of an axis are not animated, because
 * every animation repaints the plane for as long as it lasts.
 */
export const steady = (length: number): number => Math.round(length * 2) / 2;

/** The blob's opacity: full right after an observation, faint after two minutes. */
export function freshness(ageMs: number | null): number {
  if (ageMs === null) return 0.35;
  const share = Math.min(1, Math.max(0, (ageMs - 5000) / 115_000));
  return 1 - 0.65 * share;
}
