import type { Strength } from '../lib/strength';
import { reasons } from './en-reasons';
import { language as nameOf } from './count';

const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const sounds: Readonly<Record<string, string>> = {
  valence: 'Bright music',
  arousal: 'Energetic music',
  valenceExtremes: 'Very bright or very dark music',
  arousalExtremes: 'Very calm or very energetic music',
  diagonal: 'Bright and lively, or dark and quiet music',
};
/** How music of a region of the plane sounds. */
const regions: Readonly<Record<string, string>> = reasons.sounds;
const fits: Readonly<Record<string, string>> = {
  steered: 'Music that follows the policy you chose',
  brighter: 'Music brighter than your mood',
  livelier: 'Music livelier than your mood',
};
const genres: Readonly<Record<string, string>> = {
  hipHop: 'Hip hop',
  score: 'Film and game music',
  african: 'African music',
  eastern: 'Eastern music',
};
const tempos: Readonly<Record<string, string>> = {
  fast: 'Fast music',
  tempoExtremes: 'Very slow or very fast music',
};

function language(code: string): string {
  if (code === '') return 'Its language';
  if (code === 'zxx') return 'Instrumental music';
  const name = nameOf(code);
  return name === undefined ? 'Songs in other languages' : `Songs in ${name}`;
}

function era(detail: string): string {
  if (detail === '') return 'When it was released';
  if (detail === 'before1960') return 'Music from before 1960';
  return `Music from the ${detail.replace(/s?$/, 's')}`;
}

/** The terms that a ranking adds up, and the learned preferences, in English. */
export const terms = {
  label: 'All reasons for this track',
  base: 'Starting point',
  baseDegree: 'the same for every track',
  none: 'This track comes from a fixed list, so there’s nothing to weigh up.',
  degree: {
    for: {
      hardly: 'hardly counts',
      little: 'slightly for it',
      clearly: 'for it',
      strongly: 'strongly for it',
    },
    against: {
      hardly: 'hardly counts',
      little: 'slightly against it',
      clearly: 'against it',
      strongly: 'strongly against it',
    },
    leaning: {
      hardly: 'hardly',
      little: 'a little',
      clearly: 'clearly',
      strongly: 'strongly',
    },
  } satisfies Record<string, Record<Strength, string>>,
  other: 'Something else',
  /** By code, given the detail. */
  name: {
    fit: (d) => fits[d] ?? 'Fits your mood',
    sound: (d) => sounds[d] ?? (d === '' ? 'How it sounds' : `Sounds ${regions[d] ?? d}`),
    genre: (d) => (d === '' ? 'Its kind of music' : (genres[d] ?? upper(d))),
    genreWord: (d) => (d === '' ? 'Its genre' : upper(d)),
    artist: (d) => (d === '' ? 'Its artist' : d),
    track: () => 'What you did with it before',
    era,
    language,
    tempo: (d) => tempos[d] ?? 'Its tempo',
    register: (d) => (d === 'high' ? 'High soundscapes' : 'How high or low it is'),
    popular: () => 'How popular it is',
    novel: () => 'You haven’t played it yet',
    daytime: (d) => (d === '' ? 'The time of day' : `Energetic music in the ${d}`),
    recent: () => 'Played recently',
    flow: () => 'How well it follows the previous track',
    chance: () => 'Variety',
    explore: () => 'Trying something new',
  } as Readonly<Record<string, (detail: string) => string>>,
};
