import type { AppStore } from './app.svelte';

/** How far one press of a key goes in a track, in milliseconds. */
const STEP_MS = 5000;
/** By how much one press of a key changes the volume, in percent. */
const STEP_PERCENT = 5;

/** Back to the start of the track, or at its start to the one before. */
export async function previous(app: AppStore): Promise<void> {
  await app.attempt(app.backend.previousTrack());
}

/** A step on in the track (1), or back (-1), while something plays. */
export async function step(app: AppStore, direction: 1 | -1): Promise<void> {
  if (!app.state?.playback.active) return;
  await app.attempt(app.backend.seekBy(direction * STEP_MS));
}

/** The volume in percent. A Spotify app has one of its own, which may be changed there as well. */
export function volumeOf(app: AppStore): number {
  const playback = app.state?.playback;
  const there = playback?.player === 'spotify' ? playback.state.volume : null;
  return there ?? app.state?.settings.volume ?? 0;
}

/** Sets the volume, in percent. */
export async function setVolume(app: AppStore, percent: number): Promise<void> {
  await app.attempt(app.backend.setVolume(Math.min(100, Math.max(0, percent))));
}

/** A little louder (1), or quieter (-1), where Attune plays. */
export async function changeVolume(app: AppStore, direction: 1 | -1): Promise<void> {
  if (!app.state || app.state.settings.player === 'list') return;
  await setVolume(app, volumeOf(app) + direction * STEP_PERCENT);
}
