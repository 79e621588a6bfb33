import type { Messages } from './en';
import { reasons } from './fr-reasons';
import { grammar } from './grammar';

const { language: nameOf } = grammar('fr');
const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const sounds: Readonly<Record<string, string>> = {
  valence: 'Musique lumineuse',
  arousal: 'Musique énergique',
  valenceExtremes: 'Musique très lumineuse ou très sombre',
  arousalExtremes: 'Musique très calme ou très énergique',
  diagonal: 'Musique lumineuse et vive, ou sombre et douce',
};
/** How music of a region of the plane sounds. */
const regions: Readonly<Record<string, string>> = reasons.sounds;
const fits: Readonly<Record<string, string>> = {
  steered: 'Musique qui fait ce que tu as choisi',
  brighter: 'Musique plus lumineuse que ton humeur',
  livelier: 'Musique plus vive que ton humeur',
};
const genres: Readonly<Record<string, string>> = {
  hipHop: 'Hip-hop',
  electronic: 'Électronique',
  classical: 'Classique',
  latin: 'Musique latine',
  score: 'Musiques de films et de jeux',
  african: 'Musiques d’Afrique',
  eastern: 'Musiques d’Asie',
};
const tempos: Readonly<Record<string, string>> = {
  fast: 'Musique rapide',
  tempoExtremes: 'Musique très lente ou très rapide',
};
const dayparts: Readonly<Record<string, string>> = {
  night: 'la nuit',
  morning: 'le matin',
  afternoon: 'l’après-midi',
  evening: 'le soir',
};

function language(code: string): string {
  if (code === '') return 'Sa langue';
  if (code === 'zxx') return 'Musique instrumentale';
  const name = nameOf(code);
  return name === undefined ? 'Chansons dans d’autres langues' : `Chansons en ${name}`;
}

function era(detail: string): string {
  if (detail === '') return 'Sa date de sortie';
  if (detail === 'before1960') return 'Musique d’avant 1960';
  return `Musique des années ${detail.replace(/s$/, '')}`;
}

/** The terms that a ranking adds up, and the learned preferences, in French. */
export const terms: Messages['terms'] = {
  label: 'Toutes les raisons pour ce titre',
  base: 'Point de départ',
  baseDegree: 'le même pour chaque titre',
  none: 'Ce titre vient d’une liste fixe, donc il n’y a rien à peser.',
  degree: {
    for: {
      hardly: 'compte à peine',
      little: 'un peu pour',
      clearly: 'pour',
      strongly: 'fortement pour',
    },
    against: {
      hardly: 'compte à peine',
      little: 'un peu contre',
      clearly: 'contre',
      strongly: 'fortement contre',
    },
    leaning: { hardly: 'à peine', little: 'un peu', clearly: 'nettement', strongly: 'fortement' },
  },
  other: 'Autre chose',
  name: {
    fit: (d) => fits[d] ?? 'Convient à ton humeur',
    sound: (d) => sounds[d] ?? (d === '' ? 'Comment il sonne' : `Son ${regions[d] ?? d}`),
    genre: (d) => (d === '' ? 'Son type de musique' : (genres[d] ?? upper(d))),
    genreWord: (d) => (d === '' ? 'Son genre' : upper(d)),
    artist: (d) => (d === '' ? 'Son artiste' : d),
    track: () => 'Ce que tu en as fait avant',
    era,
    language,
    tempo: (d) => tempos[d] ?? 'Son tempo',
    register: (d) => (d === 'high' ? 'Paysages sonores aigus' : 'S’il est aigu ou grave'),
    popular: () => 'Sa popularité',
    novel: () => 'Tu ne l’as pas encore écouté',
    daytime: (d) =>
      d === ''
        ? 'Le moment de la journée'
        : `Musique énergique ${dayparts[d] ?? 'à ce moment de la journée'}`,
    recent: () => 'Joué récemment',
    flow: () => 'Comment il s’enchaîne avec le précédent',
    chance: () => 'De la variété',
    explore: () => 'Essayer quelque chose de nouveau',
  },
};
