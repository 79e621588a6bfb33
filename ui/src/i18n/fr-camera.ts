import type { Messages } from './en';
import { grammar } from './grammar';

const { count } = grammar('fr');

/** What the window says of the camera, in French. */
export const camera: Messages['camera'] = {
  label: 'Caméra',
  state: {
    off: 'Caméra fermée',
    starting: 'Démarrage de la caméra…',
    on: 'Caméra allumée',
    waiting: 'Caméra débranchée, Attune l’attend',
    away: 'Caméra fermée pendant ton absence',
    failed: 'La caméra n’a pas pu démarrer',
  },
  forPulse: 'Caméra allumée pour mesurer ton pouls',
  rate: (looks) => `${count(looks, 'lecture', 'lectures')} par seconde`,
  reopened: 'Caméra rallumée après ton absence',
  start: 'Démarrer la caméra',
  pause: 'Pause',
  retry: 'Réessayer',
  picture: 'Utiliser une photo',
  waitingFor: (name) => `${name} : débranchée, Attune l’attend`,
  busy: 'Caméra utilisée ailleurs, Attune l’attend',
  first: 'Première caméra disponible',
  none: 'Aucune caméra trouvée',
  gone: 'Caméra choisie (débranchée)',
};
