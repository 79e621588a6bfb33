import { afterEach, expect, test } from 'vitest';
import type { SoundscapeView } from '../api/backend';
import { speak } from '../i18n/locale.svelte';
import { changesText, isSoundscape, keyText, playsText } from './soundscape';

afterEach(() => speak('en'));

const view = (changes: SoundscapeView['changes']): SoundscapeView => ({
  track: 'made:1:7:200:-600',
  tempo: 71.6,
  key: { tonic: 2, mode: 'minor' },
  affect: { valence: 0.2, arousal: -0.6 },
  changes,
});

test('a soundscape is known by its id', () => {
  expect(isSoundscape('made:1:7:200:-600')).toBe(true);
  expect(isSoundscape('spotify:track:made')).toBe(false);
});

test('what changed is said with its reason, and nothing where nothing changed', async () => {
  expect(changesText(view([]))).toBeNull();
  const changes: SoundscapeView['changes'] = [
    { cue: 'tempo', up: false, reason: 'calmer' },
    { cue: 'density', up: false, reason: 'calmer' },
    { cue: 'brightness', up: false, reason: 'calmer' },
  ];
  expect(changesText(view(changes))).toBe('Now slower and sparser, to be calmer');
  await speak('de');
  expect(changesText(view(changes))).toBe('Jetzt langsamer und sparsamer, um ruhiger zu werden');
  await speak('en');
  expect(playsText(view([]))).toBe('72 bpm, D minor');
});

test('what was asked for is the reason of what it explains, and of nothing else', () => {
  const changes: SoundscapeView['changes'] = [
    { cue: 'tempo', up: true, reason: 'lift' },
    { cue: 'density', up: false, reason: 'calmer' },
    { cue: 'register', up: true, reason: 'lift' },
  ];
  expect(changesText(view(changes))).toBe('Now faster and higher, since you asked to be lifted');
});

test('a key is called as the language calls it', async () => {
  expect(keyText({ tonic: 9, mode: 'major' })).toBe('A major');
  expect(keyText({ tonic: 6, mode: 'mixolydian' })).toBe('F♯ Mixolydian');
  await speak('de');
  expect(keyText({ tonic: 10, mode: 'major' })).toBe('B-Dur');
  expect(keyText({ tonic: 2, mode: 'dorian' })).toBe('d-dorisch');
  await speak('fr');
  expect(keyText({ tonic: 4, mode: 'phrygian' })).toBe('mi phrygien');
});
