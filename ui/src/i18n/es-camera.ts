import type { Messages } from './en';
import { grammar } from './grammar';

const { count } = grammar('es');

/** What the window says of the camera, in Spanish. */
export const camera: Messages['camera'] = {
  label: 'Cámara',
  state: {
    off: 'Cámara cerrada',
    starting: 'Iniciando la cámara…',
    on: 'Cámara encendida',
    waiting: 'Cámara desconectada, Attune la espera',
    away: 'Cámara cerrada mientras no estabas',
    failed: 'La cámara no se pudo iniciar',
  },
  busy: 'Cámara en uso, Attune la espera',
  forPulse: 'Cámara encendida para medir tu pulso',
  rate: (looks) => `${count(looks, 'lectura', 'lecturas')} por segundo`,
  reopened: 'Cámara encendida de nuevo tras tu ausencia',
  start: 'Iniciar cámara',
  pause: 'Pausar',
  retry: 'Reintentar',
  picture: 'Usar una foto',
  waitingFor: (name) => `${name}: desconectada, Attune la espera`,
  first: 'Primera cámara disponible',
  none: 'No se encontró ninguna cámara',
  gone: 'Cámara elegida (desconectada)',
};
