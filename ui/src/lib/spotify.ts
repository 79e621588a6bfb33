import type { AppState, TrackId } from '../api/backend';
import { SPOTIFY_SHELF } from '../api/spotify';

const TRACK = /^spotify:track:([A-Za-z0-9]{1,64})$/;

/** The Spotify identifier in a track id; null when there is none. */
export function spotifyId(track: TrackId): string | null {
  return TRACK.exec(track)?.[1] ?? null;
}

/** The URL of Spotify's embedded player for a track. */
export const embedUrl = (id: string): string => `https://open.spotify.com/embed/track/${id}`;

/** Whether the queue's titles come from Spotify or play there, which requires an attribution beside them. */
export function isFromSpotify({ playback, queue, catalogues }: AppState): boolean {
  if (playback.player === 'spotify') return true;
  const isInQueue = catalogues.some(({ id }) => id === SPOTIFY_SHELF);
  return isInQueue && queue.current !== null && spotifyId(queue.current.id) !== null;
}
