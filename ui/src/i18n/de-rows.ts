import type { Messages } from './en';

export const rows: Messages['rows'] = {
  column: {
    title: 'Titel',
    artist: 'Künstler',
    album: 'Album',
    popularity: 'Beliebtheit',
    valence: 'Valenz',
    arousal: 'Erregung',
    energy: 'Energie',
  },
  problem: {
    missing: (column) => `Angabe fehlt: ${column}`,
    longName: (column, bytes) => `${column}: länger als ${bytes} Byte`,
    noNumber: (column, text) => `${column}: „${text}“ ist keine Zahl`,
    outOfRange: (column, text, low, high) =>
      `${column}: ${text} liegt nicht zwischen ${low} und ${high}`,
    longLine: (kib) => `die Zeile ist länger als ${kib} KiB`,
    nul: 'die Zeile enthält Null-Bytes, ist also kein Text',
    notUtf8: 'die Zeile ist nicht in UTF-8, anders als der Rest der Datei',
    openQuote: 'ein Anführungszeichen in dieser Zeile wird nicht geschlossen, wo es sollte',
    width: (fields, columns) => `Anzahl der Felder: ${fields}, der Spalten: ${columns}`,
    longField: (kib) => `ein Feld ist länger als ${kib} KiB`,
    full: (tracks) => `ab dieser Zeile: eine Liste fasst höchstens ${tracks} Titel`,
  },
};
