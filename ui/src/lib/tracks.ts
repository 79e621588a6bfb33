import type { TrackId } from '../api/backend';
import { isSoundscape } from './soundscape';

/** Whether a track is a file of the listener's or a song of their server. */
export const isOwn = (track: TrackId): boolean => /^(local|server):/.test(track);

/** Whether this computer plays a track: to open it on a service would be a detour. */
export const playsHere = (track: TrackId): boolean => isOwn(track) || isSoundscape(track);
