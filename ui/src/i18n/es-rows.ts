import type { Messages } from './en';

export const rows: Messages['rows'] = {
  column: {
    title: 'título',
    artist: 'artista',
    album: 'álbum',
    popularity: 'popularidad',
    valence: 'valencia',
    arousal: 'activación',
    energy: 'energía',
  },
  problem: {
    missing: (column) => `falta un dato: ${column}`,
    longName: (column, bytes) => `${column}: más de ${bytes} bytes`,
    noNumber: (column, text) => `${column}: «${text}» no es un número`,
    outOfRange: (column, text, low, high) => `${column}: ${text} no está entre ${low} y ${high}`,
    longLine: (kib) => `la línea supera los ${kib} KiB`,
    nul: 'la línea contiene bytes nulos, así que no es texto',
    notUtf8: 'la línea no está en UTF-8, a diferencia del resto del archivo',
    openQuote: 'unas comillas abiertas en esta línea no se cierran donde deberían',
    width: (fields, columns) => `número de campos: ${fields}, de columnas: ${columns}`,
    longField: (kib) => `un campo supera los ${kib} KiB`,
    full: (tracks) => `desde esta fila: una lista admite como máximo ${tracks} canciones`,
  },
};
