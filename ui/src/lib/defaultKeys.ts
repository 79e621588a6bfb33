import type { GlobalShortcuts } from '../api/backend';

/** The keys of each at first: those of `GlobalShortcuts::default` in attune-core. */
export const DEFAULT_KEYS: GlobalShortcuts['keys'] = {
  previous: 'Ctrl+Shift+F7',
  playOrPause: 'Ctrl+Shift+F8',
  next: 'Ctrl+Shift+F9',
  switchCamera: 'Ctrl+Shift+F10',
  show: 'Ctrl+Shift+F11',
  mini: 'Ctrl+Shift+F12',
};
