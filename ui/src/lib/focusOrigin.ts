let lastInput: 'pointer' | 'key' = 'key';
let origin: 'pointer' | 'key' = 'key';

/**
 * Follows whether a pointer or the keyboard gave the focus to the focused element; returns a function that stops it.
 * `:focus-visible` cannot tell: it also matches after any key press once something was clicked.
 */
export function followFocusOrigin(): () => void {
  const point = () => {
    lastInput = 'pointer';
    origin = 'pointer';
  };
  const type = () => (lastInput = 'key');
  const focus = () => (origin = lastInput);
  // Capturing, so that it is known before any handler asks.
  window.addEventListener('pointerdown', point, true);
  window.addEventListener('keydown', type, true);
  window.addEventListener('focusin', focus, true);
  return () => {
    window.removeEventListener('pointerdown', point, true);
    window.removeEventListener('keydown', type, true);
    window.removeEventListener('focusin', focus, true);
  };
}

/** Whether the keyboard gave the focus to the focused element. */
export const focusedByKeyboard = (): boolean => origin === 'key';
