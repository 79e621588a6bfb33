import type { QueueEntry, ReasonView } from '../api/backend';
import { reasonHeading, reasonText } from '../i18n/reasons';

/** What stands above a row of the queue, and what in it. */
export interface RowCaption {
  /** The reason shared by the rows from here on; null where the one above still holds. */
  heading: string | null;
  /** A reason of this row's own; null where the heading says it all. */
  own: string | null;
}

/** The reason why a track fits, else its strongest. */
const shared = ({ reasons }: QueueEntry): ReasonView | undefined =>
  reasons.find(({ code }) => code === 'fit') ?? reasons[0];

/**
 * Captions for the rows of the queue, so that a reason that many share is said once. A heading holds until at least two
 * rows in a row have another one; a single row in between says its own.
 */
export function captions(tracks: readonly QueueEntry[]): RowCaption[] {
  const said = (reason: ReasonView | undefined) => (reason ? reasonText(reason, true) : '');
  const fits = tracks.map((track) => said(shared(track)));
  let current: string | null = null;
  return tracks.map((track, place) => {
    const fit = fits[place] ?? '';
    const begins = current === null || (fit !== current && fits[place + 1] === fit);
    if (begins) current = fit;
    const strongest = said(track.reasons[0]);
    const reason = shared(track);
    const own = strongest !== fit ? strongest : fit !== current ? fit : '';
    return { heading: begins && reason ? reasonHeading(reason) : null, own: own || null };
  });
}
