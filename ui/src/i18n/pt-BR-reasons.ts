import type { Messages } from './en';
import { MANY_TIMES, mainLanguage, type Say, type Suits, type ReasonDetail } from './en-reasons';
import { grammar } from './grammar';

const { language: nameOf, number } = grammar('pt-BR');

const suits: Record<Suits, string> = {
  closeToMood: 'perto do seu humor',
  closeToHold: 'perto do humor que você definiu',
  towardsBrighter: 'a caminho de algo mais luminoso',
  towardsCalmer: 'a caminho de mais calma',
  towardsEnergy: 'a caminho de mais energia',
  towardsHold: 'a caminho do humor que você definiu',
  towardsMood: 'a caminho do seu humor',
  start: 'um bom ponto de partida',
  closest: 'quase o mais próximo que você tem',
};

/** How music of a sound is called; “música” is a song and music, and feminine. */
const sounds = {
  brightEnergetic: 'luminosa e animada',
  bright: 'luminosa',
  warmCalm: 'calorosa e calma',
  energetic: 'animada',
  even: 'equilibrada',
  calm: 'calma',
  darkIntense: 'sombria e intensa',
  dark: 'sombria',
  subdued: 'contida e suave',
};
const kinds: Readonly<Record<string, string>> = sounds;

const families: Readonly<Record<string, string>> = {
  hipHop: 'hip hop',
  electronic: 'música eletrônica',
  ambient: 'música ambiente',
  classical: 'música clássica',
  latin: 'música latina',
  african: 'música africana',
  eastern: 'música asiática',
  score: 'música de filmes e jogos',
};

const parts: Readonly<Record<string, string>> = {
  night: 'de madrugada',
  morning: 'de manhã',
  afternoon: 'à tarde',
  evening: 'à noite',
};

const lists: Readonly<Record<string, string>> = {
  Happy: 'Alegre',
  Sad: 'Triste',
  Calm: 'Calma',
  Energetic: 'Animada',
};

const like = ({ stated }: ReasonDetail, what: string) =>
  stated ? `você disse que gosta de ${what}` : `você gosta de ${what}`;

const genre: Say = (told) => like(told, families[told.detail] ?? told.detail);

function language(told: ReasonDetail): string {
  const code = mainLanguage(told.detail);
  if (code === 'zxx') return like(told, 'música instrumental');
  const name = nameOf(code);
  return like(told, name === undefined ? 'músicas neste idioma' : `músicas em ${name}`);
}

function era(told: ReasonDetail): string {
  const decade = /\d{4}(?=s)/.exec(told.detail)?.[0];
  return like(told, decade === undefined ? 'música de antes de 1960' : `música dos anos ${decade}`);
}

function finished({ detail }: ReasonDetail): string {
  const times = Number(detail);
  const often = times >= MANY_TIMES ? ' muitas vezes' : times > 1 ? ` ${number(times)} vezes` : '';
  return `você a ouviu até o fim${often}`;
}

function daytime(told: ReasonDetail): string {
  const [energy = '', part = ''] = told.detail.split(' ');
  const when = parts[part] ?? 'neste horário';
  return like(told, `música ${kinds[energy] ?? ''} ${when}`);
}

const listed = (detail: string) => `lista “${lists[detail] ?? detail}”`;

/** Why a track was chosen, in Brazilian Portuguese, fit to follow “porque”; what it speaks of is the song. */
export const reasons: Messages['reasons'] = {
  sounds,
  suits,
  probably: (sound) => `provavelmente ${sound}`,
  paces: {
    slow: 'lenta',
    unhurried: 'tranquila',
    fast: 'rápida',
    slower: 'mais lenta que a peça anterior',
    faster: 'mais rápida que a peça anterior',
  },
  modes: {
    minor: 'em modo menor',
    major: 'em modo maior',
    nowMinor: 'agora em modo menor',
    nowMajor: 'agora em modo maior',
  },
  composed: (pace, mode) => `${pace} e ${mode}`,
  fit: (sound, how) => (how === null ? `ela é ${sound}` : `ela é ${sound}, ${suits[how]}`),
  name: {
    popular: () => 'ela é popular',
    known: () => 'ela é mais ou menos tão conhecida quanto a música de que você gosta',
    novel: () => 'você ainda não a ouviu',
    explore: () => 'o Attune quer saber se você gosta',
    liked: () => 'você gosta dela',
    rated: () => 'você a avaliou bem',
    starred: () => 'você deu uma estrela a ela no seu servidor',
    finished,
    artist: (told) => like(told, told.detail),
    genre,
    genreWord: genre,
    sound: (told) => like(told, `música ${kinds[told.detail] ?? ''}`),
    era,
    language,
    tempo: (told) => like(told, 'música neste andamento'),
    register: (told) => like(told, 'paisagens sonoras nesta altura'),
    daytime,
    classic: ({ detail }) => `ela está na ${listed(detail)}`,
    classicTop: ({ detail }) => `ela é uma das mais populares da ${listed(detail)}`,
    chosen: () => 'você a escolheu',
    resumed: () => 'você não a ouviu até o fim da última vez',
  },
};
