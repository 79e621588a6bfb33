import type { Messages } from './en';

/** The preferences that the listener states outright, in French. */
export const stated: Messages['stated'] = {
  title: 'Ce que tu as dit à Attune',
  nothing:
    'Rien pour l’instant. Ce n’est pas obligatoire : Attune apprend aussi de ce que tu écoutes.',
  summary: { like: 'Tu aimes :', ratherNot: 'Pas pour toi :' },
  about:
    'C’est surtout utile au début. Avec le temps, ce que tu écoutes jusqu’au bout ou passes compte davantage, et rien n’est totalement exclu.',
  begin: 'Dire à Attune ce que tu aimes…',
  change: 'Modifier…',
  close: 'Terminé',
  reset: 'Effacer',
  resetOf: 'Effacer ce que tu as dit aimer',
  answer: { like: 'J’aime', ratherNot: 'Pas pour moi' },
  answerOf: {
    like: (name) => `J’aime : ${name}`,
    ratherNot: (name) => `Pas pour moi : ${name}`,
  },
  artists: 'Artistes',
  families: 'Genres',
  words: (family) => `Genres proches : ${family}`,
  eras: 'Décennies',
  languages: 'Langues',
  search: 'Chercher un artiste',
  nobody: (text) => `Aucun artiste de ta bibliothèque ne correspond à « ${text} ».`,
};
