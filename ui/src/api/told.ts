import type { ToldAnswer, ToldChoices, ToldKind } from './bindings';

/** What the window says about what the listener likes; answers come back with the taste. */
export interface ToldBackend {
  /** What there is to say something about. */
  toldChoices(): Promise<ToldChoices>;
  /** Artists whose name has the text in it; for an empty text those with most tracks. */
  findArtists(text: string): Promise<string[]>;
  /** Takes an answer; null takes it back. */
  tell(kind: ToldKind, name: string, answer: ToldAnswer | null): Promise<unknown>;
  /** Forgets all answers, which can be taken back like a deed. */
  forgetTold(): Promise<unknown>;
}
