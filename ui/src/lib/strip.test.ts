import { expect, it } from 'vitest';
import { inventedHistory } from '../api/fake/history';
import { heardPlaces, runs, stripPoint } from './strip';

const [template] = inventedHistory(Date.now(), 1);
function entry(at: number, valence = 0) {
  if (!template) throw new Error('no entry to start from');
  return { ...template, at, estimate: { ...template.estimate, valence } };
}

it('time runs across and pleasantness up', () => {
  expect(stripPoint(entry(50, 1), 0, 100)).toEqual({ x: 0.5, y: 0 });
  expect(stripPoint(entry(0, -1), 0, 100)).toEqual({ x: 0, y: 1 });
});

it('a line breaks at long gaps', () => {
  const entries = [0, 10, 20, 100, 105, 300].map((at) => entry(at));
  expect(runs(entries, 30).map((run) => run.length)).toEqual([3, 2, 1]);
  expect(runs([], 30)).toEqual([]);
});

it('songs that lie close together share a place', () => {
  const song = (at: number) => ({ at, track: { id: `t${at}`, title: '', artist: '' } });
  const places = heardPlaces([song(300), song(0), song(10), song(95)], (at) => at, 32);
  expect(places.map(({ x, songs }) => [x, songs.map(({ at }) => at)])).toEqual([
    [0, [0, 10]],
    [95, [95]],
    [300, [300]],
  ]);
});
