import type { Modality } from '../api/backend';
import type { Span } from '../lib/calendar';
import type { DayPart, Observation } from '../lib/observation';
import { count } from './count';

/** The history of moods, in English. */
export const history = {
  title: 'History',
  spans: { day: 'Day', week: 'Week', month: 'Month' } satisfies Record<Span, string>,
  span: 'How much is shown',
  previous: {
    day: 'Previous day',
    week: 'Previous week',
    month: 'Previous month',
  } satisfies Record<Span, string>,
  next: { day: 'Next day', week: 'Next week', month: 'Next month' } satisfies Record<Span, string>,
  weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  summary: (day: string, mostly: string | null, songs: number) =>
    [
      day,
      ...(mostly ? [`mostly ${mostly}`] : []),
      ...(songs ? [count(songs, 'song', 'songs')] : []),
    ].join(' · '),
  parts: {
    morning: 'Mornings',
    afternoon: 'Afternoons',
    evening: 'Evenings',
  } satisfies Record<DayPart, string>,
  observed: {
    calmest: (part: string) => `${part} are your calmest time.`,
    brightest: (part: string) => `${part} are your brightest time.`,
  } satisfies Record<Observation['is'], (part: string) => string>,
  onDays: (days: number, of: number) => `On ${days} of ${of} days.`,
  seeDays: 'See those days',
  add: 'Add a moment',
  addTitle: 'How were you?',
  addDo: 'Add',
  when: 'When',
  heard: (titles: string) => `→ ${titles}`,
  heardLabel: 'Songs heard',
  today: 'Today',
  yesterday: 'Yesterday',
  strip: (today: boolean) => (today ? 'Your mood today' : 'Your mood that day'),
  entries: (n: number) => count(n, 'entry', 'entries'),
  time: 'Time',
  mood: 'Mood',
  sureness: 'Confidence',
  source: 'Source',
  sources: {
    face: 'your face',
    voice: 'your voice',
    pulse: 'your pulse',
    you: 'you',
  } satisfies Record<Modality, string>,
  note: 'Note',
  edit: 'Edit',
  editOf: (time: string) => `Edit the entry at ${time}`,
  delete: 'Delete',
  deleteOf: (time: string) => `Delete the entry at ${time}`,
  deleted: (time: string) => `Deleted the entry at ${time}.`,
  undo: 'Undo',
  editTitle: (time: string) => `How were you at ${time}?`,
  editDot: 'Mood of this entry: drag, or use the arrow keys and Enter',
  noteHint: 'Add a note for yourself',
  save: 'Save',
  cancel: 'Cancel',
  empty: 'No entries for this day.',
  emptyDo: 'Entries are added while the camera is on and when you drag the dot.',
  toNow: 'Go to Now',
};
