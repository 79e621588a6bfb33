import { expect, it } from 'vitest';
import type { MapView } from '../api/backend';
import { nearest, regionAt, between, idsAt, inside, isPress, named, solidity } from './region';

const map: MapView = {
  ids: ['calm', 'wild', 'unsure', 'edge'],
  valence: [0.5, 0.5, 0.6, 0.25],
  arousal: [-0.5, 0.8, -0.6, -1],
  spread: [0.2, 0.1, 0.5, 0.1],
  leftOut: 0,
};

it('a drag may start at any corner', () => {
  const a = { valence: 0.8, arousal: -0.9 };
  const b = { valence: -0.1, arousal: 0.2 };
  const region = { low: { valence: -0.1, arousal: -0.9 }, high: { valence: 0.8, arousal: 0.2 } };
  expect(between(a, b)).toEqual(region);
  expect(between(b, a)).toEqual(region);
  expect(isPress(region)).toBe(false);
  expect(isPress(between(a, a))).toBe(true);
});

it('the points in a region are listed by certainty, edges included', () => {
  const region = named('high', 'low');
  expect(region).not.toBeNull();
  if (region) expect(idsAt(map, inside(map, region))).toEqual(['edge', 'calm', 'unsure']);
});

it('the whole plane is no region', () => {
  expect(named('all', 'all')).toBeNull();
  const calm = named('all', 'low');
  if (calm) expect(inside(map, calm)).toHaveLength(3);
});

it('more certain points are more opaque', () => {
  expect(solidity(0.1)).toBeGreaterThan(solidity(0.3));
  expect(solidity(0.3)).toBeGreaterThan(solidity(0.5));
  expect(solidity(0.9)).toBeGreaterThan(0.1);
});

it('finds the point that a pointer is at, and the tracks that lie on it', () => {
  const map: MapView = {
    ids: ['a', 'b', 'c'],
    valence: [0.1, 0.5, 0.5],
    arousal: [0, 0.2, 0.2],
    spread: [0.2, 0.2, 0.1],
    leftOut: 0,
  };
  expect(nearest(map, { valence: 0.12, arousal: 0.01 }, 0.05)).toBe(0);
  expect(nearest(map, { valence: 0.3, arousal: 0.1 }, 0.05)).toBeNull();
  expect(inside(map, regionAt(map, 1))).toEqual([2, 1]);
});
