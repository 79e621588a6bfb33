import { expect, it } from 'vitest';
import { inventedHistory } from '../api/fake/history';
import { runs, stripPoint } from './strip';

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
