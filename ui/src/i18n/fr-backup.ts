import type { Messages } from './en';

/** Restoring what was exported, and tables, in French. */
export const backup: Messages['backup'] = {
  title: 'Restauration',
  about:
    'Remplace ce qu’Attune garde maintenant par un fichier exporté. Tu vois d’abord ce qu’il contient.',
  open: 'Restaurer…',
  question: 'Restaurer ce fichier ?',
  saved: 'Enregistré le',
  moods: 'Humeurs',
  ratings: 'Avis',
  stated: 'Préférences',
  catalogues: 'Catalogues importés',
  histories: 'Historiques d’écoute',
  folders: 'Dossiers de musique',
  warning:
    'Ton historique, tes avis, tes catalogues, tes réglages et ce qu’Attune a appris seront remplacés, et la musique s’arrête. Ce qui est là maintenant est d’abord enregistré, pour que tu puisses le remettre. Les fichiers de musique et les connexions restent tels quels.',
  confirm: 'Remplacer',
  taking: 'Restauration…',
  restored: (path) => `Restauré. Ce qui était là avant se trouve dans ${path}`,
  putBack: 'Remettre',
  kinds: {
    pictures: 'Photos',
    tables: 'Tableaux CSV',
    histories: 'Historiques d’écoute',
    playlists: 'Playlists',
    backups: 'Sauvegardes',
  },
  tables: 'Tableaux',
  tablesAbout:
    'Tes humeurs avec ce que tu as écouté, ou tous les titres de ta bibliothèque, pour un tableur.',
  history: 'Historique en CSV',
  library: 'Bibliothèque en CSV',
};
