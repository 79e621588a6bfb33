import type { FeedbackKind, QueueEntry } from '../api/backend';
import type { AppStore } from './app.svelte';

const say = (app: AppStore, track: QueueEntry, kind: FeedbackKind) =>
  app.attempt(app.backend.sendFeedback(track.id, kind));

/** The heart; pressed again it is taken back. */
export async function like(app: AppStore, track: QueueEntry): Promise<void> {
  await say(app, track, track.liked ? 'unliked' : 'liked');
}

/** Never again. */
export async function never(app: AppStore, track: QueueEntry): Promise<void> {
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
