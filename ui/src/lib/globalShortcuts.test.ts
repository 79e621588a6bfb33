import { afterEach, expect, test } from 'vitest';
import { speak } from '../i18n/locale.svelte';
import { DEFAULT_KEYS } from './defaultKeys';
import { choice, keyLabels, usedBy } from './globalShortcuts';

afterEach(() => speak('en'));

const press = (key: string, code: string, held = '') => ({
  key,
  code,
  ctrlKey: held.includes('c'),
  altKey: held.includes('a'),
  shiftKey: held.includes('s'),
  metaKey: held.includes('m'),
  isComposing: false,
});
const keys = (text: string) => ({ kind: 'keys', keys: text });

test('keys are written as the settings have them', () => {
  expect(choice(press('F8', 'F8', 'cs'), false)).toEqual(keys('Ctrl+Shift+F8'));
  expect(choice(press('ArrowUp', 'ArrowUp', 'ma'), false)).toEqual(keys('Alt+Super+Up'));
  expect(choice(press(' ', 'Space', 'c'), false)).toEqual(keys('Ctrl+Space'));
  expect(choice(press('P', 'KeyP', 'cs'), false)).toEqual(keys('Ctrl+Shift+P'));
});

test('a letter is the one that is printed on the key, where systems find it by that', () => {
  // French: the key at the place of Q.
  expect(choice(press('a', 'KeyQ', 'c'), false)).toEqual(keys('Ctrl+A'));
  expect(choice(press('a', 'KeyQ', 'c'), true)).toEqual(keys('Ctrl+Q'));
  // Russian, and what Option types on a Mac.
  expect(choice(press('й', 'KeyQ', 'c'), false)).toEqual(keys('Ctrl+Q'));
  expect(choice(press('œ', 'KeyQ', 'ca'), true)).toEqual(keys('Ctrl+Alt+Q'));
  // Digits need Shift in France.
  expect(choice(press('&', 'Digit1', 'c'), false)).toEqual(keys('Ctrl+1'));
});

test('what cannot be a shortcut is refused with a reason', () => {
  expect(choice(press('F8', 'F8', 's'), false)).toEqual({ kind: 'refused', why: 'needsHeld' });
  expect(choice(press('a', 'KeyA'), false)).toEqual({ kind: 'refused', why: 'needsHeld' });
  for (const [key, code] of [
    ['F13', 'F13'],
    ['Enter', 'Enter'],
    ['Escape', 'Escape'],
    ['ß', 'Minus'],
    ['MediaPlayPause', 'MediaPlayPause'],
  ] as const)
    expect(choice(press(key, code, 'c'), false)).toEqual({ kind: 'refused', why: 'otherKey' });
});

test('Escape cancels, Backspace removes, and keys that are held wait', () => {
  expect(choice(press('Escape', 'Escape'), false).kind).toBe('cancels');
  expect(choice(press('Backspace', 'Backspace'), false).kind).toBe('removes');
  for (const key of ['Control', 'Shift', 'Alt', 'AltGraph', 'Meta'])
    expect(choice(press(key, `${key}Left`, 'cs'), false).kind).toBe('waits');
});

test('keys are called as they are printed, by system and language', async () => {
  expect(keyLabels('Ctrl+Alt+Shift+Super+PageUp', 'linux').join(' ')).toBe(
    'Ctrl Alt Shift Super Page Up',
  );
  expect(keyLabels('Alt+Super+Left', 'windows')).toEqual(['Alt', 'Win', '←']);
  expect(keyLabels('Ctrl+Alt+Shift+Super+A', 'mac')).toEqual(['⌃', '⌥', '⇧', '⌘', 'A']);
  await speak('de');
  expect(keyLabels('Ctrl+Shift+Home', 'linux')).toEqual(['Strg', 'Umschalt', 'Pos1']);
  expect(keyLabels('Ctrl+Space', 'windows')).toEqual(['Strg', 'Leertaste']);
});

test('keys that another action has are told', () => {
  expect(usedBy(DEFAULT_KEYS, 'Ctrl+Shift+F9', 'mini')).toBe('next');
  expect(usedBy(DEFAULT_KEYS, 'Ctrl+Shift+F9', 'next')).toBeNull();
  expect(usedBy(DEFAULT_KEYS, 'Ctrl+Alt+P', 'next')).toBeNull();
});
