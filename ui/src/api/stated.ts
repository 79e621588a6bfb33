import type { StatedAnswer, StatedChoices, StatedKind } from './bindings';

/** The part of the backend for stated preferences. The answers given so far are part of the taste. */
export interface StatedBackend {
  /** The genres, decades and languages that can be rated. */
  statedChoices(): Promise<StatedChoices>;
  /** Artists whose name contains the text; for an empty text, those with the most tracks. */
  findArtists(text: string): Promise<string[]>;
  /** Stores an answer; null retracts it. */
  statePreference(kind: StatedKind, name: string, answer: StatedAnswer | null): Promise<unknown>;
  /** Clears all answers; it can be undone like any action. */
  forgetStated(): Promise<unknown>;
}
