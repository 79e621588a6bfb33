import type { Affect, FeedbackKind, LearnedPart, TasteView, TrackId } from '../bindings';
import { FakePast } from './fakePast';
import type { Music } from './music';

/** The part of the fake with what the listener does to tracks. */
export abstract class FakeQueue extends FakePast {
  protected abstract get music(): Music;
  /** The targets of the tracks to come. */
  protected abstract get path(): Affect[];

  async sendFeedback(track: TrackId, kind: FeedbackKind): Promise<void> {
    this.music.feedback(track, kind, this.path);
    return this.#emitTaste();
  }

  async removeTrack(track: TrackId): Promise<void> {
    this.music.removeFromQueue(track, this.path);
    return this.#emitTaste();
  }

  async blockArtist(track: TrackId): Promise<void> {
    this.music.blockArtist(track, this.path);
    return this.#emitTaste();
  }

  async unblockTrack(track: TrackId): Promise<void> {
    this.music.unblockTrack(track, this.path);
    return this.#emitTaste();
  }

  async unblockArtist(artist: string): Promise<void> {
    this.music.unblockArtist(artist, this.path);
    return this.#emitTaste();
  }

  async setTrackAffect(track: TrackId, affect: Affect): Promise<void> {
    this.music.setAffect(track, affect, this.path);
    return this.#emitTaste();
  }

  async getTaste(): Promise<TasteView> {
    return Promise.resolve({
      ...this.music.taste(this.statedItems),
      histories: this.histories,
    });
  }

  async forgetLearned(part: LearnedPart): Promise<void> {
    this.music.forget(part, this.path);
    return this.#emitTaste();
  }

  async forgetTrackMood(track: TrackId): Promise<void> {
    this.music.forgetMood(track, this.path);
    return this.#emitTaste();
  }

  async undoFeedback(): Promise<void> {
    this.music.undo(this.path);
    return this.#emitTaste();
  }

  async pinTrack(track: TrackId, pinned: boolean): Promise<void> {
    this.music.pin(track, pinned, this.path);
    this.emitQueue();
    return Promise.resolve();
  }

  async moveTrack(track: TrackId, place: number): Promise<void> {
    this.music.move(track, place, this.path);
    this.emitQueue();
    return Promise.resolve();
  }

  async #emitTaste(): Promise<void> {
    this.emitQueue();
    this.emit({ kind: 'taste' });
    return Promise.resolve();
  }

  protected emitQueue(): void {
    this.emit({ kind: 'queue', value: this.music.queue });
  }
}
