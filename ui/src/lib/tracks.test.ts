import { expect, test } from 'vitest';
import { isOwn, playsHere } from './tracks';

test('files, songs of servers and soundscapes play here, what is only known by name does not', () => {
  expect(['local:1', 'server:ab:7', 'made:1:2:0:0'].every(playsHere)).toBe(true);
  expect(['name:a|b', 'spotify:track:x', 'localized'].some(playsHere)).toBe(false);
  expect(isOwn('made:1:2:0:0')).toBe(false);
});
