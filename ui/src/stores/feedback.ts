import type { Affect, FeedbackKind, QueueEntry } from '../api/backend';
import type { AppStore } from './app.svelte';

/** Enough of a track to identify it. */
type TrackRef = Pick<QueueEntry, 'id'>;

const send = (app: AppStore, track: TrackRef, kind: FeedbackKind) =>
  app.attempt(app.backend.sendFeedback(track.id, kind), 'track');

/** Likes a track, or removes the like. */
export async function like(app: AppStore, track: Pick<QueueEntry, 'id' | 'liked'>): Promise<void> {
  await send(app, track, track.liked ? 'unliked' : 'liked');
}

/** Never plays the track again. */
export async function blockTrack(app: AppStore, track: TrackRef): Promise<void> {
  await send(app, track, 'never');
}

/** Marks it as a good song in the wrong mood. */
export async function wrongMood(app: AppStore, track: QueueEntry): Promise<void> {
  await send(app, track, 'wrongMood');
}

/** Goes to the next track. */
export async function next(app: AppStore): Promise<void> {
  await app.attempt(app.backend.nextTrack(), 'track');
}

/** Plays or pauses; without a player (list only) it does nothing. */
export async function togglePlay(app: AppStore): Promise<void> {
  if (app.state?.settings.player === 'list') return;
  await app.attempt(app.backend.togglePlay(), 'track');
}

/** Removes the track from the queue for now. */
export async function removeFromQueue(app: AppStore, track: QueueEntry): Promise<void> {
  await app.attempt(app.backend.removeTrack(track.id), 'track');
}

/** Never plays anything by its artist again. */
export async function blockArtist(app: AppStore, track: QueueEntry): Promise<void> {
  await app.attempt(app.backend.blockArtist(track.id), 'track');
}

/** Pins the track in the queue, or unpins it. */
export async function pin(app: AppStore, track: QueueEntry): Promise<void> {
  await app.attempt(app.backend.pinTrack(track.id, !track.pinned), 'track');
}

/** Sets the mood of a track as the listener hears it. */
export async function setTrackAffect(
  app: AppStore,
  track: TrackRef,
  affect: Affect,
): Promise<void> {
  await app.attempt(app.backend.setTrackAffect(track.id, affect), 'track');
}
