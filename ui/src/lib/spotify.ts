import type { AppState, TrackId } from '../api/backend';
import { SPOTIFY_SHELF } from '../api/spotify';

const TRACK = /^spotify:track:([A-Za-z0-9]{1,64})$/;

/** Spotify's identifier inside our name of a track; null where that is not known. */
export function spotifyId(track: TrackId): string | null {
  return TRACK.exec(track)?.[1] ?? null;
}

/** The address of Spotify's own player for a track. */
export const embedOf = (id: string): string => `https://open.spotify.com/embed/track/${id}`;

/** Whether the titles of the queue came from Spotify, or sound there: that has to be said beside them. */
export function isFromSpotify({ playback, queue, catalogues }: AppState): boolean {
  if (playback.player === 'spotify') return true;
  const lent = catalogues.some(({ id }) => id === SPOTIFY_SHELF);
  return lent && queue.current !== null && spotifyId(queue.current.id) !== null;
}
