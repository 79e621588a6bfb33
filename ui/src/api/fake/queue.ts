import type { Affect, LibraryRow, QueueEntry, ReasonView, TermView, TrackId } from '../bindings';

/** The fake's feedback on tracks and ranking parameters. */
export interface Taste {
  liked: ReadonlySet<TrackId>;
  never: ReadonlySet<TrackId>;
  heard: readonly TrackId[];
  wrong: ReadonlySet<TrackId>;
  /** How a track suits the policy, by code. */
  aim: string;
  /** How much unfamiliar music is included, from 0 to 1. */
  surprise: number;
}

/** The bonus of an unfamiliar track. */
const drawOf = ({ title }: LibraryRow, surprise: number) =>
  ((title.length * 7) % 10) * 0.03 * surprise;

const distance = (a: Affect, b: Affect) => Math.hypot(a.valence - b.valence, a.arousal - b.arousal);

/** How music of an affect sounds, by the core's codes. */
function sound({ valence, arousal }: Affect): string {
  const level = (x: number) => (x > 0.15 ? 2 : x < -0.15 ? 0 : 1);
  const words = [
    ['subdued', 'dark', 'darkIntense'],
    ['calm', 'even', 'energetic'],
    ['warmCalm', 'bright', 'brightEnergetic'],
  ];
  return words[level(valence)]?.[level(arousal)] ?? '';
}

function reasonsFor(row: LibraryRow, target: Affect, taste: Taste): ReasonView[] {
  const fit = 0.22 * (1 - distance(row.affect, target));
  // The window words reasons itself; the core's own words are for the command line.
  const reason = (code: string, weight: number, detail = '') => ({
    ...{ code, detail, stated: false, weight, text: `${code} as the core says it` },
  });
  const reasons = [reason('fit', fit, `${sound(row.affect)} ${taste.aim}`)];
  if (taste.liked.has(row.id)) reasons.push(reason('liked', 0.12));
  if (row.title.length % 3 === 1) {
    reasons.push(reason('finished', 0.07, '4'));
  }
  if (row.genre === 'folk') reasons.push(reason('genre', 0.08, 'folk'));
  const explore = drawOf(row, taste.surprise);
  if (explore > 0.04) {
    reasons.push(reason('explore', explore));
  }
  return reasons.toSorted((a, b) => b.weight - a.weight);
}

/** The terms behind the reasons, and those that count against the track. */
function termsFor(row: LibraryRow, reasons: readonly ReasonView[]): TermView[] {
  const own = new Map([
    ['liked', 'track'],
    ['finished', 'track'],
  ]);
  const terms = reasons.map(({ code, detail, weight }) => ({
    ...{ code: own.get(code) ?? code, detail, value: weight },
  }));
  const decade = row.year === null ? '' : `${row.year - (row.year % 10)}s`;
  return [
    { code: 'base', detail: '', value: 0.31 },
    ...terms,
    { code: 'era', detail: decade, value: -0.03 },
    { code: 'flow', detail: '', value: -0.01 },
    { code: 'chance', detail: '', value: 0.005 },
  ];
}

/** A row as an entry of the queue. */
export function entryOf(
  row: LibraryRow,
  target: Affect,
  taste: Taste,
  pinned: boolean,
): QueueEntry {
  const { id, title, artist, year, genre, affect } = row;
  const reasons = reasonsFor(row, target, taste);
  return {
    id,
    title,
    artist,
    album: null,
    year,
    genre,
    durationMs: 150_000 + title.length * 4000,
    affect,
    target,
    reasons,
    terms: termsFor(row, reasons),
    liked: taste.liked.has(id),
    pinned,
  };
}

/** The rows nearest to each target of the path in turn; pinned rows keep their positions. */
export function rank(
  rows: readonly LibraryRow[],
  path: readonly Affect[],
  taste: Taste,
  pinned: ReadonlyMap<TrackId, number>,
): QueueEntry[] {
  const taken = new Set(taste.heard.slice(-8));
  for (const id of pinned.keys()) taken.add(id);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const placed = new Map([...pinned].map(([id, place]) => [place, id]));
  return path.flatMap((target, place) => {
    const fixed = byId.get(placed.get(place) ?? '');
    if (fixed) return [entryOf(fixed, target, taste, true)];
    const cost = (row: LibraryRow) =>
      distance(row.affect, target) +
      (taste.wrong.has(row.id) ? 0.6 : 0) -
      (taste.liked.has(row.id) ? 0.1 : 0) -
      drawOf(row, taste.surprise);
    const [best] = rows
      .filter((row) => !taken.has(row.id) && !taste.never.has(row.id))
      .sort((a, b) => cost(a) - cost(b));
    if (!best) return [];
    taken.add(best.id);
    return [entryOf(best, target, taste, false)];
  });
}
