import type { Messages } from './en';
import { reasons } from './es-reasons';
import { grammar } from './grammar';

const { language: nameOf } = grammar('es');
const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const sounds: Readonly<Record<string, string>> = {
  valence: 'Música luminosa',
  arousal: 'Música enérgica',
  valenceExtremes: 'Música muy luminosa o muy oscura',
  arousalExtremes: 'Música muy tranquila o muy enérgica',
  diagonal: 'Música luminosa y viva, u oscura y suave',
};
/** How music of a region of the plane sounds. */
const regions: Readonly<Record<string, string>> = reasons.sounds;
const fits: Readonly<Record<string, string>> = {
  steered: 'Música que hace lo que elegiste',
  brighter: 'Música más luminosa que tu ánimo',
  livelier: 'Música más viva que tu ánimo',
};
const genres: Readonly<Record<string, string>> = {
  hipHop: 'Hip hop',
  electronic: 'Electrónica',
  classical: 'Clásica',
  latin: 'Música latina',
  score: 'Música de cine y videojuegos',
  african: 'Música africana',
  eastern: 'Música asiática',
};
const tempos: Readonly<Record<string, string>> = {
  fast: 'Música rápida',
  tempoExtremes: 'Música muy lenta o muy rápida',
};
const dayparts: Readonly<Record<string, string>> = {
  night: 'de madrugada',
  morning: 'por la mañana',
  afternoon: 'por la tarde',
  evening: 'por la noche',
};

function language(code: string): string {
  if (code === '') return 'Su idioma';
  if (code === 'zxx') return 'Música instrumental';
  const name = nameOf(code);
  return name === undefined ? 'Canciones en otros idiomas' : `Canciones en ${name}`;
}

function era(detail: string): string {
  if (detail === '') return 'Cuándo se publicó';
  if (detail === 'before1960') return 'Música anterior a 1960';
  return `Música de los años ${detail.replace(/s$/, '')}`;
}

/** The terms that a ranking adds up, and the learned preferences, in Spanish. */
export const terms: Messages['terms'] = {
  label: 'Todas las razones de esta canción',
  base: 'Punto de partida',
  baseDegree: 'el mismo para cada canción',
  none: 'Esta canción viene de una lista fija, así que no hay nada que sopesar.',
  degree: {
    for: {
      hardly: 'apenas cuenta',
      little: 'algo a favor',
      clearly: 'a favor',
      strongly: 'muy a favor',
    },
    against: {
      hardly: 'apenas cuenta',
      little: 'algo en contra',
      clearly: 'en contra',
      strongly: 'muy en contra',
    },
    leaning: { hardly: 'apenas', little: 'un poco', clearly: 'claramente', strongly: 'mucho' },
  },
  other: 'Otra cosa',
  name: {
    fit: (d) => fits[d] ?? 'Encaja con tu ánimo',
    sound: (d) => sounds[d] ?? (d === '' ? 'Cómo suena' : `Suena ${regions[d] ?? d}`),
    genre: (d) => (d === '' ? 'Su tipo de música' : (genres[d] ?? upper(d))),
    genreWord: (d) => (d === '' ? 'Su género' : upper(d)),
    artist: (d) => (d === '' ? 'Su artista' : d),
    track: () => 'Lo que hiciste antes con ella',
    era,
    language,
    tempo: (d) => tempos[d] ?? 'Su tempo',
    register: (d) => (d === 'high' ? 'Paisajes sonoros agudos' : 'Lo aguda o grave que es'),
    popular: () => 'Lo popular que es',
    novel: () => 'Aún no la has escuchado',
    daytime: (d) =>
      d === '' ? 'El momento del día' : `Música enérgica ${dayparts[d] ?? 'a esa hora'}`,
    recent: () => 'Sonó hace poco',
    flow: () => 'Lo bien que sigue a la anterior',
    chance: () => 'Variedad',
    explore: () => 'Probar algo nuevo',
  },
};
