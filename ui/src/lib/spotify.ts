import type { TrackId } from '../api/backend';

const TRACK = /^spotify:track:([A-Za-z0-9]{1,64})$/;

/** Spotify's identifier inside our name of a track; null where that is not known. */
export function spotifyId(track: TrackId): string | null {
  return TRACK.exec(track)?.[1] ?? null;
}

/** The address of Spotify's own player for a track. */
export const embedOf = (id: string): string => `https://open.spotify.com/embed/track/${id}`;
