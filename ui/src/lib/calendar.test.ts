import { describe, expect, it } from 'vitest';
import type { HistoryEntry, MoodWord, PlayedTrack } from '../api/backend';
import { cropped, daysOf, heardAfter, shifted, stretchOf, summaryOf } from './calendar';
import { observe } from './observation';

const at = (day: number, hour: number, minute = 0) =>
  new Date(2026, 2, day, hour, minute).getTime();
let id = 0;
const entry = (moment: number, valence: number, arousal: number, word: MoodWord = 'calm') =>
  ({
    id: (id += 1),
    at: moment,
    estimate: { valence, arousal, sd_valence: 0.1, sd_arousal: 0.1 },
    word,
    confidence: 'sure',
    source: 'face',
    expression: null,
    note: null,
  }) satisfies HistoryEntry;
const song = (moment: number, title: string): PlayedTrack => ({
  at: moment,
  track: { id: title, title, artist: '' },
});

describe('spans', () => {
  it('are days, weeks from Monday and months', () => {
    const wednesday = at(11, 15);
    expect(stretchOf('week', wednesday)).toEqual({ from: at(9, 0), to: at(16, 0) });
    expect(stretchOf('month', wednesday)).toEqual({ from: at(1, 0), to: at(32, 0) });
    // With the change to summer time in it.
    expect(daysOf(stretchOf('month', wednesday))).toHaveLength(31);
  });

  it('can be left for the next and the one before', () => {
    expect(shifted('week', at(11, 15), -1)).toBe(at(4, 15));
    expect(new Date(shifted('month', at(31, 15), -1)).getDate()).toBe(28);
    expect(new Date(shifted('month', at(31, 15), 1)).getMonth()).toBe(3);
  });

  it('a day is cropped to the hours in which there is something', () => {
    const day = stretchOf('day', at(11, 0));
    expect(cropped(day, [at(11, 9, 30), at(11, 17, 5)])).toEqual({
      from: at(11, 9),
      to: at(11, 18),
    });
    expect(cropped(day, [at(11, 23, 30)])).toEqual({ from: at(11, 20), to: at(12, 0) });
    expect(cropped(day, [])).toEqual(day);
  });
});

describe('a day', () => {
  const day = stretchOf('day', at(11, 0));

  it('is its mean mood, its most frequent word and its songs', () => {
    const entries = [
      entry(at(10, 9), -1, -1, 'down'),
      entry(at(11, 9), 0.2, 0.4, 'excited'),
      entry(at(11, 10), 0.4, 0, 'content'),
      entry(at(11, 11), 0.6, -0.1, 'content'),
    ];
    const summary = summaryOf(day, entries, [song(at(11, 9), 'A'), song(at(12, 9), 'B')]);
    expect(summary.mean?.valence).toBeCloseTo(0.4);
    expect([summary.mostly, summary.songs]).toEqual(['content', 1]);
    expect(summaryOf(day, [], []).mean).toBeNull();
  });

  it('has the songs that were heard after each mood', () => {
    const [first, second] = [entry(at(11, 9), 0, 0), entry(at(11, 10), 0, 0)];
    const heard = heardAfter([first, second], [song(at(11, 9, 5), 'A'), song(at(11, 12), 'B')]);
    expect(heard.get(first.id)?.map(({ track }) => track.title)).toEqual(['A']);
    expect(heard.get(second.id)?.map(({ track }) => track.title)).toEqual(['B']);
  });
});

describe('an observation', () => {
  const day = (date: number, evening: number) => [
    entry(at(date, 9), 0, 0.3),
    entry(at(date, 14), 0, 0.3),
    entry(at(date, 20), 0, evening),
  ];
  const days = (count: number, evening: (date: number) => number) =>
    Array.from({ length: count }, (_, i) => day(i + 1, evening(i + 1))).flat();

  it('is made once a week of days bears it', () => {
    expect(observe(days(6, () => -0.5))).toBeNull();
    const found = observe(days(9, (date) => (date === 4 ? 0.5 : -0.5)));
    expect([found?.part, found?.is, found?.days.length, found?.of]).toEqual([
      'evening',
      'calmest',
      8,
      9,
    ]);
  });

  it('is not made where days differ, or nothing does', () => {
    expect(observe(days(10, (date) => (date % 2 ? -0.5 : 0.9)))).toBeNull();
    expect(observe(days(10, () => 0.3))).toBeNull();
    expect(observe([])).toBeNull();
  });
});
