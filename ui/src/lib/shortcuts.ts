import { focusedByKeyboard } from './focusOrigin';

/** The views, in the order of their shortcuts. */
export const VIEWS = ['now', 'library', 'history', 'settings'] as const;
export type View = (typeof VIEWS)[number];
/** What the main window shows: a view, or a page reached from one. */
export type Page = View | 'learned';

/** What a shortcut does anywhere in the window. */
export type KeyAction =
  | { view: View }
  | 'play'
  | 'previous'
  | 'next'
  | 'back'
  | 'forward'
  | 'quieter'
  | 'louder'
  | 'mini'
  | 'like'
  | 'never'
  | 'undo'
  | 'search'
  | 'help';

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

const NAMED: Readonly<Record<string, KeyAction>> = {
  n: 'next',
  p: 'previous',
  arrowleft: 'back',
  arrowright: 'forward',
  '-': 'quieter',
  '+': 'louder',
  // The same key without Shift on many keyboards.
  '=': 'louder',
  m: 'mini',
  l: 'like',
  x: 'never',
  u: 'undo',
  '/': 'search',
  '?': 'help',
  ' ': 'play',
};

/** The action of a key press outside fields; null when it has none. */
export function keyAction({ key, ctrlKey, metaKey, altKey }: Press): KeyAction | null {
  if (ctrlKey || metaKey || altKey) return null;
  const view = VIEWS[Number(key) - 1];
  if (view) return { view };
  return NAMED[key.toLowerCase()] ?? null;
}

/** Controls that use the arrow keys themselves. */
const USES_ARROWS = [
  'input[type=range]',
  ...['slider', 'radiogroup', 'radio', 'menu', 'listbox', 'tablist', 'grid'].map(
    (role) => `[role=${role}]`,
  ),
].join(', ');

/**
 * Whether an element handles a key press itself, or a modal dialog lies above it: that gets the focus only a moment after
 * it is drawn. A control takes the space bar only where the keyboard focused it, so that after a click it still plays or
 * pauses instead of repeating the click.
 */
export function takesKeys(target: EventTarget | null, key: string): boolean {
  if (document.querySelector('[aria-modal=true]')) return true;
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest('[role=dialog], [role=menu], [data-takes-keys]')) return true;
  if (target.closest('input:not([type=range]), textarea, select')) return true;
  if (key.startsWith('Arrow') && target.closest(USES_ARROWS)) return true;
  if (key !== ' ' || !focusedByKeyboard()) return false;
  return target.closest('button, a, summary, [role=switch]') !== null;
}
