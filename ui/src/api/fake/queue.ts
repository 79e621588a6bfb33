import type { Affect, LibraryRow, QueueEntry, ReasonView, TrackId } from '../bindings';
import { wordOf } from './mood';

/** What the fake remembers about tracks. */
export interface Taste {
  liked: ReadonlySet<TrackId>;
  never: ReadonlySet<TrackId>;
  heard: readonly TrackId[];
  wrong: ReadonlySet<TrackId>;
}

const distance = (a: Affect, b: Affect) => Math.hypot(a.valence - b.valence, a.arousal - b.arousal);

function reasonsFor(row: LibraryRow, target: Affect, taste: Taste): ReasonView[] {
  const fit = 1 - distance(row.affect, target);
  const reasons = [{ code: 'fit', weight: fit, text: `it sounds ${wordOf(row.affect)}` }];
  if (taste.liked.has(row.id)) reasons.push({ code: 'liked', weight: 0.4, text: 'you like it' });
  if (!taste.heard.includes(row.id) && row.title.length % 3 === 0) {
    reasons.push({ code: 'fresh', weight: 0.2, text: 'you have not heard it lately' });
  } else if (row.title.length % 3 === 1) {
    reasons.push({ code: 'artist', weight: 0.15, text: `you finished 4 by ${row.artist}` });
  }
  return reasons;
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
    year,
    genre,
    affect,
    target,
    reasons,
    liked: taste.liked.has(id),
    pinned,
  };
}

/** The rows nearest to each target of the path in turn; pinned rows keep their places. */
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
      (taste.liked.has(row.id) ? 0.1 : 0);
    const [best] = rows
      .filter((row) => !taken.has(row.id) && !taste.never.has(row.id))
      .sort((a, b) => cost(a) - cost(b));
    if (!best) return [];
    taken.add(best.id);
    return [entryOf(best, target, taste, false)];
  });
}
