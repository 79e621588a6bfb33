/** The shortcuts that work while another program has the keyboard, in English. */
export const shortcuts = {
  title: 'Global shortcuts',
  about: 'They also work while you’re using another program.',
  portalAbout:
    'They also work while you’re using another program. Your desktop asks you first and decides which keys they are; change them in its settings.',
  none: 'This desktop doesn’t offer them. In its own settings, you can assign keys to commands such as “attune --toggle-play”.',
  asking: 'Your desktop is asking you about the shortcuts.',
  camera: 'Turn the camera on or off',
  change: 'Change…',
  changeFor: (action: string) => `Change shortcut: ${action}`,
  press: 'Press the new keys…',
  pressAbout: 'Esc cancels, Backspace removes the shortcut.',
  unset: 'None',
  taken: 'Used by another program',
  needsHeld: (ctrl: string, alt: string, system: string) =>
    `Hold ${ctrl}, ${alt} or ${system} as well.`,
  otherKey: 'This key can’t be used. Choose a letter, a number, F1 to F12 or an arrow key.',
  used: (action: string) => `Already used for “${action}”.`,
  /** What is printed on the keys. */
  keys: {
    Ctrl: 'Ctrl',
    Alt: 'Alt',
    Shift: 'Shift',
    Super: 'Super',
    Home: 'Home',
    End: 'End',
    PageUp: 'Page Up',
    PageDown: 'Page Down',
    Insert: 'Insert',
  },
};
