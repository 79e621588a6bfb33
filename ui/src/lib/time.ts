import { t } from '../i18n';
import { localeTag, speech } from '../i18n/locale.svelte';
import type { Span, Stretch } from './calendar';

const DAY = 86_400_000;

/** A span of time in its largest unit: "3 s", "2 min", "5 h". */
export function spanText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  if (seconds < 60) return t.time.seconds(seconds);
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? t.time.minutes(minutes) : t.time.hours(Math.floor(minutes / 60));
}

/** A time in the past: "just now", "3 s ago". */
export function agoText(then: number, now: number): string {
  return now - then < 1000 ? t.time.now : t.time.ago(spanText(now - then));
}

/** Whole minutes until a moment, never below 0. */
export function minutesUntil(moment: number, now: number): number {
  return Math.max(0, Math.floor((moment - now) / 60_000));
}

/** Midnight before and after a moment, in local time. */
export function dayOf(moment: number): { from: number; to: number } {
  const at = new Date(moment);
  const midnight = (days: number) =>
    new Date(at.getFullYear(), at.getMonth(), at.getDate() + days).getTime();
  return { from: midnight(0), to: midnight(1) };
}

/** The same local time that many days later, or earlier for a negative number. */
export function plusDays(moment: number, days: number): number {
  const at = new Date(moment);
  at.setDate(at.getDate() + days);
  return at.getTime();
}

/** The time of day as the language writes it: "14:05". */
export function clockText(moment: number): string {
  const options = { hour: '2-digit', minute: '2-digit' } as const;
  return new Intl.DateTimeFormat(localeTag(), options).format(moment);
}

/** The hour of a day in two figures: "08". */
export function hourText(moment: number): string {
  const figures = new Intl.NumberFormat(localeTag(), { minimumIntegerDigits: 2 });
  return figures.format(new Date(moment).getHours());
}

/** A day by its name: "Today", "Yesterday", "Mon 3 Mar". */
export function dayText(moment: number, now: number): string {
  const days = Math.round((dayOf(now).from - dayOf(moment).from) / DAY);
  if (days === 0) return t.history.today;
  if (days === 1) return t.history.yesterday;
  const options = { weekday: 'short', day: 'numeric', month: 'short' } as const;
  return new Intl.DateTimeFormat(localeTag(), options).format(moment);
}

/** A day with its year: "3 March 2027". */
export function longDayText(moment: number): string {
  const options = { day: 'numeric', month: 'long', year: 'numeric' } as const;
  return new Intl.DateTimeFormat(localeTag(), options).format(moment);
}

/** The length of a track: "3:05", "1:02:03". */
export function lengthText(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  const two = (n: number) => String(n).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const rest = two(seconds % 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${rest}` : `${minutes}:${rest}`;
}

/** The number of a day in its month: "24". */
export const dateText = (moment: number): string => speech().number(new Date(moment).getDate());

/** A day, a week or a month by its name: "Today", "9 – 15 Mar", "March 2027". */
export function spanTitle(span: Span, { from, to }: Stretch, now: number): string {
  if (span === 'day') return dayText(from, now);
  if (span === 'month') {
    return new Intl.DateTimeFormat(localeTag(), { month: 'long', year: 'numeric' }).format(from);
  }
  const days = new Intl.DateTimeFormat(localeTag(), { day: 'numeric', month: 'short' });
  return days.formatRange(from, plusDays(to, -1));
}

/** A moment as a field for date and time takes it, in local time: "2027-03-11T15:05". */
export function localInput(moment: number): string {
  const at = new Date(moment);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
}
