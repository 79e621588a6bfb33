import type { Messages } from './en';
import type { playerErrors as englishErrors } from './en-player';
import { grammar } from './grammar';

const { count, percent } = grammar('fr');
const minutes = (n: number) => count(n, 'minute', 'minutes');

/** The player bar and the sound settings, in French. */
export const player: Messages['player'] = {
  title: 'Lecteur',
  play: 'Lecture',
  pause: 'Pause',
  previous: 'Début du titre, ou titre précédent',
  next: 'Titre suivant',
  position: 'Position dans le titre',
  positionOf: (at, length) => `${at} sur ${length}`,
  volume: 'Volume',
  sound: 'Volume, sortie et minuterie de sommeil',
  mute: 'Couper le son',
  unmute: 'Rétablir le son',
  toNow: 'Afficher sous « Maintenant »',
  mini: 'Mini-lecteur',
  tray: { show: 'Afficher Attune', previous: 'Titre précédent', quit: 'Quitter' },
  big: 'Revenir à la grande fenêtre',
  percent: (n) => percent(n / 100),
  resume: (at) => `Reprend à ${at}`,
  nothing: 'La file d’attente est vide',
  with: 'Écouter sur',
  kinds: { list: 'Liste seule', local: 'Cet ordinateur', spotify: 'Spotify' },
  settings: 'Son',
  withAbout:
    'Cet ordinateur : joue les paysages sonores et la musique de tes dossiers et de tes serveurs, et la file d’attente ne contient que ceux-là. Spotify : joue dans ton appli Spotify ouverte. Liste seule : tu ouvres les titres toi-même.',
  output: 'Sortie',
  outputAbout: 'Si elle est débranchée, la lecture continue sur une autre sortie.',
  outputDefault: 'Sortie du système',
  outputGone: 'Sortie choisie (débranchée)',
  level: 'Égaliser le volume',
  levelAbout: 'Joue tous les titres aussi fort. Prend effet au prochain titre.',
  crossfade: 'Fondu enchaîné',
  crossfadeAbout:
    'Fond chaque titre dans le suivant. Les albums dans l’ordre et les paysages sonores gardent leurs propres transitions.',
  seconds: (n) => count(n, 'seconde', 'secondes'),
  sleep: {
    title: 'Minuterie de sommeil',
    off: 'Non',
    endOfTrack: 'Fin de ce titre',
    minutes,
    stopsIn: (n) => `La musique s’arrête dans ${minutes(n)}`,
    stopsAtEnd: 'La musique s’arrête à la fin de ce titre',
  },
  window: 'Fenêtre',
  stay: 'Continuer quand la fenêtre est fermée',
  stayAbout: 'Attune reste dans la zone de notification. Sinon, fermer la fenêtre le quitte.',
  noTray: 'Ce bureau n’a pas de zone de notification, donc fermer la fenêtre quitte Attune.',
  login: 'Démarrer à l’ouverture de session',
  loginAbout: 'Attune attend dans la zone de notification. Sans elle, sa fenêtre s’ouvre.',
  noLogin: 'Attune ne peut pas régler cela ici. Utilise les réglages de démarrage de ton système.',
  announce: 'M’annoncer le titre suivant',
  announceAbout: 'Sans son, et seulement quand tu ne regardes pas Attune.',
  levels: { off: 'Non', track: 'Par titre', album: 'Par album' },
};

/** Soundscapes, in French. */
export const soundscape: Messages['soundscape'] = {
  name: 'Paysages sonores',
  about:
    'De la musique qu’Attune compose sur cet appareil pendant que tu écoutes. Elle suit ton humeur à l’intérieur même d’un morceau.',
  origin: 'Composés sur cet appareil pendant l’écoute',
  start: 'Commencer par des paysages sonores',
  share: 'Paysages sonores dans la file d’attente',
  shareAbout: 'Tout à gauche, ils ne jouent que s’il ne reste rien d’autre.',
  none: 'Quand ma musique se termine',
  only: 'Seuls',
  shareValue: [
    'Quand ma musique se termine',
    'Quelques-uns',
    'La moitié',
    'La plupart',
    'Seulement des paysages sonores',
  ],
  plays: (tempo, key) => `${tempo} bpm, ${key}`,
  modes: {
    phrygian: (tonic) => `${tonic} phrygien`,
    dorian: (tonic) => `${tonic} dorien`,
    mixolydian: (tonic) => `${tonic} mixolydien`,
    lydian: (tonic) => `${tonic} lydien`,
  },
  changed: (what, why) => `Maintenant ${what}, ${why}`,
  up: {
    tempo: 'plus rapide',
    density: 'plus dense',
    brightness: 'plus lumineux',
    register: 'plus aigu',
    percussion: 'avec plus de percussions',
    mode: 'dans un mode plus chaleureux',
  },
  down: {
    tempo: 'plus lent',
    density: 'plus épuré',
    brightness: 'plus doux',
    register: 'plus grave',
    percussion: 'avec moins de percussions',
    mode: 'dans un mode plus sombre',
  },
  why: {
    moreEnergy: 'pour plus d’énergie',
    calmer: 'pour plus de calme',
    morePleasant: 'pour une humeur plus légère',
    darker: 'pour une humeur plus grave',
    lift: 'car tu voulais t’égayer',
    calm: 'car tu voulais t’apaiser',
    energise: 'car tu voulais de l’énergie',
    hold: 'en route vers l’humeur que tu as choisie',
  },
};

/** Playback errors by code, in French. */
export const playerErrors: typeof englishErrors = {
  no_player:
    'Il n’y a encore rien pour écouter. Choisis « Cet ordinateur » ou « Spotify » dans la barre du bas.',
  queue_empty: 'Il n’y a rien à écouter. Ajoute un dossier de musique, ou active un catalogue.',
  no_sound_output:
    'Il n’y a pas de sortie audio. Tout le reste fonctionne, et la lecture reprend dès qu’il y en a une.',
  track_not_here:
    'Le fichier de ce titre est introuvable. Branche son disque, ou analyse à nouveau le dossier.',
  play_gave_up:
    'La lecture s’est arrêtée, car plusieurs titres de suite n’ont pas pu être joués. Regarde « Fichiers qui n’ont pas pu être lus » dans la bibliothèque.',
  player_gone: 'Le lecteur s’est arrêté de façon inattendue. Appuie sur Lecture pour le relancer.',
};
