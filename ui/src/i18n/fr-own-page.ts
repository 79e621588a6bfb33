import type { Messages } from './en';
import { grammar } from './grammar';

const { count, number } = grammar('fr');
const tracks = (n: number) => count(n, 'titre', 'titres');
const times = (n: number) => count(n, 'fois', 'fois');

/** The page about one track, in French. */
export const page: Messages['own']['page'] = {
  of: (artist, album) => `${artist} · ${album}`,
  genre: 'Genre',
  year: 'Année',
  length: 'Durée',
  position: 'Numéro',
  number: (n, disc) => (disc === null ? `titre ${n}` : `disque ${disc}, titre ${n}`),
  format: 'Format',
  formatOf: (format, khz, channels) =>
    [format, khz, channels].filter((part) => part !== null).join(' · '),
  khz: (hz) => `${number(hz / 1000, 1)} kHz`,
  channels: ['mono', 'stéréo'],
  channelCount: (n) => `${n} canaux`,
  tempo: 'Tempo',
  bpm: (bpm) => `${number(bpm)} BPM`,
  key: 'Tonalité',
  tonics: ['do', 'do♯', 'ré', 'mi♭', 'mi', 'fa', 'fa♯', 'sol', 'la♭', 'la', 'si♭', 'si'],
  major: (tonic) => `${tonic} majeur`,
  minor: (tonic) => `${tonic} mineur`,
  loudness: 'Sonie',
  lufs: (lufs) => `${number(lufs, 1)} LUFS`,
  version: 'Analyse',
  versionOf: (n) => `version ${n}`,
  file: 'Fichier',
  copies: (n) => `${n} copies`,
  isrc: 'ISRC',
  cover: (album) => `Pochette de ${album}`,
  mood: 'Ambiance',
  moodOf: (mood, confidence) => `${mood} (${confidence})`,
  evidence: 'Pourquoi Attune le pense',
  source: {
    listener: 'ce que tu as dit à Attune',
    curated: 'le catalogue de départ',
    audio: 'l’enregistrement lui-même',
    features: 'des valeurs d’un catalogue',
    moodWord: 'un mot d’ambiance d’un catalogue',
    artist: 'd’autres titres de l’artiste',
    genre: 'le genre',
    unknown: 'rien',
  },
  and: ' et ',
  noEvidence: 'Rien pour l’instant. Le titre n’a pas encore été analysé.',
  unheard: (why) => `Le titre n’a pas pu être analysé. ${why}`,
  feedback: 'Ton avis',
  noFeedback: 'Rien pour l’instant.',
  liked: 'Tu l’aimes.',
  never: 'Tu l’as bloqué.',
  finished: (n) => `Écouté jusqu’au bout ${times(n)}.`,
  skipped: (n) => `Passé ${times(n)}.`,
  wrongMoods: (n) => `Marqué « pas la bonne ambiance » ${times(n)}.`,
  set: (mood) => `Tu as défini son ambiance : ${mood}.`,
  wrong: 'Corriger…',
  gone: 'Ce titre n’est plus dans la bibliothèque.',
};

/** The map of tracks, in French. */
export const map: Messages['own']['map'] = {
  label: 'Tes titres par ambiance : glisse sur la carte pour en sélectionner',
  about: (n) => `${tracks(n)} sur la carte`,
  leftOut: (n) =>
    count(
      n,
      'titre non affiché pour que la carte reste rapide',
      'titres non affichés pour que la carte reste rapide',
    ),
  hint: 'Glisse sur une partie de la carte, ou choisis une ambiance ici. Les points plus pâles sont moins sûrs.',
  pleasant: 'Agrément',
  energy: 'Énergie',
  pleasantness: {
    all: 'peu importe',
    low: 'désagréable',
    middle: 'entre les deux',
    high: 'agréable',
  },
  energies: { all: 'peu importe', low: 'calme', middle: 'entre les deux', high: 'énergique' },
  selected: (n) => count(n, 'titre sélectionné', 'titres sélectionnés'),
  nothingSelected: 'Il n’y a pas de titres dans cette zone.',
  play: 'Écouter maintenant',
  next: 'Écouter ensuite',
  save: 'Enregistrer comme playlist…',
  clear: 'Effacer la sélection',
  most: (n) => `Seuls les ${number(n)} plus sûrs vont dans la file d’attente.`,
  list: 'Titres sélectionnés',
  more: (n) => `et ${number(n)} de plus`,
  empty: 'La carte est vide.',
  emptyDo: 'Ajoute un dossier de musique, ou active un catalogue.',
};
