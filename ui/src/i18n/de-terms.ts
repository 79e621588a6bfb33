import { reasons } from './de-reasons';
import type { Messages } from './en';
import { grammar } from './grammar';

const { language: nameOf } = grammar('de');
const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const sounds: Readonly<Record<string, string>> = {
  valence: 'Helle Musik',
  arousal: 'Lebhafte Musik',
  valenceExtremes: 'Sehr helle oder sehr dunkle Musik',
  arousalExtremes: 'Sehr ruhige oder sehr lebhafte Musik',
  diagonal: 'Helle und lebhafte oder dunkle und leise Musik',
};
/** How music of a region of the plane sounds. */
const regions: Readonly<Record<string, string>> = reasons.sounds;
const fits: Readonly<Record<string, string>> = {
  steered: 'Musik, die tut, was du gewählt hast',
  brighter: 'Musik, die heller ist als deine Stimmung',
  livelier: 'Musik, die lebhafter ist als deine Stimmung',
};
const genres: Readonly<Record<string, string>> = {
  hipHop: 'Hip-Hop',
  score: 'Film- und Spielmusik',
  african: 'Afrikanische Musik',
  eastern: 'Musik aus Asien',
  classical: 'Klassik',
  latin: 'Lateinamerikanische Musik',
};
const tempos: Readonly<Record<string, string>> = {
  fast: 'Schnelle Musik',
  tempoExtremes: 'Sehr langsame oder sehr schnelle Musik',
};
const dayparts: Readonly<Record<string, string>> = {
  night: 'in der Nacht',
  morning: 'am Morgen',
  afternoon: 'am Nachmittag',
  evening: 'am Abend',
};

function language(code: string): string {
  if (code === '') return 'Die Sprache';
  if (code === 'zxx') return 'Instrumentalmusik';
  const name = nameOf(code);
  return name === undefined ? 'Songs in anderen Sprachen' : `Songs auf ${name}`;
}

function era(detail: string): string {
  if (detail === '') return 'Wann er erschienen ist';
  if (detail === 'before1960') return 'Musik von vor 1960';
  return `Musik der ${detail.replace(/s$/, '')}er`;
}

/** The terms that a ranking adds up, and the learned preferences, in German. */
export const terms: Messages['terms'] = {
  label: 'Alle Gründe für diesen Titel',
  base: 'Ausgangspunkt',
  baseDegree: 'für jeden Titel gleich',
  none: 'Dieser Titel kommt aus einer festen Liste, deshalb gibt es nichts abzuwägen.',
  degree: {
    for: {
      hardly: 'zählt kaum',
      little: 'spricht etwas dafür',
      clearly: 'spricht dafür',
      strongly: 'spricht stark dafür',
    },
    against: {
      hardly: 'zählt kaum',
      little: 'spricht etwas dagegen',
      clearly: 'spricht dagegen',
      strongly: 'spricht stark dagegen',
    },
    leaning: { hardly: 'kaum', little: 'etwas', clearly: 'deutlich', strongly: 'stark' },
  },
  other: 'Etwas anderes',
  name: {
    fit: (d) => fits[d] ?? 'Passt zu deiner Stimmung',
    sound: (d) => sounds[d] ?? (d === '' ? 'Wie er klingt' : `Klingt ${regions[d] ?? d}`),
    genre: (d) => (d === '' ? 'Die Art von Musik' : (genres[d] ?? upper(d))),
    genreWord: (d) => (d === '' ? 'Das Genre' : upper(d)),
    artist: (d) => (d === '' ? 'Der Künstler' : d),
    track: () => 'Was du früher damit gemacht hast',
    era,
    language,
    tempo: (d) => tempos[d] ?? 'Das Tempo',
    register: (d) => (d === 'high' ? 'Hohe Klanglandschaften' : 'Wie hoch oder tief es klingt'),
    popular: () => 'Wie beliebt er ist',
    novel: () => 'Du hast ihn noch nicht gehört',
    daytime: (d) =>
      d === '' ? 'Die Tageszeit' : `Lebhafte Musik ${dayparts[d] ?? 'zu dieser Tageszeit'}`,
    recent: () => 'Vor Kurzem gespielt',
    flow: () => 'Wie gut er an den vorigen anschließt',
    chance: () => 'Abwechslung',
    explore: () => 'Etwas Neues ausprobieren',
  },
};
