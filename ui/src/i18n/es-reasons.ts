import type { Messages } from './en';
import { MANY_TIMES, mainLanguage, type Say, type Suits, type ReasonDetail } from './en-reasons';
import { grammar } from './grammar';

const { language: nameOf, number } = grammar('es');

const suits: Record<Suits, string> = {
  closeToMood: 'cerca de tu ánimo',
  closeToHold: 'cerca del ánimo que pusiste',
  towardsBrighter: 'de camino a algo más luminoso',
  towardsCalmer: 'de camino a más calma',
  towardsEnergy: 'de camino a más energía',
  towardsHold: 'de camino al ánimo que pusiste',
  towardsMood: 'de camino a tu ánimo',
  start: 'un buen punto de partida',
  closest: 'casi lo más cercano que tienes',
};

/** How music of a sound is called after “música”; a song is feminine, too. */
const sounds = {
  brightEnergetic: 'luminosa y enérgica',
  bright: 'luminosa',
  warmCalm: 'cálida y tranquila',
  energetic: 'enérgica',
  even: 'equilibrada',
  calm: 'tranquila',
  darkIntense: 'oscura e intensa',
  dark: 'oscura',
  subdued: 'apagada y suave',
};
const kinds: Readonly<Record<string, string>> = sounds;

/** Families of genres with their articles. */
const families: Readonly<Record<string, string>> = {
  pop: 'el pop',
  rock: 'el rock',
  metal: 'el metal',
  punk: 'el punk',
  hipHop: 'el hip hop',
  electronic: 'la música electrónica',
  ambient: 'el ambient',
  soul: 'el soul',
  jazz: 'el jazz',
  blues: 'el blues',
  classical: 'la música clásica',
  folk: 'el folk',
  country: 'el country',
  latin: 'la música latina',
  reggae: 'el reggae',
  african: 'la música africana',
  eastern: 'la música asiática',
  score: 'la música de cine y videojuegos',
};

const parts: Readonly<Record<string, string>> = {
  night: 'de madrugada',
  morning: 'por la mañana',
  afternoon: 'por la tarde',
  evening: 'por la noche',
};

const lists: Readonly<Record<string, string>> = {
  Happy: 'Alegre',
  Sad: 'Triste',
  Calm: 'Tranquila',
  Energetic: 'Enérgica',
};

const like = ({ stated }: ReasonDetail, what: string) =>
  stated ? `dijiste que te gusta ${what}` : `te gusta ${what}`;

const genre: Say = (told) => like(told, families[told.detail] ?? `el género «${told.detail}»`);

function language(told: ReasonDetail): string {
  const code = mainLanguage(told.detail);
  if (code === 'zxx') return like(told, 'la música instrumental');
  const name = nameOf(code);
  return like(told, name === undefined ? 'la música en este idioma' : `la música en ${name}`);
}

function era(told: ReasonDetail): string {
  const decade = /\d{4}(?=s)/.exec(told.detail)?.[0];
  return like(
    told,
    decade === undefined ? 'la música anterior a 1960' : `la música de los años ${decade}`,
  );
}

function finished({ detail }: ReasonDetail): string {
  const times = Number(detail);
  const often = times >= MANY_TIMES ? ' muchas veces' : times > 1 ? ` ${number(times)} veces` : '';
  return `la escuchaste hasta el final${often}`;
}

function daytime(told: ReasonDetail): string {
  const [energy = '', part = ''] = told.detail.split(' ');
  const when = parts[part] ?? 'a esta hora';
  return like(told, `la música ${kinds[energy] ?? ''} ${when}`);
}

const listed = (detail: string) => `la lista «${lists[detail] ?? detail}»`;

/** Why a track was chosen, in Spanish, fit to follow “porque”; what it speaks of is the song. */
export const reasons: Messages['reasons'] = {
  sounds,
  suits,
  probably: (sound) => `probablemente ${sound}`,
  paces: {
    slow: 'lenta',
    unhurried: 'pausada',
    fast: 'rápida',
    slower: 'más lenta que la pieza anterior',
    faster: 'más rápida que la pieza anterior',
  },
  modes: {
    minor: 'en modo menor',
    major: 'en modo mayor',
    nowMinor: 'ahora en modo menor',
    nowMajor: 'ahora en modo mayor',
  },
  composed: (pace, mode) => `${pace} y ${mode}`,
  fit: (sound, how) => (how === null ? `es ${sound}` : `es ${sound}, ${suits[how]}`),
  name: {
    popular: () => 'es popular',
    known: () => 'es más o menos tan conocida como la música que te gusta',
    novel: () => 'aún no la has escuchado',
    explore: () => 'Attune quiere saber si te gusta',
    liked: () => 'te gusta',
    rated: () => 'la valoraste bien',
    starred: () => 'le pusiste una estrella en tu servidor',
    finished,
    artist: (told) => like(told, told.detail),
    genre,
    genreWord: genre,
    sound: (told) => like(told, `la música ${kinds[told.detail] ?? ''}`),
    era,
    language,
    tempo: (told) => like(told, 'la música a este tempo'),
    register: (told) => like(told, 'un paisaje sonoro de esta altura'),
    daytime,
    classic: ({ detail }) => `está en ${listed(detail)}`,
    classicTop: ({ detail }) => `es una de las más populares de ${listed(detail)}`,
    chosen: () => 'la elegiste tú',
    resumed: () => 'la última vez no la escuchaste hasta el final',
  },
};
