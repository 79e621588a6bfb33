import { describe, expect, it } from 'vitest';
import {
  besideDot,
  freshness,
  fromScreen,
  KEY_STEP,
  leadsAway,
  nudged,
  onPlane,
  steady,
  toSquare,
  tracksTo,
} from './plane';

const BOX = { left: 100, top: 50, width: 400, height: 400 };

describe('the plane', () => {
  it('has pleasant to the right and energetic at the top', () => {
    expect(toSquare({ valence: 1, arousal: 1 }, 100)).toEqual({ x: 100, y: 0 });
    expect(toSquare({ valence: -1, arousal: -1 }, 100)).toEqual({ x: 0, y: 100 });
    expect(toSquare({ valence: 0, arousal: 0 }, 40)).toEqual({ x: 20, y: 20 });
  });

  it('finds the point under the pointer', () => {
    expect(fromScreen(300, 250, BOX)).toEqual({ valence: 0, arousal: 0 });
    expect(fromScreen(400, 150, BOX)).toEqual({ valence: 0.5, arousal: 0.5 });
  });

  it('maps screen positions back to the same point', () => {
    const point = { valence: -0.35, arousal: 0.85 };
    const { x, y } = toSquare(point, BOX.width);
    expect(fromScreen(x + BOX.left, y + BOX.top, BOX)).toEqual(point);
  });

  it('keeps a pointer outside on the edge', () => {
    expect(fromScreen(9999, -9999, BOX)).toEqual({ valence: 1, arousal: 1 });
    expect(onPlane({ valence: -3, arousal: 2 })).toEqual({ valence: -1, arousal: 1 });
  });

  it('maps to the middle while it is hidden', () => {
    expect(fromScreen(10, 10, { left: 0, top: 0, width: 0, height: 0 })).toEqual({
      valence: 0,
      arousal: 0,
    });
  });
});

describe('arrow keys', () => {
  it('move a step and never off the plane', () => {
    expect(nudged({ valence: 0, arousal: 0 }, 'ArrowUp')).toEqual({
      valence: 0,
      arousal: KEY_STEP,
    });
    expect(nudged({ valence: 1, arousal: 0 }, 'ArrowRight')).toEqual({ valence: 1, arousal: 0 });
    expect(nudged({ valence: 0, arousal: 0 }, 'a')).toBeNull();
  });

  it('return to where they started without drift', () => {
    let at = { valence: 0.3, arousal: 0.1 };
    for (const key of [
      ...Array<string>(7).fill('ArrowLeft'),
      ...Array<string>(7).fill('ArrowRight'),
    ]) {
      at = nudged(at, key) ?? at;
    }
    expect(at).toEqual({ valence: 0.3, arousal: 0.1 });
  });
});

describe('steady', () => {
  it('ignores movements too small to see', () => {
    expect(steady(50.1)).toBe(steady(49.9));
    expect(steady(50.6)).toBe(50.5);
  });
});

describe('freshness', () => {
  it('fades with age, but never to nothing', () => {
    expect(freshness(0)).toBe(1);
    expect(freshness(60_000)).toBeLessThan(freshness(30_000));
    expect(freshness(3_600_000)).toBeCloseTo(0.35);
    expect(freshness(null)).toBeCloseTo(0.35);
  });
});

describe('a path', () => {
  const goal = { valence: 0.6, arousal: 0 };
  const path = [0.25, 0.5, 0.6, 0.6].map((valence) => ({ valence, arousal: 0 }));

  it('counts the tracks to its goal', () => {
    expect(tracksTo(path, goal)).toBe(3);
    expect(tracksTo(path.slice(0, 2), goal)).toBeNull();
  });

  it('is empty when the goal is already reached', () => {
    expect(leadsAway({ valence: 0.58, arousal: 0.01 }, goal)).toBe(false);
    expect(leadsAway({ valence: 0.5, arousal: 0 }, goal)).toBe(true);
  });
});

it('a held target begins beside the dot, on the plane', () => {
  expect(besideDot({ valence: 0.1, arousal: 0.4 })).toEqual({ valence: 0.28, arousal: 0.4 });
  expect(besideDot({ valence: 0.95, arousal: -1 })).toEqual({ valence: 0.77, arousal: -1 });
});
