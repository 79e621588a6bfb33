import type { PlaybackView } from '../api/backend';
import type { AppStore } from './app.svelte';

/** How far one key press seeks, in milliseconds. */
const STEP_MS = 5000;
/** How much one key press changes the volume, in percent. */
const STEP_PERCENT = 5;

/** Whether it sounds, or does as soon as it can: what a pause would end. */
export function isOn(playback: PlaybackView | undefined): boolean {
  return playback?.state.status === 'playing' || playback?.state.status === 'loading';
}

/** Goes back to the start of the track, or at its start to the previous one. */
export async function previous(app: AppStore): Promise<void> {
  await app.attempt(app.backend.previousTrack(), 'track');
}

/** Seeks one step forward (1) or back (-1) while something plays. */
export async function seekStep(app: AppStore, direction: 1 | -1): Promise<void> {
  if (!app.state?.playback.active) return;
  await app.attempt(app.backend.seekBy(direction * STEP_MS), 'sound');
}

/** The volume in percent. A Spotify app has its own, which may also be changed there. */
export function volumeOf(app: AppStore): number {
  const playback = app.state?.playback;
  const there = playback?.player === 'spotify' ? playback.state.volume : null;
  return there ?? app.state?.settings.volume ?? 0;
}

/** Sets the volume, in percent. */
export async function setVolume(app: AppStore, percent: number): Promise<void> {
  await app.attempt(app.backend.setVolume(Math.min(100, Math.max(0, percent))), 'sound');
}

/** Turns the volume up (1) or down (-1) by one step. */
export async function changeVolume(app: AppStore, direction: 1 | -1): Promise<void> {
  if (!app.state || app.state.settings.player === 'list') return;
  await setVolume(app, volumeOf(app) + direction * STEP_PERCENT);
}

/** The volume to go back to, in percent. */
let before = 80;

/** Mutes, or goes back to the volume before. */
export async function toggleMute(app: AppStore): Promise<void> {
  const now = volumeOf(app);
  if (now > 0) before = now;
  await setVolume(app, now > 0 ? 0 : before);
}
