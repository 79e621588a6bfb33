import { language as nameOf, plural } from './count';

/** How music sounds: the nine regions of the plane, as the core tells them. */
export type Sound =
  | 'brightEnergetic'
  | 'bright'
  | 'warmCalm'
  | 'energetic'
  | 'even'
  | 'calm'
  | 'darkIntense'
  | 'dark'
  | 'subdued';

/** How a track suits the mood, as the core tells it. */
export type Suits =
  | 'closeToMood'
  | 'closeToHold'
  | 'towardsBrighter'
  | 'towardsCalmer'
  | 'towardsEnergy'
  | 'towardsHold'
  | 'towardsMood'
  | 'start'
  | 'closest';

/** What a reason is about: `detail` and `stated` of a `ReasonView`. */
export interface ReasonDetail {
  detail: string;
  stated: boolean;
}

/** The words for a reason: after "because", or alone. English says both alike; others turn the verb. */
export type Say = (told: ReasonDetail, alone: boolean) => string;

/** The core counts no further. */
export const MANY_TIMES = 255;

/** The language of a tag: "fr" of "fr-CA". */
export const mainLanguage = (tag: string): string => tag.toLowerCase().split(/[-_]/)[0] ?? '';

const sounds = {
  brightEnergetic: 'bright and energetic',
  bright: 'bright',
  warmCalm: 'warm and calm',
  energetic: 'energetic',
  even: 'even and balanced',
  calm: 'calm',
  darkIntense: 'dark and intense',
  dark: 'dark',
  subdued: 'subdued and quiet',
} satisfies Record<Sound, string>;

const suits = {
  closeToMood: 'close to your mood',
  closeToHold: 'close to the mood you set',
  towardsBrighter: 'on the way to something brighter',
  towardsCalmer: 'on the way to something calmer',
  towardsEnergy: 'on the way to more energy',
  towardsHold: 'on the way to the mood you set',
  towardsMood: 'on the way to your mood',
  start: 'an easy place to start',
  closest: 'about the closest you have',
} satisfies Record<Suits, string>;

const families: Readonly<Record<string, string>> = {
  hipHop: 'hip hop',
  electronic: 'electronic music',
  ambient: 'ambient music',
  classical: 'classical music',
  latin: 'Latin music',
  african: 'African music',
  eastern: 'eastern music',
  score: 'film and game music',
};

const like = ({ stated }: ReasonDetail, what: string) =>
  `you ${stated ? 'said you ' : ''}like ${what}`;
const genre: Say = (told) => like(told, families[told.detail] ?? told.detail);

function language(told: ReasonDetail): string {
  const code = mainLanguage(told.detail);
  if (code === 'zxx') return like(told, 'instrumental music');
  const name = nameOf(code);
  return like(told, name === undefined ? 'songs in this language' : `songs in ${name}`);
}

function finished({ detail }: ReasonDetail): string {
  const times = Number(detail);
  if (times >= MANY_TIMES) return 'you played it to the end many times';
  return `you played it to the end${plural(times, '', ` ${times} times`)}`;
}

/** Why a track was chosen, in English, fit to follow "because". */
export const reasons = {
  sounds,
  suits,
  probably: (sound: string) => `probably ${sound}`,
  paces: {
    slow: 'slow',
    unhurried: 'unhurried',
    fast: 'fast',
    slower: 'slower than the piece before',
    faster: 'faster than the piece before',
  },
  modes: {
    minor: 'in a minor mode',
    major: 'in a major mode',
    nowMinor: 'now in a minor mode',
    nowMajor: 'now in a major mode',
  },
  composed: (pace: string, mode: string) => `${pace} and ${mode}`,
  /** `sound` in words; the last says whether it stands alone. */
  fit: ((sound, how) => (how === null ? `it is ${sound}` : `it is ${sound}, ${suits[how]}`)) as (
    sound: string,
    how: Suits | null,
    alone: boolean,
  ) => string,
  /** By code. */
  name: {
    popular: () => 'it is popular',
    known: () => 'it is about as well known as music you like',
    novel: () => 'you have not played it yet',
    explore: () => 'Attune wants to learn whether you like it',
    liked: () => 'you like it',
    rated: () => 'you rated it highly',
    starred: () => 'you starred it on your server',
    finished,
    artist: (told) => like(told, told.detail),
    genre,
    genreWord: genre,
    sound: (told) => like(told, `${sounds[told.detail as Sound]} music`),
    era: (told) => like(told, `music from ${told.detail}`),
    language,
    tempo: () => 'you like music at this tempo',
    register: () => 'you like soundscapes at this pitch',
    daytime: (told) => {
      const [energy, part] = told.detail.split(' ');
      return like(told, `${energy} music ${part === 'night' ? 'at night' : `in the ${part}`}`);
    },
    classic: ({ detail }) => `it is on the ${detail} list`,
    classicTop: ({ detail }) => `it is one of the most popular songs on the ${detail} list`,
    chosen: () => 'you chose it',
    resumed: () => 'you didn’t finish it last time',
  } as Readonly<Record<string, Say>>,
};
