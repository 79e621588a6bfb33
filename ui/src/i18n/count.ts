import { grammar } from './grammar';

/** The grammar of the English catalogue. */
export const { count, language, number, percent, plural } = grammar('en-GB');
