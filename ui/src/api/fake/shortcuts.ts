import { choice } from '../../lib/globalShortcuts';
import type { GlobalShortcuts, ShortcutAction, ShortcutsView } from '../bindings';

/** Keys that another program is made out to have. */
const TAKEN = 'Ctrl+Shift+F9';

/** What becomes of global shortcuts on the desktop that the address names: `?shortcuts=portal` or `none`. */
export function shortcutsView({ on, keys }: GlobalShortcuts): ShortcutsView {
  const named = new URLSearchParams(window.location.search).get('shortcuts');
  if (named === 'none') return { way: null, taken: [], triggers: {} };
  const entries = Object.entries(keys) as [ShortcutAction, string][];
  if (named === 'portal') {
    const triggers = on
      ? Object.fromEntries(entries.map(([id, text]) => [id, `Press ${text}`]))
      : {};
    return { way: 'portal', taken: [], triggers };
  }
  const taken = on ? entries.filter(([, text]) => text === TAKEN).map(([id]) => id) : [];
  return { way: 'keys', taken, triggers: {} };
}

/** The keys that Attune is made out to hold. */
let held = new Set<string>();
let listens = false;

/** Keeps these keys from the window, as a desktop does; none for no keys. */
export function holdKeys(shortcuts: GlobalShortcuts | null): void {
  const view = shortcuts && shortcutsView(shortcuts);
  const entries = Object.entries(shortcuts?.keys ?? {}) as [ShortcutAction, string][];
  const own = entries.filter(([action]) => !view?.taken.includes(action)).map(([, keys]) => keys);
  held = new Set(view?.way === 'keys' && shortcuts?.on ? own : []);
  if (listens) return;
  listens = true;
  const keep = (event: KeyboardEvent) => {
    const pressed = choice(event);
    if (pressed.kind !== 'keys' || !held.has(pressed.keys)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  window.addEventListener('keydown', keep, true);
}
