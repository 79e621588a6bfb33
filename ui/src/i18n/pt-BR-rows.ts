import type { Messages } from './en';

export const rows: Messages['rows'] = {
  column: {
    title: 'título',
    artist: 'artista',
    album: 'álbum',
    popularity: 'popularidade',
    valence: 'valência',
    arousal: 'ativação',
    energy: 'energia',
  },
  problem: {
    missing: (column) => `falta um dado: ${column}`,
    longName: (column, bytes) => `${column}: mais de ${bytes} bytes`,
    noNumber: (column, text) => `${column}: “${text}” não é um número`,
    outOfRange: (column, text, low, high) => `${column}: ${text} não está entre ${low} e ${high}`,
    longLine: (kib) => `a linha passa de ${kib} KiB`,
    nul: 'a linha contém bytes nulos, então não é texto',
    notUtf8: 'a linha não está em UTF-8, ao contrário do resto do arquivo',
    openQuote: 'aspas abertas nesta linha não são fechadas onde deveriam',
    width: (fields, columns) => `número de campos: ${fields}, de colunas: ${columns}`,
    longField: (kib) => `um campo passa de ${kib} KiB`,
    full: (tracks) => `a partir desta linha: uma lista comporta no máximo ${tracks} músicas`,
  },
};
