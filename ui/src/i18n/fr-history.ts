import type { Messages } from './en';
import { grammar } from './grammar';

const { count } = grammar('fr');

/** The history of moods, in French. */
export const history: Messages['history'] = {
  title: 'Historique',
  spans: { day: 'Jour', week: 'Semaine', month: 'Mois' },
  span: 'Période affichée',
  previous: { day: 'Jour précédent', week: 'Semaine précédente', month: 'Mois précédent' },
  next: { day: 'Jour suivant', week: 'Semaine suivante', month: 'Mois suivant' },
  weekdays: ['lun.', 'mar.', 'mer.', 'jeu.', 'ven.', 'sam.', 'dim.'],
  summary: (day, mostly, songs) =>
    [
      day,
      ...(mostly ? [`surtout ${mostly}`] : []),
      ...(songs ? [count(songs, 'titre', 'titres')] : []),
    ].join(' · '),
  parts: { morning: 'Le matin', afternoon: 'L’après-midi', evening: 'Le soir' },
  observed: {
    calmest: (part) => `${part} est ton moment le plus calme.`,
    brightest: (part) => `${part} est ton moment le plus agréable.`,
  },
  onDays: (days, of) => `${days} jours sur ${of}.`,
  seeDays: 'Voir ces jours',
  add: 'Ajouter un moment',
  addTitle: 'Comment te sentais-tu ?',
  addDo: 'Ajouter',
  when: 'Quand',
  heard: (titles) => `→ ${titles}`,
  heardLabel: 'Titres écoutés',
  today: 'Aujourd’hui',
  yesterday: 'Hier',
  strip: (today) => (today ? 'Ton humeur aujourd’hui' : 'Ton humeur ce jour-là'),
  entries: (n) => count(n, 'entrée', 'entrées'),
  time: 'Heure',
  mood: 'Humeur',
  sureness: 'Certitude',
  source: 'Source',
  sources: { face: 'ton visage', voice: 'ta voix', pulse: 'ton pouls', you: 'toi' },
  note: 'Note',
  edit: 'Modifier',
  editOf: (time) => `Modifier l’entrée de ${time}`,
  delete: 'Supprimer',
  deleteOf: (time) => `Supprimer l’entrée de ${time}`,
  deleted: (time) => `Entrée de ${time} supprimée.`,
  undo: 'Annuler',
  editTitle: (time) => `Comment te sentais-tu à ${time} ?`,
  editDot: 'Humeur de cette entrée : glisser, ou flèches et Entrée',
  noteHint: 'Une note pour toi',
  save: 'Enregistrer',
  cancel: 'Annuler',
  empty: 'Aucune entrée pour ce jour.',
  emptyDo: 'Des entrées s’ajoutent tant que la caméra est allumée et quand tu déplaces le point.',
  toNow: 'Aller à « Maintenant »',
};
