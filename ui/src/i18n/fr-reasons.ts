import type { Messages } from './en';
import { MANY_TIMES, mainLanguage, type Say, type Suits, type ReasonDetail } from './en-reasons';
import { grammar } from './grammar';

const { language: nameOf, number } = grammar('fr');

const suits: Record<Suits, string> = {
  closeToMood: 'proche de ton humeur',
  closeToHold: 'proche de l’humeur que tu as choisie',
  towardsBrighter: 'en route vers plus de lumière',
  towardsCalmer: 'en route vers plus de calme',
  towardsEnergy: 'en route vers plus d’énergie',
  towardsHold: 'en route vers l’humeur que tu as choisie',
  towardsMood: 'en route vers ton humeur',
  start: 'un bon point de départ',
  closest: 'à peu près ce que tu as de plus proche',
};

/** How music of a sound is called after “musique”. */
const kinds: Readonly<Record<string, string>> = {
  brightEnergetic: 'lumineuse et énergique',
  bright: 'lumineuse',
  warmCalm: 'chaleureuse et calme',
  energetic: 'énergique',
  even: 'équilibrée',
  calm: 'calme',
  darkIntense: 'sombre et intense',
  dark: 'sombre',
  subdued: 'feutrée et douce',
};

/** Families of genres with their articles. */
const families: Readonly<Record<string, string>> = {
  pop: 'la pop',
  rock: 'le rock',
  metal: 'le metal',
  punk: 'le punk',
  hipHop: 'le hip-hop',
  electronic: 'la musique électronique',
  ambient: 'l’ambient',
  soul: 'la soul',
  jazz: 'le jazz',
  blues: 'le blues',
  classical: 'la musique classique',
  folk: 'le folk',
  country: 'la country',
  latin: 'la musique latine',
  reggae: 'le reggae',
  african: 'les musiques d’Afrique',
  eastern: 'les musiques d’Asie',
  score: 'les musiques de films et de jeux',
};

const parts: Readonly<Record<string, string>> = {
  night: 'la nuit',
  morning: 'le matin',
  afternoon: 'l’après-midi',
  evening: 'le soir',
};

const lists: Readonly<Record<string, string>> = {
  Happy: 'Joyeux',
  Sad: 'Triste',
  Calm: 'Calme',
  Energetic: 'Énergique',
};

const like = ({ stated }: ReasonDetail, what: string) =>
  stated ? `tu as dit aimer ${what}` : `tu aimes ${what}`;

const genre: Say = (told) => like(told, families[told.detail] ?? `le genre « ${told.detail} »`);

function language(told: ReasonDetail): string {
  const code = mainLanguage(told.detail);
  if (code === 'zxx') return like(told, 'la musique instrumentale');
  const name = nameOf(code);
  return like(
    told,
    name === undefined ? 'les chansons dans cette langue' : `les chansons en ${name}`,
  );
}

function era(told: ReasonDetail): string {
  const decade = /\d{4}(?=s)/.exec(told.detail)?.[0];
  return like(
    told,
    decade === undefined ? 'la musique d’avant 1960' : `la musique des années ${decade}`,
  );
}

function finished({ detail }: ReasonDetail): string {
  const times = Number(detail);
  const often = times >= MANY_TIMES ? ' très souvent' : times > 1 ? ` ${number(times)} fois` : '';
  return `tu l’as écouté${often} jusqu’au bout`;
}

function daytime(told: ReasonDetail): string {
  const [energy = '', part = ''] = told.detail.split(' ');
  const when = parts[part] ?? 'à cette heure-ci';
  return like(told, `la musique ${kinds[energy] ?? ''} ${when}`);
}

const listed = (detail: string) => `la liste « ${lists[detail] ?? detail} »`;

/** Why a track was chosen, in French, fit to follow “car”; “il” is the track. */
export const reasons: Messages['reasons'] = {
  sounds: {
    brightEnergetic: 'lumineux et énergique',
    bright: 'lumineux',
    warmCalm: 'chaleureux et calme',
    energetic: 'énergique',
    even: 'équilibré',
    calm: 'calme',
    darkIntense: 'sombre et intense',
    dark: 'sombre',
    subdued: 'feutré et doux',
  },
  suits,
  probably: (sound) => `probablement ${sound}`,
  paces: {
    slow: 'lent',
    unhurried: 'posé',
    fast: 'rapide',
    slower: 'plus lent que le morceau précédent',
    faster: 'plus rapide que le morceau précédent',
  },
  modes: {
    minor: 'en mode mineur',
    major: 'en mode majeur',
    nowMinor: 'maintenant en mode mineur',
    nowMajor: 'maintenant en mode majeur',
  },
  composed: (pace, mode) => `${pace} et ${mode}`,
  fit: (sound, how) => (how === null ? `il est ${sound}` : `il est ${sound}, ${suits[how]}`),
  name: {
    popular: () => 'il est populaire',
    known: () => 'il est à peu près aussi connu que la musique que tu aimes',
    novel: () => 'tu ne l’as pas encore écouté',
    explore: () => 'Attune aimerait savoir s’il te plaît',
    liked: () => 'tu l’aimes',
    rated: () => 'tu l’as bien noté',
    starred: () => 'tu lui as donné une étoile sur ton serveur',
    finished,
    artist: (told) => like(told, told.detail),
    genre,
    genreWord: genre,
    sound: (told) => like(told, `la musique ${kinds[told.detail] ?? ''}`),
    era,
    language,
    tempo: (told) => like(told, 'la musique à ce tempo'),
    register: (told) => like(told, 'les paysages sonores à cette hauteur'),
    daytime,
    classic: ({ detail }) => `il est sur ${listed(detail)}`,
    classicTop: ({ detail }) => `il est l’un des plus populaires de ${listed(detail)}`,
    chosen: () => 'tu l’as choisi',
    resumed: () => 'tu ne l’as pas écouté jusqu’au bout la dernière fois',
  },
};
