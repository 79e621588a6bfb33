import type { Messages } from './en';
import { reasons } from './pt-BR-reasons';
import { grammar } from './grammar';

const { language: nameOf } = grammar('pt-BR');
const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const sounds: Readonly<Record<string, string>> = {
  valence: 'Música luminosa',
  arousal: 'Música animada',
  valenceExtremes: 'Música muito luminosa ou muito sombria',
  arousalExtremes: 'Música muito calma ou muito animada',
  diagonal: 'Música luminosa e viva, ou sombria e suave',
};
/** How music of a region of the plane sounds. */
const regions: Readonly<Record<string, string>> = reasons.sounds;
const fits: Readonly<Record<string, string>> = {
  steered: 'Música que faz o que você escolheu',
  brighter: 'Música mais luminosa que seu humor',
  livelier: 'Música mais viva que seu humor',
};
const genres: Readonly<Record<string, string>> = {
  hipHop: 'Hip hop',
  electronic: 'Eletrônica',
  ambient: 'Ambiente',
  classical: 'Clássica',
  latin: 'Música latina',
  score: 'Música de filmes e jogos',
  african: 'Música africana',
  eastern: 'Música asiática',
};
const tempos: Readonly<Record<string, string>> = {
  fast: 'Música rápida',
  tempoExtremes: 'Música muito lenta ou muito rápida',
};
const dayparts: Readonly<Record<string, string>> = {
  night: 'de madrugada',
  morning: 'de manhã',
  afternoon: 'à tarde',
  evening: 'à noite',
};

function language(code: string): string {
  if (code === '') return 'O idioma';
  if (code === 'zxx') return 'Música instrumental';
  const name = nameOf(code);
  return name === undefined ? 'Músicas em outros idiomas' : `Músicas em ${name}`;
}

function era(detail: string): string {
  if (detail === '') return 'Quando foi lançada';
  if (detail === 'before1960') return 'Música de antes de 1960';
  return `Música dos anos ${detail.replace(/s$/, '')}`;
}

/** The terms that a ranking adds up, and the learned preferences, in Brazilian Portuguese. */
export const terms: Messages['terms'] = {
  label: 'Todos os motivos desta música',
  base: 'Ponto de partida',
  baseDegree: 'o mesmo para cada música',
  none: 'Esta música vem de uma lista fixa, então não há nada a pesar.',
  degree: {
    for: {
      hardly: 'quase não conta',
      little: 'um pouco a favor',
      clearly: 'a favor',
      strongly: 'muito a favor',
    },
    against: {
      hardly: 'quase não conta',
      little: 'um pouco contra',
      clearly: 'contra',
      strongly: 'muito contra',
    },
    leaning: { hardly: 'quase nada', little: 'um pouco', clearly: 'claramente', strongly: 'muito' },
  },
  other: 'Outra coisa',
  name: {
    fit: (d) => fits[d] ?? 'Combina com seu humor',
    sound: (d) => sounds[d] ?? (d === '' ? 'Como ela soa' : `Soa ${regions[d] ?? d}`),
    genre: (d) => (d === '' ? 'O tipo de música' : (genres[d] ?? upper(d))),
    genreWord: (d) => (d === '' ? 'O gênero' : upper(d)),
    artist: (d) => (d === '' ? 'O artista' : d),
    track: () => 'O que você fez com ela antes',
    era,
    language,
    tempo: (d) => tempos[d] ?? 'O andamento',
    register: (d) => (d === 'high' ? 'Paisagens sonoras agudas' : 'Quão aguda ou grave ela é'),
    popular: () => 'Quão popular ela é',
    novel: () => 'Você ainda não a ouviu',
    daytime: (d) =>
      d === '' ? 'A hora do dia' : `Música animada ${dayparts[d] ?? 'nesse horário'}`,
    recent: () => 'Tocou há pouco',
    flow: () => 'Como ela segue a anterior',
    chance: () => 'Variedade',
    explore: () => 'Experimentar algo novo',
  },
};
