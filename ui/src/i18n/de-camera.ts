import type { Messages } from './en';
import { grammar } from './grammar';

const { count } = grammar('de');

/** What the window says of the camera, in German. */
export const camera: Messages['camera'] = {
  label: 'Kamera',
  state: {
    off: 'Kamera aus',
    starting: 'Kamera startet …',
    on: 'Kamera an',
    waiting: 'Kamera getrennt, Attune wartet auf sie',
    away: 'Kamera aus, während du weg warst',
    failed: 'Kamera konnte nicht starten',
  },
  forPulse: 'Kamera an, um deinen Puls zu messen',
  rate: (looks) => `${count(looks, 'Blick', 'Blicke')} pro Sekunde`,
  reopened: 'Kamera wieder an, du warst kurz weg',
  start: 'Kamera starten',
  pause: 'Pause',
  retry: 'Erneut versuchen',
  picture: 'Foto verwenden',
  waitingFor: (name) => `${name} getrennt, Attune wartet`,
  busy: 'Kamera in Benutzung, Attune wartet',
  first: 'Erste verfügbare Kamera',
  none: 'Keine Kamera gefunden',
  gone: 'Gewählte Kamera (getrennt)',
};
