import type { Messages } from './en';

/** The shortcuts that work while another program has the keyboard, in French. */
export const shortcuts: Messages['shortcuts'] = {
  title: 'Raccourcis globaux',
  about: 'Ils fonctionnent aussi quand tu utilises un autre programme.',
  portalAbout:
    'Ils fonctionnent aussi quand tu utilises un autre programme. Ton bureau te demande d’abord ton accord et choisit les touches ; tu peux les changer dans ses réglages.',
  none: 'Ce bureau ne les propose pas. Dans ses propres réglages, tu peux attribuer des touches à des commandes comme « attune --toggle-play ».',
  asking: 'Ton bureau te pose une question sur les raccourcis.',
  camera: 'Démarrer ou fermer la caméra',
  change: 'Changer…',
  changeFor: (action) => `Changer le raccourci : ${action}`,
  press: 'Appuie sur les nouvelles touches…',
  pressAbout: 'Échap annule, Retour arrière supprime le raccourci.',
  unset: 'Aucun',
  taken: 'Utilisé par un autre programme',
  needsHeld: (ctrl, alt, system) => `Maintiens aussi ${ctrl}, ${alt} ou ${system}.`,
  otherKey: 'Cette touche ne convient pas. Prends une lettre, un chiffre, F1 à F12 ou une flèche.',
  used: (action) => `Déjà utilisé pour « ${action} ».`,
  keys: {
    Ctrl: 'Ctrl',
    Alt: 'Alt',
    Shift: 'Maj',
    Super: 'Super',
    Home: 'Début',
    End: 'Fin',
    PageUp: 'Page préc.',
    PageDown: 'Page suiv.',
    Insert: 'Inser',
  },
};
