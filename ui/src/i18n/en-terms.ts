import type { Degree } from '../lib/degree';

const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const sounds: Readonly<Record<string, string>> = {
  valence: 'Pleasant music',
  arousal: 'Energetic music',
  valenceExtremes: 'Very pleasant or very dark music',
  arousalExtremes: 'Very calm or very energetic music',
  diagonal: 'Bright and lively, or dark and quiet music',
};
const fits: Readonly<Record<string, string>> = {
  steered: 'Music that follows a chosen path',
  brighter: 'Music brighter than the path',
  livelier: 'Music livelier than the path',
};
const genres: Readonly<Record<string, string>> = {
  hipHop: 'Hip hop and the like',
  score: 'Music of films and games',
  african: 'African music',
  eastern: 'Eastern music',
};
const tempos: Readonly<Record<string, string>> = {
  fast: 'Fast music',
  tempoExtremes: 'Very slow or very fast music',
};
const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

function language(code: string): string {
  if (code === '') return 'Its language';
  if (code === 'zxx') return 'Music without words';
  const name = /^[a-z]{2,3}$/.test(code) ? languages.of(code) : undefined;
  return name === undefined ? 'Songs in other languages' : `Songs in ${name}`;
}

function era(detail: string): string {
  if (detail === '') return 'The years it comes from';
  if (detail === 'before1960') return 'Music from before 1960';
  return `Music of the ${detail.replace(/s?$/, 's')}`;
}

/** The parts of a score and of a taste in English: of a track in the queue, or learned of the listener. */
export const terms = {
  label: 'All that counts for this track',
  base: 'Any track at all',
  baseDegree: 'the same for every track',
  none: 'This one is from a fixed list, so nothing was weighed.',
  degree: {
    for: {
      hardly: 'hardly counts',
      little: 'a little for it',
      clearly: 'for it',
      strongly: 'strongly for it',
    },
    against: {
      hardly: 'hardly counts',
      little: 'a little against it',
      clearly: 'against it',
      strongly: 'strongly against it',
    },
    leaning: {
      hardly: 'hardly',
      little: 'a little',
      clearly: 'clearly',
      strongly: 'strongly',
    },
  } satisfies Record<string, Record<Degree, string>>,
  other: 'Something else',
  /** By code, given the detail. */
  name: {
    fit: (d) => fits[d] ?? 'How well it fits the path',
    sound: (d) => sounds[d] ?? (d === '' ? 'How it sounds' : `Sounds ${d}`),
    genre: (d) => (d === '' ? 'Its kind of music' : (genres[d] ?? `${upper(d)} and the like`)),
    genreWord: (d) => (d === '' ? 'Its genre' : upper(d)),
    artist: (d) => (d === '' ? 'Its artist' : d),
    track: () => 'What you did with it before',
    era,
    language,
    tempo: (d) => tempos[d] ?? 'Its tempo',
    popular: () => 'How well known it is',
    novel: () => 'Not heard here yet',
    daytime: (d) => (d === '' ? 'The time of day' : `Energetic music in the ${d}`),
    recent: () => 'Heard a short while ago',
    flow: () => 'The step from the track before',
    chance: () => 'Variety',
    explore: () => 'Trying something out',
  } as Readonly<Record<string, (detail: string) => string>>,
};
