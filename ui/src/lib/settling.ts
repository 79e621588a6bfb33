import type { Affect } from '../api/backend';

const between = (pace: number, calm: number, lively: number) => calm * (lively / calm) ** pace;

/** How far, on either axis, a mood must be from the settled one before the music follows: as in the core (`Pace::band`). */
export const band = (pace: number): number => between(pace, 0.35, 0.12);

/** How long it must stay there, in milliseconds: as in the core (`Pace::dwell`). */
export const dwellMs = (pace: number): number => between(pace, 120, 8) * 1000;

/** Whether a mood is on its way to become the settled one. */
export function settles(mood: Affect, settled: Affect, pace: number): boolean {
  const { valence, arousal } = mood;
  const away = Math.max(Math.abs(valence - settled.valence), Math.abs(arousal - settled.arousal));
  return away > band(pace);
}

/** Whole seconds until the music follows a mood that has been away since a moment, rounded up to fives, at least 5. */
export function secondsLeft(since: number, now: number, pace: number): number {
  const left = (dwellMs(pace) - (now - since)) / 1000;
  return Math.max(5, Math.ceil(left / 5) * 5);
}
