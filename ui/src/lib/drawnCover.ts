import { isSoundscape } from './soundscape';

/** What a cover is drawn from. */
export interface Drawn {
  id: string;
  artist: string;
  arousal: number;
}

/** A cover in a square of 100: initials of the artist, or the waves of a soundscape, and how far its hues lie apart. */
export interface Drawing {
  turn: number;
  initials: string | null;
  /** Closed paths, the farthest first. */
  waves: string[];
}

const WAVES = 4;
const STEP = 5;

/** A number in [0, 1) for a text and a place; equal texts give equal numbers (FNV-1a). */
function chance(text: string, place: number): number {
  let hash = 0x811c9dc5 ^ place;
  for (const character of text) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash / 2 ** 32;
}

/** Articles that artists' names begin with in languages of the Latin script; with a name after them they are no initial. */
const ARTICLE =
  /^(?:the|an?|der|die|das|les?|la|los|las|el|il|lo|gli|os|as|het|de|den|det)\s+(?=[\p{L}\p{N}])/iu;

/** The first letters of the first and the last word, as a person would be abbreviated; a leading article does not count. */
export function initials(name: string): string {
  const words = name
    .trim()
    .replace(ARTICLE, '')
    .split(/[\s\-–—/&,]+/u);
  const letters = words.flatMap((word) => /^[\p{L}\p{N}]\p{M}*/u.exec(word)?.[0] ?? []);
  const first = letters.at(0);
  if (first === undefined) return '♪';
  return (letters.length > 1 ? `${first}${letters.at(-1) ?? ''}` : first).toUpperCase();
}

/** One wave across the square: higher and steeper where there is more energy. */
function wave({ id, arousal }: Drawn, layer: number): string {
  const [phase, length] = [chance(id, layer) * 2 * Math.PI, 40 + 60 * chance(id, layer + 16)];
  const middle = 38 + layer * 15;
  const height = (4 + 6 * (arousal + 1)) * (1 - layer * 0.12);
  const points: string[] = [];
  for (let x = 0; x <= 100; x += STEP) {
    const y = middle + height * Math.sin((2 * Math.PI * x) / length + phase);
    points.push(`${x} ${y.toFixed(1)}`);
  }
  return `M0 100L${points.join('L')}L100 100Z`;
}

/** The drawing for a track without a picture; equal tracks are drawn alike everywhere. */
export function drawing(track: Drawn): Drawing {
  const turn = 24 + 36 * chance(track.id, 7);
  if (!isSoundscape(track.id)) return { turn, initials: initials(track.artist), waves: [] };
  const waves = Array.from({ length: WAVES }, (_, layer) => wave(track, layer));
  return { turn, initials: null, waves };
}
