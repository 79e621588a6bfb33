import type { Messages } from './en';

/** The shortcuts that work while another program has the keyboard, in German. */
export const shortcuts: Messages['shortcuts'] = {
  title: 'Globale Tastenkürzel',
  about: 'Sie wirken auch, während du ein anderes Programm benutzt.',
  portalAbout:
    'Sie wirken auch, während du ein anderes Programm benutzt. Dein Desktop fragt dich zuerst und bestimmt die Tasten; ändern kannst du sie in seinen Einstellungen.',
  none: 'Dieser Desktop bietet sie nicht an. In seinen eigenen Einstellungen kannst du Befehle wie „attune --toggle-play“ auf Tasten legen.',
  asking: 'Dein Desktop fragt dich gerade nach den Tastenkürzeln.',
  camera: 'Kamera ein- oder ausschalten',
  change: 'Ändern …',
  changeFor: (action) => `Tastenkürzel ändern: ${action}`,
  press: 'Drück die neuen Tasten …',
  pressAbout: 'Esc bricht ab, die Rücktaste entfernt das Kürzel.',
  unset: 'Keins',
  taken: 'Von einem anderen Programm belegt',
  needsHeld: (ctrl, alt, system) => `Halte dazu ${ctrl}, ${alt} oder ${system} gedrückt.`,
  otherKey:
    'Diese Taste geht nicht. Nimm einen Buchstaben, eine Ziffer, F1 bis F12 oder eine Pfeiltaste.',
  used: (action) => `Schon belegt mit „${action}“.`,
  keys: {
    Ctrl: 'Strg',
    Alt: 'Alt',
    Shift: 'Umschalt',
    Super: 'Super',
    Home: 'Pos1',
    End: 'Ende',
    PageUp: 'Bild auf',
    PageDown: 'Bild ab',
    Insert: 'Einfg',
  },
};
