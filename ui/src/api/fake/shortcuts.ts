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
