import type { Affect, HistoryEdit, HistoryEntry, MoodView, PlayedTrack } from '../bindings';
import { moodWord } from '../../lib/moodWord';
import { confidenceOf } from './mood';
import { seeded } from './random';

const MINUTE = 60_000;
// Minutes before the entry of that number: a night and a long lunch.
const GAPS = new Map([
  [13, 560],
  [40, 130],
]);
const NOTES = new Map([
  [24, 'Walked to the harbour before work.'],
  [47, 'Long call, good news at the end.'],
]);

/** A day and a half of invented entries up to `now`, oldest first. */
export function inventedHistory(now: number, seed: number): HistoryEntry[] {
  const random = seeded(seed + 7);
  const entries: HistoryEntry[] = [];
  let valence = 0.1;
  let arousal = -0.3;
  for (let i = 0; i < 52; i += 1) {
    const gap = GAPS.get(i) ?? 9;
    valence = Math.max(-0.7, Math.min(0.85, valence + (random() - 0.42) * 0.44 - valence * 0.12));
    arousal = Math.max(-0.8, Math.min(0.8, arousal + (random() - 0.54) * 0.46 - arousal * 0.1));
    const yours = random() < 0.08;
    const sd = yours ? 0.1 : 0.14 + random() * 0.24;
    const estimate = { valence, arousal, sd_valence: sd, sd_arousal: sd };
    const before = entries.at(-1)?.at ?? 0;
    entries.push({
      id: i + 1,
      at: before + (gap + Math.round(random() * 5)) * MINUTE,
      estimate,
      word: moodWord(estimate),
      confidence: confidenceOf(estimate),
      source: yours ? 'you' : 'face',
      expression: yours ? null : 'neutral',
      note: NOTES.get(i) ?? null,
    });
  }
  const shift = now - 4 * MINUTE - (entries.at(-1)?.at ?? 0);
  return entries.map((entry) => ({ ...entry, at: entry.at + shift }));
}

/** So many whole days before yesterday: lively mornings and calm evenings. */
export function earlierDays(now: number, days: number): HistoryEntry[] {
  const hours = [
    { hour: 9, affect: { valence: 0.1, arousal: 0.4 } },
    { hour: 13, affect: { valence: 0.4, arousal: 0.2 } },
    { hour: 20, affect: { valence: 0.3, arousal: -0.5 } },
  ];
  return Array.from({ length: days }, (_, i) => days - i + 1).flatMap((before) =>
    hours.map(({ hour, affect }, place) => {
      const at = new Date(now);
      at.setDate(at.getDate() - before);
      at.setHours(hour, 0, 0, 0);
      const id = 10_000 + before * hours.length + place;
      return { ...moment(affect, null, at.getTime(), []), id, source: 'face' as const };
    }),
  );
}

/** The entry with the listener's changes. */
export function edited(entry: HistoryEntry, edit: HistoryEdit): HistoryEntry {
  const note = edit.note === null ? entry.note : edit.note.trim() || null;
  if (edit.affect === null) return { ...entry, note };
  const estimate = { ...edit.affect, sd_valence: 0.1, sd_arousal: 0.1 };
  const word = moodWord(edit.affect);
  return { ...entry, estimate, word, confidence: 'sure', source: 'you', expression: null, note };
}

const SONGS: readonly (readonly [string, string])[] = [
  ['Harbour Lights', 'Mira Holm'],
  ['Slow Window', 'June & Ferris'],
  ['Paper Kites', 'The Lanterns'],
];

/** Invented tracks that were heard, one some minutes after every third entry. */
export function playedTracks(entries: readonly HistoryEntry[]): PlayedTrack[] {
  return entries
    .filter(({ id }) => id % 3 === 0)
    .map(({ id, at }) => {
      const [title, artist] = SONGS[(id / 3) % SONGS.length] ?? ['', ''];
      return { at: at + 4 * MINUTE, track: { id: `demo:${title}`, title, artist } };
    });
}

/** An entry in the listener's own words. */
export function moment(
  affect: Affect,
  note: string | null,
  at: number,
  before: readonly HistoryEntry[],
): HistoryEntry {
  const id = 1 + Math.max(0, ...before.map((entry) => entry.id));
  const estimate = { ...affect, sd_valence: 0.1, sd_arousal: 0.1 };
  const said = { source: 'you', expression: null, confidence: 'sure' } as const;
  return { id, at, estimate, word: moodWord(affect), ...said, note: note?.trim() || null };
}

/** The entry for a correction. */
export function corrected(
  { estimate, word, confidence }: MoodView,
  before: readonly HistoryEntry[],
  at: number,
): HistoryEntry {
  const id = 1 + Math.max(0, ...before.map((entry) => entry.id));
  const said = { source: 'you', expression: null, note: null } as const;
  return { id, at, estimate, word, confidence, ...said };
}
