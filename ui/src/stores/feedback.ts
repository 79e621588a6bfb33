import type { Affect, FeedbackKind, QueueEntry } from '../api/backend';
import type { AppStore } from './app.svelte';

/** What says which track is meant. */
type Named = Pick<QueueEntry, 'id'>;

const say = (app: AppStore, track: Named, kind: FeedbackKind) =>
  app.attempt(app.backend.sendFeedback(track.id, kind));

/** The heart; pressed again it is taken back. */
export async function like(app: AppStore, track: Pick<QueueEntry, 'id' | 'liked'>): Promise<void> {
  await say(app, track, track.liked ? 'unliked' : 'liked');
}

/** Never again. */
export async function never(app: AppStore, track: Named): Promise<void> {
  await say(app, track, 'never');
}

/** Good song, wrong mood. */
export async function wrongMood(app: AppStore, track: QueueEntry): Promise<void> {
  await say(app, track, 'wrongMood');
}

/** On to the next track. */
export async function next(app: AppStore): Promise<void> {
  await app.attempt(app.backend.nextTrack());
}

/** Plays, or goes silent; where only a list is kept, space does nothing. */
export async function togglePlay(app: AppStore): Promise<void> {
  if (app.state?.settings.player === 'list') return;
  await app.attempt(app.backend.togglePlay());
}

/** Out of the queue, for now. */
export async function takeOut(app: AppStore, track: QueueEntry): Promise<void> {
  await app.attempt(app.backend.removeTrack(track.id));
}

/** Never again anything by its artist. */
export async function blockArtist(app: AppStore, track: QueueEntry): Promise<void> {
  await app.attempt(app.backend.blockArtist(track.id));
}

/** Keeps its place in the queue, or no longer. */
export async function pin(app: AppStore, track: QueueEntry): Promise<void> {
  await app.attempt(app.backend.pinTrack(track.id, !track.pinned));
}

/** The listener's word for where it lies. */
export async function placeOn(app: AppStore, track: Named, affect: Affect): Promise<void> {
  await app.attempt(app.backend.setTrackAffect(track.id, affect));
}
