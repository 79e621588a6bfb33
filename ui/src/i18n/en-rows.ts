import type { RowColumn, RowProblem } from '../api/backend';

/**
 * What is wrong with a row of an imported list, to stand behind a line’s number. Values come as texts, so that the command
 * line can have these sentences with gaps in their place.
 */
export const rows = {
  column: {
    title: 'title',
    artist: 'artist',
    album: 'album',
    popularity: 'popularity',
    valence: 'valence',
    arousal: 'arousal',
    energy: 'energy',
  } satisfies Record<RowColumn, string>,
  problem: {
    missing: (column: string) => `no ${column}`,
    longName: (column: string, bytes: string) => `the ${column} is longer than ${bytes} bytes`,
    noNumber: (column: string, text: string) => `${column} “${text}” is no number`,
    outOfRange: (column: string, text: string, low: string, high: string) =>
      `${column} ${text} is not between ${low} and ${high}`,
    longLine: (kib: string) => `the line is longer than ${kib} KiB`,
    nul: 'the line holds bytes of zero, so it is no text',
    notUtf8: 'the line is not in UTF-8, unlike the rest of the file',
    openQuote: 'a quotation mark opened on this line is not closed where it should be',
    width: (fields: string, columns: string) =>
      `the number of fields is ${fields}, that of columns ${columns}`,
    longField: (kib: string) => `a field is longer than ${kib} KiB`,
    full: (tracks: string) => `from this row on: a list holds at most ${tracks} tracks`,
  } satisfies Record<RowProblem['is'], unknown>,
};
