import { describe, expect, it } from 'vitest';
import {
  agoText,
  clockText,
  dayOf,
  dayText,
  localInput,
  minutesUntil,
  plusDays,
  spanText,
  spanTitle,
} from './time';

describe('spans', () => {
  it.each([
    [3_900, '3 s'],
    [59_999, '59 s'],
    [120_000, '2 min'],
    [7_300_000, '2 h'],
    [-50, '0 s'],
  ])('%d ms are %s', (ms, text) => {
    expect(spanText(ms)).toBe(text);
  });

  it('just now is not "0 s ago"', () => {
    expect(agoText(1000, 1400)).toBe('just now');
    expect(agoText(1000, 4000)).toBe('3 s ago');
  });

  it('a moment that has passed has no minutes left', () => {
    expect(minutesUntil(14 * 60_000 + 59_000, 0)).toBe(14);
    expect(minutesUntil(0, 5)).toBe(0);
  });
});

describe('days', () => {
  const evening = new Date(2026, 2, 11, 21, 5).getTime();

  it('begin and end at midnight', () => {
    const { from, to } = dayOf(evening);
    expect(clockText(from)).toBe('00:00');
    expect(from).toBeLessThanOrEqual(evening);
    expect(to).toBeGreaterThan(evening);
    expect(dayOf(to).from).toBe(to);
  });

  it('keep the time of day when stepping, over the ends of months and clock changes', () => {
    for (let days = -200; days <= 200; days += 1) {
      expect(clockText(plusDays(evening, days))).toBe('21:05');
    }
    expect(new Date(plusDays(evening, 21)).getMonth()).toBe(3);
  });

  it('have names near today', () => {
    expect(dayText(evening, evening)).toBe('Today');
    expect(dayText(plusDays(evening, -1), evening)).toBe('Yesterday');
    expect(dayText(plusDays(evening, -2), evening)).toBe('Mon 9 Mar');
  });
});

it('spans have names, and moments are written as fields take them', () => {
  const moment = new Date(2026, 2, 11, 9, 5).getTime();
  const week = { from: new Date(2026, 2, 9).getTime(), to: new Date(2026, 2, 16).getTime() };
  expect(spanTitle('week', week, moment)).toMatch(/^9\s?–\s?15 Mar$/);
  expect(spanTitle('month', week, moment)).toBe('March 2026');
  expect(spanTitle('day', week, moment)).toBe('Mon 9 Mar');
  expect(localInput(moment)).toBe('2026-03-11T09:05');
});
