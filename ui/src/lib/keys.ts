/** The views, in the order of their keys. */
export const VIEWS = ['now', 'library', 'history', 'settings'] as const;
export type View = (typeof VIEWS)[number];
/** Where the window is: a view, or a page that one of them leads to. */
export type Place = View | 'learned';

/** What a key means anywhere in the window. */
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
  // The same key without Shift, on many keyboards.
  '=': 'louder',
  m: 'mini',
  l: 'like',
  x: 'never',
  u: 'undo',
  '/': 'search',
  '?': 'help',
  ' ': 'play',
};

/** The meaning of a key press outside of fields; null when it has none. */
export function keyAction({ key, ctrlKey, metaKey, altKey }: Press): KeyAction | null {
  if (ctrlKey || metaKey || altKey) return null;
  const view = VIEWS[Number(key) - 1];
  if (view) return { view };
  return NAMED[key.toLowerCase()] ?? null;
}

/** Controls that the arrows move something in. */
const USES_ARROWS = [
  'input[type=range]',
  ...['slider', 'radiogroup', 'radio', 'menu', 'listbox', 'tablist', 'grid'].map(
    (role) => `[role=${role}]`,
  ),
].join(', ');

/** Whether an element takes key presses for itself. */
export function takesKeys(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest('dialog')) return true;
  if (target.closest('input:not([type=range]), textarea, select')) return true;
  if (key.startsWith('Arrow') && target.closest(USES_ARROWS)) return true;
  return key === ' ' && target.closest('button, a, summary, [role=switch]') !== null;
}
