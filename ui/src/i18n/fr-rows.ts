import type { Messages } from './en';

export const rows: Messages['rows'] = {
  column: {
    title: 'titre',
    artist: 'artiste',
    album: 'album',
    popularity: 'popularité',
    valence: 'valence',
    arousal: 'activation',
    energy: 'énergie',
  },
  problem: {
    missing: (column) => `information manquante : ${column}`,
    longName: (column, bytes) => `${column} : plus de ${bytes} octets`,
    noNumber: (column, text) => `${column} : « ${text} » n’est pas un nombre`,
    outOfRange: (column, text, low, high) =>
      `${column} : ${text} n’est pas entre ${low} et ${high}`,
    longLine: (kib) => `la ligne dépasse ${kib} Kio`,
    nul: 'la ligne contient des octets nuls : ce n’est pas du texte',
    notUtf8: 'la ligne n’est pas en UTF-8, contrairement au reste du fichier',
    openQuote: 'un guillemet ouvert sur cette ligne n’est pas fermé là où il devrait l’être',
    width: (fields, columns) => `nombre de champs : ${fields}, de colonnes : ${columns}`,
    longField: (kib) => `un champ dépasse ${kib} Kio`,
    full: (tracks) => `à partir de cette ligne : une liste contient au plus ${tracks} titres`,
  },
};
