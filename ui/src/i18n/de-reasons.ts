import type { Messages } from './en';
import { MANY_TIMES, mainLanguage, type Say, type Suits, type ReasonDetail } from './en-reasons';
import { grammar } from './grammar';

const { language: nameOf } = grammar('de');
const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const suits: Record<Suits, string> = {
  closeToMood: 'nah an deiner Stimmung',
  closeToHold: 'nah an der Stimmung, die du gesetzt hast',
  towardsBrighter: 'auf dem Weg ins Hellere',
  towardsCalmer: 'auf dem Weg zu mehr Ruhe',
  towardsEnergy: 'auf dem Weg zu mehr Energie',
  towardsHold: 'auf dem Weg zu der Stimmung, die du gesetzt hast',
  towardsMood: 'auf dem Weg zu deiner Stimmung',
  start: 'ein leichter Einstieg',
  closest: 'so nah dran wie sonst kaum etwas bei dir',
};

/** How music of a sound is called before "Musik". */
const kinds: Readonly<Record<string, string>> = {
  brightEnergetic: 'helle und lebhafte',
  bright: 'helle',
  warmCalm: 'warme und ruhige',
  energetic: 'lebhafte',
  even: 'ausgewogene',
  calm: 'ruhige',
  darkIntense: 'dunkle und intensive',
  dark: 'dunkle',
  subdued: 'gedämpfte und leise',
};

const families: Readonly<Record<string, string>> = {
  hipHop: 'Hip-Hop',
  electronic: 'elektronische Musik',
  ambient: 'Ambient',
  classical: 'klassische Musik',
  latin: 'lateinamerikanische Musik',
  african: 'afrikanische Musik',
  eastern: 'Musik aus Asien',
  score: 'Film- und Spielmusik',
};

const parts: Readonly<Record<string, string>> = {
  night: 'in der Nacht',
  morning: 'am Morgen',
  afternoon: 'am Nachmittag',
  evening: 'am Abend',
};

const lists: Readonly<Record<string, string>> = {
  Happy: 'Fröhlich',
  Sad: 'Traurig',
  Calm: 'Ruhig',
  Energetic: 'Lebhaft',
};

/** A clause: the verb comes second where it stands alone, and last after "weil". */
const clause =
  (subject: string, verb: string, rest: string): Say =>
  (_, alone) =>
    alone ? `${subject} ${verb} ${rest}` : `${subject} ${rest} ${verb}`;

const like = (told: ReasonDetail, what: string, alone: boolean) => {
  if (!told.stated) return clause('du', 'magst', what)(told, alone);
  return alone ? `du magst ${what}, wie du gesagt hast` : `du gesagt hast, dass du ${what} magst`;
};

const genre: Say = (told, alone) => like(told, families[told.detail] ?? upper(told.detail), alone);

function language(told: ReasonDetail, alone: boolean): string {
  const code = mainLanguage(told.detail);
  if (code === 'zxx') return like(told, 'Instrumentalmusik', alone);
  const name = nameOf(code);
  return like(told, name === undefined ? 'Songs in dieser Sprache' : `Songs auf ${name}`, alone);
}

function era(told: ReasonDetail, alone: boolean): string {
  const decade = /\d{4}(?=s)/.exec(told.detail)?.[0];
  return like(told, decade === undefined ? 'Musik von vor 1960' : `Musik der ${decade}er`, alone);
}

function finished(told: ReasonDetail, alone: boolean): string {
  const times = Number(told.detail);
  const often = times >= MANY_TIMES ? 'sehr oft ' : times > 1 ? `${times}-mal ` : '';
  return alone ? `du hast ihn ${often}zu Ende gehört` : `du ihn ${often}zu Ende gehört hast`;
}

function daytime(told: ReasonDetail, alone: boolean): string {
  const [energy = '', part = ''] = told.detail.split(' ');
  return like(told, `${parts[part] ?? 'zu dieser Zeit'} ${kinds[energy] ?? ''} Musik`, alone);
}

/** Why a track was chosen, in German; „er“ is the track. */
export const reasons: Messages['reasons'] = {
  sounds: {
    brightEnergetic: 'hell und lebhaft',
    bright: 'hell',
    warmCalm: 'warm und ruhig',
    energetic: 'lebhaft',
    even: 'ausgewogen',
    calm: 'ruhig',
    darkIntense: 'dunkel und intensiv',
    dark: 'dunkel',
    subdued: 'gedämpft und leise',
  },
  suits,
  probably: (sound) => `wahrscheinlich ${sound}`,
  paces: {
    slow: 'langsam',
    unhurried: 'gemächlich',
    fast: 'schnell',
    slower: 'langsamer als das Stück davor',
    faster: 'schneller als das Stück davor',
  },
  modes: { minor: 'in Moll', major: 'in Dur', nowMinor: 'jetzt in Moll', nowMajor: 'jetzt in Dur' },
  composed: (pace, mode) => `${pace} und ${mode}`,
  fit: (sound, how, alone) => {
    if (how === null) return alone ? `er klingt ${sound}` : `er ${sound} klingt`;
    if (alone) return `er klingt ${sound}, ${suits[how]}`;
    const verb = how === 'start' || how === 'closest' ? 'ist' : 'liegt';
    return `er ${sound} klingt und ${suits[how]} ${verb}`;
  },
  name: {
    popular: clause('er', 'ist', 'beliebt'),
    known: clause('er', 'ist', 'etwa so bekannt wie Musik, die du magst,'),
    novel: (_, alone) =>
      alone ? 'du hast ihn noch nicht gehört' : 'du ihn noch nicht gehört hast',
    explore: (_, alone) =>
      alone ? 'Attune möchte wissen, ob er dir gefällt' : 'Attune wissen möchte, ob er dir gefällt',
    liked: clause('er', 'gefällt', 'dir'),
    rated: (_, alone) => (alone ? 'du hast ihn hoch bewertet' : 'du ihn hoch bewertet hast'),
    starred: (_, alone) =>
      alone
        ? 'du hast ihm auf deinem Server einen Stern gegeben'
        : 'du ihm auf deinem Server einen Stern gegeben hast',
    finished,
    artist: (told, alone) => like(told, told.detail, alone),
    genre,
    genreWord: genre,
    sound: (told, alone) => like(told, `${kinds[told.detail] ?? ''} Musik`, alone),
    era,
    language,
    tempo: (told, alone) => like(told, 'Musik in diesem Tempo', alone),
    register: (told, alone) => like(told, 'Klanglandschaften in dieser Tonlage', alone),
    daytime,
    classic: ({ detail }, alone) =>
      clause(
        'er',
        'steht',
        `auf der Liste „${lists[detail] ?? detail}“`,
      )({ detail, stated: false }, alone),
    classicTop: ({ detail }, alone) =>
      clause(
        'er',
        'gehört',
        `zu den beliebtesten der Liste „${lists[detail] ?? detail}“`,
      )({ detail, stated: false }, alone),
    chosen: (_, alone) => (alone ? 'du hast ihn gewählt' : 'du ihn gewählt hast'),
    resumed: (_, alone) =>
      alone
        ? 'du hast ihn letztes Mal nicht zu Ende gehört'
        : 'du ihn letztes Mal nicht zu Ende gehört hast',
  },
};
