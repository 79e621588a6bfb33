import type { GlobalShortcuts, ShortcutAction } from '../api/backend';
import { t } from '../i18n';
import { system } from './platform';

/** What global shortcuts do, in the order in which they are listed. */
export const ACTIONS: readonly ShortcutAction[] = [
  'playOrPause',
  'next',
  'previous',
  'switchCamera',
  'show',
  'mini',
];

/** What each is called. */
export const actionNames = (): Record<ShortcutAction, string> => ({
  playOrPause: t.keys.play,
  next: t.keys.next,
  previous: t.player.tray.previous,
  switchCamera: t.shortcuts.camera,
  show: t.player.tray.show,
  mini: t.player.mini,
});

/** What a key press means for a shortcut that is being chosen. */
export type Choice =
  /** Nothing yet: only keys are down that others are pressed with. */
  | { kind: 'waits' }
  | { kind: 'cancels' }
  | { kind: 'removes' }
  /** These keys, as attune-core writes them. */
  | { kind: 'keys'; keys: string }
  | { kind: 'refused'; why: 'needsHeld' | 'otherKey' };

type Press = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey' | 'isComposing'
>;

const HELD = new Set(['Control', 'Alt', 'AltGraph', 'Shift', 'Meta', 'OS', 'Super', 'CapsLock']);
const NAMED: Readonly<Record<string, string>> = {
  Space: 'Space',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  Home: 'Home',
  End: 'End',
  PageUp: 'PageUp',
  PageDown: 'PageDown',
  Insert: 'Insert',
};

/**
 * The key's name in attune-core; null for one that cannot be part of a shortcut. A letter is what is printed on the key: by
 * that Windows, X11 and the desktop's portal find it. macOS finds it by its place on the keyboard, and so does everybody on a
 * keyboard without Latin letters.
 */
function keyName({ key, code }: Press, mac: boolean): string | null {
  if (!mac && /^[a-z]$/i.test(key)) return key.toUpperCase();
  const printed = /^(?:Key([A-Z])|Digit(\d)|(F(?:[1-9]|1[0-2])))$/.exec(code);
  return printed?.[1] ?? printed?.[2] ?? printed?.[3] ?? NAMED[code] ?? null;
}

/** What a key press means while a shortcut is chosen. */
export function choice(press: Press, mac: boolean = system() === 'mac'): Choice {
  const { ctrlKey, altKey, shiftKey, metaKey } = press;
  if (HELD.has(press.key) || press.isComposing) return { kind: 'waits' };
  const alone = !ctrlKey && !altKey && !shiftKey && !metaKey;
  if (alone && press.key === 'Escape') return { kind: 'cancels' };
  if (alone && press.key === 'Backspace') return { kind: 'removes' };
  const name = keyName(press, mac);
  if (name === null) return { kind: 'refused', why: 'otherKey' };
  if (!ctrlKey && !altKey && !metaKey) return { kind: 'refused', why: 'needsHeld' };
  const held = [ctrlKey && 'Ctrl', altKey && 'Alt', shiftKey && 'Shift', metaKey && 'Super'];
  return { kind: 'keys', keys: [...held.filter((one) => one !== false), name].join('+') };
}

const ARROWS: Readonly<Record<string, string>> = { Left: '←', Right: '→', Up: '↑', Down: '↓' };
const MAC: Readonly<Record<string, string>> = { Ctrl: '⌃', Alt: '⌥', Shift: '⇧', Super: '⌘' };

/** What is printed on the keys, by system and language. */
export function keyLabels(keys: string, on: ReturnType<typeof system> = system()): string[] {
  const printed: Readonly<Record<string, string>> = {
    ...t.shortcuts.keys,
    ...ARROWS,
    Space: t.keys.space,
    ...(on === 'mac' ? MAC : on === 'windows' ? { Super: 'Win' } : {}),
  };
  return keys.split('+').map((name) => printed[name] ?? name);
}

/** The action that has these keys already, other than `action`. */
export function usedBy(
  keys: GlobalShortcuts['keys'],
  wanted: string,
  action: ShortcutAction,
): ShortcutAction | null {
  return ACTIONS.find((other) => other !== action && keys[other] === wanted) ?? null;
}
