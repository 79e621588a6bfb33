import type { SoundscapeKey, SoundscapeView, TrackId } from '../api/backend';
import { t } from '../i18n';
import { speech } from '../i18n/locale.svelte';

/** Whether a track is composed while it is played. */
export const isSoundscape = (track: TrackId): boolean => track.startsWith('made:');

/** How many changes are named at once. */
const NAMED = 2;

/** What the phrase that sounds does otherwise than the one before, and why; null when it goes on as it was. */
export function changesText({ changes }: SoundscapeView): string | null {
  const [first] = changes;
  if (!first) return null;
  const alike = changes.filter(({ reason }) => reason === first.reason).slice(0, NAMED);
  const words = alike.map(({ cue, up }) => t.soundscape[up ? 'up' : 'down'][cue]);
  return t.soundscape.changed(speech().list(words), t.soundscape.why[first.reason]);
}

/** A key, as musicians of the language call it. */
export function keyText({ tonic, mode }: SoundscapeKey): string {
  const { tonics, major, minor } = t.own.page;
  return { ...t.soundscape.modes, major, minor }[mode](tonics[tonic] ?? '');
}

/** Tempo and key of the phrase that sounds. */
export const playsText = ({ tempo, key }: SoundscapeView): string =>
  t.soundscape.plays(Math.round(tempo), keyText(key));
