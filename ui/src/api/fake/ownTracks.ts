import type {
  AffectEstimate,
  Confidence,
  LibraryRow,
  LocalTrack,
  OwnRow,
  OwnSort,
} from '../bindings';
import { importedRows } from './demo';

const FORMATS = ['flac', 'mp3', 'vorbis', 'm4a'];
const ALBUMS = ['Small Hours', 'Field Recordings of a Kitchen', 'North Window', 'Second Draft'];

/** The id of the catalogue of own tracks. */
export const OWN_CATALOGUE = 'local';

/** Invents tracks of the listener's own. */
export function inventedTracks(count: number, seed: number): LibraryRow[] {
  return importedRows(OWN_CATALOGUE, count, seed).map((row, i) => ({ ...row, id: `local:${i}` }));
}

/** A track with plausible tags; it is analysed or still waiting. */
export function localOf(row: LibraryRow, heard: boolean): LocalTrack {
  const place = Number(row.id.slice('local:'.length));
  const pick = (from: string[]) => from[place % from.length] ?? '';
  const album = place % 9 === 0 ? null : pick(ALBUMS);
  return {
    id: row.id,
    title: row.title,
    artist: row.artist,
    album,
    albumArtist: null,
    number: album === null ? null : 1 + (place % 12),
    disc: null,
    year: row.year,
    genre: row.genre,
    isrc: null,
    durationMs: 120_000 + ((place * 7919) % 240) * 1000,
    format: pick(FORMATS),
    rate: 44_100,
    channels: 2,
    file: `/home/you/Music/${row.artist}/${row.title}.${pick(FORMATS)}`,
    copies: 1,
    foundAt: 0,
    tempo: heard ? 84 + (place % 80) : null,
    loudness: heard ? -9 - (place % 8) : null,
    heard: heard ? row.affect : null,
    hearing: heard ? { state: 'heard' } : { state: 'waiting' },
  };
}

/** The confidence of an estimate, as in the core. */
export function confidenceOf({ sd_valence, sd_arousal }: AffectEstimate): Confidence {
  const spread = Math.max(sd_valence, sd_arousal);
  if (spread < 0.18) return 'sure';
  if (spread < 0.28) return 'fairlySure';
  return spread < 0.4 ? 'maybe' : 'notSure';
}

/** The sort key of a column. */
export function sortKey(row: OwnRow, sort: OwnSort): string | number {
  const { track, affect } = row;
  switch (sort) {
    case 'length':
      return track.durationMs ?? 0;
    case 'year':
      return track.year ?? 9999;
    case 'valence':
    case 'arousal':
      return affect[sort];
    case 'sureness':
      return affect.sd_valence + affect.sd_arousal;
    default:
      return track[sort] ?? '';
  }
}

/** Whether every word is a prefix of one of the track's words. */
export function hasWords({ title, artist, album, genre }: LocalTrack, text: string): boolean {
  const words = (from: string) => from.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  const all = words([title, artist, album ?? '', genre ?? ''].join(' '));
  return words(text).every((word) => all.some((known) => known.startsWith(word)));
}
