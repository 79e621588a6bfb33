import type { HistoryEntry } from '../api/backend';
import { daysOf, meanOf, type Stretch } from './calendar';

/** The parts of a day that can stand out, by the hour at which each begins. */
const PARTS = [
  { part: 'morning', from: 5, to: 12 },
  { part: 'afternoon', from: 12, to: 17 },
  { part: 'evening', from: 17, to: 24 },
] as const;
export type DayPart = (typeof PARTS)[number]['part'];

/** Something that holds on most days. */
export interface Observation {
  part: DayPart;
  /** The part is calmer, or brighter, than the rest of the day. */
  is: 'calmest' | 'brightest';
  /** The days on which it holds. */
  days: Stretch[];
  /** The days that could be compared. */
  of: number;
}

/** Nothing is said before so many days can be compared. */
const FEWEST_DAYS = 7;
/** It must hold on this share of them. */
const SHARE = 2 / 3;
/** And by this much, on its axis. */
const CLEARLY = 0.1;

interface Compared {
  day: Stretch;
  /** By how much the part is above the rest of its day. */
  by: { valence: number; arousal: number };
}

function compared(entries: readonly HistoryEntry[], from: number, to: number): Compared[] {
  const sure = entries.filter(({ confidence }) => confidence !== 'notSure');
  const [first, last] = [sure[0]?.at, sure.at(-1)?.at];
  if (first === undefined || last === undefined) return [];
  return daysOf({ from: first, to: last + 1 }).flatMap((day) => {
    const own = sure.filter(({ at }) => at >= day.from && at < day.to);
    const inside = ({ at }: HistoryEntry) => {
      const hour = new Date(at).getHours();
      return hour >= from && hour < to;
    };
    const part = meanOf(own.filter(inside));
    const rest = meanOf(own.filter((entry) => !inside(entry)));
    if (!part || !rest) return [];
    const by = { valence: part.valence - rest.valence, arousal: part.arousal - rest.arousal };
    return [{ day, by }];
  });
}

/**
 * What most clearly holds on most of the days that entries (oldest first) are from; null where the data bear nothing. It
 * compares a part of each day with the rest of the same day, so that a good week does not make an hour look good.
 */
export function observe(entries: readonly HistoryEntry[]): Observation | null {
  const found: Observation[] = PARTS.flatMap(({ part, from, to }) => {
    const days = compared(entries, from, to);
    const holding = (holds: (by: Compared['by']) => boolean) =>
      days.filter(({ by }) => holds(by)).map(({ day }) => day);
    return [
      { part, is: 'calmest', days: holding((by) => by.arousal <= -CLEARLY), of: days.length },
      { part, is: 'brightest', days: holding((by) => by.valence >= CLEARLY), of: days.length },
    ] satisfies Observation[];
  });
  const [best] = found
    .filter(({ days, of }) => of >= FEWEST_DAYS && days.length >= of * SHARE)
    .sort((a, b) => b.days.length / b.of - a.days.length / a.of);
  return best ?? null;
}
