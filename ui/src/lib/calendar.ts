import type { Affect, HistoryEntry, MoodWord, PlayedTrack } from '../api/backend';
import { dayOf, plusDays } from './time';

/** The spans of time that the history shows. */
export const SPANS = ['day', 'week', 'month'] as const;
export type Span = (typeof SPANS)[number];

/** A stretch of time from `from` (inclusive) to `to` (exclusive), Unix milliseconds. */
export interface Stretch {
  from: number;
  to: number;
}

/** What a day was like. */
export interface DaySummary extends Stretch {
  /** The mean of its moods; null without any. */
  mean: Affect | null;
  /** The word that it had most often; null without any. */
  mostly: MoodWord | null;
  songs: number;
}

/** The day, the week from Monday or the month around a moment, in local time. */
export function stretchOf(span: Span, moment: number): Stretch {
  if (span === 'day') return dayOf(moment);
  const at = new Date(moment);
  if (span === 'week') {
    const monday = dayOf(plusDays(moment, -((at.getDay() + 6) % 7))).from;
    return { from: monday, to: plusDays(monday, 7) };
  }
  const first = (month: number) => new Date(at.getFullYear(), month, 1).getTime();
  return { from: first(at.getMonth()), to: first(at.getMonth() + 1) };
}

/** The same place in the span that many spans later, or earlier for a negative number; a short month ends earlier. */
export function shifted(span: Span, moment: number, by: number): number {
  if (span === 'day') return plusDays(moment, by);
  if (span === 'week') return plusDays(moment, by * 7);
  const at = new Date(moment);
  const last = new Date(at.getFullYear(), at.getMonth() + by + 1, 0).getDate();
  at.setMonth(at.getMonth() + by, Math.min(at.getDate(), last));
  return at.getTime();
}

/** The days of a stretch. */
export function daysOf({ from, to }: Stretch): Stretch[] {
  const days: Stretch[] = [];
  for (let day = dayOf(from); day.from < to; day = dayOf(day.to)) days.push(day);
  return days;
}

const within =
  ({ from, to }: Stretch) =>
  ({ at }: { at: number }) =>
    at >= from && at < to;
const known = ({ confidence }: HistoryEntry) => confidence !== 'notSure';

/** The mean of the moods of entries; null for none. */
export function meanOf(entries: readonly HistoryEntry[]): Affect | null {
  if (entries.length === 0) return null;
  const mean = (axis: keyof Affect) =>
    entries.reduce((sum, { estimate }) => sum + estimate[axis], 0) / entries.length;
  return { valence: mean('valence'), arousal: mean('arousal') };
}

function mostOften(words: readonly MoodWord[]): MoodWord | null {
  const counts = new Map<MoodWord, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? null;
}

/** What a day was like, by the entries and the songs of a longer time. */
export function summaryOf(
  day: Stretch,
  entries: readonly HistoryEntry[],
  played: readonly PlayedTrack[],
): DaySummary {
  const own = entries.filter(within(day)).filter(known);
  return {
    ...day,
    mean: meanOf(own),
    mostly: mostOften(own.map(({ word }) => word)),
    songs: played.filter(within(day)).length,
  };
}

/** The tracks heard after each entry and before the next one, by the entry's number; entries are oldest first. */
export function heardAfter(
  entries: readonly HistoryEntry[],
  played: readonly PlayedTrack[],
): Map<number, PlayedTrack[]> {
  return new Map(
    entries.map(({ id, at }, place) => {
      const to = entries[place + 1]?.at ?? Infinity;
      return [id, played.filter(within({ from: at, to }))];
    }),
  );
}

const HOUR = 3_600_000;
/** A day is never cropped to fewer hours than this. */
const FEWEST_HOURS = 4;

/** A day cropped to the whole hours around its first and last moment. */
export function cropped(day: Stretch, moments: readonly number[]): Stretch {
  if (moments.length === 0) return day;
  const hour = (moment: number) => Math.floor((moment - day.from) / HOUR);
  const first = hour(Math.min(...moments));
  const last = Math.max(hour(Math.max(...moments)) + 1, first + FEWEST_HOURS);
  const hours = Math.round((day.to - day.from) / HOUR);
  const to = Math.min(last, hours);
  const from = Math.max(0, Math.min(first, to - FEWEST_HOURS));
  return { from: day.from + from * HOUR, to: to === hours ? day.to : day.from + to * HOUR };
}
