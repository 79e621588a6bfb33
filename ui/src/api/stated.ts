import type { StatedAnswer, StatedChoices, StatedKind } from './bindings';

/** What the window says about what the listener likes; answers come back with the taste. */
export interface StatedBackend {
  /** What there is to say something about. */
  statedChoices(): Promise<StatedChoices>;
  /** Artists whose name has the text in it; for an empty text those with most tracks. */
  findArtists(text: string): Promise<string[]>;
  /** Takes an answer; null takes it back. */
  tell(kind: StatedKind, name: string, answer: StatedAnswer | null): Promise<unknown>;
  /** Forgets all answers, which can be taken back like an action. */
  forgetStated(): Promise<unknown>;
}
